"""Documents as OpenDocument text: headings, captions, tables with repeated headers, pictures with descriptions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time

import odfdo

from graph.export.plain import clean
from graph.export.report import document as model
from graph.export.report.columns import shares_of
from graph.export.report.illustrations import drawn
from graph.export.report.odt_styles import LANGUAGES, do_not_number, set_styles
from graph.export.table import ExportTable, ValueKind
from graph.giving_up import Buffer

WIDTH = 17.0  # cm of the text on A4
_PAGE = """<style:page-layout style:name="report_page"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"
 style:print-orientation="portrait"/></style:page-layout>"""


def open_document(document: model.ReportDocument) -> bytes:
    """Write an OpenDocument file; the same document is the same file.

    Parameters
    ----------
    document
        Its template is for Word only and not looked at.
    """
    file = odfdo.Document("text")
    file.body.clear()
    file.manifest.del_full_path("Thumbnails/thumbnail.png")
    _describe(file, document)
    set_styles(file, document.language, WIDTH)
    do_not_number(file)
    for part in _title_page(document):
        file.body.append(part)
    for entry in model.numbered(document.blocks):
        for part in _WRITERS[type(entry.block)](file, entry, document):
            file.body.append(part)
    _footer(file, document)
    written = Buffer()
    file.save(written)
    return _repacked(written.getvalue())


def _describe(file: odfdo.Document, document: model.ReportDocument) -> None:
    about, moment = file.meta, datetime.combine(document.day, time(12))
    about.title, about.subject = clean(document.title), clean(document.subtitle)
    about.creator = about.initial_creator = clean(document.author)
    about.creation_date = about.date = moment
    about.language = "-".join(LANGUAGES[document.language])
    about.generator = "Akteursnetz"
    about.editing_cycles = 1


def _title_page(document: model.ReportDocument) -> Iterable[odfdo.Element]:
    if document.watermark:
        yield _plain(document.watermark, "Caption")
    yield _plain(document.title, "Title")
    if document.subtitle:
        yield _plain(document.subtitle, "Subtitle")
    if document.contents:
        yield _plain(document.words["contents"], "Heading_20_2")
        for entry in model.numbered(document.blocks):
            if isinstance(entry.block, model.Heading) and entry.block.level <= 2:
                yield _line_of_contents(entry.block, entry.number)


def _line_of_contents(heading: model.Heading, number: int) -> odfdo.Element:
    line = odfdo.Paragraph(style="report_point")
    indent = "\N{EM SPACE}" * (2 * (heading.level - 1))
    line.append(odfdo.Span(indent) if indent else odfdo.Span(""))
    line.append(_link(heading.text, f"#{_anchor(number)}"))
    return line


def _heading(_: odfdo.Document, entry: model.Numbered, __: model.ReportDocument) -> Iterable[odfdo.Element]:
    block = entry.block
    assert isinstance(block, model.Heading)
    level = min(block.level, 3)
    made = odfdo.Header(level, clean(block.text), suppress_numbering=True, formatted=False)
    made.set_attribute("text:style-name", f"Heading_20_{level}")
    made.insert(odfdo.Bookmark(_anchor(entry.number)), position=0)
    yield made


def _text(_: odfdo.Document, entry: model.Numbered, __: model.ReportDocument) -> Iterable[odfdo.Element]:
    assert isinstance(entry.block, model.Paragraph)
    yield _runs(entry.block, "report_quiet" if entry.block.quiet else "Standard")


def _bullets(_: odfdo.Document, entry: model.Numbered, __: model.ReportDocument) -> Iterable[odfdo.Element]:
    assert isinstance(entry.block, model.Bullets)
    made = odfdo.List()
    for point in entry.block.points:
        item = odfdo.ListItem()
        item.append(_runs(point, "report_point"))
        made.append(item)
    yield made


def _illustration(
    file: odfdo.Document, entry: model.Numbered, document: model.ReportDocument
) -> Iterable[odfdo.Element]:
    block = entry.block
    assert isinstance(block, model.Illustration)
    picture = drawn(block.shown, document.words)
    name = f"Pictures/picture{entry.number:03d}.png"
    file.set_part(name, picture.png)
    file.manifest.add_full_path(name, "image/png")
    frame = odfdo.Frame.image_frame(
        name,
        name=document.words["figure"].format(n=entry.number),
        size=(f"{WIDTH}cm", f"{WIDTH * picture.ratio:.3f}cm"),
        anchor_type="as-char",
    )
    frame.svg_description = clean(block.alternative)
    line = odfdo.Paragraph(style="report_picture")
    line.append(frame)
    yield line
    yield _plain(f"{document.words['figure'].format(n=entry.number)}: {block.caption}", "Caption")


def _listing(file: odfdo.Document, entry: model.Numbered, document: model.ReportDocument) -> Iterable[odfdo.Element]:
    assert isinstance(entry.block, model.Listing)
    table = entry.block.table
    yield _plain(f"{document.words['table'].format(n=entry.number)}: {table.caption}", "Caption")
    yield _table(file, table, document.words["table"].format(n=entry.number))


def _column(file: odfdo.Document, share: float) -> str:
    """Return the name of the style of a column that has a share of the width of the text."""
    hundredths = round(share * WIDTH * 100)
    name = f"report_column_{hundredths}"
    if file.get_style("table-column", name) is None:
        style = odfdo.Style("table-column", name=name, area="table-column")
        style.set_properties({"style:column-width": f"{hundredths / 100}cm"}, area="table-column")
        file.insert_style(style, automatic=True)
    return name


def _table(file: odfdo.Document, table: ExportTable, name: str) -> odfdo.Element:
    numbers = [column.kind is not ValueKind.TEXT for column in table.columns]
    made = odfdo.Table(name, style="report_table")
    for share in shares_of(table):
        made.append(odfdo.Column(style=_column(file, share)))
    head = odfdo.HeaderRows()
    heads = ["report_number_header" if number else "report_header" for number in numbers]
    head.append(_row([column.header for column in table.columns], heads))
    made.append(head)
    styles = ["report_number" if number else "report_cell" for number in numbers]
    for row in table.rows:
        made.append(_row([cell.text for cell in row], styles))
    return made


def _row(texts: Iterable[str], styles: Iterable[str]) -> odfdo.Element:
    row = odfdo.Row(style="report_row")
    for text, look in zip(texts, styles, strict=True):
        cell = odfdo.Cell(style="report_border")
        cell.append(_plain(text, look))
        row.append(cell)
    return row


def _new_page(file: odfdo.Document, _: model.Numbered, __: model.ReportDocument) -> Iterable[odfdo.Element]:
    style = odfdo.Style("paragraph", name="report_break")
    style.set_properties({"fo:break-after": "page"}, area="paragraph")
    file.insert_style(style, automatic=True)
    yield _plain("", "report_break")


_WRITERS: Mapping[type, Callable[[odfdo.Document, model.Numbered, model.ReportDocument], Iterable[odfdo.Element]]] = {
    model.Heading: _heading,
    model.Paragraph: _text,
    model.Bullets: _bullets,
    model.Illustration: _illustration,
    model.Listing: _listing,
    model.NewPage: _new_page,
}


def _runs(paragraph: model.Paragraph, style: str) -> odfdo.Element:
    line = odfdo.Paragraph(style=style)
    for run in paragraph.runs:
        look = "report_strong" if run.strong else None
        words = odfdo.Span(clean(run.text), style=look, formatted=False)
        line.append(_link(run.text, run.link) if run.link else words)
    return line


def _link(text: str, address: str) -> odfdo.Element:
    return odfdo.Link(address, text=clean(text))


def _plain(text: str, style: str) -> odfdo.Element:
    return odfdo.Paragraph(clean(text), style=style, formatted=False)


def _footer(file: odfdo.Document, document: model.ReportDocument) -> None:
    line = odfdo.Paragraph(style="report_quiet")
    before = f"{clean(document.footer)} · " if document.footer else ""
    line.append(odfdo.Span(f"{before}{document.words['page']} ", formatted=False))
    line.append(odfdo.Element.from_tag("<text:page-number text:select-page='current'>1</text:page-number>"))
    line.append(odfdo.Span(f" {document.words['of']} ", formatted=False))
    line.append(odfdo.Element.from_tag("<text:page-count>1</text:page-count>"))
    master = file.get_style("master-page", "Standard")
    assert isinstance(master, odfdo.StyleMasterPage)
    file.insert_style(_PAGE, automatic=True)
    master.set_attribute("style:page-layout-name", "report_page")
    master.set_page_footer(line)


def _anchor(number: int) -> str:
    return f"part{number:04d}"


def _repacked(file: bytes) -> bytes:
    """Pack the parts anew without the time of day: the media type first and not compressed, as the format demands."""
    packed = Buffer()
    with zipfile.ZipFile(io.BytesIO(file)) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        names = [name for name in parts.namelist() if not name.startswith("Thumbnails/")]
        for name in sorted(names, key=lambda one: (one != "mimetype", one)):
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), how)
    return packed.getvalue()
