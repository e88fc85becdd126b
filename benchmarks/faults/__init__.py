"""Faults a store must survive: killed editors and servers, failing disks, full disks, many editors at once.

python -m benchmarks faults kills --editors 6 --kills 1000
python -m benchmarks faults kills --postgresql --editors 6 --kills 200 --stops 20
python -m benchmarks faults writes                 needs strace
python -m benchmarks faults updates --editors 10 --saves 1000 [--postgresql]
python -m benchmarks faults disk                   needs to be root, for a small disk of its own
python -m benchmarks faults restore [--postgresql]

Every run ends with a proof over the whole database and fails when anything acknowledged is missing.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from benchmarks.faults import disk, kills, restoring, updates, writes
from tests.postgres import Server, running_server


@contextmanager
def address(*, postgresql: bool) -> Iterator[tuple[str, Server | None]]:
    """Address of an empty place for a store, and the server if there is one."""
    with tempfile.TemporaryDirectory() as folder, running_server() if postgresql else nullcontext() as server:
        yield (server.new_database(), server) if server else (f"sqlite:///{folder}/region.db", None)


def main(arguments: list[str]) -> None:
    """Run one fault, by default short forms of those that need nothing special."""
    for line in [arguments] if arguments else [["kills", "--kills", "20"], ["updates", "--saves", "20"], ["restore"]]:
        print(json.dumps(run(line), indent=2), flush=True)


def run(arguments: list[str]) -> dict[str, object]:
    """Run one fault and return its figures; an assertion fails when something was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks faults")
    parser.add_argument("fault", choices=("kills", "writes", "updates", "disk", "restore"))
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--editors", type=int, default=6)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--stops", type=int, default=0, help="immediate stops of the server among the kills")
    parser.add_argument("--saves", type=int, default=100, help="of each editor")
    parser.add_argument("--data", type=Path, default=Path("data"))
    options = parser.parse_args(arguments)
    if options.fault == "writes":
        return writes.run()
    if options.fault == "disk":
        return disk.run()
    with address(postgresql=options.postgresql) as (url, server):
        if options.fault == "kills":
            return kills.run(url, server, options.editors, options.kills, options.stops)
        if options.fault == "restore":
            return restoring.run(options.data, server)
        return updates.run(url, options.editors, options.saves)
