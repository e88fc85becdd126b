"""An exhibit as one picture: title, sentence, figures, picture, legend and source, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.geometry import extent
from graph.export.heading import covers
from graph.export.labels import legible
from graph.export.pictures import Chart, Decision, DrawnNetwork, Matrix, Text
from graph.export.plain import readable
from graph.export.svg.chart import chart
from graph.export.svg.element import Element, document, element
from graph.export.svg.legend import legend
from graph.export.svg.lists import decision, figures, matrix, shifted, stacked, text
from graph.export.svg.network import network
from graph.export.svg.paragraph import QUIET, Piece, Style, fitted, line_of_text, paragraph
from graph.picture.block import COUNTED, HEADING
from graph.picture.drawn import Drawing, Unconnected
from graph.picture.hubs import heading_key
from graph.picture.labels import Box, text_width

WIDTH, MARGIN = 1280.0, 40.0  # px
HEADING_FONT = 12.0  # px on the screen
LARGEST, LOWEST = 1.25, 140.0  # zoom beyond that of the screen, and px of height that a watermark needs
MOST_HEIGHT = 720.0  # px of a network
_TITLE, _SENTENCE, _MARK = Style(28, bold=True), Style(17), Style(14, colour=QUIET)
_SOURCE = Style(12.5, colour=QUIET)


def exhibit_svg(portfolio: Portfolio, exhibit: Exhibit) -> str:
    """SVG document of an exhibit; it explains itself."""
    inner = WIDTH - 2 * MARGIN
    pieces = [_heading(exhibit, inner)]
    if exhibit.figures:
        pieces.append(figures(exhibit.figures, inner))
    pieces += _picture(exhibit, portfolio.words, inner)
    pieces.append(_footer(portfolio, exhibit, inner))
    body = stacked(pieces, gap=18)
    height = max(body.height, LOWEST) + 2 * MARGIN
    children = [element("rect", width=WIDTH, height=height, fill="#FFFFFF"), shifted(body, MARGIN, MARGIN)]
    if portfolio.watermark:
        children.append(watermark(portfolio.watermark, WIDTH, height))
    described = getattr(exhibit.picture, "description", "") or exhibit.sentence
    return document(WIDTH, height, children, title=exhibit.title, description=described, language=portfolio.language)


def picture_svg(
    exhibit: Exhibit, words: Mapping[str, str], width: float = WIDTH - 2 * MARGIN, high: float = MOST_HEIGHT
) -> str:
    """SVG document of the picture alone, for pages that write title and legend themselves; ``""`` without a picture.

    Parameters
    ----------
    exhibit
        What has the picture.
    words
        Words by their keys, in the language of the file.
    width
        Width in px.
    high
        Height in px at most.
    """
    drawn = picture(exhibit.picture, words, width, high)
    return document(width, drawn.height, drawn.elements) if drawn else ""


def picture(shown: object, words: Mapping[str, str], width: float, high: float = MOST_HEIGHT) -> Piece | None:
    """Draw the picture of an exhibit without its legend; ``None`` when there is none.

    Parameters
    ----------
    shown
        The picture: network, chart, matrix, lists or proposal.
    words
        Words by their keys, in the language of the file.
    width
        Width in px.
    high
        Height in px at most.
    """
    draw = _DRAWN.get(type(shown))
    return draw(shown, words, width, high) if draw else None


def sample_svg(elements: list[Element], width: float, height: float) -> str:
    """SVG document of a sample of the legend.

    Parameters
    ----------
    elements
        Shapes of the sample.
    width
        Width in px.
    height
        Height in px.
    """
    return document(width, height, elements)


def watermark(word: str, width: float, height: float) -> Element:
    """Word across a page.

    Parameters
    ----------
    word
        The word, such as ``ENTWURF``.
    width
        Width in px.
    height
        Height in px.
    """
    size = min(height * 0.4, width * 1.2 / max(len(word), 4))
    made = line_of_text(word, 0, size * 0.35, Style(size, bold=True, colour="#1F2937"), anchor="middle")
    made.set("opacity", "0.09")
    made.set("transform", f"translate({width / 2:.2f} {height / 2:.2f}) rotate(-24)")
    return made


def _heading(exhibit: Exhibit, width: float) -> Piece:
    marks = [paragraph(exhibit.mark, _MARK, width)] if exhibit.mark else []
    said = [paragraph(text, _SENTENCE, width) for text in (exhibit.sentence, exhibit.annotation) if text]
    return stacked([*marks, paragraph(exhibit.title, _TITLE, width, most=3), *said], gap=4)


def _picture(exhibit: Exhibit, words: Mapping[str, str], width: float) -> list[Piece]:
    drawn = picture(exhibit.picture, words, width)
    pieces = [drawn] if drawn else []
    if isinstance(exhibit.picture, DrawnNetwork) and exhibit.picture.drawing.nodes:
        pieces.append(legend(exhibit.picture.legend, width, size_scale(exhibit.picture.drawing, width)))
        if exhibit.picture.note:
            pieces.append(paragraph(exhibit.picture.note, _SOURCE, width))
    return pieces


def _footer(portfolio: Portfolio, exhibit: Exhibit, width: float) -> Piece:
    line = element("path", d=f"M0 0H{width:g}", stroke="#D5D9DF")
    says = paragraph(" · ".join(footer_parts(portfolio, exhibit)), _SOURCE, width)
    return Piece((line, shifted(says, 0, 8)), says.height + 8)


def footer_parts(portfolio: Portfolio, exhibit: Exhibit) -> list[str]:
    """Source line, filters, redaction, link and remarks, those that there are."""
    words = portfolio.words
    filters = f"{words['filters']}: {', '.join(exhibit.filters)}" if exhibit.filters else ""
    profile = words["profile"].format(profile=portfolio.profile) if portfolio.profile else ""
    return [part for part in (exhibit.source, filters, profile, readable(exhibit.link), *exhibit.remarks) if part]


def fitting(drawing: Drawing, width: float, high: float) -> tuple[float, float, float, float]:
    """Zoom, offsets and height in px at which a drawing with its names fits a width and a height.

    Parameters
    ----------
    drawing
        The drawing.
    width
        Width in px.
    high
        Height in px at most.
    """
    left, top, right, bottom = extent(drawing)
    zoom = min(width / max(right - left, 1.0), high / max(bottom - top, 1.0), LARGEST * drawing.zoom)
    return zoom, (width - zoom * (right - left)) / 2 - zoom * left, -zoom * top, zoom * (bottom - top)


def size_scale(drawing: Drawing, width: float, high: float = MOST_HEIGHT, *, as_in: Drawing | None = None) -> float:
    """Return how much larger circles are in a picture of that size than in its legend.

    ``as_in`` is the drawing the legend was made for, if names have been chosen anew since.

    Parameters
    ----------
    drawing
        The drawing.
    width
        Width in px.
    high
        Height in px at most.
    as_in
        Drawing whose sizes the legend shows; this one by default.
    """
    return fitting(legible(drawing), width, high)[0] / min((as_in or drawing).zoom, 1.0)


def network_piece(
    shown: DrawnNetwork, words: Mapping[str, str], width: float, high: float, least: float = 0.0
) -> Piece:
    """Draw a network without its legend.

    Parameters
    ----------
    shown
        The network.
    words
        ``empty`` is said where there are no elements, ``unconnected`` heads those without ties, ``no_amount`` stands on
        lines of money whose amount is not known.
    width, high
        Room in px.
    least
        px of the smallest text, 0 for what the zoom makes of it; names are chosen before.
    """
    if not shown.drawing.nodes:
        return paragraph(words["empty"], _SENTENCE, width)
    drawing = legible(shown.drawing)
    piece, placed = _drawn(drawing, (width, high), least, words["no_amount"])
    if drawing.unconnected is None:
        return piece
    said = _heading_apart(drawing, words, placed, (width, high), least)
    if not covers(drawing, placed, said.box):
        return Piece((*piece.elements, shifted(said.piece, said.box.left, said.box.top)), piece.height)
    below = paragraph(said.text, said.style, width)
    room = width, high - below.height
    piece, (zoom, x, _) = _drawn(replace(drawing, unconnected=None), room, least, words["no_amount"])
    left = max(min(x + zoom * drawing.unconnected.x, width - text_width(said.text, said.style.size)), 0.0)
    return Piece((*piece.elements, shifted(below, left, piece.height)), piece.height + below.height)


def _drawn(
    drawing: Drawing, room: tuple[float, float], least: float, unknown: str
) -> tuple[Piece, tuple[float, float, float]]:
    """Draw nodes, lines, names and what stands on lines; with the zoom of the picture and its place in px."""
    zoom, x, y, height = fitting(drawing, *room)
    group = network(drawing, zoom, least, unknown)
    group.set("transform", f"translate({x:.2f} {y:.2f}) scale({zoom:.4f})")
    group.set("data-zoom", f"{zoom:.4f}")
    return Piece((group,), height), (zoom, x, y)


class _Heading(NamedTuple):
    """Heading of the elements without ties: what it says, as it is set, and where."""

    text: str
    style: Style
    piece: Piece
    box: Box


def _heading_apart(
    drawing: Drawing,
    words: Mapping[str, str],
    placed: tuple[float, float, float],
    within: tuple[float, float],
    least: float,
) -> _Heading:
    """Set the heading where the picture keeps room for it; larger than on screen it moves away from the borders."""
    zoom, x, y = placed
    heading = drawing.unconnected or Unconnected(0, 0.0, 0.0, 0.0)
    style = Style(max(HEADING_FONT / drawing.zoom * zoom, least), colour=QUIET)
    size, text = style.size, words[heading_key(drawing.nodes)].format(n=heading.count)
    wide, _ = HEADING if any(node.apart for node in drawing.nodes) else COUNTED
    wide = max(wide / drawing.zoom * zoom, min(text_width(text, size, bold=False) / 2 + 4 * size, within[0]))
    said = paragraph(text, style, wide)
    longest = max((text_width(line, size, bold=False) for line in fitted(text, style, wide)), default=0.0)
    left = max(min(x + heading.x * zoom, within[0] - longest), 0.0)
    top = max(min(y + heading.top * zoom, within[1] - said.height), 0.0)
    return _Heading(text, style, said, Box(left, top, left + longest, top + said.height))


def _chart(shown: Chart, _: Mapping[str, str], width: float, high: float) -> Piece:
    return chart(shown, width, high)


_DRAWN: Mapping[type, Callable[[Any, Mapping[str, str], float, float], Piece]] = {
    DrawnNetwork: network_piece,
    Chart: _chart,
    Matrix: lambda shown, _, width, __: matrix(shown, width),
    Text: lambda shown, _, width, __: text(shown, width),
    Decision: lambda shown, words, width, _: decision(shown, words, width),
}
