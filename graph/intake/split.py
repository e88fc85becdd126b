"""Tables that stand below each other on one worksheet or in one file, with empty lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from graph.intake.grid import Grid, Row, grid_of
from graph.intake.recognise import Guess, recognise

CERTAIN = 0.5  # share of the columns a recipe must understand before the form of a table is not asked
_MOST_ROWS = 2_000  # of what somebody puts together by hand
_MOST_GAPS = 20


def apart(grid: Grid, most: int = 8) -> list[Grid]:
    """Return the tables of a grid; several only where what stands above and below an empty line is known by itself.

    Parameters
    ----------
    grid
        A worksheet or file.
    most
        How many tables it is taken apart to.
    """
    rows = list(islice(grid.rows(), _MOST_ROWS + 1))
    if most < 2 or len(rows) > _MOST_ROWS:
        return [grid]
    gaps = [place for place in range(1, len(rows)) if rows[place][0] - rows[place - 1][0] > 1]
    for place in gaps[:_MOST_GAPS]:
        if _begins_a_table(grid, rows[place:]) and _is_table(grid, rows[:place]):
            return [_part(grid, rows[:place]), *apart(_part(grid, rows[place:]), most - 1)]
    return [grid]


def surely_known(grid: Grid) -> Guess | None:
    """Return the recipe that reads a table by itself, ``None`` when none does for certain."""
    return next((guess for guess in recognise([grid]) if guess.is_complete and guess.share >= CERTAIN), None)


def _part(grid: Grid, rows: Sequence[Row]) -> Grid:
    return grid_of(grid.file, grid.name, rows)


def _begins_a_table(grid: Grid, rows: Sequence[Row]) -> bool:
    """Whether the header of a table stands in the first row, or below a title."""
    guess = surely_known(_part(grid, rows)) if len(rows) > 1 else None
    return guess is not None and any(table.header.line in (rows[0][0], rows[1][0]) for table in guess.tables)


def _is_table(grid: Grid, rows: Sequence[Row]) -> bool:
    """Whether rows are a table with at least one row below its header."""
    guess = surely_known(_part(grid, rows)) if len(rows) > 1 else None
    return guess is not None and any(table.header.last < rows[-1][0] for table in guess.tables)
