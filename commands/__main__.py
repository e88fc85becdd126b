"""``akteursnetz COMMAND``, also ``python -m commands`` and ``python -m graph``: what can be done without a browser."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from commands.registry import COMMANDS
from graph import memory


def main(arguments: Sequence[str] | None = None, *, program: str = "akteursnetz") -> int:
    """Run a command and return its exit status.

    Parameters
    ----------
    arguments
        The command and its arguments, by default those of this process.
    program
        What the program is called in its help.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(program, given[:1]).parse_args(given)
    memory.collect_seldom()
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # the reader, such as `head`, has seen enough; Python must not write what is left when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser(program: str, asked: Sequence[str]) -> argparse.ArgumentParser:
    """Describe every command in a line, and the one asked for with its arguments: the others need not be loaded."""
    parser = argparse.ArgumentParser(prog=program)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        described = commands.add_parser(name, help=command.what)
        if name in asked:
            module = import_module(command.module)
            module.add_arguments(described)
            described.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
