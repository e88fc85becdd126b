"""Titles of slides: as large as the layout wants them, and no larger than its box holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn

from graph.export.exhibit import Exhibit
from graph.export.plain import one_line
from graph.export.pptx.parts import Layout, Part, Root, Slide
from graph.export.pptx.units import EMU, points
from graph.export.svg.paragraph import Style, cut, fitted
from graph.picture.labels import text_width

_DEFAULT, _SMALLEST, _STEP = 44.0, 16.0, 2.0  # pt where nothing is said, of the smallest title, and between two tries
_MARK = 16.0  # px
_WIDER, _WIDER_BOLD = 1.08, 1.22  # of a title as measured, where a program has not the face of a template
_INSET, _LEADING, _PX = 9.6, 1.2, 4 / 3  # px left and right of a text by default, of lines, px a pt


def add_title(slide: Slide, exhibit: Exhibit) -> None:
    """Write the title into its placeholder; one that does not fit is smaller than the layout has it."""
    title, text = slide.shapes.title, one_line(exhibit.title)
    frame = title.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE
    mark = f" ({one_line(exhibit.mark)})" if exhibit.mark else ""
    box = TitleBox(title.width / EMU, title.height / EMU, bold=is_bold(slide.slide_layout))
    wanted = size_of(slide.slide_layout)
    size = fitting(f"{text}{mark}", wanted, box)
    frame.text = _cut(text, mark, box, size)
    if size != wanted:
        frame.paragraphs[0].runs[0].font.size = points(size * _PX)
    if mark:
        run = frame.paragraphs[0].add_run()
        run.text = mark
        run.font.size, run.font.bold = points(_MARK), False


def _cut(text: str, mark: str, box: TitleBox, size: float) -> str:
    """Return a title that even in the smallest type stays within its box; the notes have it whole."""
    most = box.lines(size)
    if len(fitted(f"{text}{mark}", box.style(size), box.line, most + 1)) <= most:
        return text
    return cut(text, box.style(size), box.line - text_width(mark, _MARK) / most, most)[0]


class TitleBox(NamedTuple):
    """Room of a title in px, and whether its type is bold."""

    width: float
    height: float
    bold: bool = True

    @property
    def line(self) -> float:
        """Width of a line of text."""
        return self.width - 2 * _INSET

    def style(self, size: float) -> Style:
        """Style with which a title of a size in pt is measured, so that it fits whatever face a program has."""
        return Style(size * _PX * (_WIDER_BOLD if self.bold else _WIDER), bold=True)

    def lines(self, size: float) -> int:
        """Count the lines of a size in pt that the box holds."""
        return max(int(self.height / (size * _PX * _LEADING)), 1)


def fitting(text: str, wanted: float, box: TitleBox) -> float:
    """Return the largest size in pt, at most that wanted, with which a title fits its box; never below 16.

    Parameters
    ----------
    text
        The title.
    wanted
        Size in pt that is tried first.
    box
        Where it stands.
    """
    size = wanted
    while size > _SMALLEST:
        room = box.lines(size)
        if len(fitted(text, box.style(size), box.line, room + 1)) <= room:
            return size
        size = max(size - _STEP, _SMALLEST)
    return size


def size_of(layout: Layout) -> float:
    """Size in pt that a layout gives its titles: its own, else that of the master."""
    said = _said(layout, "sz")
    return int(said) / 100 if said else _DEFAULT


def is_bold(layout: Layout) -> bool:
    """Whether a layout has its titles in bold."""
    return _said(layout, "b") in {"1", "true"}


def _said(layout: Layout, name: str) -> str:
    """Return what the layout says of the type of its titles, else what the master says."""
    for style in _styles(layout):
        run = style.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
        if run is not None and run.get(name):
            return str(run.get(name))
    return ""


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
