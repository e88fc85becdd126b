"""Long work that is given up when nobody waits for it any longer: it looks often, also within one picture or table.

Whoever starts the work says in `asked_by` what is called whenever it looks; what that raises ends the work. The floors
below only call `ensure_wanted` in the loops that grow with the data, and know nothing of who waits.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# seconds between two looks of what waits for another program
GLANCE = 0.05


def _always() -> None:
    """Go on: somebody waits."""


_LOOK: ContextVar[Callable[[], None]] = ContextVar("look", default=_always)


@contextmanager
def asked_by(look: Callable[[], None]) -> Iterator[None]:
    """Have the work inside call this function often; raise in it to end the work.

    Work in another thread does not call it.
    """
    token = _LOOK.set(look)
    try:
        yield
    finally:
        _LOOK.reset(token)


def ensure_wanted() -> None:
    """Go on only while somebody waits: raise what whoever waited raises to end the work.

    It costs a tenth of a microsecond; call it wherever the number of calls grows with the data. Elements of
    `xml.etree` are extended with lists: of a generator they would hide what it raises.
    """
    _LOOK.get()()


class Buffer(io.BytesIO):
    """Bytes in memory that a library writes its parts to; the library ends when nobody waits for them."""

    def write(self, content: bytes, /) -> int:  # type: ignore[override]  # as narrow as all that is written here
        """Write a part."""
        ensure_wanted()
        return super().write(content)
