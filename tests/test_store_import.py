"""Files into a store and out again: nothing is lost, and what differs is shown before it is taken over."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.load import load
from graph.tables import write_tables
from store import Edit, Editor, RefusedError, Role, Store, open_store
from tests import strategies

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/region.db")
    yield opened
    opened.close()


def filled(store: Store, files) -> Store:
    store.import_rows(ANNA, store.preview_import(files))
    return store


def texts(**tables: str) -> dict[str, bytes]:
    return {f"{name}.csv": text.encode() for name, text in tables.items()}


REGION = texts(
    actors="id,name,location,Merkmal\nhs,Hochschule Aalen,Aalen,a\nihk,IHK,,\n",
    projects="id,name,lead,partners,budget_eur\np,Wasserstoff,hs,hs;ihk,1000\n",
    links="from_id,to_id,kind,amount_eur\nihk,p,fördert,500\n",
    events="project_id,start,label\np,2026-01,Auftakt\n",
)


def test_the_shipped_data_come_back_as_they_went_in(store, repository):
    shipped = load(repository / "data")

    again = load(filled(store, repository / "data").files())

    assert again.dataset.fingerprint == shipped.dataset.fingerprint
    assert [issue.code for issue in again.issues] == [issue.code for issue in shipped.issues]
    assert len(store.history()) == 1, "an import is one change"


def test_what_was_taken_over_brings_nothing_new(store, repository):
    filled(store, repository / "data")

    assert store.preview_import(repository / "data").rows == ()
    assert store.preview_import(store.files()).rows == ()
    assert store.preview_import(write_tables(load(repository / "data").dataset)).rows == (), "our own export"


def test_the_preview_has_three_lists(store):
    filled(store, REGION)

    preview = store.preview_import(
        texts(
            actors="Kennung;Bezeichnung;Ort;Merkmal\nhs;Hochschule Aalen;Aalen und Gmünd;a\nneu;Neu;;\n",
            projects='id,name,lead,partners,budget_eur\np,Wasserstoff,hs,hs; ihk,"1.000,00 €"\n',
        )
    )

    assert [(row.key, dict(row.after)) for row in preview.new] == [("actors/neu", {"id": "neu", "name": "Neu"})]
    assert [(row.key, [(f.column, f.before, f.after) for f in row.fields]) for row in preview.changed] == [
        ("actors/hs", [("location", "Aalen", "Aalen und Gmünd")])
    ], "the budget is written in another way, which is no change"
    assert [row.key for row in preview.missing] == ["actors/ihk"], "ties and events are not among the files"


def test_a_part_is_taken_over_in_one_change_and_undone_at_once(store):
    before = filled(store, REGION).files()
    preview = store.preview_import(texts(actors="id,name,Neue Spalte\nhs,HS,x\nneu,Neu,\n", projects="id,name\n"))

    taken = store.import_rows(ANNA, preview, {"actors/hs", "actors/neu"}, label="Liste vom 1. Juni")

    assert list(load(store.files()).dataset.actors["name"]) == ["HS", "IHK", "Neu"]
    assert (taken.action, taken.label, len(taken.changes)) == ("import", "Liste vom 1. Juni", 2)
    store.undo(ANNA, taken.id)
    assert store.files() == before


def test_missing_rows_are_deleted_only_when_chosen_and_only_without_damage(store):
    filled(store, REGION)
    preview = store.preview_import(texts(events="project_id,start,label\n"))

    assert [row.fields[1].before for row in preview.missing] == ["2026-01"]
    store.import_rows(ANNA, preview, [row.key for row in preview.missing])

    assert len(load(store.files()).dataset.events) == 0


def test_rows_with_faults_are_kept_as_a_file_keeps_them(store):
    faulty = texts(
        actors="id,name\nhs,HS\nhs,Hochschule\n,Namenlos\n",
        projects="id,name,start,lead\np,P,31.02.2026,wiro\n",
    )

    again = load(filled(store, faulty).files())

    assert [issue.code for issue in again.issues] == [issue.code for issue in load(faulty).issues]
    assert len(store.entries("actors")) == 3
    assert store.preview_import(faulty).rows == ()


def test_columns_about_persons_are_kept_out_unless_switched_on(store, monkeypatch):
    files = texts(actors="id,name,Ansprechpartner,contact_email\nhs,HS,Frau Muster,m@hs.de\n", projects="id,name\n")

    found = [(i.code, i.value) for i in store.preview_import(files).issues if i.code == "personal-column"]
    filled(store, files)

    assert found == [("personal-column", "Ansprechpartner"), ("personal-column", "contact_email")]
    assert dict(store.entry("actors", "hs").cells) == {"id": "hs", "name": "HS"}
    edit = Edit("actors", "hs", 1, {"contact_name": "Frau Muster"})
    assert (store.check([edit])[0].code, store.check([edit])[0].line) == ("personal-column", 1)
    with pytest.raises(RefusedError, match="personal-column"):
        store.save(ANNA, [edit])

    monkeypatch.setenv("AKTEURSNETZ_PERSONS", "yes")
    filled(store, files)
    assert store.entry("actors", "hs").cells["Ansprechpartner"] == "Frau Muster"
    monkeypatch.delenv("AKTEURSNETZ_PERSONS")
    assert b"Frau Muster" not in store.files()["actors.csv"], "and never shown where switched off"
    assert "Ansprechpartner" not in store.entry("actors", "hs").cells
    assert "Ansprechpartner" not in store.history()[0].changes[0].after
    store.save(ANNA, [Edit("actors", "hs", 2, {"name": "Hochschule"})])
    monkeypatch.setenv("AKTEURSNETZ_PERSONS", "yes")
    assert store.entry("actors", "hs").cells["Ansprechpartner"] == "Frau Muster", "nor lost"


hostile = st.text(st.one_of(st.characters(exclude_categories=("Cs", "Cc")), st.sampled_from("\n\t'=+@,;")), max_size=12)


@given(tables=strategies.tables(), extra=hostile, cells=st.lists(hostile, min_size=6, max_size=6))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_data_come_back_as_they_went_in(tmp_path_factory, tables, extra, cells):
    for row, text in zip(tables["actors"], cells, strict=False):
        row |= {"description": text, "locator": text[::-1]}
    files = strategies.files(tables)
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('store')}/region.db")
    header = files["actors.csv"].split(b"\n", 1)
    files["actors.csv"] = b"\n".join((header[0] + b',"' + extra.replace('"', "").encode() + b'"', header[1]))
    once = load(files)

    filled(store, files)
    state = store.hold_state(ANNA, "Vorher")
    again = load(store.files())
    name = next(iter(store.entries("actors")))
    saved = store.import_rows(ANNA, store.preview_import(texts(actors=f"id,name\n{name},{name} neu\n")))
    store.undo(ANNA, saved.id)

    assert again.dataset.fingerprint == once.dataset.fingerprint
    assert store.files(state.revision) == store.files(), "a state stays, and undo brings back what was"
    store.close()
