"""Pictures in which no text is smaller than it must be: 8 pt on paper, 12 pt on slides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from graph.export.labels import legible, relabelled
from graph.export.pictures import Chart, DrawnNetwork
from graph.export.svg.chart import SMALL, chart
from graph.export.svg.element import Element, document
from graph.export.svg.page import fitting, network_piece, picture
from graph.export.svg.paragraph import Piece
from graph.picture.charts.theme import OF_TYPE
from graph.picture.drawn import Drawing, NodeSwatch
from graph.picture.encoding import Fill
from graph.picture.labels import PROJECT_FONT

POINTS = 0.75  # pt a px
WIDTH, HIGH, MOST = 660.0, 470.0, 900.0  # px of a picture on a page, and of a chart that needs the whole page
_BELOW = 600.0  # px of a chart that shares a page with what is said above it
LEAST_POINTS = 8.1  # of a text on paper; a little more than 8 pt, since programs round
LEAST = LEAST_POINTS / POINTS  # px
_CODE, _QUESTION = 0.4, 0.55  # height of two letters and of a question mark as parts of the shape they stand in

_SCALE = re.compile(r"scale\(([0-9.]+)\)")
_FONT_SIZES = frozenset({"fontSize", "labelFontSize", "titleFontSize", "subtitleFontSize"})
_BY_ITSELF: Mapping[str, Mapping[str, float]] = {  # px of Vega-Lite where a specification says nothing
    "axis": {"labelFontSize": 10, "titleFontSize": 11},
    "legend": {"labelFontSize": 10, "titleFontSize": 11},
    "header": {"labelFontSize": 10, "titleFontSize": 11},
    "text": {"fontSize": 11},
    "title": {"fontSize": 13},
}
_NEAR = 120.0  # px between a mark and a text: one further away is a column of names
_LINE = 1.25  # of a font: the least height of a row that carries text
_TRIES, _SAFE = 5, 1.01


def printed(
    shown: object, words: Mapping[str, str], room: tuple[float, float], *, most: float = 0.0, least: float = LEAST
) -> Piece | None:
    """Draw a picture for paper, without its legend; ``None`` when there is none.

    Parameters
    ----------
    shown
        What an exhibit shows.
    words
        ``empty`` is said in place of a network without elements.
    room
        Width and height in px.
    most
        Height in px up to which a chart grows when its texts would be too small otherwise.
    least
        px of the smallest text, by default for a picture that is printed at 0.75 pt a px.
    """
    if isinstance(shown, Chart):
        return legible_chart(shown, room, most=most, least=least)
    if isinstance(shown, DrawnNetwork) and shown.drawing.nodes:
        named = replace(shown, drawing=named_for_paper(shown, *room, least))
        return network_piece(named, words, *room, least)
    return picture(shown, words, *room)


class PrintedPicture(NamedTuple):
    """SVG document of a picture, ``""`` without one, and its height in px at `WIDTH`."""

    svg: str
    height: float


def printed_picture(shown: object, words: Mapping[str, str]) -> PrintedPicture:
    """Draw a chart or a network for an upright page of A4, below a heading; what is set as text has no picture."""
    drawn = printed(shown, words, (WIDTH, HIGH), most=_BELOW) if isinstance(shown, Chart | DrawnNetwork) else None
    return PrintedPicture(document(WIDTH, drawn.height, drawn.elements), drawn.height) if drawn else NO_PICTURE


NO_PICTURE = PrintedPicture("", 0.0)


def named_for_paper(shown: DrawnNetwork, width: float, high: float, least: float = LEAST) -> Drawing:
    """Return the drawing of a network with the names that fit a page and can be read on it.

    Parameters
    ----------
    shown
        The picture.
    width
        Width of the picture in px.
    high
        Height of the picture in px.
    least
        Smallest size of type in px.
    """
    larger = 1.0
    for _ in range(_TRIES):
        drawing = relabelled(shown.drawing, width, high, larger, all_names=shown.all_names)
        size = PROJECT_FONT / drawing.zoom * fitting(legible(drawing), width, high)[0]
        if size >= least:
            break
        larger *= least / size * _SAFE
    return drawing


def with_large_sign(swatch: NodeSwatch, least: float = LEAST) -> NodeSwatch:
    """Return a sample of the legend large enough for its sign to be read on paper; ``least`` is in px."""
    part = _QUESTION if swatch.fill is Fill.UNKNOWN else _CODE if swatch.code else 0.0
    return replace(swatch, size=max(swatch.size, least / part)) if part else swatch


def smallest_text(elements: Iterable[Element], zoom: float = 1.0) -> tuple[float, float]:
    """Return the size of the smallest text in px as drawn, and the font size it has in its own units.

    Both are infinite where there is no text.
    """
    found = [_smallest(each, zoom) for each in elements]
    return min(found, default=(float("inf"), float("inf")))


def _smallest(part: Element, zoom: float) -> tuple[float, float]:
    for scale in _SCALE.findall(part.get("transform", "")):
        zoom *= float(scale)
    found = smallest_text(part, zoom)
    font = part.get("font-size", "").removesuffix("px")
    if part.tag == "text" and font and (part.text or len(part)):
        return min(found, (float(font) * zoom, float(font)))
    return found


def legible_chart(shown: Chart, room: tuple[float, float], *, most: float = 0.0, least: float) -> Piece:
    """Draw a chart whose texts are not smaller than they must be.

    Parameters
    ----------
    shown
        The chart.
    room
        Width and height in px.
    most
        Height in px it may take when its texts would be too small otherwise.
    least
        px of the smallest text.
    """
    width, high = room
    small = max(SMALL, least)
    drawn = chart(shown, width, high, small)
    if smallest_text(drawn.elements)[0] < least:
        high = max(high, most)
        drawn = chart(shown, width, high, small)
    for _ in range(_TRIES):
        size, font = smallest_text(drawn.elements)
        if size >= least:
            break
        larger = least / size * _SAFE
        shown = replace(shown, spec=with_texts_of(shown.spec, font * larger, larger))
        drawn = chart(shown, width, high, small)
    return drawn


def with_texts_of(spec: Mapping[str, Any], font: float, larger: float) -> dict[str, Any]:
    """Return a specification in which no text is smaller than a font size, no row lower than its text.

    Parameters
    ----------
    spec
        Vega-Lite specification.
    font
        Smallest font size in px.
    larger
        How much larger the smallest text becomes; texts that follow another one move away by as much.
    """
    lifted: dict[str, Any] = _lifted(spec, font, larger)
    config = lifted.get("config", {})
    for part, sizes in _BY_ITSELF.items():
        config[part] = {name: max(size, font) for name, size in sizes.items()} | config.get(part, {})
    return {**lifted, "config": config}


def _lifted(part: Any, font: float, larger: float) -> Any:  # noqa: ANN401 - a document of JSON holds anything
    if isinstance(part, dict) and str(part.get("name", "")).endswith(OF_TYPE):
        return {**part, "value": part["value"] * larger}
    if isinstance(part, dict):
        return {name: _value(name, value, font, larger) for name, value in part.items()}
    return [_lifted(item, font, larger) for item in part] if isinstance(part, list) else part


def _value(name: str, value: Any, font: float, larger: float) -> Any:  # noqa: ANN401 - see above
    if name == "data":
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if name in _FONT_SIZES:
            return max(value, font)
        if name == "step":
            return max(value, font * _LINE)
        return value * larger if name == "dx" and abs(value) < _NEAR else value
    return _lifted(value, font, larger)
