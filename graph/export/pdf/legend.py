"""The legend of a network, as data for a layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.export.legend import sample_size
from graph.export.pictures import DrawnNetwork, LegendGroup
from graph.export.svg.element import document
from graph.export.svg.legend import sample
from graph.export.svg.page import size_scale
from graph.export.svg.printed import LEAST, POINTS, named_for_paper, with_large_sign
from graph.picture.drawn import NodeSwatch


def legend_of(shown: DrawnNetwork, room: tuple[float, float], least: float = LEAST) -> list[dict[str, Any]]:
    """Write a legend whose sizes are those of the printed picture.

    Parameters
    ----------
    shown
        The picture.
    room
        Width and height of the printed picture in px.
    least
        px of the smallest text and sign.

    Returns
    -------
    list
        One entry a group: its title, and text, SVG, width and height (pt) of each sample.
    """
    if not shown.drawing.nodes:
        return []
    scale = size_scale(named_for_paper(shown, *room, least), *room, as_in=shown.drawing)
    return [{"title": group.title, "entries": list(_entries(group, scale, least))} for group in shown.legend]


def _entries(group: LegendGroup, scale: float, least: float) -> Iterator[dict[str, Any]]:
    for entry in group.entries:
        swatch = entry.sample
        if group.channel == "size" and isinstance(swatch, NodeSwatch):
            swatch = NodeSwatch(swatch.shape, swatch.fill, swatch.colour, size=swatch.size * scale)
        elif isinstance(swatch, NodeSwatch):
            swatch = with_large_sign(swatch, least)
        width, height = sample_size(swatch)
        svg = document(width, height, sample(swatch, 0, height / 2))
        yield {"text": entry.text, "svg": svg, "width": width * POINTS, "height": height * POINTS}
