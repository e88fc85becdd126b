"""What leaves can be read in whatever typeface a program has: nothing is broken in a word, cut off or pushed away."""

import pytest
from pptx.oxml.ns import qn

from graph.export.exhibit import Exhibit
from graph.export.html.paper import on_paper
from graph.export.pictures import Chart, ChartForm, Matrix, MatrixRow, Series
from graph.export.svg.printed import printed_picture
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.history.periods import Period, YearFigures
from graph.picture.charts import trend
from graph.picture.charts.scatter import Point, scatter
from graph.picture.labels import text_width
from tests.exhibits import WORDS, network_exhibit
from tests.slides import WIDER, WIDER_BOLD, every_shape
from tests.test_export_pptx import deck, slide, text_of
from views.language.words import words

PX = 9525


LONG = "Wirtschaftsförderungsgesellschaft mbH Region Ostwürttemberg und Umgebung, Hochschule Aalen " * 2


def table_of(*headers):
    """Two columns of long texts beside columns of small numbers, which get what their headers need."""
    columns = (
        ExportColumn("Akteur"),
        *(ExportColumn(header, ValueKind.NUMBER) for header in headers),
        ExportColumn("und"),
    )
    return ExportTable(
        "Paare", columns, ((ExportCell(LONG), *[ExportCell("7", 7)] * len(headers), ExportCell(LONG)),) * 9
    )


def test_the_header_of_a_narrow_column_of_a_slide_is_not_divided():
    shown = slide(Exhibit("Selten", table=table_of("Zu erwarten")))
    made = next(shape for shape in shown.shapes if shape.has_table).table

    assert made.cell(0, 1).text_frame.text == "Zu erwarten"
    assert text_width("erwarten", 16 * WIDER_BOLD) <= made.columns[1].width / PX - 12


def test_the_header_of_a_narrow_column_of_the_printed_page_is_not_divided():
    table = table_of("fortgesetzt")
    parts = on_paper(Exhibit("Jahre", table=table), [table], 0.0, ())[0].parts

    assert text_width("fortgesetzt", 8.5 * WIDER_BOLD) <= parts[1] * 527 - 9


def test_a_title_that_is_too_long_in_the_smallest_type_is_cut_and_stands_whole_in_the_notes():
    long = " ".join(f"Wirtschaftsförderungsgesellschaft {number}" for number in range(20))
    shown = slide(Exhibit(long, "Ein Satz."))
    title = shown.shapes.title

    assert title.text_frame.text.endswith("…")
    lines = text_width(title.text_frame.text, 16 * 4 / 3 * WIDER_BOLD) / (title.width / PX - 20)
    assert lines * 16 * 4 / 3 * 1.2 <= title.height / PX
    assert long in shown.notes_slide.notes_text_frame.text


def test_a_title_that_fits_is_not_repeated_in_the_notes():
    shown = slide(Exhibit("Kurz", "Ein Satz.", mark="Vorschlag"))

    assert not shown.notes_slide.notes_text_frame.text.startswith("Kurz")


def test_a_matrix_with_too_many_columns_for_12_pt_names_the_last_ones():
    names = tuple(f"Einrichtung {number}" for number in range(24))
    rows = (MatrixRow("Photonik", ("k. A.",) * 24, (0,) * 24, (None,) * 24),)
    shown = slide(Exhibit("Euro", picture=Matrix("Felder", "Feld", names, rows)))
    made = next(shape for shape in shown.shapes if shape.has_table)
    sizes = {run.font.size.pt for cell in made.table.iter_cells() for p in cell.text_frame.paragraphs for run in p.runs}

    assert sizes == {12.0}
    assert 10 < len(made.table.columns) < 25
    assert "Weitere Spalten: Einrichtung " in text_of(shown.shapes)
    assert text_width("k. A.", 16 * WIDER, bold=False) <= made.table.columns[1].width / PX


def test_names_of_columns_that_stand_upright_take_no_more_lines_than_a_column_is_wide():
    names = tuple(f"Einrichtung der Art {number}" for number in range(32))
    rows = (MatrixRow("Photonik", ("1",) * 32, (0,) * 32, (1,) * 32),)
    shown = slide(Exhibit("Zahl", picture=Matrix("Felder", "Feld", names, rows)))
    made = next(shape for shape in shown.shapes if shape.has_table).table
    upright = [cell for cell in made.rows[0].cells if cell._tc.xpath("a:tcPr/@vert")]

    assert len(upright) == 32
    assert all(len(cell.text_frame.paragraphs) * 16 * 1.2 <= made.columns[1].width / PX for cell in upright)


def columns_of(count):
    names = tuple(f"{number % 12 + 1:02d}/{2026 + number // 12}" for number in range(count))
    series = Series("Zahl", tuple(2 if number == 3 else None for number in range(count)))
    chart = Chart({}, "Enden", ChartForm.COLUMNS, names, (series,), "#,##0;;")
    rows = ((ExportCell("04/2026"), ExportCell("KI-Werkstatt")),)
    table = ExportTable("Enden", (ExportColumn("Ende"), ExportColumn("Projekt")), rows)
    return next(s for s in slide(Exhibit("Klippe", picture=chart, table=table, named=True)).shapes if s.has_chart).chart


@pytest.mark.parametrize(("count", "named"), [(6, []), (26, [": "])])
def test_a_column_whose_name_the_axis_may_leave_out_has_it_beside_its_number(count, named):
    labels = columns_of(count).plots[0].data_labels._element

    assert [part.text for part in labels.findall(qn("c:separator"))] == named


@pytest.mark.parametrize(("language", "code"), [("de", "[$-407]"), ("en", "[$-409]")])
def test_amounts_of_a_chart_on_a_slide_are_written_in_the_language_of_the_file(language, code):
    assert words(language)("export.funding.number").startswith(code)


def test_each_text_of_a_legend_has_the_room_it_needs_and_stays_on_the_slide():
    made = deck(network_exhibit())
    legend = next(shape for shape in made.slides[0].shapes if shape.name == WORDS["legend"])
    texts = [shape for shape in every_shape(legend.shapes) if shape.has_text_frame and " " in shape.text_frame.text]

    assert len(texts) > 5
    for text in texts:
        bold = bool(text.text_frame.paragraphs[0].runs[0].font.bold)
        need = text_width(text.text_frame.text, 16 * (WIDER_BOLD if bold else WIDER), bold=bold)
        assert need <= text.width / PX
        assert text.left + text.width <= made.slide_width
        assert text.text_frame.word_wrap


def test_a_long_name_beside_a_point_is_cut():
    spec = scatter([Point("W" * 90, 3, 4, "3", "4")], {"description": "", "name": "", "across_text": "", "up_text": ""})

    assert f"{'W' * 39}…" in str(spec)


def test_a_chart_of_many_lines_has_room_below_the_head_of_a_printed_page():
    figures = YearFigures(actors=3, ties=2, projects=1, components=1, largest=3, density=0.5, mean_partners=1.5)
    years = [Period(year=year, new=(), kept=(), ended=(), undated=(), figures=figures) for year in range(2010, 2027)]
    said = {name: name for name in ("description", "year", "value", *YearFigures.__dataclass_fields__)}

    assert printed_picture(Chart(trend(years, said), "Entwicklung"), WORDS).height <= 620
