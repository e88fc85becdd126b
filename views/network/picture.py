"""The picture that a view asks for: its elements, their groups, or a map."""

from __future__ import annotations

from graph.apart import called
from graph.picture import named
from graph.picture.drawn import Drawing
from views.network import groups, maps
from views.view import View


def drawing_of(view: View) -> Drawing:
    """Return the picture of a view; only the canvas knows what is selected, and chooses its names by that itself."""
    return maps.drawing_of(view) if maps.is_map(view) else groups.drawing_of(view)


def told_apart(view: View, drawing: Drawing) -> Drawing:
    """Return a drawing of some part in which nobody is taken for another of the same name."""
    return named.told_apart(drawing, called(view.whole))


def shows_elements(view: View) -> bool:
    """Whether the picture shows elements one by one: no groups, and no map."""
    return not maps.is_map(view) and groups.groups_by(view) is None
