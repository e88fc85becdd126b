"""The drill: back up while people work, lose the file, restore, and prove that it is what it was."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.faults.editors import EDITOR
from store import Edit, back_up, make_store, open_store, restore


def run(data: Path) -> dict[str, object]:
    """Time a backup and a restore of a store made from a folder, with a history of some hundred changes."""
    with tempfile.TemporaryDirectory() as folder:
        file, copy = Path(folder) / "region.db", Path(folder) / "backup.db"
        url = f"sqlite:///{file}"
        make_store(file, data, EDITOR)
        store = open_store(url)
        first = next(iter(store.entries("actors")))
        for version in range(1, 101):
            store.save(EDITOR, [Edit("actors", first, version, {"description": f"Fassung {version}"})])
        begun = time.perf_counter()
        back_up(url, copy)
        backed_up = time.perf_counter() - begun
        expected, history = store.files(), [(one.id, one.who, one.action) for one in store.history(limit=1000)]
        store.close()
        for left in Path(folder).glob("region.db*"):
            left.unlink()
        begun = time.perf_counter()
        restore(copy, url)
        restored = time.perf_counter() - begun
        again = open_store(url)
        assert again.files() == expected
        assert [(one.id, one.who, one.action) for one in again.history(limit=1000)] == history
        again.close()
        return {
            "drill": "backup and restore",
            "size_kb": copy.stat().st_size // 1000,
            "changes": len(history),
            "backup_seconds": round(backed_up, 2),
            "restore_seconds": round(restored, 2),
        }
