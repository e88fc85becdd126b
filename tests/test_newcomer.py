"""From an empty store to a network with the files of another region, from the command line; then all of it undone."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from commands.__main__ import main
from graph.intake.against import attached
from graph.intake.convert import convert
from graph.intake.decisions import MatchDecision
from graph.intake.files import tables_of
from graph.intake.mapping import mapping_of
from graph.intake.taking import IntakeAnswers, take
from graph.load import load
from store import open_store
from store.intake import OPERATOR
from tests import newcomer

REGION = "DEZ01,99801"


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'region.db'}"


def convert_and_import(tmp_path: Path, address: str, name: str, files: dict[str, bytes], *more: str) -> dict:
    """Convert files beside a store and take them over; return the report."""
    source, to = tmp_path / name, tmp_path / f"{name}-tables"
    source.mkdir(exist_ok=True)
    for file, content in files.items():
        (source / file).write_bytes(content)
    into = ["convert", str(source), "--to", str(to), "--against", address, *more]
    assert main(into) == 0
    assert main(["import", str(to), "--into", address]) == 0
    return json.loads((to / "report.json").read_text("utf-8"))


def test_a_region_grows_from_registers_and_a_second_import_changes_nothing(tmp_path, address, capsys):
    cut = ("--region", REGION, "--keep", "region")
    cordis = convert_and_import(tmp_path, address, "cordis", newcomer.cordis(), *cut)
    assert cordis["rows"] == {"file": 6, "taken": 3, "left_out": {"outside-region": 3}}
    assert cordis["euros"] == {"file": 122_000_050, "taken": 45_000_050, "left_out": {"outside-region": 77_000_000}}

    foekat = convert_and_import(tmp_path, address, "foekat", newcomer.foerderkatalog())
    assert foekat["euros"]["taken"] == 18_000_050
    assert foekat["organisations"] == {"names": 4, "existing": 2, "new": 2, "left_out": 0, "reasons": {}}

    matrix = convert_and_import(tmp_path, address, "matrix", newcomer.matrix())
    assert matrix["organisations"]["existing"] == 2
    with closing(open_store(address)) as store:
        data = load(store.files()).dataset
    assert sorted(data.actors["name"])[-1] == "Stadt Musterstadt"
    assert len(data.projects) == 2 + 3 + 3

    capsys.readouterr()
    for name, files, more in (
        ("cordis", newcomer.cordis(), cut),
        ("foekat", newcomer.foerderkatalog(), ()),
        ("matrix", newcomer.matrix(), ()),
    ):
        convert_and_import(tmp_path, address, name, files, *more)
        # what other sources say is not missing from this one
        assert "new 0, changed 0, missing, left as they are 0" in capsys.readouterr().out


def test_all_of_it_is_undone_change_by_change(tmp_path, address):
    convert_and_import(tmp_path, address, "cordis", newcomer.cordis(), "--region", REGION)
    convert_and_import(tmp_path, address, "matrix", newcomer.matrix())

    with closing(open_store(address)) as store:
        for change in store.history():
            store.undo(OPERATOR, change.id)
        assert [len(rows) for rows in store.snapshot().entries.values()] == [0] * len(store.snapshot().entries)


def test_a_list_nobody_recognises_is_read_with_a_mapping_that_goes_along_next_time(tmp_path, address):
    look = take(newcomer.own_list(), IntakeAnswers()).looks[0]
    words = {"role": {"Sprecherin": "leads", "dabei": "partner"}}
    fields = {0: "name", 1: "project_name", 2: "role", 3: "amount"}
    recipe = mapping_of(look, "participation", fields, title="Vereinsliste", words=words, funder="Land Musterland")
    (tmp_path / "vereinsliste.akteursnetz-mapping.json").write_text(recipe.to_json(), "utf-8")

    mapping = str(tmp_path / "vereinsliste.akteursnetz-mapping.json")
    report = convert_and_import(tmp_path, address, "verein", newcomer.own_list(), "--recipe", mapping)

    assert report["recipe"] == "vereinsliste"
    assert report["euros"] == {"file": 1_200_050, "taken": 1_200_050, "left_out": {}}
    with closing(open_store(address)) as store:
        ties = load(store.files()).dataset.ties
    assert sorted(ties["kind"]) == ["funds", "funds", "leads", "partner"]


def test_a_doubtful_match_is_asked_once(tmp_path, address):
    convert_and_import(tmp_path, address, "cordis", newcomer.cordis(), "--region", REGION, "--keep", "region")
    with closing(open_store(address)) as store:
        data = load(store.files()).dataset
        translation = convert(newcomer.foerderkatalog())
        _, asked = attached(translation, data)
        assert [(each.name, each.reason, each.same) for each in asked] == [
            ("Hochschule Musterstaddt", "typing-error", True),
            ("Lichtwerk Optik Musterstadt GmbH", "same-group", False),
        ]
        says = {"typing-error": "same", "same-group": "part"}
        decisions = [MatchDecision(each.own, each.name, each.scheme, each.actor, says[each.reason]) for each in asked]
        done, left = attached(translation, data, decisions)
        assert left == ()
        store.import_rows(OPERATOR, store.preview_import(tables_of(done)))
        assert attached(translation, load(store.files()).dataset)[1] == ()
