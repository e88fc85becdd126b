"""What is kept about somebody can be handed out, and is gone for good when it is erased."""

import json

import pytest
from sqlalchemy import select

from graph.load import load
from store import Edit, Editor, NotAllowedError, Role, StoreError, open_store, places_of, register
from store.engine import reading
from store.pattern import MARK
from store.register import LastAdminError
from store.schema import entry

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
ADMIN = Editor("local", "admin", "Ada", Role.ADMIN)
PLANTED = "Zz-Löschtest-4711"


def plant(store) -> None:
    """Leave the text wherever a person could leave it."""
    named = Editor("local", PLANTED, f"Frau {PLANTED}", Role.EDITOR)
    store.save(named, [Edit("actors", "hs", 0, {"id": "hs", "name": "HS", "description": f"Leitung: {PLANTED}."})])
    store.save(ANNA, [Edit("actors", "hs", 1, {"description": "", "location": PLANTED})], label=f"ohne {PLANTED}")
    store.save(ANNA, [Edit("actors", "", 0, {"id": PLANTED, "name": PLANTED.upper(), PLANTED: "x"})])
    store.save(
        ANNA, [Edit("projects", "p", 0, {"id": "p", "name": "P", "lead": "hs", "partners": f"hs;{PLANTED.lower()}"})]
    )
    store.hold_state(ANNA, f"Stand {PLANTED}")
    store.put_document(ANNA, "mappe", "Mappe", json.dumps({"title": PLANTED}))


def test_everything_about_somebody_is_handed_out(store):
    plant(store)

    holding = store.about(ADMIN, PLANTED.casefold())

    assert [entry["id"] for entry in holding.entries] == ["hs", PLANTED, "p"]
    assert len(holding.changes) == 4
    assert [row["label"] for row in holding.changesets] == ["", f"ohne {PLANTED}"]
    assert {table: len(rows) for table, rows in holding.others.items()} == {"state": 1, "document": 1, "person": 0}
    assert json.loads(holding.as_json())["entries"][0]["cells"]["location"] == PLANTED
    assert store.about(ADMIN, "Niemand").is_empty


def test_places_say_which_columns_hold_it_and_how_often_before_it_is_erased(store):
    plant(store)

    places = places_of(store.about(ADMIN, PLANTED), PLANTED)

    assert [(place.kind, place.table, place.columns, place.rows) for place in places] == [
        ("entry", "actors", ("location",), 1),
        ("entry", "actors", ("id", "name", PLANTED), 1),
        ("entry", "projects", ("partners",), 1),
        ("change", "actors", ("description", "location"), 2),
        ("change", "actors", ("id", "name", PLANTED), 1),
        ("change", "projects", ("partners",), 1),
        ("changeset", "", ("who_subject", "who_name", "label"), 2),
        ("state", "", ("name",), 1),
        ("document", "", ("content",), 1),
    ]
    rows = {kind: sum(place.rows for place in places if place.kind == kind) for kind in ("entry", "change")}
    erased = store.erase(ADMIN, PLANTED)
    assert (erased.entries, erased.changes) == (rows["entry"], rows["change"])
    assert places_of(store.about(ADMIN, PLANTED), PLANTED) == ()


def test_what_is_erased_is_nowhere_any_more_and_the_data_still_hang_together(store, tmp_path):
    plant(store)
    revision = store.revision
    ties = len(load(store.files()).dataset.ties)

    erased = store.erase(ADMIN, PLANTED)

    assert (erased.entries, erased.changes, erased.left) == (3, 4, ())
    assert store.about(ADMIN, PLANTED).is_empty
    report = load(store.files())
    assert (len(report.dataset.ties), report.errors) == (ties, []), "ids are replaced wherever they stand"
    assert set(report.dataset.actors["id"]) == {"hs", MARK}
    assert store.revision > revision, "everybody gets the new data with their next look"
    gone = [PLANTED.casefold().encode(), PLANTED.encode(), json.dumps(PLANTED)[1:-1].encode()]
    kept = [*store.files().values(), *store.files(2).values(), *(f.read_bytes() for f in tmp_path.glob("region.db*"))]
    assert [text for text in gone for content in kept if text in content or text in content.lower()] == []
    assert store.history()[0].action == "erase"
    assert store.present.last_erasure == store.revision


def test_copies_that_still_hold_it_are_named(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/region.db")
    plant(store)
    (tmp_path / "alt.csv").write_text(f"id\n{PLANTED}\n", "utf-8")

    assert store.erase(ADMIN, PLANTED).left == ("alt.csv",)
    store.close()


def test_who_reads_meanwhile_can_only_delay_that_the_database_is_rewritten(tmp_path, monkeypatch):
    monkeypatch.setattr("store.engine.PATIENCE_SECONDS", 0)
    monkeypatch.setattr("store.engine._PRAGMAS", ("busy_timeout = 0", "journal_mode = WAL", "secure_delete = ON"))
    store = open_store(f"sqlite:///{tmp_path}/region.db")
    plant(store)
    with reading(store.engine) as connection:
        connection.execute(select(entry)).all()

        erased = store.erase(ADMIN, PLANTED)

        assert (erased.entries, erased.rewritten) == (3, False)
        assert set(erased.left) & {"region.db", "region.db-wal"}, "where it still stands is said"
    assert store.about(ADMIN, PLANTED).is_empty
    again = store.erase(ADMIN, PLANTED)
    assert (again.entries, again.rewritten, again.left) == (0, True, ())
    store.close()


def test_a_row_is_erased_with_its_history_when_nothing_hangs_on_it(store):
    store.save(ANNA, [Edit("actors", "hs", 0, {"id": "hs", "name": "Frau Muster"})])
    store.save(ANNA, [Edit("projects", "p", 0, {"id": "p", "name": "P", "lead": "hs"})])

    with pytest.raises(StoreError, match="in-use"):
        store.erase_entry(ADMIN, "actors", "hs")
    store.save(ANNA, [Edit("projects", "p", 1, {"lead": ""})])
    store.erase_entry(ADMIN, "actors", "hs")

    assert store.about(ADMIN, "Frau Muster").is_empty
    assert len(load(store.files(1)).dataset.actors) == 0, "earlier states do not show it either"


@pytest.mark.parametrize("text", ["", " ", "Li", "a.b", f"{MARK}!"])
def test_a_text_that_stands_nearly_everywhere_is_neither_looked_for_nor_erased(store, text):
    store.save(ANNA, [Edit("actors", "hs", 0, {"id": "hs", "name": "Linden a.b"})])

    for attempt in (store.about, store.erase):
        with pytest.raises(StoreError, match="too-short"):
            attempt(ADMIN, text)
    assert store.entry("actors", "hs").cells["name"] == "Linden a.b"


def test_the_account_of_the_last_admin_stays_and_with_it_everything_else(store):
    register.arrive(store.engine, "https://login.example.de", "ada", "Ada Ahorn", ["ada"])
    register.arrive(store.engine, "https://login.example.de", "ben", "Ben Ahorn")
    store.save(ANNA, [Edit("actors", "hs", 0, {"id": "hs", "name": "Ahorn GmbH"})])

    with pytest.raises(LastAdminError):
        store.erase(ADMIN, "Ahorn")
    assert store.entry("actors", "hs").cells["name"] == "Ahorn GmbH"

    register.appoint(store.engine, "https://login.example.de", "ben", Role.ADMIN)
    assert store.erase(ADMIN, "Ada Ahorn").others == 1
    assert [person.subject for person in register.everybody(store.engine)] == ["ben"]


def test_only_admins_ask_and_erase(store):
    for attempt in (
        lambda: store.about(ANNA, "Muster"),
        lambda: store.erase(ANNA, "Muster"),
        lambda: store.erase_entry(ANNA, "actors", "hs"),
    ):
        with pytest.raises(NotAllowedError):
            attempt()
