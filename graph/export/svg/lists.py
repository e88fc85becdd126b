"""Figures, matrices, lists and decisions as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.export.exhibit import Figure
from graph.export.pictures import DARK_SHADES, SHADES, Decision, Matrix, Text, TextBlock
from graph.export.svg.element import Element, element
from graph.export.svg.paragraph import INK, QUIET, Piece, Style, line_of_text, paragraph, shortened
from graph.picture.labels import text_width
from graph.picture.palette import LINES

_HEADING, _POINT = Style(16, bold=True), Style(15)
_LABEL, _VALUE, _NOTE = Style(13, colour=QUIET), Style(28, bold=True), Style(12, colour=QUIET)
_CELL, _CELL_HEAD = Style(13), Style(12.5, bold=True)
_GRID = "#D5D9DF"
_ROW, _MOST_NAME = 28.0, 340.0  # px
_SLANT = 0.71  # of a length at 45 degrees
_PRIMARY = LINES["light"]["primary"]


def shifted(piece: Piece, x: float, y: float) -> Element:
    """Piece at another place.

    Parameters
    ----------
    piece
        The piece.
    x
        How far to the right, in px.
    y
        How far down, in px.
    """
    return element("g", *piece.elements, transform=f"translate({x:.2f} {y:.2f})")


def stacked(pieces: Sequence[Piece], gap: float = 0.0) -> Piece:
    """Pieces below each other."""
    drawn, top = [], 0.0
    for piece in pieces:
        drawn.append(shifted(piece, 0, top))
        top += piece.height + gap
    return Piece(tuple(drawn), max(top - gap, 0.0))


def figures(shown: Sequence[Figure], width: float) -> Piece:
    """Cards beside each other, as high as the highest needs."""
    gap, pad = 16.0, 14.0
    wide = (width - gap * (len(shown) - 1)) / max(len(shown), 1)
    inner = wide - 2 * pad
    cards = [
        stacked(
            [
                paragraph(figure.label, _LABEL, inner),
                paragraph(figure.value, _VALUE, inner),
                paragraph(figure.note, _NOTE, inner, most=4),
            ]
        )
        for figure in shown
    ]
    high = max((card.height for card in cards), default=0.0) + 2 * pad
    drawn: list[Element] = []
    for place, card in enumerate(cards):
        left = place * (wide + gap)
        drawn.append(element("rect", x=left, y=0, width=wide, height=high, rx=8, fill="none", stroke=_GRID))
        drawn.append(shifted(card, left + pad, pad))
    return Piece(tuple(drawn), high)


def matrix(shown: Matrix, width: float) -> Piece:
    """Cells with their number, shaded by it; names of columns are slanted when a word would not fit."""
    names = [shown.corner, *(row.header for row in shown.rows)]
    name = min(max(text_width(text, _CELL.size) for text in names) + 16, _MOST_NAME)
    longest = max((text_width(column, _CELL_HEAD.size) for column in shown.columns), default=0.0)
    slanted = any(_longest_word(column) > _widest(shown, width - name) - 8 for column in shown.columns)
    wide = _widest(shown, width - name - (longest * _SLANT if slanted else 0))
    head = longest * _SLANT + 22 if slanted else max(_head(column, wide).height for column in shown.columns) + 10
    drawn = [line_of_text(shortened(shown.corner, _CELL_HEAD, name - 8), 0, head - 8, _CELL_HEAD)]
    for place, column in enumerate(shown.columns):
        left = name + place * wide
        drawn.append(
            _slanted(column, left + wide / 2, head - 6) if slanted else shifted(_head(column, wide), left + 4, 2)
        )
    for number, row in enumerate(shown.rows):
        top = head + number * _ROW
        drawn.append(line_of_text(shortened(row.header, _CELL, name - 12), 0, top + 19, _CELL))
        for place, (text, shade) in enumerate(zip(row.cells, row.shades, strict=True)):
            drawn += _cell(text, shade, name + place * wide, top, wide)
    return Piece(tuple(drawn), head + _ROW * len(shown.rows))


def _widest(shown: Matrix, width: float) -> float:
    return min(width / max(len(shown.columns), 1), 130.0)


def _longest_word(text: str) -> float:
    return max((text_width(word, _CELL_HEAD.size) for word in text.split()), default=0.0)


def _head(column: str, wide: float) -> Piece:
    return paragraph(column, _CELL_HEAD, wide - 8)


def _slanted(column: str, x: float, y: float) -> Element:
    made = line_of_text(column, 0, 0, _CELL_HEAD)
    made.set("transform", f"translate({x:.2f} {y:.2f}) rotate(-45)")
    return made


def _cell(text: str, shade: int, left: float, top: float, wide: float) -> list[Element]:
    box = element("rect", x=left, y=top, width=wide - 2, height=_ROW - 2, fill=SHADES[shade], stroke=_GRID)
    style = Style(_CELL.size, colour="#FFFFFF" if shade >= DARK_SHADES else INK)
    return [box, line_of_text(shortened(text, style, wide - 6), left + wide / 2 - 1, top + 18, style, anchor="middle")]


def text(shown: Text, width: float) -> Piece:
    """Draw lists one below the other."""
    return stacked([_block(block, width) for block in shown.blocks], gap=14)


def decision(shown: Decision, words: Mapping[str, str], width: float) -> Piece:
    """Proposal in a frame, reasons as a list, and boxes to tick.

    Parameters
    ----------
    shown
        The proposal.
    words
        Words by their keys, in the language of the file.
    width
        Width in px.
    """
    proposal = paragraph(shown.proposal, Style(20, bold=True), width - 36)
    frame = element("rect", x=0, y=0, width=width, height=proposal.height + 32, rx=8, fill="none", stroke=_PRIMARY)
    frame.set("stroke-width", "2")
    pieces = [Piece((frame, shifted(proposal, 18, 16)), proposal.height + 32)]
    if shown.reasons:
        pieces.append(_block(TextBlock(words["reasons"], shown.reasons), width))
    if shown.outcomes:
        pieces.append(_block(TextBlock(words["outcomes"], shown.outcomes), width, sign="☐"))
    return stacked(pieces, gap=18)


def _block(block: TextBlock, width: float, sign: str = "•") -> Piece:
    heading = [paragraph(block.heading, _HEADING, width)] if block.heading else []
    return stacked([*heading, *(_point(point, width, sign) for point in block.points)], gap=4)


def _point(point: str, width: float, sign: str) -> Piece:
    said = paragraph(point, _POINT, width - 24)
    mark = (
        element("rect", x=1, y=5, width=11, height=11, fill="none", stroke=INK)
        if sign == "☐"
        else element("circle", cx=7, cy=_POINT.size * 0.72, r=2.5, fill=INK)
    )
    return Piece((mark, shifted(said, 24, 0)), said.height)
