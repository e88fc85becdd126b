"""Files into a store and out again: nothing is lost, and what differs is shown before it is taken over."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.load import load
from graph.tables import write_tables
from store import Edit, Editor, RefusedError, Role, Store, StoreError, open_store
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


FARM = texts(
    actors="id;name\namt;Amt für Wegebau\nhof;Hof Lindenau\nbank;Bank Waldau\n",
    projects="id;name;lead;partners;funders\nweg;Neuer Feldweg;amt;hof;bank\n",
)
MOVED = {
    **FARM,
    **texts(
        projects="id;name;lead;partners;funders\nweg;Neuer Feldweg;;;\n",
        links="from_id;to_id;kind\namt;weg;leitet\nhof;weg;beteiligt\nbank;weg;fördert\n",
    ),
}
TIES = ["amt>leads>weg", "bank>funds>weg", "hof>partner>weg"]


def ties_in(store: Store) -> list[str]:
    return sorted(load(store.files()).dataset.ties["id"])


def test_ties_that_move_from_a_list_to_links_csv_and_back_are_kept(store):
    """The files are compared with the store as it will be after them, not as it was before."""
    filled(store, FARM)

    moved = store.preview_import(MOVED)
    assert [row.after["from_id"] for row in moved.new] == ["amt", "hof", "bank"]
    assert [row.key for row in moved.changed] == ["projects/weg"]
    filled(store, MOVED)
    assert ties_in(store) == TIES
    assert store.preview_import(MOVED).rows == (), "the same files once more bring nothing"

    filled(store, FARM)
    assert ties_in(store) == TIES
    assert store.preview_import(FARM).rows == ()


@pytest.mark.parametrize(
    ("list_", "kind"),
    [("lead", "leitet"), ("partners", "participant"), ("funders", "Fördergeber"), ("funders", "funds")],
)
def test_each_list_may_lose_its_tie_to_links_csv_in_any_words(store, list_, kind):
    filled(store, texts(actors="id,name\na,A\n", projects=f"id,name,{list_}\np,P,A\n"))
    once = ties_in(store)

    filled(store, texts(projects=f"id,name,{list_}\np,P,\n", links=f"from_id,to_id,kind\na,P,{kind}\n"))

    assert ties_in(store) == once != []


def test_a_tie_that_is_listed_before_and_after_is_not_entered_twice(store):
    filled(store, FARM)

    listed = texts(links="from_id,to_id,kind,certainty\nHOF,weg,beteiligt,belegt\n")
    assert store.preview_import(listed).rows == ()
    more = texts(links="from_id,to_id,kind,note\nhof,weg,beteiligt,\nhof,weg,beteiligt,Beirat\n")
    assert len(store.preview_import(more).new) == 2, "two ties of one name stay two"


def test_one_table_alone_is_checked_together_with_what_the_store_holds(store):
    filled(store, FARM)

    assert store.preview_import({"links.csv": MOVED["links.csv"]}).issues == ()
    found = store.preview_import(texts(projects="id,name,lead,start\nneu,Neu,amt;baank,31.02.2026\n")).issues
    assert [(i.file, i.line, i.column, i.code, i.value, i.hint) for i in found if i.severity != "info"] == [
        ("projects.csv", 2, "start", "unreadable-date", "31.02.2026", ""),
        ("projects.csv", 2, "lead", "unknown-actor", "baank", "bank"),
    ]


def test_findings_of_the_store_are_not_findings_of_the_files(store):
    filled(store, texts(actors="id,name,website\nhs,HS,javascript:1\nhs2,HS 2,\n", projects="id,name,lead\np,P,wiro\n"))

    found = store.preview_import(texts(actors="id,name\nhs2,HS 3\nneu,Neu\n")).issues

    assert [(i.file, i.line, i.column, i.code) for i in found] == [("actors.csv", 0, "reference", "no-source")]


def test_ids_that_differ_by_an_apostrophe_stay_apart_and_come_back_as_they_were(store):
    files = texts(actors="id,name\n=x,Eins\n'=x,Zwei\n''=x,Drei\n'''=x,Vier\n", projects="id,name,lead\np,P,'=x\n")

    preview = store.preview_import(files)
    assert [(i.line, i.value, i.hint) for i in preview.issues if i.code == "duplicate-id"] == [(3, "=x", "2")]
    done = store.import_rows(ANNA, preview)

    names = {(row.cells["id"], row.cells["name"]) for row in store.entries("actors").values()}
    assert names == {("=x", "Eins"), ("=x", "Zwei"), ("'=x", "Drei"), ("''=x", "Vier")}
    assert store.preview_import(files).rows == ()
    assert load(store.files()).dataset.fingerprint == load(files).dataset.fingerprint
    store.save(ANNA, [Edit("actors", "'=x", 1, {"description": "'=1+1"})])
    changed = store.files()
    store.undo(ANNA, store.save(ANNA, store.deletion("actors", "'=x"), action="delete").id)
    assert store.files() == changed
    assert store.entry("actors", "'=x").cells["description"] == "'=1+1"
    assert done.entries == 5


def test_what_no_form_can_ask_for_is_refused_without_quoting_data(store):
    edits = [Edit("actors", "Geheim", 0, {"id": "Geheim", "name": "Geheim"})] * 2

    with pytest.raises(ValueError, match="a row is edited twice") as caught:
        store.save(ANNA, edits)

    assert "Geheim" not in str(caught.value)


REGISTERED = texts(
    actors="id,name,reference\nhs,HS,s1\nihk,IHK,s1;s2\nneu,Neu,s2\n",
    projects="id,name,lead,reference\np,P,hs,s1\nq,Q,ihk,s2\n",
    sources="id,title\ns1,Eins\ns2,Zwei\n",
    about="key,value\ntitle,Region\n",
)


def test_rows_of_other_sources_are_not_missing_from_the_files_of_one(store):
    filled(store, REGISTERED)
    of_one = texts(
        actors="id,name,reference\nihk,IHK,s1;s2\n",
        projects="id,name,reference\n",
        sources="id,title\ns3,Drei\n",
        about="key,value\n",
    )

    by_themselves = store.preview_import({**of_one, **texts(actors="id,name,reference\nneu,Neu,s2\n")})
    assert [row.key for row in by_themselves.missing] == ["actors/ihk", "projects/q", "sources/s2"]
    assert [row.key for row in store.preview_import(of_one, source_id="S1").missing] == [
        *("actors/hs", "projects/p", "sources/s1")
    ]
    without = store.preview_import(texts(actors="id,name\nhs,HS\n"))
    assert [row.key for row in without.missing] == ["actors/ihk", "actors/neu"], "files without sources speak of all"


def test_files_that_are_no_tables_are_not_taken_for_the_same_data(store):
    preview = filled(store, REGION).preview_import({"foekat.csv": b'="FKZ";="Ressort"\n="13X";="BMBF"\n'})

    assert (preview.is_understood, preview.rows) == (False, ())
    assert [(issue.file, issue.code) for issue in preview.unread] == [("foekat.csv", "unknown-table")]


def test_a_log_holds_what_the_database_says_of_itself_and_no_data():
    asked = StoreError("name-taken", "Lenkungsgruppe 12/2026")
    failed = StoreError("write-failed", 'duplicate key value violates "entry_pkey"\nDETAIL: Key (id)=(geheim) exists.')
    failed.__cause__ = OSError()

    assert asked.logged == "name-taken"
    assert failed.logged == 'write-failed: duplicate key value violates "entry_pkey"'


def test_what_somebody_changed_since_the_import_is_kept_unless_it_is_chosen(store):
    filled(store, REGION)
    store.save(ANNA, [Edit("actors", "hs", 1, {"location": "Ulm"})])
    again = store.preview_import(
        texts(actors="id,name,location,Merkmal\nhs,Hochschule Aalen,Heubach,b\nihk,IHK Ostwürttemberg,,\n")
    )

    assert [(row.key, [(f.column, f.after) for f in row.fields]) for row in again.changed] == [
        ("actors/hs", [("Merkmal", "b")]),
        ("actors/ihk", [("name", "IHK Ostwürttemberg")]),
    ]
    assert [(row.key, [(f.column, f.before, f.after) for f in row.fields]) for row in again.contested] == [
        ("actors/hs?", [("location", "Ulm", "Heubach")])
    ]
    store.import_rows(ANNA, again)
    assert store.snapshot().find("actors", "hs").cells["location"] == "Ulm"
    assert store.snapshot().find("actors", "hs").cells["Merkmal"] == "b"


def test_both_parts_of_a_contested_row_are_taken_over_together(store):
    filled(store, REGION)
    store.save(ANNA, [Edit("actors", "hs", 1, {"location": "Ulm"})])
    again = store.preview_import(texts(actors="id,name,location,Merkmal\nhs,Hochschule Aalen,Aalen,b\nihk,IHK,,\n"))

    store.import_rows(ANNA, again, ["actors/hs", "actors/hs?"])

    assert store.snapshot().find("actors", "hs").cells == {
        "id": "hs",
        "name": "Hochschule Aalen",
        "location": "Aalen",
        "Merkmal": "b",
    }


def test_what_somebody_deleted_since_the_import_does_not_come_back_by_itself(store):
    filled(store, texts(actors="id,name\nhs,Hochschule\nihk,IHK\n"))
    store.save(ANNA, [Edit("actors", "ihk", 1, None)], "delete")
    again = store.preview_import(texts(actors="id,name\nhs,Hochschule\nihk,IHK\n"))

    assert ([row.key for row in again.new], [row.key for row in again.contested]) == ([], ["actors/ihk"])


def test_an_import_that_was_undone_has_changed_nothing(store):
    files = texts(actors="id,name\nhs,Hochschule\n")
    done = store.import_rows(ANNA, store.preview_import(files))
    store.undo(ANNA, done.id)

    assert [row.key for row in store.preview_import(files).new] == ["actors/hs"]
