"""How a long export says where it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

# called before each exhibit with its number, from 1, and the number of all; raise in it to stop
Step = Callable[[int, int], None]


def no_step(_: int, __: int) -> None:
    """Say nothing and go on."""
