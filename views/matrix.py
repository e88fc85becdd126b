"""Matrices as records: a number printed in each cell, and shaded by it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from views.language.words import Words
from views.table import Datum, Unit

STEPS = 5
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MatrixHeading:
    """Header of a row or column.

    Attributes
    ----------
    text
        What is read.
    target
        Address it opens, ``""`` for none.
    start
        Whether a block begins here: a line stands before it.
    """

    text: str
    target: str = ""
    start: bool = False


@dataclass(frozen=True, slots=True)
class Square:
    """One cell.

    Attributes
    ----------
    text
        What is printed in it.
    id
        What is said when it is chosen; ``""`` when it cannot be.
    step
        Shade from 1 to `STEPS`; 0 for none.
    datum
        The number that is printed, as it was computed; ``None`` when nothing is recorded.
    """

    text: str
    id: str = ""
    step: int = 0
    datum: Datum = None


@dataclass(frozen=True, slots=True)
class MatrixGrid:
    """What a matrix holds.

    Attributes
    ----------
    caption
        What it is about; read out first.
    corner
        Header of the row headers.
    rows, columns
        Headers.
    squares
        Row and column -> cell; what is missing is an empty cell without meaning.
    totals
        Whether the last row and column are sums, set apart by a line.
    unit
        What the numbers count.
    """

    caption: str
    corner: str
    rows: tuple[MatrixHeading, ...]
    columns: tuple[MatrixHeading, ...]
    squares: Mapping[Place, Square]
    totals: bool = False
    unit: Unit = Unit.NONE


_FEW_ARE_LARGE = 0.7  # power that spreads the many small values over the shades


def step(value: float, largest: float) -> int:
    """Shade for a value: 1 to `STEPS`; 0 for nothing."""
    share = value / largest if value > 0 and largest > 0 else 0.0
    shade: float = share**_FEW_ARE_LARGE
    return min(ceil(STEPS * shade), STEPS)


# After the s that joins two nouns a German word may be broken; browsers without a dictionary do not know that.
_JOINT = re.compile(r"(?<=ungs|afts|eits|ions|täts)(?=[a-zäöü]{4})")
_SLASH = re.compile(r"(?<=/)(?=.)")


def packed_headings(headings: Sequence[MatrixHeading]) -> list[list[object]]:
    """Pack headings as ``[text, target, start]``, with the places where a long word may be broken."""
    return [[_breakable(heading.text), heading.target, int(heading.start)] for heading in headings]


def _breakable(text: str) -> str:
    return _SLASH.sub("\N{ZERO WIDTH SPACE}", _JOINT.sub("\N{SOFT HYPHEN}", text))


def message(t: Words, grid: MatrixGrid, chosen: str = "", *, small: bool = False) -> dict[str, object]:
    """Return what the browser is sent of a matrix.

    Parameters
    ----------
    t
        Words of the language.
    grid
        Content.
    chosen
        Id of the chosen cell.
    small
        Small squares with column headers upright, for many rows.
    """
    return {
        "caption": grid.caption,
        "corner": grid.corner,
        "rows": packed_headings(grid.rows),
        "columns": packed_headings(grid.columns),
        "squares": [[row, column, s.text, s.id, s.step] for (row, column), s in sorted(grid.squares.items())],
        "totals": grid.totals,
        "chosen": chosen,
        "small": small,
        "lang": t.language,
        "cell": t.entries["table.cell"],
    }
