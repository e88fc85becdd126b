"""Files of strangers are loaded in a process of their own: nothing in them can hold up or fill up the server.

Every limit of a format ends what we know of; the process ends what we do not know of. It has `SECONDS` of processor
time and `MEGABYTES` beside what it starts with, and it is ended when nobody waits for it any longer.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from graph.errors import AkteursnetzError
from graph.issue import Issue, Report, Severity
from graph.load import load, refusal
from graph.reading.archive import is_zip

SECONDS, MEGABYTES = 5, 300
PATIENCE_SECONDS = 60  # by the clock, for machines with other work
_SMALL = 200_000  # bytes of plain text, which no content makes slow; starting a process would take longer
_GLANCE_SECONDS = 0.2  # between two looks whether somebody still waits
_GIVEN_UP = -9
# signals that end a process for its processor time; without enough memory it ends in other ways
_TOO_LONG = frozenset({_GIVEN_UP, -int(getattr(signal, "SIGXCPU", 24))})
_ROOT = Path(__file__).parents[2]


class NobodyWaitsError(AkteursnetzError):
    """Whoever handed in the files has left; they were not read to the end."""


def load_apart(files: Mapping[str, bytes], wanted: Callable[[], bool] = lambda: True) -> Report:
    """Load uploaded files as `graph.load.load` does, within limits of processor time and memory.

    Parameters
    ----------
    files
        Content by name.
    wanted
        Asked several times a second; when it says no, the process is ended.

    Returns
    -------
    Report
        With ``reading-too-long`` or ``reading-too-large`` and no data when a limit was reached.

    Raises
    ------
    NobodyWaitsError
        When the result is not wanted any longer.
    """
    if is_harmless(files):
        return load(files)
    status, answer = answer_apart("graph.reading.reader", encoded(files), wanted)
    return refusal(refused_by(status), ", ".join(files)) if status else _report(json.loads(answer))


def is_harmless(files: Mapping[str, bytes]) -> bool:
    """Whether files are so small and plain that nothing in them can take long."""
    return sum(map(len, files.values())) <= _SMALL and not any(map(is_zip, files.values()))


def encoded(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return files as JSON holds them."""
    return {name: base64.b64encode(content).decode() for name, content in files.items()}


def refused_by(status: int) -> str:
    """Return the code of the finding for the way in which a process ended."""
    return "reading-too-long" if status in _TOO_LONG else "reading-too-large"


def _report(written: Mapping[str, Any]) -> Report:
    """Return the report the process wrote; its tables are clean, so that loading them changes nothing."""
    tables = {name: text.encode() for name, text in written["tables"].items()}
    issues = [Issue(**{**found, "severity": Severity(found["severity"])}) for found in written["issues"]]
    return Report(load(tables).dataset, issues, tuple(written["found"]))


def answer_apart(module: str, asked: object, wanted: Callable[[], bool]) -> tuple[int, bytes]:
    """Run a program in a process of its own within the limits.

    Parameters
    ----------
    module
        Name of the program; it reads JSON from its standard input and is told seconds and megabytes as arguments.
    asked
        What it is given, plain values.
    wanted
        As for `load_apart`.

    Returns
    -------
    How the process ended, 0 when all went well, and what it wrote.

    Raises
    ------
    NobodyWaitsError
        When the result is not wanted any longer.
    """
    return _answer(module, json.dumps(asked).encode(), wanted)


def _answer(module: str, asked: bytes, wanted: Callable[[], bool]) -> tuple[int, bytes]:
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    surroundings = {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    program = (sys.executable, "-P", "-m", module, str(SECONDS), str(MEGABYTES))
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    end = time.monotonic() + PATIENCE_SECONDS
    with subprocess.Popen(program, env=surroundings, stdin=pipe, stdout=pipe, stderr=nothing) as process:
        try:
            # by a thread, as `communicate` sends nothing more once it was asked for an answer and had none
            Thread(target=_send, args=(process.stdin, asked), daemon=True).start()
            process.stdin = None
            return _wait(process, wanted, end)
        finally:
            process.kill()


def _send(pipe: IO[bytes] | None, asked: bytes) -> None:
    """Send all of it; a process that has ended needs no more."""
    with suppress(BrokenPipeError):
        if pipe:
            with pipe:
                pipe.write(asked)


def _wait(process: subprocess.Popen[bytes], wanted: Callable[[], bool], end: float) -> tuple[int, bytes]:
    while time.monotonic() < end:
        try:
            answer, _ = process.communicate(timeout=_GLANCE_SECONDS)
        except subprocess.TimeoutExpired:
            if not wanted():
                raise NobodyWaitsError from None
        else:
            return process.returncode, answer
    return _GIVEN_UP, b""
