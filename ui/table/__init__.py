"""A real HTML table: sortable, with names that open a profile, bars in cells and rows to choose.

Streamlit's own data frame is painted on a canvas that screen readers cannot walk; this component builds a
``<table>`` with header cells. Every cell is text set by the browser's ``textContent``, never markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.component import component
from views.language.words import Words
from views.table import Table, message

_component = component("table", __file__, '<div class="an-table"></div>')


def show(
    t: Words,
    table: Table,
    *,
    key: str,
    on_open: Callable[[], None] | None = None,
    chosen: Sequence[str] | None = None,
    on_choose: Callable[[], None] | None = None,
    max_height: int = 0,
) -> None:
    """Show a table.

    Parameters
    ----------
    t
        Words of the visitor's language.
    table
        Content.
    key
        Name of the table on its page.
    on_open
        Called when a link is followed, see `ui.controls.follow_link`.
    chosen
        Ids of the chosen rows; ``None`` when rows cannot be chosen.
    on_choose
        Called when the choice changes.
    max_height
        Height in px after which the table scrolls; 0 for no limit.
    """
    data = message(t, table, chosen, max_height)
    _component(
        key=key,
        data=data,
        default={"chosen": list(chosen or ())},
        on_open_change=on_open or _ignore,
        on_chosen_change=on_choose or _ignore,
    )


def _ignore() -> None:
    """Do nothing: Streamlit wants a callback for each state a component carries."""
