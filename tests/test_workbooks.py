"""Workbooks as programs write them: what counts as content, and how numbers and dates become text."""

import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

import graph
from graph.reading.read import read_file
from graph.reading.workbook_values import moment_text, number_text
from tests.hostile_files import whole_workbook


def workbook(*rows: list[object], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Akteure"
    for row in rows:
        sheet.append(row)
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def texts(data: bytes) -> list[list[str]]:
    return read_file("daten.xlsx", data).sheets[0].rows


# --- rows without content do not count --------------------------------------------------------------------------------

ROWS = '<row r="1"><c t="str"><v>id</v></c><c t="str"><v>name</v></c></row><row r="2"><c><v>7</v></c></row>'


@pytest.mark.parametrize(
    "formatted",
    [
        '<row r="1048576" s="3" customFormat="1"/>',
        '<row r="1048576"><c r="A1048576" s="3"/><c r="XFD1048576" s="3"/></row>',
        '<row r="3"><c r="XFD3" s="1"><v></v></c></row>',
        '<row r="60000"><c r="A60000" t="str"><v> </v></c></row>'.replace(" </v>", "</v>"),
        "".join(f'<row r="{row}" ht="15"/>' for row in range(3, 200_000)),
    ],
)
def test_a_row_that_is_only_formatted_does_not_count(formatted: str):
    reading = read_file("liste.xlsx", whole_workbook(ROWS + formatted))

    assert reading.issues == ()
    assert reading.sheets[0].header == ("id", "name")
    assert (reading.sheets[0].rows, reading.sheets[0].lines) == ([["7", ""]], [2])


def test_a_workbook_without_any_content_is_empty():
    assert [issue.code for issue in graph.load({"leer.xlsx": workbook()}).issues] == ["empty-file"]


# --- numbers and dates ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (50_000, "General", "50000"),
        (1234.5, "#,##0.00 €", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1.234, "General", "1.2340"),
        (True, "General", "true"),
        ("007", "@", "007"),
        (date(2021, 10, 1), "dd.mm.yyyy", "2021-10-01"),
        (date(2026, 12, 1), "mmm yy", "2026-12"),
        (date(2026, 12, 1), "yyyy", "2026"),
        (date(2026, 12, 1), '[$-407]d. mmmm yyyy" (Stand)"', "2026-12-01"),
        (datetime(2021, 10, 1, 14, 30), "dd.mm.yyyy hh:mm", "2021-10-01T14:30"),
        (time(14, 30), "hh:mm", "14:30"),
        (timedelta(hours=30), "[h]:mm:ss", "1 day, 6:00:00"),
        (5, '0 "Monate"', "5"),
        (5, "[Red]0", "5"),
    ],
)
def test_a_cell_is_the_text_a_person_would_have_typed(value: object, form: str, text: str):
    assert texts(workbook(["id", "name"], ["a", value], formats={"B2": form})) == [["a", text]]


@pytest.mark.parametrize(
    ("stored", "form", "since_1904", "text"),
    [
        ("1", "dd.mm.yyyy", False, "1900-01-01"),
        ("59", "dd.mm.yyyy", False, "1900-02-28"),
        ("61", "dd.mm.yyyy", False, "1900-03-01"),
        ("44470", "dd.mm.yyyy", False, "2021-10-01"),
        ("43008", "dd.mm.yyyy", True, "2021-10-01"),
        ("12345678901234567890", "", False, "12345678901234567890"),
        ("1E3", "", False, "1000"),
        ("keine Zahl", "0", False, "keine Zahl"),
    ],
)
def test_days_are_counted_as_excel_counts_them(stored: str, form: str, since_1904: bool, text: str):
    assert number_text(stored, form, since_1904=since_1904) == text


def test_a_year_before_1000_keeps_its_four_digits():
    assert moment_text(date(202, 3, 1), "yyyy") == "0202"


def test_a_number_that_is_shown_as_a_date_and_is_none_is_said():
    report = graph.load({"daten.xlsx": workbook(["id", "name"], ["a", 99_999_999], formats={"B2": "dd.mm.yyyy"})})

    assert ("formula-error", 2, "#VALUE!") in [(i.code, i.line, i.value) for i in report.issues]


# --- texts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("string", "text"),
    [
        ("<si><t>_x0041_</t></si>", "A"),
        ("<si><t>_x005F_x0041_</t></si>", "_x0041_"),
        ("<si><t>_x005F_x005F_</t></si>", "_x005F_"),
        ("<si><r><t>Ver</t></r><r><rPr/><t>ein</t></r></si>", "Verein"),
        ("<si><r><t>_</t></r><r><t>x0041_</t></r></si>", "_x0041_"),
        ("<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>", "東京"),
    ],
)
def test_shared_texts_are_read_as_they_are_meant(string: str, text: str):
    rows = ROWS.replace("<c><v>7</v></c>", '<c t="s"><v>0</v></c>')

    assert texts(whole_workbook(rows, strings=f"<sst>{string}</sst>".encode())) == [[text, ""]]


def test_a_text_in_its_cell_is_read_with_all_its_pieces():
    rows = ROWS.replace("<c><v>7</v></c>", '<c t="inlineStr"><is><r><t>Ver</t></r><r><t>ein_x000D_</t></r></is></c>')

    assert texts(whole_workbook(rows)) == [["Verein\r", ""]]


def test_a_formula_whose_result_is_an_empty_text_has_a_result():
    rows = ROWS.replace("<c><v>7</v></c>", '<c><v>7</v></c><c t="str"><f>""</f><v></v></c>')

    assert read_file("daten.xlsx", whole_workbook(rows)).issues == ()


def test_cells_of_a_shared_formula_without_results_name_it():
    rows = '<row r="1"><c t="str"><v>id</v></c></row><row r="2"><c><f t="shared" si="0">B2+1</f></c></row>'
    rows += '<row r="3"><c><f t="shared" si="0"/></c></row>'

    issues = read_file("daten.xlsx", whole_workbook(rows)).issues

    assert [(issue.code, issue.line, issue.value) for issue in issues] == [
        ("formula-without-value", 2, "=B2+1"),
        ("formula-without-value", 3, "=B2+1"),
    ]
