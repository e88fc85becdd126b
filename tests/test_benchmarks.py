"""The benchmarks run: every way of every operation on a small network."""

import subprocess
import sys
from importlib import import_module
from inspect import signature

import pytest

from benchmarks import intake, pages, picture, timing
from benchmarks.__main__ import SUITES, main
from benchmarks.chance import largest_error, plain
from benchmarks.networks import Size, as_networkx, heavy_tailed, heavy_tailed_actors, two_mode
from benchmarks.processes import started_by_us
from benchmarks.timing import Operation, compare
from benchmarks.ways import AIMS, SLOW, operations
from graph import STATEMENTS
from graph.expected.configuration import solve
from graph.kernels.projection_kernel import compact_cooperation
from graph.load import load
from views.exhibit.pages import TABS

SMALL = Size(actors=300, projects=200, participations=900)


@pytest.fixture(scope="module")
def small_operations():
    rows = heavy_tailed(SMALL)
    network = compact_cooperation(rows, actors=heavy_tailed_actors(SMALL))
    return operations(network, rows, as_networkx(network), two_mode(rows))


@pytest.fixture
def empty_store(monkeypatch, tmp_path):
    monkeypatch.setattr(timing, "STORE", tmp_path / "baselines.json")


@pytest.mark.parametrize("suite", SUITES.values())
def test_every_suite_can_be_run(suite):
    signature(import_module(suite).main).bind(["--some", "option"])


def test_an_unknown_suite_is_answered_with_those_that_exist():
    with pytest.raises(SystemExit, match="measures, funding"):
        main(["speed"])


def test_both_ways_to_chance_give_the_same_probabilities():
    rows = heavy_tailed(SMALL)
    ties = rows["from_id"].value_counts().to_numpy(), rows["to_id"].value_counts().to_numpy()
    ours, (other, _) = solve(*ties), plain(*ties)

    assert ours.chances == pytest.approx(other.chances, abs=1e-6)
    assert largest_error(ours) < 1e-9
    assert largest_error(other) < 1e-4


def test_marks_are_found_for_every_kind_of_statement(tmp_path, capsys):
    (tmp_path / "actors.csv").write_text("id,name\na,A\nb,B\n", encoding="utf-8")
    (tmp_path / "projects.csv").write_text("id,name,partners\np,P,a;b\n", encoding="utf-8")

    main(["marks", "--data", str(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:-1]] == list(STATEMENTS)
    assert lines[-1].endswith("of processor (aim 10 s)")


def test_the_same_seed_draws_the_same_network():
    assert heavy_tailed(SMALL).equals(heavy_tailed(SMALL))
    assert len(heavy_tailed(SMALL)) == 900


def test_both_ways_are_given_the_same_network():
    rows = heavy_tailed(SMALL)
    network = compact_cooperation(rows, actors=heavy_tailed_actors(SMALL))

    graph = as_networkx(network)

    assert graph.number_of_edges() == len(network.indices) // 2
    assert sum(weight for *_, weight in graph.edges(data="weight")) == network.weights.sum() / 2


@pytest.mark.filterwarnings("ignore:Some eigenvector centralities", "ignore:.*divide")
def test_every_way_of_every_operation_works(small_operations):
    for operation in small_operations:
        operation.ours()
        assert "networkx" in operation.others
        for way in operation.others.values():
            way()


def test_every_aim_and_every_slow_operation_is_measured(small_operations):
    names = {operation.name for operation in small_operations}

    assert names >= set(AIMS) | SLOW


@pytest.mark.usefixtures("empty_store")
def test_a_slow_way_is_measured_once_and_stored_with_machine_and_date(capsys):
    slow = [Operation("nothing", lambda: None, {"networkx": lambda: None}, frozenset({"networkx"}), aim=2)]

    compare("test", slow, ("networkx",), measure_slow=False)
    assert "*" not in capsys.readouterr().out
    compare("test", slow, ("networkx",), measure_slow=True)
    capsys.readouterr()
    compare("test", slow, ("networkx",), measure_slow=False)

    assert f"* stored: networkx {timing.release('networkx')}, {timing.machine()}" in capsys.readouterr().out


def test_a_library_that_is_not_installed_leaves_its_column_empty(capsys):
    compare("test", [Operation("nothing", lambda: None)], ("igraph",), measure_slow=False)

    assert capsys.readouterr().out.splitlines()[1].split()[-2:] == ["-", "-"]


def test_reading_foreign_files_is_measured_against_the_plain_way(capsys):
    intake.main(["--participations", "2000", "--names", "20", "--operations", "10"])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0][:9] for line in lines] == ["recognise", "translate", "match 20 ", "a workboo"]
    assert all(" x (aim " in line for line in lines)


def test_the_pages_that_are_measured_are_all_there_are(repository):
    asked = list(pages.links(load(repository / "data").dataset))

    assert len(asked) == len(set(asked))
    assert {link.split("?")[0].strip("/") for link in asked} == set(TABS) - {""}


def test_a_generated_network_of_a_picture_has_the_elements_and_lines_asked_for():
    network = picture.near_ties(60, 75)

    assert (network.number_of_nodes(), network.number_of_edges()) == (60, 75)
    assert picture.best(picture.arranging(network)) > 0


def test_samples_say_whether_they_are_recognised_or_how_many_steps_the_wizard_takes(tmp_path, capsys):
    (tmp_path / "kanten.csv").write_text("Von;Nach;Beziehung\nWerk A;Werk B;Kooperation\n", "utf-8")
    (tmp_path / "verein.csv").write_text("Firma;Vorhaben;Gewicht\nWerk A;Licht;3\nWerk B;Glas;4\n", "utf-8")

    main(["samples", str(tmp_path)])

    printed = [" ".join(line.split()[:4]) for line in capsys.readouterr().out.splitlines()[3:]]
    assert printed == ["kanten.csv kanten 1 1", "verein.csv wizard, 3 steps", "1 recognised by themselves"]


def test_matching_is_measured_on_labelled_names(tmp_path, capsys):
    (tmp_path / "given.csv").write_text(
        "a,city_a,b,city_b,same,kind\n"
        "Musterwerk GmbH,Ulm,MUSTERWERK GMBH,ULM,1,legal\n"
        "Zweckverband Licht,Ulm,Glasbund,Ulm,1,renamed\n"
        "Musterwerk GmbH,Ulm,Musterwerk e.V.,Ulm,0,near\n",
        "utf-8",
    )
    (tmp_path / "queries_given.csv").write_text(
        "query,city,answer,kind\nOSTALBKREIS,,ostalbkreis,legal\nX,,none,none\n", "utf-8"
    )
    (tmp_path / "distractors.csv").write_text("id,name,location\nd1,Glasbund,Ulm\n", "utf-8")

    main(["names", str(tmp_path), "--wrong"])

    printed = capsys.readouterr().out
    assert [line.split("(")[0].split(":")[-1].split()[-1] for line in printed.splitlines()[2:9]] == [
        *("1.000", "0.500", "1.000"),
        *("1.000", "1.000", "1.000", "0.000"),
    ]
    assert "renamed" in printed


def test_processor_time_of_a_process_counts_for_the_one_that_started_it():
    before = started_by_us()
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        while started_by_us() <= before:
            assert busy.poll() is None
        busy.kill()
