"""A matrix to read and to click: a real ``<table>`` whose cells are shaded and can be chosen.

The number is printed in each cell, so the shade is never the only carrier. One stop with Tab, arrow keys inside.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.component import component
from views.language.words import Words
from views.matrix import MatrixGrid, message

_component = component("matrix", __file__, '<div class="an-matrix"></div>')


def show(
    t: Words,
    grid: MatrixGrid,
    *,
    key: str,
    chosen: str = "",
    on_choose: Callable[[], None],
    on_open: Callable[[], None],
    small: bool = False,
) -> None:
    """Show a matrix.

    Parameters
    ----------
    t
        Words of the visitor's language.
    grid
        Content.
    key
        Name of the matrix on its page.
    chosen
        Id of the chosen cell.
    on_choose, on_open
        Called when a cell is chosen or a header opened; see `ui.controls.event` (``choose``, ``open``).
    small
        Small squares with column headers upright, for many rows.
    """
    data = message(t, grid, chosen, small=small)
    _component(key=key, data=data, on_choose_change=on_choose, on_open_change=on_open)
