"""Documents with headings, pictures and tables as Word, OpenDocument and PDF files."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import odfdo
import pytest
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from graph.export.pictures import Chart
from graph.export.report.document import (
    Bullets,
    Heading,
    Illustration,
    Listing,
    NewPage,
    Paragraph,
    ReportDocument,
    Run,
)
from graph.export.report.docx import word_document
from graph.export.report.odt import open_document
from graph.export.report.pdf import pdf_document
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.export.widths import flat_widths

WORDS = {
    "contents": "Inhalt",
    "figure": "Abbildung {n}",
    "table": "Tabelle {n}",
    "page": "Seite",
    "of": "von",
    "legend": "Legende",
    "empty": "leer",
}
WRITERS = {"docx": word_document, "odt": open_document, "pdf": pdf_document}

BARS = Chart(
    {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{"a": "Wasserstoff", "b": 3}]},
        "mark": "bar",
        "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}},
    },
    "Balken",
)
PROJECTS = ExportTable(
    "Projekte nach Feld",
    (ExportColumn("Feld"), ExportColumn("Projekte", ValueKind.NUMBER)),
    tuple((ExportCell(f"Feld {n}"), ExportCell(str(n), n)) for n in range(60)),
)
REPORT = ReportDocument(
    title="Netzwerkbericht Ostwürttemberg",
    subtitle="Datenstand 22.01.2026",
    author="WiRO",
    footer="Netzwerkbericht",
    licence="CC BY 4.0",
    day=date(2026, 1, 22),
    words=WORDS,
    blocks=(
        Heading("Kurzfassung"),
        Paragraph((Run("Es gibt "), Run("260", "https://netz.example/ueberblick"), Run(" Projekte.", strong=True))),
        Bullets((Paragraph((Run("eins"),)), Paragraph((Run("zwei"),)))),
        Heading("Zahlen"),
        Heading("Nach Feld", 2),
        Illustration(BARS, "Projekte je Feld", "Balken: Wasserstoff 3"),
        Listing(PROJECTS),
        NewPage(),
        Heading("Quellen"),
        Paragraph((Run("Quelle: Beispiel"),), quiet=True),
    ),
)
EMPTY = ReportDocument("Nichts", (), WORDS)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_the_same_document_is_the_same_file(write):
    assert write(REPORT) == write(REPORT)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_document_without_blocks_is_a_file(write):
    assert len(write(EMPTY)) > 1000


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_text_is_only_ever_text(write):
    hostile = "<b>&amp; \x00 \ud800 #include {{x}} $1 \N{RIGHT-TO-LEFT OVERRIDE} =1+1 👩‍🔬"
    table = ExportTable(hostile, (ExportColumn(hostile),), ((ExportCell(hostile),),))
    blocks = (Heading(hostile), Paragraph((Run(hostile, "https://netz.example/?a=1&b=<2>"),)), Listing(table))

    assert write(replace(REPORT, title=hostile, blocks=blocks))


def word():
    return docx.Document(io.BytesIO(word_document(REPORT)))


def test_a_word_file_has_real_headings_in_the_language_of_its_words():
    file = word()
    headings = [(line.style.name, line.text) for line in file.paragraphs if line.style.name.startswith("Heading")]

    assert headings == [
        ("Heading 2", "Inhalt"),
        ("Heading 1", "Kurzfassung"),
        ("Heading 1", "Zahlen"),
        ("Heading 2", "Nach Feld"),
        ("Heading 1", "Quellen"),
    ]
    assert (file.core_properties.title, file.core_properties.language) == ("Netzwerkbericht Ostwürttemberg", "de-DE")
    assert file.core_properties.created.date() == date(2026, 1, 22)


def test_a_word_file_repeats_the_header_of_a_table_and_keeps_its_rows_whole():
    table = word().tables[0]

    assert len(table.rows) == 61
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_word_file_describes_its_pictures_and_counts_them():
    body = word().element.body

    assert [part.get("descr") for part in body.iter(qn("wp:docPr"))] == ["Balken: Wasserstoff 3"]
    fields = [part.text.strip() for part in body.iter(qn("w:instrText"))]
    assert fields == ['TOC \\o "1-2" \\h \\z \\u', "SEQ Abbildung \\* ARABIC", "SEQ Tabelle \\* ARABIC"]


def test_a_word_file_links_its_numbers_and_its_contents():
    file = word()
    links = list(file.element.body.iter(qn("w:hyperlink")))
    targets = {part.rId: part.target_ref for part in file.part.rels.values() if part.is_external}

    assert targets[links[-1].get(qn("r:id"))] == "https://netz.example/ueberblick"
    names = {part.get(qn("w:name")) for part in file.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in links[:-1]} <= names


def test_an_own_template_gives_its_styles_and_keeps_its_footer():
    template = docx.Document()
    template.sections[0].footer.paragraphs[0].text = "Landratsamt"
    template.add_paragraph("Mustertext")
    written = io.BytesIO()
    template.save(written)

    file = docx.Document(io.BytesIO(word_document(replace(REPORT, template=written.getvalue()))))

    assert file.sections[0].footer.paragraphs[0].text == "Landratsamt"
    assert "Mustertext" not in [line.text for line in file.paragraphs]


def test_an_open_document_file_has_headings_descriptions_and_header_rows():
    file = odfdo.Document(io.BytesIO(open_document(REPORT)))
    table = file.body.get_tables()[0]

    assert [header.text_recursive for header in file.body.get_headers()] == [
        "Kurzfassung",
        "Zahlen",
        "Nach Feld",
        "Quellen",
    ]
    assert [part.text for part in file.body.get_elements("descendant::svg:desc")] == ["Balken: Wasserstoff 3"]
    assert len(table.get_elements("table:table-header-rows")) == 1
    assert (file.meta.title, file.meta.language) == ("Netzwerkbericht Ostwürttemberg", "de-DE")


def test_the_parts_of_an_open_document_file_are_those_its_manifest_names():
    with zipfile.ZipFile(io.BytesIO(open_document(REPORT))) as parts:
        names, manifest = parts.namelist(), parts.read("META-INF/manifest.xml").decode()

    assert names[0] == "mimetype"
    assert parts.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
    named = {part.split('"')[1] for part in manifest.split("manifest:full-path=")[1:]}
    assert {name for name in named if not name.endswith("/")} <= {*names}


def test_a_pdf_says_everything_and_claims_the_standards():
    content = pdf_document(REPORT)
    pages = (page.get_textpage().get_text_bounded() for page in PdfDocument(content))
    text = "\n".join(pages).replace("\N{NO-BREAK SPACE}", " ")

    assert b"pdfuaid" in content
    assert all(
        part in text
        for part in ("Netzwerkbericht Ostwürttemberg", "Kurzfassung", "Abbildung 1", "Tabelle 1", "Feld 59")
    )


def test_a_column_of_long_texts_gets_room_from_those_that_need_none():
    assert flat_widths([[30, 280], [20, 250]], [30, 50], [165, 165]) == [45, 285]
    assert flat_widths([[100, 100]], [50, 50], [100, 100]) == [100, 100]
    assert flat_widths([], [0, 0], [10, 10]) == [10, 10]
    assert flat_widths([], [], []) == []
