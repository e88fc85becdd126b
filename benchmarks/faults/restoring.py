"""The drill: back up while people work, lose everything, restore, and prove that it is what it was."""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.faults.editors import EDITOR
from store import Edit, Store, back_up, make_store, open_store, restore
from tests.postgres import Server

_CHANGES = 100


def run(data: Path, server: Server | None) -> dict[str, object]:
    """Time a backup and a restore of a store made from a folder, with a history of some hundred changes."""
    with tempfile.TemporaryDirectory() as folder:
        return _of_server(data, server, Path(folder)) if server else _of_file(data, Path(folder))


def _of_file(data: Path, folder: Path) -> dict[str, object]:
    file, copy = folder / "region.db", folder / "backup.db"
    url = f"sqlite:///{file}"
    make_store(file, data, EDITOR)
    store = open_store(url)
    _edit(store)
    began = time.perf_counter()
    back_up(url, copy)
    backed_up = time.perf_counter()
    expected = _content(store)
    store.close()
    for left in folder.glob("region.db*"):
        left.unlink()
    lost = time.perf_counter()
    restore(copy, url)
    restored = time.perf_counter()
    _prove(url, expected)
    return _figures("sqlite", copy, backed_up - began, restored - lost)


def _of_server(data: Path, server: Server, folder: Path) -> dict[str, object]:
    url, copy, elsewhere = server.new_database(), folder / "backup.dump", server.new_database()
    store = open_store(url)
    store.import_rows(EDITOR, store.preview_import(data))
    _edit(store)
    began = time.perf_counter()
    _run(server, "pg_dump", "--format=custom", f"--file={copy}", url)
    backed_up = time.perf_counter()
    _run(server, "pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={elsewhere}", str(copy))
    restored = time.perf_counter()
    expected = _content(store)
    store.close()
    _prove(elsewhere, expected)
    return _figures("postgresql", copy, backed_up - began, restored - backed_up)


def _run(server: Server, program: str, *arguments: str) -> None:
    subprocess.run([server.programs / program, *arguments], check=True)


def _edit(store: Store) -> None:
    first = next(iter(store.entries("actors")))
    for version in range(1, _CHANGES + 1):
        store.save(EDITOR, [Edit("actors", first, version, {"description": f"Version {version}"})])


def _content(store: Store) -> tuple[object, ...]:
    return store.files(), [(one.id, one.at, one.who, one.action, one.changes) for one in store.history(limit=1000)]


def _prove(url: str, expected: tuple[object, ...]) -> None:
    again = open_store(url)
    assert _content(again) == expected
    first = next(iter(again.entries("actors")))
    again.save(EDITOR, [Edit("actors", first, _CHANGES + 1, {"description": "after the restore"})])
    again.close()


def _figures(kind: str, copy: Path, backup: float, restoring: float) -> dict[str, object]:
    return {
        "drill": f"backup and restore, {kind}",
        "size_kb": copy.stat().st_size // 1000,
        "changes": _CHANGES + 1,
        "backup_seconds": round(backup, 2),
        "restore_seconds": round(restoring, 2),
    }
