"""A store keeps rows, versions and history; what it hands out is what the reader of files sees."""

import pytest

from graph.load import load
from store import (
    ConflictError,
    Edit,
    Editor,
    NotAllowedError,
    Present,
    RefusedError,
    Role,
    Store,
    StoreError,
    open_store,
)

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
BEN = Editor("local", "ben", "Ben", Role.EDITOR)
VERA = Editor("local", "vera", "Vera", Role.VIEWER)


def actor(id: str, name: str, **cells: str) -> Edit:
    return Edit("actors", id, 0, {"id": id, "name": name, **cells})


def names(store: Store, revision: int | None = None) -> list[str]:
    return list(load(store.files(revision)).dataset.actors["name"])


def test_what_is_saved_is_read_like_a_file(store):
    store.save(ANNA, [actor("wiro", "WiRO"), actor("hs", "Hochschule Aalen", location="Aalen", note="neu")])

    actors = load(store.files()).dataset.actors
    assert actors[["id", "name", "location", "note"]].to_numpy().tolist() == [
        ["wiro", "WiRO", "", ""],
        ["hs", "Hochschule Aalen", "Aalen", "neu"],
    ]


def test_a_save_changes_only_the_cells_it_names_and_keeps_who_when_before_and_after(store):
    store.save(ANNA, [actor("hs", "Hochschule Aalen", location="Aalen")])

    saved = store.save(BEN, [Edit("actors", "hs", 1, {"name": "Hochschule Aalen – Technik"})], label="Sitzung")

    last, first = store.history("actors", "hs")
    assert (last.id, last.who, last.action, last.label, last.at) == (saved.id, "Ben", "save", "Sitzung", saved.at)
    assert [(f.column, f.before, f.after) for f in last.changes[0].fields] == [
        ("name", "Hochschule Aalen", "Hochschule Aalen – Technik")
    ]
    assert first.changes[0].before is None
    assert store.entry("actors", "hs").cells["location"] == "Aalen"
    assert store.entry("actors", "hs").version == 2
    assert store.revision == last.id


def test_the_second_of_two_editors_is_told_what_the_first_did_and_nothing_is_overwritten(store):
    store.save(ANNA, [actor("hs", "Hochschule Aalen")])
    store.save(BEN, [Edit("actors", "hs", 1, {"name": "HS Aalen"})])

    with pytest.raises(ConflictError) as caught:
        store.save(ANNA, [Edit("actors", "hs", 1, {"name": "Hochschule für Technik"}), actor("neu", "Neu")])

    conflict = caught.value.conflicts[0]
    assert (conflict.who, conflict.version) == ("Ben", 2)
    assert conflict.seen["name"] == "Hochschule Aalen"
    assert conflict.now.cells["name"] == "HS Aalen"
    assert conflict.mine.cells["name"] == "Hochschule für Technik"
    assert names(store) == ["HS Aalen"], "all edits of a save are done or none"


def test_who_edits_what_was_deleted_meanwhile_is_told_so(store):
    store.save(ANNA, [actor("hs", "Hochschule Aalen")])
    store.save(BEN, [Edit("actors", "hs", 1, None)])

    with pytest.raises(ConflictError) as caught:
        store.save(ANNA, [Edit("actors", "hs", 1, {"name": "HS"})])

    assert (caught.value.conflicts[0].now, caught.value.conflicts[0].who) == (None, "Ben")


def test_saving_what_stands_there_already_changes_nothing(store):
    store.save(ANNA, [actor("hs", "Hochschule Aalen")])

    assert store.save(ANNA, [Edit("actors", "hs", 1, {"name": "Hochschule Aalen"})]).id == 0
    assert len(store.history()) == 1


def test_a_row_the_reader_could_not_use_is_refused_with_its_findings(store):
    store.save(ANNA, [actor("hs", "Hochschule Aalen")])

    edits = [
        Edit("projects", "p", 0, {"id": "p", "name": "Projekt", "lead": "hs;hx", "start": "31.02.2026"}),
        Edit("actors", "hs", 1, {"name": "HS"}),
    ]
    with pytest.raises(RefusedError) as caught:
        store.save(ANNA, edits)

    assert [(i.code, i.line, i.column, i.value) for i in caught.value.issues] == [
        ("unreadable-date", 1, "start", "31.02.2026"),
        ("unknown-actor", 1, "lead", "hx"),
    ]
    assert store.check(edits)[:2] == list(caught.value.issues)
    assert names(store) == ["Hochschule Aalen"]


def test_a_table_never_grows_beyond_what_the_reader_takes(store, monkeypatch):
    store.save(ANNA, [actor("hs", "Hochschule Aalen")])
    monkeypatch.setattr("store.checking.MAX_ROWS", 1)
    monkeypatch.setattr("store.checking.MAX_FILE_BYTES", 100)

    with pytest.raises(RefusedError) as caught:
        store.save(ANNA, [actor("ihk", "IHK", description="x" * 100)])

    assert [(issue.code, issue.file) for issue in caught.value.issues] == [
        ("too-many-rows", "actors.csv"),
        ("too-large", "actors.csv"),
    ]


def test_what_others_refer_to_is_not_deleted(store):
    store.save(ANNA, [actor("hs", "Hochschule"), Edit("projects", "p", 0, {"id": "p", "name": "P", "lead": "hs"})])

    with pytest.raises(RefusedError) as caught:
        store.save(ANNA, [Edit("actors", "hs", 1, None)])

    assert [(issue.code, issue.line, issue.value) for issue in caught.value.issues] == [("unknown-actor", 0, "hs")]


def test_the_id_of_a_row_stays(store):
    store.save(ANNA, [actor("hs", "Hochschule")])

    with pytest.raises(RefusedError, match="fixed-id"):
        store.save(ANNA, [Edit("actors", "hs", 1, {"id": "hochschule"})])


def test_who_may_only_look_cannot_change_anything(store):
    for attempt in (
        lambda: store.save(VERA, [actor("x", "X")]),
        lambda: store.undo(VERA, 1),
        lambda: store.hold_state(VERA, "Stand"),
        lambda: store.put_document(VERA, "mappe", "Titel", "{}"),
    ):
        with pytest.raises(NotAllowedError):
            attempt()
    assert store.revision == 0


def test_any_change_can_be_undone_and_the_undoing_too(store):
    store.save(ANNA, [actor("hs", "Hochschule"), actor("ihk", "IHK")])
    before = store.files()
    changed = store.save(BEN, [Edit("actors", "hs", 1, None), Edit("actors", "ihk", 1, {"note": "neu", "name": "I"})])
    after = store.files()

    undone = store.undo(ANNA, changed.id)
    assert store.files() == before, "rows keep their places and new columns go"
    assert (undone.action, undone.undoes) == ("undo", changed.id)
    assert [entry.undone_by for entry in store.history()] == [None, undone.id, None]

    store.undo(ANNA, undone.id)
    assert store.files() == after
    assert len(store.history()) == 4, "history is never deleted"


def test_what_was_touched_since_is_not_undone_in_silence(store):
    store.save(ANNA, [actor("hs", "Hochschule")])
    renamed = store.save(ANNA, [Edit("actors", "hs", 1, {"name": "HS"})])
    store.save(BEN, [Edit("actors", "hs", 2, {"location": "Aalen"})])

    with pytest.raises(ConflictError) as caught:
        store.undo(ANNA, renamed.id)

    assert caught.value.conflicts[0].who == "Ben"


def test_what_every_page_says_of_a_store_is_of_one_moment(store):
    assert store.present == Present(revision=0, last_erasure=0, states=())

    store.save(ANNA, [actor("hs", "Hochschule")])
    first, last = store.hold_state(ANNA, "Klausur"), store.hold_state(ANNA, "Lenkungsgruppe 12/2026")

    assert store.present == Present(revision=1, last_erasure=0, states=(last, first))


def test_a_named_state_stays_what_it_was(store):
    store.save(ANNA, [actor("hs", "Hochschule")])
    state = store.hold_state(ANNA, "Lenkungsgruppe 12/2026")
    store.save(BEN, [Edit("actors", "hs", 1, {"name": "HS", "neu": "x"}), actor("ihk", "IHK")])

    assert names(store, state.revision) == ["Hochschule"]
    assert "neu" not in load(store.files(state.revision)).dataset.actors
    assert names(store) == ["HS", "IHK"]
    assert [(s.name, s.who) for s in store.states()] == [("Lenkungsgruppe 12/2026", "Anna")]
    with pytest.raises(StoreError, match="name-taken"):
        store.hold_state(BEN, " Lenkungsgruppe 12/2026 ")
    store.drop_state(BEN, state.id)
    assert store.states() == ()


def test_a_document_is_read_by_its_link_and_not_overwritten_in_silence(store):
    kept = store.put_document(ANNA, "mappe", "Für den Kreistag", "{}")
    assert store.get_document(kept.id) == kept
    assert len(kept.id) >= 22, "nobody guesses it"

    newer = store.put_document(BEN, "mappe", "Für den Kreistag", "[1]", id=kept.id, version=1)
    with pytest.raises(ConflictError):
        store.put_document(ANNA, "mappe", "Mein Titel", "{}", id=kept.id, version=1)

    assert store.documents("mappe") == (newer,)
    store.drop_document(ANNA, kept.id)
    assert store.get_document(kept.id) is None


def test_what_others_did_between_the_check_and_the_writing_is_seen(store, store_url, monkeypatch):
    """Ben gives an actor a project while the deletion of that actor has been checked but not yet written."""
    other = open_store(store_url)
    store.save(ANNA, [actor("hs", "Hochschule"), Edit("projects", "p", 0, {"id": "p", "name": "P"})])
    waiting = [lambda: other.save(BEN, [Edit("projects", "p", 1, {"lead": "hs"})])]
    find = store.known.of

    def interrupted(snapshot):
        while waiting:
            waiting.pop()()
        return find(snapshot)

    monkeypatch.setattr(store.known, "of", interrupted)
    with pytest.raises(RefusedError, match="unknown-actor hs"):
        store.save(ANNA, [Edit("actors", "hs", 1, None)])

    assert load(store.files()).errors == []
    other.close()


def test_two_stores_of_one_address_see_each_other_at_once(store, store_url):
    other = open_store(store_url)
    store.save(ANNA, [actor("hs", "Hochschule")])

    assert names(other) == ["Hochschule"]
    assert other.revision == store.revision
    other.close()
