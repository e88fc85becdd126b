"""Names on a page of another size than the screen: fewer, but as large as they must be to be read."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from graph.graphemes import clusters
from graph.picture.drawn import Drawing, DrawnNode, bounds
from graph.picture.labels import (
    PROJECTS_WITH_LABELS,
    Candidate,
    budget,
    fit_zoom,
    shown_labels,
)
from graph.vocabulary import Mode

LONGEST_NAME = 60  # signs of a name in a picture
_UNBOUNDED = 10_000.0  # px, so that the budget of names is no limit


def legible(drawing: Drawing) -> Drawing:
    """Return the picture with names no longer than a page can hold; a name of thousands of letters has no size."""
    if all(len(node.short_name) <= LONGEST_NAME for node in drawing.nodes):
        return drawing
    return replace(drawing, nodes=tuple(replace(n, short_name=_legible(n.short_name)) for n in drawing.nodes))


def _legible(name: str) -> str:
    signs = clusters(name)
    return name if len(signs) <= LONGEST_NAME else f"{''.join(signs[:LONGEST_NAME]).rstrip()}…"


def relabelled(
    drawing: Drawing, width: float, height: float, larger: float = 1.0, *, all_names: bool = False
) -> Drawing:
    """Return the same picture with the names that fit a page.

    Parameters
    ----------
    drawing
        Picture as on screen; nodes, lines and legend stay as they are.
    width, height
        Room in px.
    larger
        Size of names in parts of that on screen.
    all_names
        Write every name that covers no other one: a fixed arrangement has room for most.
    """
    if not drawing.nodes:
        return drawing
    drawing = legible(drawing)
    room = width / larger, height / larger
    left, top, right, bottom = bounds(drawing.nodes)
    zoom = fit_zoom(right - left, bottom - top, room)
    few = all_names or len(drawing.nodes) <= PROJECTS_WITH_LABELS
    wanted = sorted(
        (node for node in drawing.nodes if not node.dimmed and (few or _is_named(node))),
        key=lambda node: (not node.focus, not node.selected, node.rank),
    )
    candidates = [
        Candidate(n.id, n.short_name, n.x * zoom, n.y * zoom, n.size * zoom, bold=n.mode == Mode.ACTOR) for n in wanted
    ]
    if all_names:
        return _named(drawing, shown_labels(candidates, width=_UNBOUNDED, height=_UNBOUNDED), zoom)
    shown: set[str] = set()
    for kept in _kept_clear(drawing.nodes, budget(*room)):
        places = [(n.id, n.x * zoom, n.y * zoom, n.size * zoom) for n in kept]
        shown = set(shown_labels(candidates, width=room[0], height=room[1], nodes=places))
        if len(shown) >= budget(*room) / 2 and candidates[0].id in shown:
            break
    return _named(drawing, shown, zoom)


def _kept_clear(nodes: Sequence[DrawnNode], most: int) -> Iterator[Sequence[DrawnNode]]:
    """Yield what names must not hide: nothing, else a project, else one of the less important.

    In a dense picture hardly any name would be left otherwise, and not those of the most important.
    """
    yield nodes
    yield [node for node in nodes if node.mode == Mode.ACTOR]
    yield sorted(nodes, key=lambda node: node.rank)[:most]


def _named(drawing: Drawing, shown: Container[str], zoom: float) -> Drawing:
    return replace(
        drawing, nodes=tuple(replace(node, label_shown=node.id in shown) for node in drawing.nodes), zoom=zoom
    )


def _is_named(node: DrawnNode) -> bool:
    return node.mode == Mode.ACTOR or node.label_shown
