"""Names on a page of another size than the screen: fewer, but as large as they must be to be read."""

from __future__ import annotations

from dataclasses import replace

from graph.picture.drawn import Drawing, DrawnNode, bounds
from graph.picture.labels import (
    PROJECTS_WITH_LABELS,
    Candidate,
    budget,
    fit_zoom,
    shown_labels,
)
from graph.vocabulary import Mode


def relabelled(drawing: Drawing, width: float, height: float, larger: float = 1.0) -> Drawing:
    """Return the same picture with the names that fit a page.

    Parameters
    ----------
    drawing
        Picture as on screen; nodes, lines and legend stay as they are.
    width, height
        Room in px.
    larger
        Size of names in parts of that on screen.
    """
    if not drawing.nodes:
        return drawing
    room = width / larger, height / larger
    left, top, right, bottom = bounds(drawing.nodes)
    zoom = fit_zoom(right - left, bottom - top, room)
    few = len(drawing.nodes) <= PROJECTS_WITH_LABELS
    wanted = sorted(
        (node for node in drawing.nodes if not node.dimmed and (few or _is_named(node))),
        key=lambda node: (not node.focus, not node.selected, node.rank),
    )
    candidates = [
        Candidate(n.id, n.short_name, n.x * zoom, n.y * zoom, n.size * zoom, bold=n.mode == Mode.ACTOR) for n in wanted
    ]
    places = {n.id: (n.id, n.x * zoom, n.y * zoom, n.size * zoom) for n in drawing.nodes}
    shown = set(shown_labels(candidates, width=room[0], height=room[1], nodes=list(places.values())))
    if len(shown) < budget(*room) / 2:
        # in a dense picture hardly any name would be left, so some may hide a project
        actors = [places[n.id] for n in drawing.nodes if n.mode == Mode.ACTOR]
        shown = set(shown_labels(candidates, width=room[0], height=room[1], nodes=actors))
    return replace(
        drawing, nodes=tuple(replace(node, label_shown=node.id in shown) for node in drawing.nodes), zoom=zoom
    )


def _is_named(node: DrawnNode) -> bool:
    return node.mode == Mode.ACTOR or node.label_shown
