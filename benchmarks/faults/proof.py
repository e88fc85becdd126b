"""What must hold of a store after any fault, checked over all of it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from graph.load import load
from store import Store, open_store
from store.schema import change, changeset, entry

_COUNTING = ("save", "import")


def notes(logs: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield what editors noted; the last line of a killed one may be torn."""
    for log in logs:
        for line in log.read_text("utf-8").splitlines() if log.exists() else ():
            try:
                yield json.loads(line)
            except ValueError:
                continue


def proved(url: str, noted: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Check history, versions and every acknowledged save, and return what was counted."""
    store = open_store(url)
    try:
        kept = _history_is_whole(store)
        counts = Counter[str]()
        for note in noted:
            counts[next(iter(note))] += 1
            for id, version, cells in note.get("rows", ()):
                assert kept.get((note["saved"], id)) == (version, cells), f"acknowledged and lost: {note}"
        assert not load(store.files()).errors
    finally:
        store.close()
    return {
        "acknowledged": counts["saved"],
        "committed": len({number for number, _ in kept}) - 1,
        "conflicts": counts["conflict"],
        "faults_reported": counts["fault"],
        "lost": 0,
    }


def _history_is_whole(store: Store) -> dict[tuple[int, str], tuple[int, dict[str, str]]]:
    """Check that versions have no gap, each change begins where the one before ended, and none is half."""
    with store.engine.connect() as connection:
        if store.engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        changes = connection.execute(select(change).order_by(change.c.entry_id, change.c.version)).all()
        rows = {row.id: row for row in connection.execute(select(entry)).all()}
        heads = {row.id: row for row in connection.execute(select(changeset)).all()}
    last: dict[str, Any] = {}
    size = Counter[int]()
    for row in changes:
        before = last.get(row.entry_id)
        assert row.version == (before.version if before else 0) + 1, f"gap in the history of {row.entry_id}"
        assert row.before == (before.after if before else None), f"history of {row.entry_id} does not join"
        if heads[row.changeset_id].action in _COUNTING and before is not None:
            counted = json.loads(row.after)["count"], json.loads(row.before)["count"]
            assert int(counted[0]) == int(counted[1]) + 1, "an update was lost"
        last[row.entry_id] = row
        size[row.changeset_id] += 1
    for id, row in rows.items():
        assert (row.version, row.cells) == (last[id].version, last[id].after), f"{id} is not what its history says"
    others = sorted(size)[1:]
    assert set(size) == set(heads)
    assert all(size[number] == 2 for number in others), "half a change"
    return {(row.changeset_id, row.entry_id): (row.version, json.loads(row.after)) for row in changes}


def form(file: Path) -> str:
    """Form of an SQLite store, read without migrating it; tables and form must belong together."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    assert ({"document", "document_of_kind", "change_of_changeset"} <= tables) == (version >= "0002")
    assert ("document" in tables) == (version >= "0002")
    return str(version)
