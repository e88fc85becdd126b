"""Titles of slides: as large as the layout wants them, and no larger than its box holds."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn

from graph.export.exhibit import Exhibit
from graph.export.plain import one_line
from graph.export.pptx.parts import Layout, Part, Root, Slide
from graph.export.pptx.units import EMU, points
from graph.export.svg.paragraph import Style, fitted

_DEFAULT, _SMALLEST, _STEP = 44.0, 16.0, 2.0  # pt where nothing is said, of the smallest title, and between two tries
_MARK = 16.0  # px
_WIDER = 1.08  # of a title that is not bold, where a program has not the face of a template
_INSET, _LEADING, _PX = 9.6, 1.2, 4 / 3  # px left and right of a text by default, of lines, px a pt


def add_title(slide: Slide, exhibit: Exhibit) -> None:
    """Write the title into its placeholder; one that does not fit is smaller than the layout has it."""
    title, text = slide.shapes.title, one_line(exhibit.title)
    frame = title.text_frame
    frame.text = text
    frame.auto_size = MSO_AUTO_SIZE.NONE
    mark = f" ({one_line(exhibit.mark)})" if exhibit.mark else ""
    wanted = size_of(slide.slide_layout)
    size = fitting(f"{text}{mark}", wanted, title.width / EMU, title.height / EMU)
    if size != wanted:
        frame.paragraphs[0].runs[0].font.size = points(size * _PX)
    if mark:
        run = frame.paragraphs[0].add_run()
        run.text = mark
        run.font.size, run.font.bold = points(_MARK), False


def fitting(text: str, wanted: float, width: float, height: float) -> float:
    """Return the largest size in pt, at most that wanted, with which a title fits a box in px; never below 16.

    Parameters
    ----------
    text
        The title.
    wanted
        Size in pt that is tried first.
    width
        Width of the box in px.
    height
        Height of the box in px.
    """
    size = wanted
    while size > _SMALLEST:
        px = size * _PX
        room = max(int(height / (px * _LEADING)), 1)
        if len(fitted(text, Style(px * _WIDER, bold=True), width - 2 * _INSET, room + 1)) <= room:
            return size
        size = max(size - _STEP, _SMALLEST)
    return size


def size_of(layout: Layout) -> float:
    """Size in pt that a layout gives its titles: its own, else that of the master."""
    for style in _styles(layout):
        run = style.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
        if run is not None and run.get("sz"):
            return int(run.get("sz")) / 100
    return _DEFAULT


def _styles(layout: Layout) -> Iterator[Root]:
    master = layout.slide_master
    for owner in (layout, master):
        for shape in owner.placeholders:
            if shape.placeholder_format.idx == 0 and (style := _own(shape)) is not None:
                yield style
    styles = master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}")
    if styles is not None:
        yield styles


def _own(shape: Part) -> Root | None:
    body = shape._element.find(qn("p:txBody"))
    return None if body is None else body.find(qn("a:lstStyle"))
