"""A disk that fills up: a clear refusal, and all that was acknowledged is there."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.editors import EDITOR
from store import Edit, StoreError, open_store

_SIZE = "3m"
_TEXT = "Beschreibung " * 60


def run() -> dict[str, object]:
    """Save until the disk is full, then make room and go on."""
    with _small_disk() as disk:
        url = f"sqlite:///{disk}/region.db"
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(300_000))
        store = open_store(url)
        saved, refusal = _fill(store, "a")
        store.close()
        assert refusal == "disk-full"
        again = open_store(url)
        assert list(again.entries("actors")) == saved
        ballast.unlink()
        more, _ = _fill(again, "b", most=20)
        assert list(again.entries("actors")) == [*saved, *more]
        again.close()
    counted = {"acknowledged": len(saved), "after_room": len(more), "lost": 0}
    return {"fault": "full disk", "size": _SIZE, "refusal": refusal, **counted}


def _fill(store, prefix: str, most: int = 100_000) -> tuple[list[str], str]:
    saved: list[str] = []
    for number in range(most):
        id = f"{prefix}{number}"
        try:
            store.save(EDITOR, [Edit("actors", id, 0, {"id": id, "name": id, "description": _TEXT})])
        except StoreError as error:
            return saved, error.code
        saved.append(id)
    return saved, ""


@contextmanager
def _small_disk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)
