"""``python -m graph COMMAND``: the command line under the name of this package.

An entry like ``app.py``, and so no part of the floor it stands on: the only file of `graph` that looks up.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from commands import __main__ as command_line
from commands.registry import COMMANDS

__all__ = ["COMMANDS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    return command_line.main(arguments, program="python -m graph")


if __name__ == "__main__":
    sys.exit(main())
