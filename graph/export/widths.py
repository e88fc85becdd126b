"""How columns of a table share the room there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import ceil

from graph.picture.labels import text_width

_HALF = 0.6  # of a text, that two lines of it need
_FULL = 0.88  # of a line that is filled with words, on average
_STEPS = (8, 24, 60, 120)  # pt that are moved from one column to another at once


def header_width(text: str, size: float) -> float:
    """Width that a header needs, which may be broken into two lines, but not within a word."""
    words = max((text_width(word, size) for word in text.split()), default=0.0)
    return max(words, text_width(text, size) * _HALF)


def shared_widths(needs: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room: narrow columns get what they need, wide ones share the rest.

    >>> shared_widths([50, 400, 600], 450)
    [50, 200.0, 200.0]
    """
    widths = [0.0] * len(needs)
    rest, waiting = room, sorted(range(len(needs)), key=lambda place: needs[place])
    while waiting:
        share = rest / len(waiting)
        place = waiting.pop(0)
        widths[place] = min(needs[place], share)
        rest -= widths[place]
    if widths and rest > 0:
        widths[-1] += rest
    return widths


def flat_widths(texts: Sequence[Sequence[float]], least: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Move room between columns as long as the rows of a table need fewer lines.

    Parameters
    ----------
    texts
        Width of the text of each cell, row by row.
    least
        What each column needs at least, such as the width of its longest word.
    widths
        What the columns have; their sum stays.

    Returns
    -------
    list of float
        Widths with which no single step more saves a line.

    >>> flat_widths([[30, 280]], [30, 50], [165, 165])
    [45, 285]
    """
    best, lines = list(widths), _lines(texts, widths)
    while True:
        tried = [(_lines(texts, moved), moved) for moved in _steps(best, least)]
        fewest, moved = min(tried, key=lambda each: each[0], default=(lines, best))
        if fewest >= lines:
            return best
        best, lines = moved, fewest


def _lines(texts: Sequence[Sequence[float]], widths: Sequence[float]) -> int:
    """Lines of all rows; a line that is broken between words is seldom full."""
    return sum(
        max(
            ceil(text / width if text <= width else text / (width * _FULL))
            for text, width in zip(row, widths, strict=True)
        )
        for row in texts
    )


def _steps(widths: Sequence[float], least: Sequence[float]) -> Iterator[list[float]]:
    """Yield the widths after each step from one column to another."""
    for giver, taker, step in product(range(len(widths)), range(len(widths)), _STEPS):
        if giver != taker and widths[giver] - step >= least[giver]:
            moved = list(widths)
            moved[giver] -= step
            moved[taker] += step
            yield moved
