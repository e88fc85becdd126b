"""Own templates for Word: what an organisation brings stays, what it lacks is added, all as the format demands."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from graph.export.report.columns import shares_of
from graph.export.report.document import Bullets, Heading, Illustration, Listing, Paragraph, Run
from graph.export.report.docx import word_document
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from tests.test_report_files import BARS, REPORT

NEEDED = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet")


def saved(file):
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def letterhead():
    """A letter in Georgia with a header, as Word saves it: styles that were never used are not in the file."""
    file = docx.Document()
    for name in NEEDED:
        file.styles.element.remove(file.styles[name].element)
    file.styles["Normal"].font.name, file.styles["Normal"].font.size = "Georgia", Pt(11)
    file.sections[0].header.paragraphs[0].text = "Landratsamt Waldland"
    file.add_paragraph("Sehr geehrte Damen und Herren,")
    return saved(file)


def landscape_with_cover():
    """A cover upright with its own footer, then pages across; headings in a colour of the house."""
    file = docx.Document()
    file.styles["Heading 1"].font.name = "Courier New"
    file.add_paragraph("Region Waldland", style="Title")
    file.sections[0].footer.paragraphs[0].text = "Titelbild: Amt am Wald"
    across = file.add_section(WD_SECTION.NEW_PAGE)
    across.orientation, across.page_width, across.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21.0)
    across.footer.is_linked_to_previous = False
    across.left_margin = across.right_margin = Cm(3)
    file.add_paragraph("Mustertext")
    return saved(file)


TEMPLATES = {"none": None, "letterhead": letterhead(), "landscape": landscape_with_cover()}


def written(template, **changes):
    return docx.Document(io.BytesIO(word_document(replace(REPORT, template=TEMPLATES[template], **changes))))


def lines(file, style):
    return [line.text for line in file.paragraphs if line.style.name == style]


@pytest.mark.parametrize("template", TEMPLATES)
def test_headings_captions_and_points_are_such_in_every_template(template):
    file = written(template)

    assert lines(file, "Heading 1") == ["Kurzfassung", "Zahlen", "Quellen"]
    assert lines(file, "Heading 2") == ["Inhalt", "Nach Feld"]
    assert len(lines(file, "Caption")) == 2
    assert [text.lstrip("•\t") for text in lines(file, "List Bullet")] == ["eins", "zwei"]


def test_added_styles_keep_the_face_of_the_house_and_are_known_to_the_outline():
    file = written("letterhead")
    heading = file.styles["Heading 1"]

    assert (heading.base_style.name, heading.font.name, file.styles["Normal"].font.name) == ("Normal", None, "Georgia")
    assert heading.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val")) == "0"
    assert file.sections[0].header.paragraphs[0].text == "Landratsamt Waldland"
    assert "Sehr geehrte Damen und Herren," not in lines(file, "Normal")
    assert all(text.startswith("•\t") for text in lines(file, "List Bullet"))


def test_a_cover_stays_with_its_footer_and_the_report_begins_on_the_page_after_it():
    file = written("landscape")
    cover, pages = file.sections

    assert lines(file, "Title") == ["Region Waldland", "Netzwerkbericht Ostwürttemberg"]
    assert "Mustertext" not in [line.text for line in file.paragraphs]
    assert cover.footer.paragraphs[0].text == "Titelbild: Amt am Wald"
    assert pages.footer.paragraphs[0].text.startswith("Netzwerkbericht · Seite ")
    assert (pages.orientation, file.styles["Heading 1"].font.name) == (WD_ORIENT.LANDSCAPE, "Courier New")


@pytest.mark.parametrize("template", TEMPLATES)
def test_tables_and_pictures_fit_the_page_they_are_on(template):
    tall = Illustration(replace(BARS, spec={**BARS.spec, "height": 900}), "Hoch", "Balken")
    file = written(template, blocks=(*REPORT.blocks, tall))
    page = file.sections[-1]
    room = page.page_width - page.left_margin - page.right_margin
    high = page.page_height - page.top_margin - page.bottom_margin

    assert abs(sum(column.width for column in file.tables[0].columns) - room) < Cm(0.1)
    assert all(shape.width <= room and shape.height < high for shape in file.inline_shapes)


def test_a_footer_of_a_picture_or_a_field_is_kept():
    file = docx.Document()
    run = file.sections[0].footer.paragraphs[0].add_run()
    run._r.append(run._r.makeelement(qn("w:drawing"), {}))

    made = docx.Document(io.BytesIO(word_document(replace(REPORT, template=saved(file)))))

    assert made.sections[0].footer.paragraphs[0].text == ""


# order of the children of properties in the schema of Word files (ECMA-376, part 1); Word repairs files with another
ORDER = {
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u lang",
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_properties_stand_in_the_order_the_format_demands(template):
    content = word_document(replace(REPORT, template=TEMPLATES[template]))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        roots = [docx.oxml.parse_xml(parts.read(f"word/{name}.xml")) for name in ("document", "styles")]

    for root in roots:
        for name, order in ORDER.items():
            for properties in root.iter(qn(f"w:{name}")):
                places = [order.split().index(part.tag.split("}")[1]) for part in properties]
                assert places == sorted(places), docx.oxml.xmlchemy.serialize_for_reading(properties)


def test_a_narrow_column_is_not_narrower_than_its_longest_word_while_others_have_room():
    table = ExportTable(
        "Projekte",
        (ExportColumn("Name"), ExportColumn("Leitung"), ExportColumn("Betrag", ValueKind.MONEY)),
        ((ExportCell("Transformationsnetzwerk"), ExportCell("Amt " * 60), ExportCell("1.000 €", 1000)),),
    )

    shares = shares_of(table)

    assert sum(shares) == pytest.approx(1)
    assert shares[0] * 482 > 92  # pt, of 17 cm: wide enough for the name
    assert shares[1] > shares[0] > shares[2]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_template_and_document_are_the_same_file(template):
    document = replace(REPORT, template=TEMPLATES[template])

    assert word_document(document) == word_document(document)


def test_a_table_is_as_wide_as_its_cells_say():
    made = written("none", blocks=(Heading("Eins"), Listing(PAIR), Bullets((Paragraph((Run("zwei"),)),)))).tables[0]

    for row in made.rows:
        assert [cell.width for cell in row.cells] == [column.width for column in made.columns]
    assert not made.autofit
    assert Length(made.columns[0].width).cm < Length(made.columns[1].width).cm
    assert re.fullmatch(r"\d+", made.rows[1].cells[0].text)


PAIR = ExportTable(
    "Paar",
    (ExportColumn("Nr.", ValueKind.NUMBER), ExportColumn("Was")),
    ((ExportCell("7", 7), ExportCell("Ein langer Text über das Waldhaus und seine Gäste")),),
)
