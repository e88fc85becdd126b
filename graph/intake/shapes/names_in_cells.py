"""Several names in one cell: what separates them is decided once for a column, by all of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

CLEAR = re.compile(r"[;\n|]")
COMMAS = re.compile(r",")
_MANY = 3  # names in a cell, from which on commas separate names rather than a name from its place


def separator_of(cells: Iterable[str]) -> re.Pattern[str]:
    r"""Return what separates the names of a column: commas only where nothing clearer does and a cell has many.

    Parameters
    ----------
    cells
        All cells of the column.

    Examples
    --------
    >>> separator_of(["Werk A, Werk B, Werk C"]).pattern
    ','
    >>> separator_of(["Werk A, Ulm; Werk B, Bonn, Haus 3"]).pattern
    '[;\\n|]'
    """
    is_list = False
    for cell in cells:
        if CLEAR.search(cell):
            return CLEAR
        is_list = is_list or len([part for part in cell.split(",") if part.strip()]) >= _MANY
    return COMMAS if is_list else CLEAR
