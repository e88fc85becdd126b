"""Pictures of a document as PNG, each with its legend below, since not every program draws SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.export.pictures import Chart, Network
from graph.export.png import rendered
from graph.export.svg.element import document, element
from graph.export.svg.legend import legend
from graph.export.svg.lists import shifted, stacked
from graph.export.svg.page import picture, size_scale

WIDTH, HIGHEST = 680.0, 560.0  # px of a picture without its legend
PIXELS = 1700  # width of the PNG: 250 dots an inch on 17 cm


class Drawn(NamedTuple):
    """A picture as PNG, with its height as a share of its width."""

    png: bytes
    ratio: float


def drawn(shown: Network | Chart, words: Mapping[str, str]) -> Drawn:
    """Draw a picture with its legend.

    Parameters
    ----------
    shown
        A network or a chart.
    words
        ``empty`` is said in place of a network without elements.
    """
    svg, ratio = svg_of(shown, words)
    return Drawn(rendered(svg, PIXELS), ratio)


def svg_of(shown: Network | Chart, words: Mapping[str, str]) -> tuple[str, float]:
    """Return the same as SVG, and its height as a share of its width."""
    pieces = [piece for piece in (picture(shown, words, WIDTH, HIGHEST),) if piece]
    if isinstance(shown, Network) and shown.drawing.nodes:
        pieces.append(legend(shown.legend, WIDTH, size_scale(shown.drawing, WIDTH, HIGHEST)))
    body = stacked(pieces, gap=14)
    height = max(body.height, 1.0)
    paper = element("rect", width=WIDTH, height=height, fill="#FFFFFF")
    return document(WIDTH, height, [paper, shifted(body, 0, 0)]), height / WIDTH
