"""``python -m graph measures`` writes the tables as CSV."""

import argparse
import csv
import io

import pytest

from commands.measures import add_arguments, run

ACTORS = "id,name,type\nhs,HS Aalen,Hochschule\nstadt,Stadt Aalen,Kommune\nland,Land,Land\n"
PROJECTS = "id,name,lead,partners,funders\np1,Projekt 1,hs,stadt,land\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "projects.csv").write_text(PROJECTS, encoding="utf-8")
    return tmp_path


def command(*arguments):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(argument) for argument in arguments]))


def printed(capsys):
    return {row.pop(next(iter(row))): row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}


def test_measures_of_all_actors_are_printed(folder, capsys):
    assert command(folder, "--measures", "degree", "constraint", "projects_led") == 0

    assert printed(capsys) == {
        "hs": {"degree": "1", "constraint": "1.0", "projects_led": "1"},
        "stadt": {"degree": "1", "constraint": "1.0", "projects_led": "0"},
        "land": {"degree": "0", "constraint": "", "projects_led": "0"},
    }


def test_without_a_wish_all_measures_of_the_network_are_printed(folder, capsys):
    assert command(folder, "--network", "two_mode") == 0

    assert "betweenness_two_mode" in printed(capsys)["p1"]


def test_the_roles_are_printed_by_any_attribute(folder, capsys):
    assert command(folder, "--brokerage", "type") == 0

    assert printed(capsys)["hs"]["coordinator"] == "0"


def test_the_figures_on_the_network_are_printed(folder, capsys):
    assert command(folder, "--summary") == 0

    figures = printed(capsys)
    assert figures["actors"] == {"value": "3"}
    assert figures["isolates"] == {"value": "1"}
    assert figures["outside_share"] == {"value": ""}


def test_the_table_can_be_written_to_a_file(folder, capsys):
    assert command(folder, "--measures", "degree", "--output", folder / "degree.csv") == 0

    assert (folder / "degree.csv").read_text(encoding="utf-8") == "id,degree\nhs,1\nstadt,1\nland,0\n"
    assert capsys.readouterr().out == ""


def test_an_attribute_that_nobody_has_is_told_instead_of_a_traceback(folder, capsys):
    assert command(folder, "--brokerage", "farbe") == 1

    assert "'farbe'" in capsys.readouterr().err
