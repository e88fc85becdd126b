"""Whether the server has only just begun and prepares its first answers, so that whoever comes waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

_UNDER_WAY = Event()


@contextmanager
def preparing() -> Iterator[None]:
    """Prepare the first answers; whatever comes of it, they are not under way afterwards."""
    _UNDER_WAY.set()
    try:
        yield
    finally:
        _UNDER_WAY.clear()


def is_under_way() -> bool:
    """Whether the first answers are being prepared right now."""
    return _UNDER_WAY.is_set()
