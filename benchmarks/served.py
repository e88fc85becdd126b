"""A page served for a benchmark, from its start until it is at rest."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.processes import seconds_of

ROOT = Path(__file__).parent.parent
RESTS = 0.05  # seconds of processor time a server at rest uses in one second


def wait_for_rest(process: int) -> None:
    """Wait until a process uses hardly any processor time, as after its kernels are loaded; at most three minutes."""
    before = seconds_of(process)
    for _ in range(180):
        sleep(1)
        now = seconds_of(process)
        if now - before < RESTS:
            return
        before = now


@contextmanager
def server(script: str, folder: Path, root: Path = ROOT, *, settled: bool = False) -> Iterator[str]:
    """Serve a script on a free port with the given data; ``settled``: until nothing runs in the background any more."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(root / script), f"--server.port={port}"]
    environment = os.environ | {"AKTEURSNETZ_DATA": str(folder), "PYTHONPATH": str(root)}
    running = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urlopen(f"{address}/_stcore/health", timeout=5).close()
                break
            except (URLError, OSError):
                sleep(0.2)
        if settled:
            wait_for_rest(running.pid)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=20)
