"""Whether somebody still waits for what is computed; a shell always does, the app knows whose page is still open."""

from __future__ import annotations

from collections.abc import Callable

_ways: list[Callable[[], bool]] = [lambda: True]


def ask_with(way: Callable[[], bool]) -> None:
    """Set how it is asked, of the visitor for whom the asking thread works."""
    _ways[:] = [way]


def is_there() -> bool:
    """Whether the visitor whose question is answered still waits."""
    return _ways[0]()
