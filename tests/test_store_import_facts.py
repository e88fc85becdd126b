"""Whatever data are imported over whatever data: every fact of the later files is there, once, and can be undone."""

import shutil
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.load import load
from store import Editor, Role, open_store
from tests import strategies

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
LISTS = ("lead", "partners", "funders")
HOSTILE = st.sampled_from(
    ["", "=1+1", "'=1+1", "''=1+1", "'", "+49 7361", "Zeile\nZeile", "a;b", "„“", "\u00a0x\u200b"]
)


@pytest.fixture(scope="module")
def empty():
    """An empty store is copied for each run: making one takes longer than the run."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        open_store(f"sqlite:///{file}").close()
        yield file


@st.composite
def handed_in(draw):
    """Files with hostile texts, ties in lists, in links.csv or in both; and the same files without the lists."""
    tables = draw(strategies.tables(max_actors=4, max_projects=3, max_links=6))
    for row in (*tables["actors"], *tables["links"]):
        row["locator"] = draw(HOSTILE)
    for project in tables["projects"]:
        for column in draw(st.lists(st.sampled_from(LISTS), unique=True)):
            kind = {"lead": "leitet", "partners": "beteiligt", "funders": "fördert"}[column]
            names = [name for name in project[column].split(";") if name]
            tables["links"] += [{"from_id": name, "to_id": project["id"], "kind": kind} for name in names]
            project[column] = draw(st.sampled_from(["", project[column]]))
    chosen = draw(st.sets(st.sampled_from(["links", "sources", "events", "about"])))
    kept = {name: rows for name, rows in tables.items() if name in {"actors", "projects", *chosen}}
    unlisted = [{**project, **dict.fromkeys(LISTS, "")} for project in tables["projects"]]
    return strategies.files(kept), strategies.files({**kept, "projects": unlisted})


def filled(row):
    return {column: value for column, value in row.items() if value not in ("", (), None)}


def rows_of(dataset):
    """Yield table, name and filled cells of each row; a tie that only a list states says no more than that it is."""
    for table in ("actors", "projects", "sources"):
        for row in getattr(dataset, table).to_dict("records"):
            yield table, row["id"], filled(row)
    for row in dataset.events.to_dict("records"):
        yield "events", row["project_id"], filled(row)
    for key, value in dataset.about.items():
        yield "about", key, {"value": value}


def ties_of(dataset):
    for row in dataset.ties.drop(columns="id").to_dict("records"):
        yield row["from_id"], row["kind"], row["to_id"], filled(row)


def bare(ties):
    return ((*name, {}) for *name, _ in ties)


def unmatched(wanted, had):
    """Return the facts for which no row is left that says them; the most telling ones are looked for first."""
    left = defaultdict(list)
    for *name, cells in had:
        left[tuple(name)].append(cells)
    missing = []
    for *name, cells in sorted(wanted, key=lambda fact: -len(fact[-1])):
        rows = left[tuple(name)]
        found = next((row for row in rows if cells.items() <= row.items()), None)
        missing += [] if found is not None else [(*name, cells)]
        rows[:] = [row for row in rows if row is not found]
    return missing


@given(first=handed_in(), second=handed_in())
@settings(max_examples=25, deadline=None)
def test_an_import_leaves_every_fact_is_idempotent_and_is_undone_exactly(empty, first, second):
    second, second_in_links = second
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{shutil.copy(empty, Path(folder) / 'region.db')}")
        store.import_rows(ANNA, store.preview_import(first[0]))
        before, rows_before = store.files(), store.snapshot().entries

        done = store.import_rows(ANNA, store.preview_import(second))
        dataset, wanted = load(store.files()).dataset, load(second).dataset
        assert unmatched(rows_of(wanted), rows_of(dataset)) == []
        assert unmatched(bare(ties_of(wanted)), bare(ties_of(dataset))) == []
        assert unmatched(ties_of(load(second_in_links).dataset), ties_of(dataset)) == []

        again = store.preview_import(second)
        assert (again.new, again.changed) == ((), ())
        if done.id:
            store.undo(ANNA, done.id)
        assert store.files() == before
        cells = [{key: dict(entry.cells) for key, entry in rows.items()} for rows in store.snapshot().entries.values()]
        assert cells == [{key: dict(entry.cells) for key, entry in rows.items()} for rows in rows_before.values()]
        store.close()
