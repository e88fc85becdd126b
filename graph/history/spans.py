"""What is known of when something begins and ends: an interval for each, and what is not known said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.dates import OPEN, bounds

_DOUBTFUL = frozenset("?~%X")


@dataclass(frozen=True, slots=True)
class Moment:
    """A beginning or an end.

    Attributes
    ----------
    earliest, latest
        First and last day it may be; ``None`` when open or not recorded.
    doubtful
        The data call it uncertain or approximate.
    open
        The data say that there is none: ``..``.
    """

    earliest: date | None = None
    latest: date | None = None
    doubtful: bool = False
    open: bool = False

    @property
    def known(self) -> bool:
        """Whether at least one bound is recorded."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A duration from one moment to another; either may be unknown."""

    start: Moment
    end: Moment

    @property
    def dated(self) -> bool:
        """Whether anything is known of it."""
        return self.start.known or self.end.known

    @property
    def first(self) -> date | None:
        """First day it may have begun or, if only the end is known, the first day it may have ended."""
        return self.start.earliest or self.end.earliest or self.end.latest

    @property
    def last(self) -> date | None:
        """Last day it may have ended or, if only the start is known, the last day it may have begun."""
        return self.end.latest or self.start.latest or self.start.earliest


def moment(text: str) -> Moment:
    """Moment of one EDTF date."""
    earliest, latest = bounds(text)
    return Moment(earliest, latest, doubtful=not _DOUBTFUL.isdisjoint(text), open=text == OPEN)


def span(start: str, end: str) -> Span:
    """Span of two EDTF cells; an interval in the first cell, such as ``2021-05/..``, fills both."""
    if "/" in start and not end:
        start, _, end = start.partition("/")
    return Span(moment(start), moment(end))
