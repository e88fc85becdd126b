"""Identifiers say what public lists call an actor, and what somebody has decided about names; they go where it goes."""

from contextlib import closing

from graph.intake.against import attached
from graph.intake.convert import convert
from graph.intake.decisions import MatchDecision
from graph.intake.files import tables_of
from graph.load import load
from graph.redaction import Redaction, redact
from graph.selection import Selection, select
from graph.tables import write_tables
from store.people import Editor, Role
from store.store import open_store

ACTORS = (
    "id,name,type,location\n"
    "hs,Hochschule Muster,Hochschule,Musterstadt\n"
    "licht,Lichtwerk Maschinenbau GmbH,Unternehmen,Musterstadt\n"
    "zeiger,Zeiger AG,Unternehmen,Musterstadt\n"
)
IDENTIFIERS = "actor_id,scheme,value,says\nhs,pic,999000111,\nlicht,name@kanten,Lichtwerk Süd,is-not\n"
EDITOR = Editor("test", "1", "Test", Role.ADMIN)


def region(identifiers=IDENTIFIERS, **files):
    given = {"actors.csv": ACTORS, "projects.csv": "id,name\np,P\n", "identifiers.csv": identifiers}
    return {name: text.encode() for name, text in given.items()} | files


def table(dataset):
    return [tuple(row) for row in dataset.identifiers.itertuples(index=False)]


def test_the_table_is_read_and_written_as_it_is():
    report = load(region())

    assert table(report.dataset) == [
        ("hs", "pic", "999000111", ""),
        ("licht", "name@kanten", "Lichtwerk Süd", "is-not"),
    ]
    assert table(load(write_tables(report.dataset)).dataset) == table(report.dataset)


def test_an_identifier_of_nobody_is_left_out_with_a_finding():
    report = load(region("actor_id,scheme,value\nniemand,pic,1\nhs,pic,2\n"))

    assert table(report.dataset) == [("hs", "pic", "2", "")]
    assert [(issue.code, issue.value) for issue in report.errors] == [("unknown-identified", "niemand")]


def test_a_part_keeps_the_identifiers_of_its_actors_and_a_redaction_tells_nobody_by_them():
    data = load(region()).dataset

    assert [row[0] for row in table(select(data, Selection(types={"Hochschule"})))] == ["hs"]
    assert table(redact(data, Redaction(anonymous_types=frozenset({"Unternehmen"})))) == []
    assert len(redact(data, Redaction(amounts=True)).identifiers) == 2


def test_an_actor_of_a_register_is_found_by_its_identifier_whatever_its_name():
    register = (
        "projectID;organisationID;name;city;role;ecContribution\n"
        "1;999000111;UNIVERSITY OF APPLIED EXAMPLES;Anderswo;coordinator;10\n"
    )
    translation, open_ones = attached(convert({"organization.csv": register.encode()}), load(region()).dataset)

    assert translation.report.existing == 1
    assert open_ones == ()
    assert b"hs,pic,999000111" in tables_of(translation)["identifiers.csv"]


TIES = (
    "Von;Nach;Beziehung\n"
    "Lichtwerk Maschienenbau GmbH;Zeiger AG;Kooperation\n"
    "Zeiger Optik AG;Hochschule Muster;Kooperation\n"
)


def test_a_decision_is_remembered_and_nobody_is_asked_twice(tmp_path):
    with closing(open_store(f"sqlite:///{tmp_path / 'region.db'}")) as store:
        store.import_rows(EDITOR, store.preview_import(region("")))
        data = load(store.files()).dataset
        _, asked = attached(convert({"kanten.csv": TIES.encode()}), data)
        assert [(each.name, each.actor, each.reason, each.same) for each in asked] == [
            ("Lichtwerk Maschienenbau GmbH", "licht", "typing-error", True),
            ("Zeiger Optik AG", "zeiger", "same-group", False),
        ]
        says = {"licht": "same", "zeiger": "part"}
        decisions = [MatchDecision(each.own, each.name, each.scheme, each.actor, says[each.actor]) for each in asked]
        answered, left = attached(convert({"kanten.csv": TIES.encode()}), data, decisions)
        assert left == ()
        store.import_rows(EDITOR, store.preview_import(tables_of(answered)))
        taken = load(store.files()).dataset

        assert ("licht", "name@kanten", "Lichtwerk Maschienenbau GmbH", "is") in table(taken)
        assert ("zeiger", "name@kanten", "Zeiger Optik AG", "is-not") in table(taken)
        assert "part_of" in list(taken.ties["kind"])
        again, asked_again = attached(convert({"kanten.csv": TIES.encode()}), taken)
        assert asked_again == ()
        preview = store.preview_import(tables_of(again))
        assert (len(preview.new), len(preview.changed)) == (0, 0)


def test_a_merge_moves_identifiers_and_a_deletion_takes_them_along(tmp_path):
    with closing(open_store(f"sqlite:///{tmp_path / 'region.db'}")) as store:
        store.import_rows(EDITOR, store.preview_import(region()))
        store.merge(EDITOR, store.merge_preview("zeiger", "hs"))
        assert table(load(store.files()).dataset)[0] == ("zeiger", "pic", "999000111", "")

        snapshot = store.snapshot()
        gone = store.deletion("actors", "zeiger")
        assert [edit.table for edit in gone] == ["actors", "identifiers"]
        store.save(EDITOR, gone)
        assert [row[0] for row in table(load(store.files()).dataset)] == ["licht"]
        assert len(snapshot.entries["identifiers"]) == 2
