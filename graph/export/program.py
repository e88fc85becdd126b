"""Programs of their own for work that cannot be ended within a process, or that lets no other thread work."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from graph.giving_up import GLANCE, ensure_wanted


def answer(program: Path, options: Mapping[str, Any], content: bytes) -> bytes:
    """Return what a Python program writes when it is given a content; it ends as soon as nobody waits for it.

    The content is a file and no pipe: what `communicate` could not write before it gave up waiting, it never writes.

    Parameters
    ----------
    program
        File of the program.
    options
        Its only argument, as JSON.
    content
        What stands on its standard input.

    Raises
    ------
    subprocess.CalledProcessError
        When it ends with a fault; ``stderr`` is what it said.
    """
    # -P: the folder of the program has names of the standard library in it
    command = [sys.executable, "-P", str(program), json.dumps(options)]
    with TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        with subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            try:
                written, said = _waited(running)
            except BaseException:
                running.kill()
                raise
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command, written, said)
    return written


def _waited(running: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    while True:
        try:
            return running.communicate(timeout=GLANCE)
        except subprocess.TimeoutExpired:
            ensure_wanted()
