"""A program that draws the SVG on its standard input as the PNG on its standard output; see `graph.export.png`."""

from __future__ import annotations

import json
import sys

import resvg_py


def main() -> None:
    """Draw one picture; the options of the library are the only argument, as JSON."""
    svg = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=svg, **json.loads(sys.argv[1])))


if __name__ == "__main__":
    main()
