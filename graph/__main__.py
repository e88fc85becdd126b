"""``python -m graph COMMAND``: what the package can do without a screen. A new command is one line here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType

from graph.commands import check, export, measures, schema, take_in

COMMANDS: Mapping[str, ModuleType] = {
    "check": check,
    "export": export,
    "import": take_in,
    "measures": measures,
    "schema": schema,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m graph")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        described = commands.add_parser(name, help=(command.__doc__ or "").splitlines()[0].rpartition(": ")[2])
        command.add_arguments(described)
        described.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # the reader, such as `head`, has seen enough; Python must not write what is left when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
