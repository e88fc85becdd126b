"""The picture that a view asks for: its elements, their groups, or a map."""

from __future__ import annotations

from graph.picture.drawn import Drawing
from views.network import groups, maps
from views.view import View


def drawing_of(view: View, element: str | None = None) -> Drawing:
    """Return the picture of a view.

    Parameters
    ----------
    view
        What is asked.
    element
        Element that is selected.
    """
    return maps.drawing_of(view, element) if maps.is_map(view) else groups.drawing_of(view, element)


def shows_elements(view: View) -> bool:
    """Whether the picture shows elements one by one: no groups, and no map."""
    return not maps.is_map(view) and groups.groups_by(view) is None
