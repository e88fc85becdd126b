"""Tables of a Word file: columns as wide as their texts need, lines below rows, a header on every page."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt
from docx.table import Table as WordTable
from docx.table import _Row as WordRow

from graph.export.plain import clean
from graph.export.report.columns import IN_TABLES, shares_of
from graph.export.report.word_fields import child
from graph.export.table import ExportColumn, ExportTable, ValueKind

_LINES = "C3CCD6"
_BESIDE = "57"  # twentieths of a point, a millimetre


def add_table(file: WordDocument, table: ExportTable, room: int) -> WordTable:
    """Write a table.

    Parameters
    ----------
    file
        The document.
    table
        What it shows.
    room
        Its width in the units of Word files (`docx.shared.Length`).
    """
    made: WordTable = file.add_table(rows=0, cols=len(table.columns))
    made.autofit = False
    widths = [Length(round(share * room)) for share in shares_of(table)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    _describe(made, table)
    header = _row(made, [column.header for column in table.columns], table.columns, widths, strong=True)
    child(header._tr.get_or_add_trPr(), "w:tblHeader")  # also what makes it the header for assistive technology
    for cells in table.rows:
        _row(made, [cell.text for cell in cells], table.columns, widths)
    return made


def _describe(made: WordTable, table: ExportTable) -> None:
    properties = made._tbl.tblPr
    child(properties, "w:tblCaption").set(qn("w:val"), clean(table.caption))
    _draw_lines(properties)
    _set_margins(properties)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "0")


def _draw_lines(properties: BaseOxmlElement) -> None:
    """Draw a line below each row and none between columns."""
    borders = OxmlElement("w:tblBorders")
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")
    for side in ("w:top", "w:bottom", "w:insideH"):
        line = child(borders, side)
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", _LINES)):
            line.set(qn(name), value)


def _set_margins(properties: BaseOxmlElement) -> None:
    """Leave little room beside the text of a cell, so that more columns fit."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        room = child(margins, side)
        room.set(qn("w:w"), _BESIDE)
        room.set(qn("w:type"), "dxa")
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption")


def _row(
    made: WordTable,
    texts: Sequence[str],
    columns: Sequence[ExportColumn],
    widths: Sequence[Length],
    *,
    strong: bool = False,
) -> WordRow:
    row: WordRow = made.add_row()  # type: ignore[no-untyped-call]  # python-docx has no types there
    for cell, text, column, width in zip(row.cells, texts, columns, widths, strict=True):
        cell.width = width
        line = cell.paragraphs[0]
        line.paragraph_format.space_after = Pt(0)
        run = line.add_run(clean(text))
        run.font.size, run.bold = Pt(IN_TABLES), strong or None
        if column.kind is not ValueKind.TEXT:
            line.paragraph_format.alignment = 2
    child(row._tr.get_or_add_trPr(), "w:cantSplit")
    return row
