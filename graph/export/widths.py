"""How columns of a table share the room there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import ceil, inf
from typing import NamedTuple

from graph.picture.labels import text_width

_HALF = 0.6  # of a text, that two lines of it need
_FULL = 0.88  # of a line that is filled with words, on average
_STEPS = (8, 24, 60, 120)  # pt that are moved from one column to another at once
_LONG = 40.0  # times the size of the type: a longer text needs no more room, as it is cut or broken anyway
_CHEAP = 30.0  # that a column gets to stand on one line, whatever others need
_PIECES = re.compile(r"(?<=\w)-(?=\w)")  # where every program may break a word


class ColumnNeed(NamedTuple):
    """What the texts of a column need: its longest word, its longest text on one line, and its texts on average."""

    least: float
    whole: float
    average: float


def header_width(text: str, size: float) -> float:
    """Width that a header needs, which may be broken into two lines, but not within a word."""
    words = max((text_width(word, size) for word in text.split()), default=0.0)
    return max(words, text_width(text, size) * _HALF)


def column_need(
    header: str, texts: Sequence[str], size: float, around: float, *, divided: float = inf, heading: float = 0.0
) -> ColumnNeed:
    """Return what a column needs.

    Parameters
    ----------
    header
        What stands above it, in bold, on up to two lines.
    texts
        Texts of its cells.
    size
        Size of the type.
    around
        Space left and right of a text together, in the same unit.
    divided
        Width above which a word may be divided, in the same unit.
    heading
        Size of the type of the header, by default that of the cells.
    """
    sizes = {word: size for text in texts for word in _pieces(text)} | dict.fromkeys(_pieces(header), heading or size)
    least = max((min(text_width(word, of_word), divided) for word, of_word in sizes.items()), default=0.0)
    wide = [text_width(text, size) for text in texts]
    above = header_width(header, heading or size)
    average = sum(min(each, _LONG * size) for each in wide) / len(wide) if wide else 0.0
    return ColumnNeed(least + around, max([above, *wide]) + around, max(above, average) + around)


def _pieces(text: str) -> Iterator[str]:
    """Yield what no program breaks: words, and the parts of a word that hyphens join, each with its hyphen."""
    for word in text.split():
        *first, last = _PIECES.split(word)
        yield from (f"{part}-" for part in first)
        yield last


def weighed_widths(needs: Sequence[ColumnNeed], room: float) -> list[float]:
    """Widths that fill the room: no column is narrower than its longest word, and narrow ones get all they need.

    The rest is shared by the length of the texts. Where even the longest words need more than there is, the widest
    columns get less.

    >>> weighed_widths([ColumnNeed(20, 50, 40), ColumnNeed(60, 400, 100), ColumnNeed(60, 600, 300)], 450)
    [50, 130.0, 270.0]
    >>> weighed_widths([ColumnNeed(20, 300, 250), ColumnNeed(200, 300, 250)], 100)
    [20, 80.0]

    Parameters
    ----------
    needs
        Need of each column.
    room
        Width of all of them together, in the same unit.
    """
    widths = [need.least for need in needs]
    rest = room - sum(widths)
    if rest <= 0:
        return shared_widths(widths, room)
    waiting = sorted(range(len(needs)), key=lambda place: needs[place].whole - needs[place].least)
    while waiting:
        place, weight = waiting[0], sum(needs[place].average for place in waiting)
        more = needs[place].whole - widths[place]
        if more > max(min(_CHEAP, rest / len(waiting)), rest * needs[place].average / weight):
            break
        waiting.pop(0)
        widths[place] += more
        rest -= more
    sharing = waiting or range(len(needs))
    weight = sum(needs[place].average for place in sharing)
    for place in sharing:
        widths[place] += rest * needs[place].average / weight
    return widths


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
