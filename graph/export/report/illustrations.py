"""Pictures of a document as PNG, each with its legend below, since not every program draws SVG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from graph.export.pictures import Chart, DrawnNetwork, LegendGroup
from graph.export.png import rendered
from graph.export.svg.element import document, element
from graph.export.svg.legend import legend
from graph.export.svg.lists import shifted, stacked
from graph.export.svg.page import size_scale
from graph.export.svg.printed import LEAST_POINTS, named_for_paper, printed, with_large_sign
from graph.picture.drawn import LineSwatch, NodeSwatch

WIDTH, HIGHEST = 680.0, 400.0  # px of a picture without its legend
_MOST = 780.0  # px of a chart that could not be read otherwise
_LEAST = LEAST_POINTS * WIDTH / (17 / 2.54 * 72)  # px of a text, on paper 17 cm wide
PIXELS = 1700  # width of the PNG: 250 dots an inch on 17 cm


class Drawn(NamedTuple):
    """A picture as PNG, with its height as a share of its width."""

    png: bytes
    ratio: float


def drawn(shown: DrawnNetwork | Chart, words: Mapping[str, str]) -> Drawn:
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


def svg_of(shown: DrawnNetwork | Chart, words: Mapping[str, str]) -> tuple[str, float]:
    """Return the same as SVG, and its height as a share of its width."""
    pieces = [piece for piece in (printed(shown, words, (WIDTH, HIGHEST), most=_MOST, least=_LEAST),) if piece]
    if isinstance(shown, DrawnNetwork) and shown.drawing.nodes:
        named = named_for_paper(shown, WIDTH, HIGHEST, _LEAST)
        pieces.append(legend(_signed(shown.legend), WIDTH, size_scale(named, WIDTH, HIGHEST, as_in=shown.drawing)))
    body = stacked(pieces, gap=14)
    height = max(body.height, 1.0)
    paper = element("rect", width=WIDTH, height=height, fill="#FFFFFF")
    return document(WIDTH, height, [paper, shifted(body, 0, 0)]), height / WIDTH


def _signed(groups: Iterable[LegendGroup]) -> list[LegendGroup]:
    """Return groups whose samples are large enough for their letters to be read."""
    return [
        replace(group, entries=tuple(replace(each, sample=_large(each.sample)) for each in group.entries))
        for group in groups
    ]


def _large(sample: NodeSwatch | LineSwatch) -> NodeSwatch | LineSwatch:
    return with_large_sign(sample, _LEAST) if isinstance(sample, NodeSwatch) else sample
