"""A program that loads files handed in on its standard input and writes the report to its standard output.

It has few seconds of processor time and little memory for what it reads; see `graph.reading.apart`.
"""

from __future__ import annotations

import base64
import json
import math
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.issue import Report
from graph.load import load, refusal
from graph.tables import write_tables

try:
    import resource
except ImportError:  # on Windows only the patience of whoever waits is a limit
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1_000_000
_STATUS = Path("/proc/self/statm")


def main() -> None:
    """Read, load, answer; what is too large for the memory is an answer too."""
    seconds, megabytes = (int(argument) for argument in sys.argv[1:3])
    files = {name: base64.b64decode(content) for name, content in json.load(sys.stdin).items()}
    limit(seconds, megabytes)
    try:
        report = load(files)
    except MemoryError:
        report = refusal("reading-too-large", ", ".join(files))
    json.dump(written(report), sys.stdout)


def written(report: Report) -> dict[str, Any]:
    """Return a report as JSON holds it: its data as clean tables, and what was found in the files."""
    return {
        "tables": {name: content.decode() for name, content in write_tables(report.dataset).items()},
        "issues": [asdict(issue) for issue in report.issues],
        "found": list(report.tables),
    }


def limit(seconds: int, megabytes: int) -> None:
    """Limit what is used from here on; what the libraries took to start does not count."""
    if resource is None:
        return
    until = math.ceil(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (until, until + 1))
    if _STATUS.exists():
        used = int(_STATUS.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * _MEGABYTE,) * 2)


if __name__ == "__main__":
    main()
