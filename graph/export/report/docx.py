"""Documents as Word files: real headings and captions, tables with repeated headers, fields, alternative texts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from graph.export.plain import clean
from graph.export.report import document as model
from graph.export.report.columns import SMALL
from graph.export.report.illustrations import drawn
from graph.export.report.word_fields import anchor_of, field, field_part, instruction_part, linked
from graph.export.report.word_styles import QUIET, bullet_of, describe, known_style
from graph.export.report.word_tables import add_table
from graph.export.report.word_template import has_footer, opened, room_of
from graph.giving_up import Buffer

_MOST = 0.85  # of the height of a page, that a picture has without its caption


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
    file = opened(document.template)
    describe(file, document)
    _title_page(file, document)
    for entry in model.numbered(document.blocks):
        _WRITERS[type(entry.block)](file, entry, document)
    _footer(file, document)
    written = Buffer()
    file.save(written)
    return _repacked(written.getvalue())


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
        _runs(file.add_paragraph(bullet_of(file), style="List Bullet"), point)


def _illustration(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    assert isinstance(entry.block, model.Illustration)
    picture = drawn(entry.block.shown, document.words)
    line = file.add_paragraph()
    line.paragraph_format.keep_with_next = True
    width, height = room_of(file)
    line.add_run().add_picture(io.BytesIO(picture.png), width=Length(round(min(width, height * _MOST / picture.ratio))))
    about = line._p.find(f".//{qn('wp:docPr')}")
    about.set("descr", clean(entry.block.alternative))
    about.set("name", document.words["figure"].format(n=entry.number))
    _caption(file, document.words["figure"], entry.number, entry.block.caption)


def _listing(file: WordDocument, entry: model.Numbered, document: model.ReportDocument) -> None:
    assert isinstance(entry.block, model.Listing)
    table = entry.block.table
    _caption(file, document.words["table"], entry.number, table.caption, before=True)
    add_table(file, table, room_of(file)[0])
    after = file.add_paragraph().paragraph_format
    after.space_after, after.line_spacing = Pt(0), Pt(6)


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
            made.font.size, made.font.color.rgb = Pt(SMALL), QUIET


def _footer(file: WordDocument, document: model.ReportDocument) -> None:
    """Write the footer with page x of y, unless the template has one."""
    page = file.sections[-1]
    if has_footer(page):
        return
    page.footer.is_linked_to_previous = False  # a cover keeps what it has
    line = page.footer.paragraphs[0]
    line.add_run(
        f"{clean(document.footer)} · {document.words['page']} " if document.footer else document.words["page"] + " "
    )
    field(line, " PAGE ", "1")
    line.add_run(f" {document.words['of']} ")
    field(line, " NUMPAGES ", "1")
    for run in line.runs:
        run.font.size, run.font.color.rgb = Pt(SMALL), QUIET


def _paragraph(file: WordDocument, text: str, style: str) -> WordParagraph:
    return file.add_paragraph(text, style=known_style(file, style, "Normal"))


def _repacked(file: bytes) -> bytes:
    """Pack the parts anew without the time of day, so that the same document is the same file."""
    packed = Buffer()
    with zipfile.ZipFile(io.BytesIO(file)) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
