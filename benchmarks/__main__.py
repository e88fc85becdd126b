"""Run benchmarks.

python -m benchmarks                          every suite
python -m benchmarks measures --help          what a suite can be told
python -m benchmarks measures --cordis FOLDER --measure-baselines
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module

# suite -> module with ``main(arguments)``; a module is loaded only when its suite runs
SUITES: Mapping[str, str] = {
    "house": "benchmarks.house",
    "screen": "benchmarks.screen",
    "large": "benchmarks.large",
    "picture": "benchmarks.picture",
    "measures": "benchmarks.measures",
    "funding": "benchmarks.funding",
    "linkprediction": "benchmarks.linkprediction",
    "chance": "benchmarks.chance",
    "marks": "benchmarks.marks",
    "exports": "benchmarks.exports",
    "registers": "benchmarks.registers",
    "pages": "benchmarks.pages",
    "intake": "benchmarks.intake",
    "names": "benchmarks.names",
    "samples": "benchmarks.samples",
    "faults": "benchmarks.faults",
    "load": "benchmarks.load",
}


def main(arguments: list[str]) -> None:
    """Run the suite named first with the remaining arguments, or all suites."""
    if arguments and arguments[0] in SUITES:
        wanted, options = [arguments[0]], arguments[1:]
    elif arguments:
        raise SystemExit(f"{__doc__}\nSuites: {', '.join(SUITES)}")
    else:
        wanted, options = list(SUITES), []
    for suite in wanted:
        print(f"\n== {suite}", flush=True)
        import_module(SUITES[suite]).main(options)


if __name__ == "__main__":
    main(sys.argv[1:])
