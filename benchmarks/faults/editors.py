"""Editors as processes: each counts up cells of random rows, two rows at once, and notes what was acknowledged."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

from store import ChangeSet, ConflictError, Edit, Editor, Entry, Role, Store, StoreError, open_store

ROWS = 20
_IMPORTS = 0.3  # of all changes
EDITOR = Editor("benchmark", "editor", "Editor", Role.EDITOR)


def make_region(url: str) -> None:
    """Make a store of a few rows that are counted up."""
    store = open_store(url)
    store.save(EDITOR, [_row(f"a{number}") for number in range(ROWS)])
    store.close()


def _row(id: str) -> Edit:
    return Edit("actors", id, 0, {"id": id, "name": f"Actor {id}", "count": "0"})


def started(url: str, log: Path, seed: int, saves: int = 0) -> int:
    """Start an editor as a process of its own and return its number; without a number of saves it never ends."""
    if process := os.fork():
        return process
    status = 1
    try:
        work(url, log, seed, saves)
        status = 0
    finally:
        os._exit(status)


def work(url: str, log: Path, seed: int, saves: int) -> None:
    """Save until killed, or until a number of saves was acknowledged."""
    chance = random.Random(seed)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    store: Store | None = None
    while saves >= 0:
        try:
            store = store or open_store(url)
            note = _step(store, chance)
        except StoreError as error:
            note = {"fault": error.code}
            time.sleep(0.05)
        # one call: a killed process leaves a line or none
        os.write(written, (json.dumps(note) + "\n").encode())
        if saves and "saved" in note:
            saves = saves - 1 or -1


def _step(store: Store, chance: random.Random) -> dict[str, object]:
    """Change two rows at once, sometimes by a file, sometimes undo it; return what was acknowledged."""
    ids = [f"a{number}" for number in chance.sample(range(ROWS), 2)]
    try:
        done = _imported(store, ids) if chance.random() < _IMPORTS else _saved(store, ids)
        if chance.random() < 0.1:
            done = store.undo(EDITOR, done.id)
    except ConflictError as error:
        return {"conflict": [conflict.mine.id for conflict in error.conflicts]}
    return {
        "saved": done.id,
        "rows": [[change.id, change.version, dict(change.after or {})] for change in done.changes],
    }


def _saved(store: Store, ids: Sequence[str]) -> ChangeSet:
    entries = store.snapshot().entries["actors"]
    edits = [Edit("actors", id, entries[id].version, {"count": _next(entries[id])}) for id in ids]
    return store.save(EDITOR, edits)


def _imported(store: Store, ids: Sequence[str]) -> ChangeSet:
    entries = store.snapshot().entries["actors"]
    rows = "".join(f"{id},{_next(entries[id])}\n" for id in ids)
    preview = store.preview_import({"actors.csv": f"id,count\n{rows}".encode()})
    # somebody may have counted up since: the file would say what is there already, or count back
    late = [row.id for row in preview.changed if row.version != entries[row.id].version]
    if late or len(preview.changed) < len(ids):
        raise ConflictError([])
    return store.import_rows(EDITOR, preview)


def _next(entry: Entry) -> str:
    return str(int(entry.cells["count"]) + 1)
