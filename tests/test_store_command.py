"""``python -m store`` and ``python -m graph import``: what those who run the server do without a screen."""

from datetime import date

import pytest

import store
from graph.__main__ import main as graph
from graph.export.dataset_workbook import dataset_workbook
from graph.history.state import save_state
from graph.load import load
from store import Edit, Editor, Role, open_store, register
from store.__main__ import main

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)


@pytest.fixture
def address(tmp_path, capsys):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "actors.csv").write_text("id,name\nhs,Hochschule Aalen\n", "utf-8")
    (tmp_path / "data" / "projects.csv").write_text("id,name\n", "utf-8")
    address = f"sqlite:///{tmp_path}/var/region.db"
    assert graph(["import", str(tmp_path / "data"), "--into", address]) == 0
    assert capsys.readouterr().out == "change 1: new 1, changed 0, missing, left as they are 0\n"
    return address


@pytest.fixture
def edited(address):
    store = open_store(address)
    store.hold_state(ANNA, "Lenkungsgruppe")
    store.save(ANNA, [Edit("actors", "hs", 1, {"name": "HS \x1b[31mAalen"})], label="Sitzung")
    store.close()
    return address


def test_the_history_and_the_states_are_printed(edited, capsys):
    assert main(["history", edited]) == 0
    last, first = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert (last[0], last[2:]) == ("2", ["Anna", "save", "1", "Sitzung"])
    assert (first[0], first[2:]) == ("1", ["command line", "import", "1"])

    assert main(["states", edited]) == 0
    assert capsys.readouterr().out.split("\t")[::3] == ["1", "Lenkungsgruppe\n"]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ([], "HS [31mAalen"),
        (["--state", "Lenkungsgruppe"], "Hochschule Aalen"),
        (["--revision", "1"], "Hochschule Aalen"),
    ],
)
def test_the_tables_of_now_or_of_a_state_are_written(edited, tmp_path, asked, name):
    assert main(["export", edited, "--to", str(tmp_path / "out"), *asked]) == 0
    assert list(load(tmp_path / "out").dataset.actors["name"]) == [name]


def test_a_backup_is_a_store_and_comes_back_only_where_there_is_none(edited, tmp_path, capsys):
    copy, elsewhere = tmp_path / "copy.db", f"sqlite:///{tmp_path}/new/region.db"

    assert main(["backup", edited, "--to", str(copy)]) == 0
    assert main(["backup", edited, "--to", str(copy)]) == 1, "nothing is overwritten"
    assert main(["restore", edited, str(copy)]) == 1
    assert main(["restore", elsewhere, str(copy)]) == 0

    back = open_store(elsewhere)
    assert back.revision == 2
    back.close()
    assert capsys.readouterr().err.splitlines() == [
        f"name-taken: {copy}",
        f"name-taken: {tmp_path}/var/region.db",
    ]


def test_what_is_kept_is_printed_and_erased(edited, capsys):
    assert main(["about", edited, "Hochschule"]) == 0
    assert '"before": null' in capsys.readouterr().out

    assert main(["erase", edited, "Hochschule"]) == 0
    assert capsys.readouterr().out.splitlines() == ["entries\t0", "changes\t2", "others\t0", "rewritten\tTrue", "left"]


def test_what_would_reach_too_far_is_refused(address, capsys):
    store = open_store(address)
    register.arrive(store.engine, "https://login.example.de", "anna", "Anna Ahorn", ["anna"])
    store.close()

    assert main(["erase", address, "Ahorn"]) == 1
    assert main(["erase", address, "hs"]) == 1
    assert capsys.readouterr().err.splitlines() == ["last-admin: anna", "too-short"]


def test_a_fault_is_a_code_on_standard_error(tmp_path, capsys):
    (tmp_path / "note.db").write_text("no database at all, but long enough to be looked at")

    assert main(["history", f"sqlite:///{tmp_path}/note.db"]) == 1
    assert main(["export", f"sqlite:///{tmp_path}/new.db", "--to", str(tmp_path), "--state", "Nie"]) == 1
    assert graph(["import", "data", "--into", "mysql://host/name"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "not-a-store",
        "not-found",
        "unreachable",
    ]


def test_the_first_admin_is_named_by_those_who_run_the_server(address, capsys):
    store = open_store(address)
    register.arrive(store.engine, "https://login.example.de", "anna", "Anna Ahorn")
    store.close()

    assert main(["role", address, "anna", "admin"]) == 0
    assert main(["people", address]) == 0
    *_, listed = capsys.readouterr().out.splitlines()
    assert listed.split("\t")[::2] == ["admin", "anna", "https://login.example.de"]

    assert main(["role", address, "anna", "viewer"]) == 1, "one admin there must be"
    assert main(["role", address, "ben", "editor"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "last-admin: anna",
        "not-found: ben: 0 people of that identifier; --issuer?",
    ]


@pytest.mark.parametrize("kind", ["folder", "zip", "xlsx", "store"])
def test_every_source_is_taken_over_by_the_same_command(kind, edited, tmp_path, capsys):
    assert main(["export", edited, "--to", str(tmp_path / "out")]) == 0
    tables = {file.name: file.read_bytes() for file in (tmp_path / "out").glob("*.csv")}
    (tmp_path / "region.zip").write_bytes(save_state(tables, date(2026, 11, 28)).content)
    (tmp_path / "region.xlsx").write_bytes(dataset_workbook(load(tmp_path / "out").dataset))
    source = {"folder": f"{tmp_path}/out", "store": edited}.get(kind, f"{tmp_path}/region.{kind}")
    capsys.readouterr()

    assert graph(["import", source, "--into", f"sqlite:///{tmp_path}/second.db"]) == 0

    assert capsys.readouterr().out.startswith("change 1: new 1, ")
    assert list(store.load(f"sqlite:///{tmp_path}/second.db").dataset.actors["name"]) == ["HS [31mAalen"]


def test_a_store_that_is_not_there_is_no_source(tmp_path, capsys):
    source = f"sqlite:///{tmp_path}/nowhere.db"

    assert graph(["import", source, "--into", f"sqlite:///{tmp_path}/second.db"]) == 1
    assert "nowhere.db" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
