"""Of two rows that say the same the better supported one is left, with the sources of both; what differs is decided."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from graph.load import load
from store import Editor, Role, Store, open_store
from tests import strategies

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
ACTORS = "id,name\nhs,Hochschule\nhs2,HS\nnetz,Netz\n"
COLUMNS = "from_id,to_id,kind,certainty,reference,locator"


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/region.db")
    yield opened
    opened.close()


def holding(store: Store, **tables: str) -> Store:
    files = {"actors": ACTORS, "projects": "id,name\np,P\n", **tables}
    store.import_rows(ANNA, store.preview_import({f"{name}.csv": text.encode() for name, text in files.items()}))
    return store


def merged(store: Store, keep: str = "hs", drop: str = "hs2", taken=()) -> list[dict]:
    """Merge, and return the filled cells of all ties as `graph.load` reads them, without their ids."""
    store.merge(ANNA, store.merge_preview(keep, drop, taken))
    report = load(store.files())
    assert report.errors == []
    rows = report.dataset.ties.drop(columns="id").to_dict("records")
    return [{column: value for column, value in row.items() if value not in ("", None)} for row in rows]


@pytest.mark.parametrize(
    ("hs", "hs2", "joined"),
    [
        ("unbestätigt,A,", "belegt,B,Seite 4", ("confirmed", "A;B", "Seite 4")),
        ("belegt,B,Seite 4", "unbestätigt,A,", ("confirmed", "B;A", "Seite 4")),
        ("unbestätigt,A,Seite 1", "widersprüchlich,A,Seite 2", ("unconfirmed", "A", "Seite 1; Seite 2")),
        (",A,", "unbestätigt,a;B,", ("confirmed", "A;B", None)),
        ("unbestätigt,A,", ",,", ("confirmed", "A", None)),
    ],
)
def test_the_better_certainty_is_left_with_the_sources_and_places_of_both(store, hs, hs2, joined):
    """An empty certainty is confirmed, as everywhere; a kind is the same in any words."""
    links = f"{COLUMNS}\nhs,netz,Mitglied,{hs}\nHS2,netz,member_of,{hs2}\n"

    (tie,) = merged(holding(store, links=links))

    assert (tie["from_id"], tie["kind"]) == ("hs", "member_of")
    assert (tie["certainty"], tie["reference"], tie.get("locator")) == joined


def test_every_cell_in_which_two_ties_differ_is_in_the_preview(store):
    links = f"{COLUMNS}\nhs,netz,Mitglied,unbestätigt,A,\nhs2,netz,Mitglied,belegt,B,Seite 4\n"

    (joined,) = holding(store, links=links).merge_preview("hs", "hs2").joined

    assert [(f.column, f.before, f.after) for f in joined.differing] == [
        ("certainty", "unbestätigt", "belegt"),
        ("reference", "A", "B"),
        ("locator", "", "Seite 4"),
    ]
    assert [(f.column, f.after) for f in joined.fields] == [
        ("certainty", "belegt"),
        ("reference", "A;B"),
        ("locator", "Seite 4"),
    ]


@pytest.mark.parametrize("list_", ["lead", "partners", "funders"])
def test_a_list_is_evidence_too(store, list_):
    """A tie a project lists is confirmed by its source, and a row of links.csv that counts instead says so."""
    kind = {"lead": "leitet", "partners": "beteiligt", "funders": "fördert"}[list_]
    projects = f"id,name,{list_},reference\np,P,hs,A\nq,Q,hs2,C\n"
    links = f"{COLUMNS}\nhs2,p,{kind},unbestätigt,B,\nhs,q,{kind},unbestätigt,B,Seite 2\n"

    ties = merged(holding(store, projects=projects, links=links))

    assert [(tie["to_id"], tie["certainty"], tie["reference"]) for tie in ties] == [
        *(("p", "confirmed", "A;B"), ("q", "confirmed", "B;C"))
    ]


def test_merging_projects_joins_what_lists_of_one_and_links_of_the_other_say(store):
    projects = "id,name,partners,reference\np,P,,A\np2,P zwei,netz,C\n"
    links = f"{COLUMNS}\nnetz,p,beteiligt,unbestätigt,B,\n"

    (tie,) = merged(holding(store, projects=projects, links=links), "p", "p2")

    assert (tie["from_id"], tie["to_id"], tie["certainty"], tie["reference"]) == ("netz", "p", "confirmed", "B;C")


def test_a_tie_that_says_more_takes_up_the_one_that_says_nothing_else_and_two_grants_stay_two(store):
    links = (
        f"{COLUMNS},amount_eur,start,note\n"
        "hs,p,fördert,unbestätigt,A,,,,\nhs2,p,fördert,belegt,B,,500,,\n"
        "hs,netz,fördert,,A,,500,,erste\nhs2,netz,fördert,,B,,300,,\n"
        "hs,netz,Mitglied,,A,,,,\nhs2,netz,Mitglied,,B,,,2020,\nhs2,netz,Mitglied,,B,,,2024,\n"
    )

    ties = merged(holding(store, links=links))

    assert [(t["to_id"], t["kind"], t.get("amount_eur"), t.get("start"), t["reference"]) for t in ties] == [
        ("p", "funds", 500, None, "A;B"),
        ("netz", "funds", 500, None, "A"),
        ("netz", "funds", 300, None, "B"),
        ("netz", "member_of", None, "2020", "A;B"),
        ("netz", "member_of", None, "2024", "B"),
    ]


def test_a_tie_without_direction_is_one_whichever_end_comes_first(store):
    links = f"{COLUMNS}\nhs,netz,kooperiert mit,unbestätigt,A,\nnetz,hs2,kooperiert mit,belegt,B,\n"

    (tie,) = merged(holding(store, links=links))

    assert (tie["from_id"], tie["to_id"], tie["certainty"], tie["reference"]) == ("hs", "netz", "confirmed", "A;B")


def test_events_that_are_one_are_joined_and_others_move(store):
    projects = "id,name\np,P\np2,P zwei\n"
    events = (
        "project_id,start,label,reference,locator\n"
        "p,2026-01,Auftakt,A,Seite 1\np2,01/2026,Auftakt,B,\np2,2026-02,Auftakt,B,\n"
    )

    merge = holding(store, projects=projects, events=events).merge_preview("p", "p2")
    assert [entry.cells["start"] for entry in merge.gone] == ["01/2026"]
    store.merge(ANNA, merge)

    table = load(store.files()).dataset.events
    assert table[["project_id", "start", "reference", "locator"]].to_numpy().tolist() == [
        *(["p", "2026-01", "A;B", "Seite 1"], ["p", "2026-02", "B", ""])
    ]


DIFFERING = (
    "id,name,location,type,kompetenzfelder,website,reference,locator,Merkmal\n"
    "hs,Hochschule Aalen,Aalen,Hochschule,Holz,https://hs.de,A,Seite 1,\n"
    "hs2,HS Aalen,Gmünd,hochschule,holz;Metall,hs.de,B,Seite 2,neu\n"
)


def test_every_differing_cell_of_the_row_that_goes_is_shown_and_decided(store):
    holding(store, actors=DIFFERING)

    merge = store.merge_preview("hs", "hs2")
    assert [(f.column, f.before, f.after) for f in merge.differing] == [
        ("name", "Hochschule Aalen", "HS Aalen"),
        ("location", "Aalen", "Gmünd"),
        ("type", "Hochschule", "hochschule"),
    ], "an address without https:// is the same address; lists, sources and places are joined"
    assert {f.column: f.after for f in merge.fields} == {
        "kompetenzfelder": "Holz;Metall",
        "reference": "A;B",
        "locator": "Seite 1; Seite 2",
        "Merkmal": "neu",
        "aliases": "HS Aalen",
    }

    decided = store.merge_preview("hs", "hs2", taken=["location", "name", "id"])
    assert decided.taken == ("name", "location")
    store.merge(ANNA, decided)
    cells = store.entry("actors", "hs").cells
    assert (cells["id"], cells["name"], cells["location"], cells["aliases"]) == (
        *("hs", "HS Aalen", "Gmünd", "Hochschule Aalen"),
    )


def test_sources_that_are_one_are_named_once_wherever_they_were_named(store):
    sources = "id,title,publisher\ns1,Eins,Kammer\ns2,Zwei,Verband\n"
    holding(store, actors="id,name,reference\nhs,HS,s2\nhs2,HS 2,s1;s2\n", sources=sources)

    merge = store.merge_preview("s1", "s2", taken=["publisher"])
    store.merge(ANNA, merge)

    assert [row.cells["reference"] for row in store.entries("actors").values()] == ["s1", "s1"]
    assert dict(store.entry("sources", "s1").cells) == {"id": "s1", "title": "Eins", "publisher": "Verband"}


@pytest.fixture(scope="module")
def empty():
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        open_store(f"sqlite:///{file}").close()
        yield file


RANK = ("confirmed", "unconfirmed", "conflicting")


def says_all_of(tie, other, ends) -> bool:
    """Whether a tie joins the given ends and is at least as well supported as another one, and says as much."""
    return (
        (tie.from_id, tie.kind, tie.to_id) in ends
        and set(filter(None, other.reference.split(";"))) <= set(tie.reference.split(";"))
        and RANK.index(tie.certainty) <= RANK.index(other.certainty)
        and other.amount_eur in (None, tie.amount_eur)
        and other.note in ("", tie.note)
        and other.start in ("", tie.start)
    )


def lost(before, after, keep, drop):
    """Yield the ties of which nothing that is left says as much, but those of the two rows with each other."""
    for tie in before.itertuples():
        start, end = (keep if id == drop else id for id in (tie.from_id, tie.to_id))
        ends = [(start, tie.kind, end), *([(end, tie.kind, start)] if tie.kind == "cooperates_with" else [])]
        if start != end and not any(says_all_of(other, tie, ends) for other in after.itertuples()):
            yield tie


@given(tables=strategies.tables(max_actors=4, max_projects=3, max_links=10))
@settings(max_examples=15, deadline=None)
def test_no_tie_source_amount_or_certainty_is_lost_whatever_is_merged_and_the_way_back_is_exact(empty, tables):
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{shutil.copy(empty, Path(folder) / 'region.db')}")
        store.import_rows(ANNA, store.preview_import(strategies.files(tables)))
        before, files = load(store.files()).dataset.ties, store.files()
        for table, keep, drop in (("actors", "a0", "a1"), ("projects", "p1", "p0")):
            if not {keep, drop} <= store.entries(table).keys():
                continue
            done = store.merge(ANNA, store.merge_preview(keep, drop))
            report = load(store.files())
            assert report.errors == []
            assert list(lost(before, report.dataset.ties, keep, drop)) == []
            store.undo(ANNA, done.id)
            assert store.files() == files
        store.close()
