"""How far a long computation is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]


def no_progress(_: int, __: int) -> None:
    """Tell nobody, for what is done while somebody waits."""
