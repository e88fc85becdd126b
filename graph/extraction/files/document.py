"""What is read from a file, and what may be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import AkteursnetzError

MOST_CHARACTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """Text of a paper and what its file says about it; pages beyond the limit and pages without text are counted."""

    text: str
    title: str = ""
    date: str = ""
    url: str = ""
    pages_left_out: int = 0
    pages_of_pictures: int = 0


class UnreadablePaperError(AkteursnetzError, ValueError):
    """A paper cannot be read.

    Attributes
    ----------
    code
        ``no-text`` (a PDF of pictures), ``encrypted``, ``damaged``, ``too-large``, ``too-slow``, ``unknown-kind``, ``empty``,
        ``no-file``, ``not-text``, ``not-oparl``, ``oparl-without-text``.
    name
        Name of the file.
    """

    def __init__(self, code: str, name: str = "") -> None:
        self.code, self.name = code, name
        super().__init__(f"{code}: {name}")
