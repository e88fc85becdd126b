"""New and gone collaborations in one picture."""

from __future__ import annotations

from ui import cache, picture
from ui.cache import times
from ui.earlier import Earlier
from ui.legend import legend
from ui.view import View


def show(view: View, found: Earlier) -> None:
    """Show the picture with its legend; the tables beside it name every link."""
    older = cache.part(found.dataset, view.selection)
    drawing = times.states_drawing(view.whole, older, view.part)
    picture.steady(view, drawing, key="states")
    legend(view.t, drawing)
