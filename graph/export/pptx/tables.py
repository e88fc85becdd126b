"""Matrices and tables on a slide as native tables; what finds no room is counted, and stands in the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from graph.export.columns import Setting, columned
from graph.export.pictures import DARK_SHADES, SHADES, Matrix
from graph.export.pptx.parts import Cell, Part, Slide
from graph.export.pptx.texts import INK, QUIET, SlideLine, colour, describe, measured, textbox, write
from graph.export.pptx.units import SlideBox, emu
from graph.export.svg.paragraph import cut, fitted, shortened, softened
from graph.export.table import ExportTable, ValueKind
from graph.export.words import rows_left
from graph.picture.labels import text_width

_FONT, _ROW, _LOWEST = 16.0, 27.0, 21.5  # px of text, of the rows of a matrix, and of the lowest
_LEADING, _AROUND = 1.25, 8.0  # of lines, and px around the lines of a row
_CELL_LINES = 2
_SET = 1.1  # of the width that `text_width` keeps free, so that few words are wider than their column
_ROUNDING = 0.5  # px by which a sum of heights may be off
_DIVIDED = 200.0  # px of a word that may be divided rather than cost another column
_NAMES = 0.2  # of the width for the names of rows at least
_REST = 24.0  # px of the line that counts what is left out
_PAD = 9  # px left and right of a text
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid", in every PowerPoint
_GRID = "C3CCD6"
_HEAD = "#E6F1F0"
_UPRIGHT_LINES = 2
_LONGEST = 150.0  # px of a name of a column that stands upright


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell is written."""

    bold: bool = False
    fill: str = "#FFFFFF"
    ink: str = INK
    align: PP_ALIGN = PP_ALIGN.LEFT
    upright: bool = False


_HEADER = _Look(bold=True, fill=_HEAD)


def add_matrix(slide: Slide, shown: Matrix, box: SlideBox, words: Mapping[str, str], name: str) -> None:
    """Add a matrix whose cells are shaded by their number.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The matrix.
    box
        Where it stands, in px of the slide.
    words
        Words by their keys, in the language of the file.
    name
        Name in the list of shapes.
    """
    shown = _with_unit_once(shown)
    shown, said = _with_room(shown, box.width, words)
    box = replace(box, height=box.height - _REST) if said else box
    first = min(
        max(text_width(text, _FONT) for text in (shown.corner, *(r.header for r in shown.rows))) + 2 * _PAD, 320.0
    )
    first = min(first, max(box.width * _NAMES, box.width - _cell_width(shown, _FONT) * len(shown.columns)))
    wide = min((box.width - first) / max(len(shown.columns), 1), 110.0)
    bold = measured(_FONT, bold=True).size
    upright = any(text_width(word, bold) > wide - 2 * _PAD for column in shown.columns for word in column.split())
    longest = max((text_width(column, bold) for column in shown.columns), default=0.0)
    words_of = [word for column in shown.columns for word in column.split()]
    least = max((text_width(word, bold) for word in words_of), default=0.0)
    head = (
        max(min(longest, _LONGEST), min(least, box.height / 2)) + 2 * _PAD
        if upright
        else _row_height(shown.columns, [wide] * len(shown.columns))
    )
    high = min(max((box.height - head) / max(len(shown.rows), 1), _LOWEST), _ROW)
    rows = shown.rows[: _rows_that_fit([high] * len(shown.rows), box.height - head)]
    made = _grid(slide, box, [first, *[wide] * len(shown.columns)], [head, *[high] * len(rows)])
    describe(made, shown.description, name)
    _write(made.table.cell(0, 0), shown.corner, _HEADER)
    above = _Look(bold=True, fill=_HEAD, align=PP_ALIGN.CENTER, upright=upright)
    for place, column in enumerate(shown.columns, 1):
        # broken here, since programs make the row as high as an upright line they did not break themselves
        most = max(min(int((wide - 2) / (_FONT * _LEADING)), _UPRIGHT_LINES), 1)
        lines = fitted(column, measured(_FONT, bold=True), head - 2 * _PAD, most) if upright else [column]
        _write(made.table.cell(0, place), "\n".join(lines), above)
    for number, row in enumerate(rows, 1):
        _write(made.table.cell(number, 0), shortened(row.header, measured(_FONT, bold=True), first - 2 * _PAD), _HEADER)
        for place, (text, shade) in enumerate(zip(row.cells, row.shades, strict=True), 1):
            ink = "#FFFFFF" if shade >= DARK_SHADES else INK
            look = _Look(fill=SHADES[shade], ink=ink, align=PP_ALIGN.CENTER)
            _write(made.table.cell(number, place), text, look)
    _count_rest(slide, len(shown.rows) - len(rows), box, words, said)


def _with_room(shown: Matrix, width: float, words: Mapping[str, str]) -> tuple[Matrix, str]:
    """Leave out the last columns where numbers would be broken or too small to read, and say which."""
    most = int(width * (1 - _NAMES) / max(_cell_width(shown, _FONT), 1.0))
    if len(shown.columns) <= most:
        return shown, ""
    rows = (
        replace(row, cells=row.cells[:most], shades=row.shades[:most], values=row.values[:most]) for row in shown.rows
    )
    said = words["more_columns"].format(columns=", ".join(shown.columns[most:]))
    return replace(shown, columns=shown.columns[:most], rows=tuple(rows)), said


def _with_unit_once(shown: Matrix) -> Matrix:
    """Write the sign of shares into the corner instead of every narrow cell."""
    if shown.kind is not ValueKind.SHARE:
        return shown
    rows = (replace(row, cells=tuple(cell.removesuffix("%").rstrip() for cell in row.cells)) for row in shown.rows)
    return replace(shown, corner=f"{shown.corner} (%)", rows=tuple(rows))


def _cell_width(shown: Matrix, font: float) -> float:
    """Width in px that the longest text of a cell needs on one line."""
    style = measured(font)
    widths = (text_width(text, style.size, bold=False) for row in shown.rows for text in row.cells)
    return max(widths, default=0.0) + 2 * (_PAD - 3) + 1


def add_table(slide: Slide, shown: ExportTable, box: SlideBox, words: Mapping[str, str]) -> None:
    """Add a table with as many rows as fit.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The table.
    box
        Where it stands, in px of the slide.
    words
        Words by their keys, in the language of the file.
    """
    setting = Setting(_FONT * _SET, 2 * _PAD + 4, _DIVIDED, measured(_FONT, bold=True).size)
    shown, widths, said = columned(shown, words, setting, box.width, fewer=True)
    box = replace(box, height=box.height - _REST) if said else box
    looks = [
        _Look(align=PP_ALIGN.LEFT if column.kind is ValueKind.TEXT else PP_ALIGN.RIGHT) for column in shown.columns
    ]
    head = _row_height([column.header for column in shown.columns], widths)
    texts = [[_fitted(cell.text, wide) for cell, wide in zip(row, widths, strict=True)] for row in shown.rows]
    heights = [max([1, *(lines for _, lines in row)]) * _FONT * _LEADING + _AROUND for row in texts]
    room = _rows_that_fit(heights, box.height - head)
    made = _grid(slide, box, widths, [head, *heights[:room]])
    describe(made, shown.caption, words["table"])
    for place, column in enumerate(shown.columns):
        header = softened(column.header, measured(_FONT, bold=True), widths[place] - 2 * _PAD)
        _write(made.table.cell(0, place), header, _Look(bold=True, fill=_HEAD, align=looks[place].align))
    for number, row in enumerate(texts[:room], 1):
        for place, (text, _) in enumerate(row):
            _write(made.table.cell(number, place), text, looks[place])
    _count_rest(slide, len(shown.rows) - room, box, words, said)


def _fitted(text: str, wide: float) -> tuple[str, int]:
    """Text of a cell and its number of lines; what is longer ends with an ellipsis: the table ends where it should."""
    said, lines = cut(text, measured(_FONT), wide - 2 * _PAD, _CELL_LINES)
    return softened(said, measured(_FONT), wide - 2 * _PAD), lines


def _rows_that_fit(heights: Sequence[float], room: float) -> int:
    """Count the rows that fit; one line is kept for the count of the others."""
    if sum(heights) <= room + _ROUNDING:
        return len(heights)
    used, fitting = _REST, 0
    for height in heights:
        used += height
        if used > room:
            break
        fitting += 1
    return fitting


def _row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    pairs = zip(texts, widths, strict=True)
    lines = (len(fitted(text, measured(_FONT, bold=True), wide - 2 * _PAD)) for text, wide in pairs)
    return max([1, *lines]) * _FONT * _LEADING + _AROUND


def _grid(slide: Slide, box: SlideBox, widths: Sequence[float], heights: Sequence[float]) -> Part:
    area = SlideBox(box.left, box.top, sum(widths), sum(heights))
    made = slide.shapes.add_table(len(heights), len(widths), *area.emu)
    made._element.graphic.graphicData.tbl.tblPr.find("{*}tableStyleId").text = _STYLE
    made.table.horz_banding = False
    made.table.first_row = True
    for place, wide in enumerate(widths):
        made.table.columns[place].width = emu(wide)
    for place, high in enumerate(heights):
        made.table.rows[place].height = emu(high)
    return made


def _write(cell: Cell, text: str, look: _Look) -> None:
    # an empty cell would be as high as the template's largest text
    text = text or "\N{NO-BREAK SPACE}"
    lines = [
        SlideLine(line, _FONT, bold=look.bold, colour=look.ink)
        for line in (text.split("\n") if look.upright else [text])
    ]
    write(cell.text_frame, lines, align=PP_ALIGN.LEFT if look.upright else look.align)
    cell.margin_left = cell.margin_right = emu(_PAD - 3)
    cell.margin_top = cell.margin_bottom = emu(1)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(look.fill)
    _draw_borders(cell)
    if look.upright:
        cell._tc.get_or_add_tcPr().set("vert", "vert270")


def _draw_borders(cell: Cell) -> None:
    """Draw thin lines around a cell; in the file they stand before its fill."""
    properties = cell._tc.get_or_add_tcPr()
    for place, side in enumerate(("a:lnL", "a:lnR", "a:lnT", "a:lnB")):
        line = properties.makeelement(qn(side), {"w": "6350"})
        fill = line.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": _GRID}))
        line.append(fill)
        properties.insert(place, line)


def _count_rest(slide: Slide, rest: int, box: SlideBox, words: Mapping[str, str], said: str = "") -> None:
    """Say below the table how many rows are left out, and which columns."""
    left_out = [part for part in (rows_left(words, rest) if rest > 0 else "", said) if part]
    lines = [SlideLine(shortened(part, measured(_FONT), box.width), _FONT, colour=QUIET) for part in left_out]
    if lines:
        area = SlideBox(box.left, box.bottom - _REST + 2, box.width, _REST * len(lines))
        textbox(slide.shapes, area, lines, name=words["table"])
