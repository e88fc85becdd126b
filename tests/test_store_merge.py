"""Duplicates, ties and deletions: what hangs on a row is shown before anything moves."""

import pytest

from graph.load import load
from store import Editor, Role, StoreError, open_store, ties

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)

REGION = {
    "actors.csv": "id,name,location,aliases,reference\n"
    "hs,Hochschule Aalen,,HAA,s1\nhs2,HS Aalen,Aalen,,s2\nihk,IHK,,,\nnetz,Netz,,,\n",
    "projects.csv": "id,name,lead,partners\np,Wasserstoff,HS2,hs;hs2;ihk\nq,Photonik,,ihk\n",
    "links.csv": "from_id,to_id,kind,amount_eur,amount_basis,note\n"
    "hs2,netz,member_of,,,\nhs,netz,member_of,,,\nhs2,hs,cooperates_with,,,\nihk,q,funds,500,granted,erste\n"
    "hs2,q,funds,300,granted,\n",
    "sources.csv": "id,title\ns1,Eins\ns2,Zwei\n",
    "events.csv": "project_id,start,label\np,2026-01,Auftakt\n",
}


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/region.db")
    opened.import_rows(ANNA, opened.preview_import({name: text.encode() for name, text in REGION.items()}))
    yield opened
    opened.close()


def tie_ids(store) -> list[str]:
    return sorted(load(store.files()).dataset.ties["id"])


def test_pairs_that_may_be_one_are_suggested(store):
    assert [(pair.table, pair.keep, pair.drop, pair.code) for pair in store.duplicates()] == [
        ("actors", "hs", "hs2", "near-duplicate-name")
    ]


def test_a_merge_shows_every_tie_that_moves_and_is_one_change_that_can_be_undone(store):
    before = store.files()

    merge = store.merge_preview("hs", "hs2")
    assert {field.column: field.after for field in merge.fields} == {
        "location": "Aalen",
        "aliases": "HAA;HS Aalen",
        "reference": "s1;s2",
    }
    moving = [(one.entry.table, one.entry.cells.get("kind") or one.entry.id, one.column) for one in merge.moved]
    assert moving == [("links", "funds", "from_id"), ("projects", "p", "lead"), ("projects", "p", "partners")]
    assert [(entry.cells["from_id"], entry.cells["kind"]) for entry in merge.gone] == [
        ("hs2", "member_of"),
        ("hs2", "cooperates_with"),
    ], "said twice, and a tie with itself"
    assert store.files() == before, "nothing is merged by looking"

    done = store.merge(ANNA, merge)
    assert tie_ids(store) == [
        *("hs>funds>q", "hs>leads>p", "hs>member_of>netz", "hs>partner>p"),
        *("ihk>funds>q", "ihk>partner>p", "ihk>partner>q"),
    ]
    assert store.duplicates() == ()
    store.undo(ANNA, done.id)
    assert store.files() == before


def test_only_rows_of_one_table_are_merged(store):
    with pytest.raises(StoreError, match="not-found"):
        store.merge_preview("hs", "p")


def test_a_deletion_takes_what_hangs_on_the_row_with_it(store):
    before = store.files()
    hanging = [(one.entry.table, one.column, one.whole) for one in store.references("actors", "hs2")]
    assert hanging == [
        *(("links", "from_id", True), ("links", "from_id", True), ("links", "from_id", True)),
        *(("projects", "lead", False), ("projects", "partners", False)),
    ]

    done = store.save(ANNA, store.deletion("actors", "hs2"), action="delete")
    report = load(store.files())
    assert tie_ids(store) == ["hs>member_of>netz", "hs>partner>p", "ihk>funds>q", "ihk>partner>p", "ihk>partner>q"]
    assert report.errors == []

    store.undo(ANNA, done.id)
    assert store.files() == before
    store.save(ANNA, store.deletion("projects", "p"), action="delete")
    assert len(load(store.files()).dataset.events) == 0


def test_a_tie_that_only_a_project_lists_gets_a_row_when_it_is_changed(store):
    store.save(ANNA, ties.changed(store.snapshot(), "ihk>partner>p", {"note": "Beirat"}))

    table = load(store.files()).dataset.ties.set_index("id")
    assert table.loc["ihk>partner>p", "note"] == "Beirat"
    assert "ihk>partner>p#2" not in table.index


def test_a_tie_that_is_turned_into_another_kind_is_no_longer_listed(store):
    store.save(ANNA, ties.changed(store.snapshot(), "ihk>partner>p", {"kind": "supports"}))

    assert [name for name in tie_ids(store) if name.startswith("ihk") and name.endswith(">p")] == ["ihk>supports>p"]


def test_a_tie_is_removed_wherever_it_is_stated(store):
    store.save(ANNA, ties.changed(store.snapshot(), "ihk>partner>p", {"note": "Beirat"}))

    store.save(ANNA, ties.removed(store.snapshot(), "ihk>partner>p"))

    assert store.entry("projects", "p").cells["partners"] == "hs;hs2"
    assert "ihk>partner>p" not in tie_ids(store)


def test_of_two_grants_of_one_funder_one_is_removed(store):
    second = {"from_id": "ihk", "to_id": "q", "kind": "funds", "amount_eur": "700", "amount_basis": "granted"}
    store.save(ANNA, ties.added(second))
    assert "ihk>funds>q#2" in tie_ids(store)

    store.save(ANNA, ties.removed(store.snapshot(), "ihk>funds>q"))

    grants = load(store.files()).dataset.ties.set_index("id")
    assert grants.loc["ihk>funds>q", "amount_eur"] == 700
