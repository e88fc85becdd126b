"""Figures, lists and decisions on a slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR

from graph.export.exhibit import Figure
from graph.export.pictures import Decision, Text, TextBlock
from graph.export.pptx.parts import Part, Slide
from graph.export.pptx.texts import QUIET, SlideLine, colour, measured, textbox, without_style, write
from graph.export.pptx.units import SlideBox, emu
from graph.export.svg.paragraph import LEADING, cut, fitted, softened
from graph.export.widths import shared_widths
from graph.picture.labels import text_width
from graph.picture.palette import LINES

CARDS = 132.0  # px of the row of figures
_GAP = 18.0
_GRID = "#D5D9DF"
_SIZES = (21.0, 19.0, 17.5, 16.0)  # px of points, the largest with which all find room
_INDENT = 20.0
_VALUES = (30.0, 26.0, 22.0, 19.0)  # px of the figure itself, the largest that stands in one line
_NOTE = 16.0  # px of label and note of a figure
_BESIDE = 4  # lists in one row
_ROUNDING = 0.5  # px by which a sum of heights may be off


def add_figures(slide: Slide, shown: Sequence[Figure], box: SlideBox) -> None:
    """Add cards beside each other at the top of a box.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        Figures in their order.
    box
        Where it stands, in px of the slide.
    """
    wide = (box.width - _GAP * (len(shown) - 1)) / max(len(shown), 1)
    for place, figure in enumerate(shown):
        card = _card(slide, SlideBox(box.left + place * (wide + _GAP), box.top, wide, CARDS - 14), figure.label)
        labels = len(fitted(figure.label, measured(_NOTE), wide - 28))
        note, _ = cut(figure.note, measured(_NOTE), wide - 28, max(3 - labels, 1))
        size = next((s for s in _VALUES if _value_width(figure.value, s) <= wide - 28), _VALUES[-1])
        lines = [SlideLine(figure.label, _NOTE, colour=QUIET), SlideLine(figure.value, size, bold=True)]
        lines += [SlideLine(note, _NOTE, colour=QUIET)] if note else []
        write(card.text_frame, lines, margin=emu(12))
        card.text_frame.vertical_anchor = MSO_ANCHOR.TOP


def _value_width(text: str, size: float) -> float:
    style = measured(size, bold=True)
    return text_width(text, style.size, bold=True)


def add_text(slide: Slide, shown: Text, box: SlideBox) -> None:
    """Add lists beside each other, many in two rows, in one size that fits all.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The lists.
    box
        Where it stands, in px of the slide.
    """
    blocks = [block for block in shown.blocks if block.heading or block.points]
    beside = len(blocks) if len(blocks) <= _BESIDE else ceil(len(blocks) / 2)
    rows = ceil(len(blocks) / max(beside, 1))
    wide = (box.width - 2 * _GAP * (beside - 1)) / max(beside, 1)
    room = box.height - _GAP * (rows - 1)
    size = next((s for s in _SIZES if sum(_row_heights(blocks, beside, wide, s)) <= room), _SIZES[-1])
    heights = shared_widths(_row_heights(blocks, beside, wide, size), room)
    top = box.top
    for row, high in enumerate(heights):
        for column, block in enumerate(blocks[row * beside : (row + 1) * beside]):
            area = SlideBox(box.left + column * (wide + 2 * _GAP), top, wide, high)
            textbox(slide.shapes, area, _lines(_shortened(block, wide, size, high), size, wide), name=block.heading)
        top += high + _GAP


def _row_heights(blocks: Sequence[TextBlock], beside: int, wide: float, size: float) -> list[float]:
    """Heights in px that the rows of lists need."""
    return [
        max(_height(block, wide, size) for block in blocks[first : first + beside])
        for first in range(0, len(blocks), max(beside, 1))
    ]


def add_decision(slide: Slide, shown: Decision, box: SlideBox, words: Mapping[str, str]) -> None:
    """Add the proposal in a frame, its reasons, and boxes to tick.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The proposal.
    box
        Where it stands, in px of the slide.
    words
        Words by their keys, in the language of the file.
    """
    size = 24.0
    lines = len(fitted(shown.proposal, measured(size, bold=True), box.width - 56))
    high = lines * size * LEADING + 40
    frame = _card(slide, SlideBox(box.left, box.top, box.width, high), words["proposal"])
    frame.line.color.rgb, frame.line.width = colour(LINES["light"]["primary"]), emu(2.5)
    write(frame.text_frame, [SlideLine(shown.proposal, size, bold=True)], margin=emu(20))
    frame.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    rest = box.below(high + 24)
    blocks = [TextBlock(words["reasons"], shown.reasons)] if shown.reasons else []
    if shown.outcomes:
        # boxes to tick by hand or by keyboard instead of bullets
        blocks.append(TextBlock(words["outcomes"], tuple(f"☐ {outcome}" for outcome in shown.outcomes)))
    add_text(slide, Text(tuple(blocks)), rest)


def _card(slide: Slide, box: SlideBox, name: str) -> Part:
    made = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *box.emu)
    made.adjustments[0] = 0.06
    without_style(made).name = name
    made.fill.background()
    made.line.color.rgb, made.line.width = colour(_GRID), emu(1.2)
    return made


def _height(block: TextBlock, wide: float, size: float) -> float:
    heading = size * LEADING + 6 if block.heading else 0.0
    return heading + sum(_point_height(point, wide, size) for point in block.points)


def _point_height(point: str, wide: float, size: float) -> float:
    return len(fitted(point, measured(size), wide - _INDENT)) * size * LEADING + 6


def _shortened(block: TextBlock, wide: float, size: float, high: float) -> TextBlock:
    """Leave out the last points when even the smallest size has no room for all; a first that is too long is cut."""
    points = list(block.points)
    while len(points) > 1 and _height(TextBlock(block.heading, tuple(points)), wide, size) > high + _ROUNDING:
        points.pop()
    left_out = len(block.points) - len(points)
    if points and _height(TextBlock(block.heading, tuple(points)), wide, size) > high + _ROUNDING:
        lines = int((high - _height(TextBlock(block.heading, ()), wide, size) - 6) / (size * LEADING))
        points = [cut(points[0], measured(size), wide - _INDENT, max(lines, 1))[0]]
        left_out = len(block.points) - 1
        return TextBlock(block.heading, (*points, f"… (+{left_out})") if left_out else tuple(points))
    return TextBlock(block.heading, (*points[:-1], f"… (+{left_out + 1})") if left_out and points else tuple(points))


def _lines(block: TextBlock, size: float, wide: float) -> list[SlideLine]:
    heading = [SlideLine(block.heading, size, bold=True, after=6)] if block.heading else []
    said = (softened(point, measured(size), wide - _INDENT) for point in block.points)
    points = (SlideLine(point, size, bullet=not point.startswith("☐"), after=6) for point in said)
    return [*heading, *points]
