"""Documents as Word files: real headings and captions, tables with repeated headers, fields, alternative texts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from graph.errors import UnusableTemplateError
from graph.export.plain import clean
from graph.export.report import document as model
from graph.export.report.illustrations import drawn
from graph.export.report.word_fields import anchor_of, child, field, field_part, instruction_part, linked
from graph.export.report.word_styles import QUIET, describe, known_style, set_styles
from graph.export.table import ExportColumn, ExportTable, ValueKind
from graph.giving_up import Buffer

_WIDTH = 17.0  # cm of the text on A4
_LINES = "C3CCD6"


def word_document(document: model.ReportDocument) -> bytes:
    """Write a Word file; the same document is the same file.

    Parameters
    ----------
    document
        Its template, a ``.docx`` of an organisation, gives styles, page and header where there is one.

    Raises
    ------
    UnusableTemplateError
        When the template cannot be opened as a Word file.
    """
    file = _opened(document)
    describe(file, document)
    _title_page(file, document)
    for entry in model.numbered(document.blocks):
        _WRITERS[type(entry.block)](file, entry, document)
    _footer(file, document)
    written = Buffer()
    file.save(written)
    return _repacked(written.getvalue())


def _opened(document: model.ReportDocument) -> WordDocument:
    if document.template:
        return _emptied(_read(document.template))
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    set_styles(file)
    return file


def _read(template: bytes) -> WordDocument:
    try:
        return docx.Document(io.BytesIO(template))
    except (ValueError, KeyError, zipfile.BadZipFile, PackageNotFoundError, SyntaxError) as error:
        raise UnusableTemplateError("no-document") from error


def _emptied(file: WordDocument) -> WordDocument:
    """Take the text out of a template; page, styles, header and footer stay."""
    body = file.element.body
    for part in list(body):
        if part.tag != qn("w:sectPr"):
            body.remove(part)
    return file


def _title_page(file: WordDocument, document: model.ReportDocument) -> None:
    if document.watermark:
        _paragraph(file, clean(document.watermark), "Caption")
    _paragraph(file, clean(document.title), "Title")
    if document.subtitle:
        _paragraph(file, clean(document.subtitle), "Subtitle")
    if document.contents:
        _contents(file, document)


def _contents(file: WordDocument, document: model.ReportDocument) -> None:
    """Write a field that Word renews, filled with links to the headings for programs that do not."""
    _paragraph(file, document.words["contents"], "Heading 2")
    headings = [entry for entry in model.numbered(document.blocks) if isinstance(entry.block, model.Heading)]
    shown = [entry for entry in headings if isinstance(entry.block, model.Heading) and entry.block.level <= 2]
    for place, entry in enumerate(shown):
        assert isinstance(entry.block, model.Heading)
        line = file.add_paragraph(style=known_style(file, f"toc {entry.block.level}", "Normal"))
        line.paragraph_format.space_after = Pt(2)
        line.paragraph_format.left_indent = Cm(0.6 * (entry.block.level - 1))
        if not place:
            field_part(line, "begin")
            instruction_part(line, ' TOC \\o "1-2" \\h \\z \\u ')
            field_part(line, "separate")
        linked(line, entry.block.text, anchor=anchor_of(entry.number))
        if place == len(shown) - 1:
            field_part(line, "end")


def _heading(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    del document
    assert isinstance(entry.block, model.Heading)
    made = _paragraph(file, clean(entry.block.text), f"Heading {min(entry.block.level, 3)}")
    made.paragraph_format.keep_with_next = True
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(entry.number))
    start.set(qn("w:name"), anchor_of(entry.number))
    made._p.insert(1 if made._p.pPr is not None else 0, start)
    made._p.append(end)


def _text(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    del document
    assert isinstance(entry.block, model.Paragraph)
    _runs(file.add_paragraph(), entry.block)


def _bullets(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    del document
    assert isinstance(entry.block, model.Bullets)
    for point in entry.block.points:
        _runs(file.add_paragraph(style=known_style(file, "List Bullet", "Normal")), point)


def _illustration(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    assert isinstance(entry.block, model.Illustration)
    picture = drawn(entry.block.shown, document.words)
    line = file.add_paragraph()
    line.paragraph_format.keep_with_next = True
    line.add_run().add_picture(io.BytesIO(picture.png), width=Cm(_WIDTH))
    about = line._p.find(f".//{qn('wp:docPr')}")
    about.set("descr", clean(entry.block.alternative))
    about.set("name", document.words["figure"].format(n=entry.number))
    _caption(file, document.words["figure"], entry.number, entry.block.caption)


def _listing(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    assert isinstance(entry.block, model.Listing)
    table = entry.block.table
    _caption(file, document.words["table"], entry.number, table.caption, before=True)
    made = file.add_table(rows=0, cols=len(table.columns))
    _describe_table(made, table)
    _repeated(_row(made, [column.header for column in table.columns], table.columns, strong=True))
    for cells in table.rows:
        _row(made, [cell.text for cell in cells], table.columns)
    file.add_paragraph().paragraph_format.space_after = Pt(4)


def _new_page(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    del entry, document
    file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


_WRITERS: Mapping[type, Callable[[WordDocument, model.Numbered, model.ReportDocument], None]] = {
    model.Heading: _heading,
    model.Paragraph: _text,
    model.Bullets: _bullets,
    model.Illustration: _illustration,
    model.Listing: _listing,
    model.NewPage: _new_page,
}


def _describe_table(made: WordTable, table: ExportTable) -> None:
    properties = made._tbl.tblPr
    child(properties, "w:tblCaption").set(qn("w:val"), clean(table.caption))
    _draw_lines(properties)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "0")


def _draw_lines(properties: BaseOxmlElement) -> None:
    """Draw a line below each row and none between columns."""
    borders = child(properties, "w:tblBorders")
    for side in ("w:top", "w:bottom", "w:insideH"):
        line = child(borders, side)
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", _LINES)):
            line.set(qn(name), value)


def _row(made: WordTable, texts: list[str], columns: tuple[ExportColumn, ...], *, strong: bool = False) -> WordRow:
    row: WordRow = made.add_row()  # type: ignore[no-untyped-call]  # python-docx has no types there
    for cell, text, column in zip(row.cells, texts, columns, strict=True):
        line = cell.paragraphs[0]
        line.paragraph_format.space_after = Pt(0)
        run = line.add_run(clean(text))
        run.font.size, run.bold = Pt(9), strong or None
        if column.kind is not ValueKind.TEXT:
            line.paragraph_format.alignment = 2
    child(row._tr.get_or_add_trPr(), "w:cantSplit")
    return row


def _repeated(row: WordRow) -> None:
    """Repeat a row at the head of every page; it is then the header for assistive technology, too."""
    child(row._tr.get_or_add_trPr(), "w:tblHeader")


def _caption(file: WordDocument, words: str, number: int, text: str, *, before: bool = False) -> None:
    """Write ``Abbildung 3: …`` with a number that Word counts."""
    line = file.add_paragraph(style=known_style(file, "Caption", "Normal"))
    line.paragraph_format.keep_with_next = before
    name, _, rest = words.partition("{n}")
    line.add_run(name)
    field(line, f" SEQ {name.strip() or 'N'} \\* ARABIC ", str(number))
    line.add_run(f"{rest}: {clean(text)}")


def _runs(line: WordParagraph, paragraph: model.Paragraph) -> None:
    for run in paragraph.runs:
        if run.link:
            linked(line, run.text, address=run.link)
            continue
        made = line.add_run(clean(run.text))
        made.bold = run.strong or None
        if paragraph.quiet:
            made.font.size, made.font.color.rgb = Pt(9), QUIET


def _footer(file: WordDocument, document: model.ReportDocument) -> None:
    """Write the footer with page x of y, unless the template has one."""
    line = file.sections[0].footer.paragraphs[0]
    if line.text.strip():
        return
    line.add_run(
        f"{clean(document.footer)} · {document.words['page']} " if document.footer else document.words["page"] + " "
    )
    field(line, " PAGE ", "1")
    line.add_run(f" {document.words['of']} ")
    field(line, " NUMPAGES ", "1")
    for run in line.runs:
        run.font.size, run.font.color.rgb = Pt(9), QUIET


def _paragraph(file: WordDocument, text: str, style: str) -> WordParagraph:
    return file.add_paragraph(text, style=known_style(file, style, "Normal"))


def _repacked(file: bytes) -> bytes:
    """Pack the parts anew without the time of day, so that the same document is the same file."""
    packed = Buffer()
    with zipfile.ZipFile(io.BytesIO(file)) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
