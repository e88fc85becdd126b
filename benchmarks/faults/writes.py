"""Every write, sync, truncate and unlink of an operation fails once: killed, input/output error, no space.

An operation runs in a process that strace holds; strace makes the nth call of a kind fail. What is then in the file
is either what was there before or what the operation was to make, and never less than what it acknowledged.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults.editors import EDITOR
from benchmarks.faults.proof import form
from store import Edit, Store, StoreError, open_store
from store.address import url_of
from store.engine import engine_of, writing
from store.opening import migrate
from store.schema import VERSION

CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "unlink")
FAULTS: Mapping[str, str] = {"KILL": "signal=KILL", "EIO": "error=EIO", "ENOSPC": "error=ENOSPC"}
_REGION = {
    "actors.csv": "id,name\n" + "".join(f"a{n},Actor {n}\n" for n in range(40)),
    "projects.csv": "id,name,lead,partners\n"
    + "".join(f"p{n},Project {n},a{n},a{n + 1};a{n + 2}\n" for n in range(30)),
    "links.csv": "from_id,to_id,kind,note,certainty,reference\n"
    + "".join(f"a{n},a{n + 3},cooperates_with,x,,\n" for n in range(30))
    + "a1,a9,member_of,,unconfirmed,s1\na2,a9,member_of,,confirmed,s2\n",
}
# the ties of lists, said in links.csv from now on
_MOVED = {
    "projects.csv": "id,name,lead,partners\n" + "".join(f"p{n},Project {n},,\n" for n in range(30)),
    "links.csv": "from_id,to_id,kind\n" + "".join(f"a{n},p{n},leads\na{n + 1},p{n},partner\n" for n in range(30)),
}


@dataclass(frozen=True)
class Operation:
    """Something done to a store once."""

    do: Callable[[str], None]
    migrates: bool = False


def _with_store(act: Callable[[Store], object]) -> Callable[[str], None]:
    def do(url: str) -> None:
        store = open_store(url)
        act(store)

    return do


def _import(store: Store) -> object:
    more = "id,name,neu\n" + "".join(f"a{n},Actor {n} neu,{'x' * 200}\n" for n in range(60))
    files = {"actors.csv": more.encode(), **{name: text.encode() for name, text in _MOVED.items()}}
    return store.import_rows(EDITOR, store.preview_import(files))


OPERATIONS: Mapping[str, Operation] = {
    "save": Operation(_with_store(lambda store: store.save(EDITOR, [Edit("actors", "a1", 1, {"name": "Neu"})]))),
    "import": Operation(_with_store(_import)),
    "undo": Operation(_with_store(lambda store: store.undo(EDITOR, store.revision))),
    "merge": Operation(_with_store(lambda store: store.merge(EDITOR, store.merge_preview("a1", "a2")))),
    "delete": Operation(_with_store(lambda store: store.save(EDITOR, store.deletion("actors", "a3"), "delete"))),
    "migration": Operation(_with_store(lambda _: None), migrates=True),
}


def run() -> dict[str, object]:
    """Fail every call of every operation in every way; return how often."""
    begun = time.monotonic()
    counts: dict[str, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, operation in OPERATIONS.items():
            counts[name] = _failed_everywhere(Path(folder) / name, operation)
    total = sum(sum(one[fault] for fault in FAULTS) for one in counts.values())
    return {"fault": "writes", "seconds": round(time.monotonic() - begun), "runs": total, "mixed": 0, **counts}


def _failed_everywhere(folder: Path, operation: Operation) -> dict[str, int]:
    folder.mkdir()
    start = folder / "start.db"
    (old_form if operation.migrates else _region)(start)
    # a look at a store of the old form would migrate it
    before = _content(_fresh(start, folder / "before"))
    clean = _fresh(start, folder / "clean")
    calls = _count(clean, operation)
    after = _content(clean)
    assert operation.migrates or after != before
    counts = Counter(dict.fromkeys((f"{fault}, acknowledged" for fault in FAULTS), 0))
    for fault, injection in FAULTS.items():
        for call in CALLS:
            for number in range(1, calls[call] + 1):
                file = _fresh(start, folder / "run")
                acknowledged = _traced(file, operation, f"{call}:{injection}:when={number}")
                if operation.migrates:
                    assert form(file) == VERSION or not acknowledged
                content = _content(file)
                assert content == after or (content == before and not acknowledged), (fault, call, number)
                counts[fault] += 1
                counts[f"{fault}, acknowledged"] += acknowledged
    return {"calls": sum(calls.values()), **counts}


def _region(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    store.import_rows(EDITOR, store.preview_import({name: text.encode() for name, text in _REGION.items()}))
    store.save(EDITOR, [Edit("actors", "a0", 1, {"name": "Actor Null"})])
    store.close()


def old_form(file: Path) -> None:
    """Make a store of the first form, with its history."""
    _region(file)
    old = file.with_name("old.db")
    engine = engine_of(url_of(f"sqlite:///{old}"))
    with writing(engine) as connection:
        migrate(connection, "0001")
    engine.dispose()
    with sqlite3.connect(old) as connection:
        connection.execute("ATTACH ? AS made", (str(file),))
        for table in ("changeset", "entry", "heading", "change", "state"):
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM made.{table}")
    connection.close()
    old.replace(file)


def _content(file: Path) -> tuple[object, ...]:
    """Everything a person sees of a store: the data, and the history without its times."""
    store = open_store(f"sqlite:///{file}")
    try:
        history = [(one.id, one.action, len(one.changes)) for one in store.history(limit=100)]
        versions = {(e.table, e.version) for rows in store.snapshot().entries.values() for e in rows.values()}
        return store.files(), history, versions
    finally:
        store.close()


def _fresh(start: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(start, folder / "region.db"))


def _count(file: Path, operation: Operation) -> Counter[str]:
    trace = file.with_name("trace")
    assert _traced(file, operation, "", trace)
    lines = trace.read_text("utf-8", errors="replace").splitlines()
    return Counter(call for line in lines for call in CALLS if f"{call}(" in line and "unfinished" not in line)


def _traced(file: Path, operation: Operation, injection: str, trace: Path | None = None) -> bool:
    """Run an operation in a process of its own under strace; return whether it was acknowledged."""
    hold_read, hold_write = os.pipe()
    said_read, said_write = os.pipe()
    process = os.fork()
    if not process:
        os.close(hold_write)
        os.read(hold_read, 1)
        with suppress(StoreError):
            operation.do(f"sqlite:///{file}")
            os.write(said_write, b"1")
        os._exit(0)
    os.close(said_write)
    command = ["strace", "-f", "-qq", "-p", str(process), "-e", f"trace={','.join(CALLS)}"]
    command += ["-e", f"inject={injection}"] if injection else []
    strace = subprocess.Popen([*command, "-o", str(trace or os.devnull)], stderr=subprocess.DEVNULL)
    _wait_for_tracer(process)
    os.write(hold_write, b"1")
    acknowledged = os.read(said_read, 1) == b"1"
    for end in (hold_read, hold_write, said_read):
        os.close(end)
    _, status = os.waitpid(process, 0)
    strace.wait()
    assert not os.WIFSIGNALED(status) or os.WTERMSIG(status) == signal.SIGKILL
    return acknowledged


def _wait_for_tracer(process: int) -> None:
    status = Path(f"/proc/{process}/status")
    while "TracerPid:\t0" in status.read_text("utf-8"):
        time.sleep(0.002)
