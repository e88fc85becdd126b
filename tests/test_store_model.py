"""Whatever people do in whatever order, a store does what a few lines of Python with dictionaries would do."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from graph.load import load
from store import ConflictError, Edit, Editor, RefusedError, Role, open_store

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
IDS = st.sampled_from("abcd")
NAMES = st.sampled_from(["Hochschule", "Kammer", "Verein", "Stadt"])
COLUMNS = st.sampled_from(["location", "description", "Zusatz", "Merkmal"])
TEXTS = st.sampled_from(["", "Aalen", "=1+1", "a;b", "Zeile\nZeile", "„“"])


@pytest.fixture(scope="module", autouse=True)
def empty_store():
    """An empty store is copied for each run: making one takes longer than the run."""
    with tempfile.TemporaryDirectory() as folder:
        People.empty = Path(folder) / "empty.db"
        open_store(f"sqlite:///{People.empty}").close()
        yield


class People(RuleBasedStateMachine):
    """Saves, deletions, undoings and named states, with what should be there afterwards beside them."""

    empty: Path
    changes = Bundle("changes")

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        file = shutil.copy(self.empty, Path(self.folder.name) / "region.db")
        self.store = open_store(f"sqlite:///{file}")
        self.rows: dict[str, dict[str, str]] = {}
        self.seen: dict[int, tuple[dict, dict]] = {}  # change -> rows before and after it
        self.states: list[tuple[int, dict]] = []

    def remember(self, done, before):
        if not done.id:
            return multiple()
        self.seen[done.id] = (before, dict(self.rows))
        return done.id

    @rule(target=changes, id=IDS, name=NAMES, column=COLUMNS, text=TEXTS)
    def save(self, id, name, column, text):
        before = dict(self.rows)
        entry = self.store.entry("actors", id)
        edit = Edit("actors", id, entry.version if entry else 0, {"id": id, "name": name, column: text})
        done = self.store.save(ANNA, [edit])
        cells = {**self.rows.get(id, {}), "id": id, "name": name, column: text}
        self.rows[id] = {key: value for key, value in cells.items() if value}
        return self.remember(done, before)

    @rule(target=changes, id=IDS)
    def delete(self, id):
        entry = self.store.entry("actors", id)
        if entry is None:
            return multiple()
        before = dict(self.rows)
        done = self.store.save(ANNA, [Edit("actors", id, entry.version, None)])
        del self.rows[id]
        return self.remember(done, before)

    @rule(target=changes, number=changes)
    def undo(self, number):
        before, after = self.seen[number]
        touched = {id for id in {*before, *after} if before.get(id) != after.get(id)}
        now = dict(self.rows)
        if any(change.table == "actors" and change.id in touched for later in self.since(number) for change in later):
            with pytest.raises(ConflictError):
                self.store.undo(ANNA, number)
            return multiple()
        done = self.store.undo(ANNA, number)
        for id in touched:
            if id in before:
                self.rows[id] = before[id]
            else:
                del self.rows[id]
        return self.remember(done, now)

    def since(self, number):
        return [done.changes for done in self.store.history(limit=1000) if done.id > number]

    @rule(id=IDS)
    def save_too_late(self, id):
        entry = self.store.entry("actors", id)
        if entry and entry.version > 1:
            with pytest.raises(ConflictError):
                self.store.save(ANNA, [Edit("actors", id, entry.version - 1, {"name": "Zu spät"})])

    @rule(id=IDS)
    def save_what_cannot_be_read(self, id):
        entry = self.store.entry("actors", id)
        edit = Edit("actors", id, entry.version if entry else 0, {"id": id, "name": "X", "website": "javascript:1"})
        with pytest.raises(RefusedError):
            self.store.save(ANNA, [edit])

    @rule()
    def hold(self):
        state = self.store.hold_state(ANNA, f"Stand {len(self.states)}")
        self.states.append((state.revision, dict(self.rows)))

    @invariant()
    def everything_is_as_it_should_be(self):
        assert {id: dict(entry.cells) for id, entry in self.store.entries("actors").items()} == self.rows
        actors = load(self.store.files()).dataset.actors
        assert dict(zip(actors["id"], actors["name"], strict=True)) == {
            id: row["name"] for id, row in self.rows.items()
        }

    def teardown(self):
        for revision, rows in self.states:
            kept = self.store.snapshot(revision).entries["actors"]
            assert {id: dict(entry.cells) for id, entry in kept.items()} == rows
        last: dict[str, tuple[int, dict | None]] = {}
        for done in reversed(self.store.history(limit=1000)):
            for change in done.changes:
                assert (change.version - 1, change.before) == last.get(change.id, (0, None))
                last[change.id] = (change.version, change.after)
        self.store.close()
        self.folder.cleanup()


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)
