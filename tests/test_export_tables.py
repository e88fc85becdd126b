"""Tables as Excel and CSV, read again by openpyxl, by Python's csv and by our own reader."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given

import graph
from graph.export.csv_table import csv_files, table_csv
from graph.export.dataset_workbook import dataset_workbook
from graph.export.exhibit import Exhibit
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.export.xlsx import number, workbook
from graph.tables import write_tables
from tests.exhibits import AMOUNTS, chart_exhibit, empty_exhibit, matrix_exhibit, network_exhibit, portfolio_of
from tests.strategies import datasets

FORMULAS = ["=1+1", "+49 7361", "-x", "@x", "＝1", "\tx", "'=1"]


def book(*exhibits, **rest):
    return openpyxl.load_workbook(io.BytesIO(workbook(portfolio_of(*exhibits, **rest))))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def csv_rows(content, delimiter):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def texts_table(texts):
    return ExportTable("Texte", (ExportColumn("Text"),), tuple((ExportCell(text),) for text in texts))


# --- Excel ------------------------------------------------------------------------------------------------------------


def test_numbers_are_numbers_dates_are_dates_and_nothing_recorded_is_an_empty_cell():
    sheet = book(chart_exhibit()).worksheets[0]

    assert rows(sheet) == [
        ["Fördergeber", "Betrag", "Anteil", "Beginn"],
        ["Bund", 1250000.5, 0.75, datetime(2021, 5, 1)],
        ["Land", 400000, 0.25, "2021-21"],
        ["+49 7361", None, None, None],
    ]
    assert sheet["B2"].number_format == '#,##0.00 "€"'
    assert sheet["B3"].number_format == '#,##0 "€"'
    assert sheet["D2"].number_format == "dd.mm.yyyy"


def test_a_wide_table_prints_on_a_page_with_wrapped_texts_and_whole_numbers():
    columns = (
        ExportColumn("Name"),
        *(ExportColumn(f"Hinweis {n}") for n in range(6)),
        ExportColumn("Bewilligter Betrag", ValueKind.MONEY),
    )
    row = (ExportCell("Halle"), *(ExportCell("ein langer Hinweis " * 5) for _ in range(6)))
    amount = ExportCell("16,9 Mio. €", Decimal("16946000.50"))
    sheet = book(Exhibit("Förderung", table=ExportTable("Weit", columns, ((*row, amount),)))).worksheets[0]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFGH"]

    assert sum(widths) < 185
    assert widths[-1] > len("16.946.000,50 €")
    assert sheet["B2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height >= 45


@pytest.mark.parametrize("title", ["2026: 347 Kooperationen", "54 % der Förderung"])
def test_a_title_that_begins_with_a_number_stands_whole_above_a_printed_page(title):
    sheet = book(replace(chart_exhibit(), title=title)).worksheets[0]

    assert sheet.oddHeader.left.text.strip() == title


def test_the_header_stays_in_sight_and_can_filter():
    sheet = book(chart_exhibit()).worksheets[0]

    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:D4"


def test_a_second_sheet_says_filters_source_and_date():
    made = book(network_exhibit(), profile="ohne Beträge")
    about = ["|".join(filter(None, row)) for row in rows(made["Angaben"])]

    assert made.sheetnames == ["Daten", "Angaben"]
    assert "Filter|laufend" in about
    assert "Filter|seit 2021" in about
    assert "Quelle|Quelle: Probe · Stand 01.11.2026 · gestrichelt = unsicher" in about
    assert "Stand 01.11.2026" in about
    assert "Fassung: ohne Beträge" in about
    assert "Lizenz|CC BY 4.0" in about


def test_several_tables_are_several_sheets_and_a_matrix_is_a_table_of_numbers():
    made = book(chart_exhibit(), matrix_exhibit())

    assert len(made.sheetnames) == 3
    assert rows(made.worksheets[1])[1:] == [["Photonik", 11, None], ["Wasserstoff", 1, 2]]


def test_sheets_whose_titles_begin_alike_or_hold_forbidden_signs_have_names_of_their_own():
    long = [Exhibit(f"[{'Sehr langer Titel ' * 5}] {number}/x", table=AMOUNTS) for number in range(3)]

    names = book(*long).sheetnames

    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 for name in names)


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text(text):
    sheet = book(Exhibit("Texte", table=texts_table([text]))).worksheets[0]

    assert sheet["A2"].value == text
    assert sheet["A2"].data_type == "s"


def test_no_cell_of_a_workbook_is_a_formula_or_a_link():
    table = ExportTable(
        "=1", (ExportColumn("=A1"),), ((ExportCell("http://evil.example/"),), (ExportCell("=HYPERLINK(1)"),))
    )
    made = book(Exhibit("=1+1", table=table, source="=1", filters=("=2",)))

    assert {cell.data_type for sheet in made for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert [cell.hyperlink for row in made.worksheets[0].iter_rows() for cell in row] == [None, None, None]


def test_an_empty_table_gives_a_sentence():
    assert rows(book(empty_exhibit()).worksheets[0]) == [["Name"], ["Mit diesen Filtern bleibt kein Element übrig."]]


def test_a_portfolio_without_tables_gives_a_sentence():
    assert rows(book(Exhibit("Nichts")).worksheets[0]) == [["Mit diesen Filtern bleibt kein Element übrig."]]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (7, 7),
        (Decimal("0.1"), 0.1),
        (123456789012345, 123456789012345),
        (1234567890123456, None),
        (Decimal("1234567890123.456"), None),
        (float("nan"), None),
        (True, None),
        ("7", None),
    ],
)
def test_a_number_is_written_as_one_only_if_no_digit_is_lost(value, kept):
    assert number(value) == kept


def test_an_amount_too_long_for_excel_is_text_with_all_digits():
    table = ExportTable(
        "B", (ExportColumn("Betrag", ValueKind.MONEY),), ((ExportCell("viel", Decimal("12345678901234567.89")),),)
    )

    assert book(Exhibit("B", table=table)).worksheets[0]["A2"].value == "12345678901234567.89"


def test_days_excel_cannot_count_are_text():
    table = ExportTable("B", (ExportColumn("Tag", ValueKind.DATE),), ((ExportCell("1899", date(1899, 12, 31)),),))

    assert book(Exhibit("B", table=table)).worksheets[0]["A2"].value == "1899-12-31"


# --- CSV --------------------------------------------------------------------------------------------------------------


def test_german_csv_has_semicolons_a_decimal_comma_a_byte_order_mark_and_iso_dates():
    content = table_csv(AMOUNTS, "de")

    assert content.startswith(b"\xef\xbb\xbf")
    assert csv_rows(content, ";") == [
        ["Fördergeber", "Betrag", "Anteil", "Beginn"],
        ["Bund", "1250000,50", "0,75", "2021-05-01"],
        ["Land", "400000", "0,25", "2021-21"],
        ["'+49 7361", "", "", ""],
    ]


def test_a_whole_number_has_no_decimals_however_it_was_counted():
    table = ExportTable(
        "B", (ExportColumn("Zahl", ValueKind.NUMBER),), tuple((ExportCell("", n),) for n in (3.0, 0.0, 2.5, 1e21))
    )

    assert csv_rows(table_csv(table, "de"), ";") == [["Zahl"], ["3"], ["0"], ["2,5"], ["1000000000000000000000"]]


def test_english_csv_has_commas_and_a_decimal_point():
    assert csv_rows(table_csv(AMOUNTS, "en"), ",")[1][1:3] == ["1250000.50", "0.75"]


@pytest.mark.parametrize("text", [text for text in FORMULAS if text == text.strip()])
def test_an_apostrophe_keeps_a_spreadsheet_from_running_text_and_our_reader_takes_it_away(text):
    written = csv_rows(table_csv(texts_table([text]), "de"), ";")[1][0]
    region = write_tables(graph.load({"actors.csv": b"id,name\na,x\n"}).dataset)
    region["actors.csv"] = region["actors.csv"].replace(b"a,x", f'a,"{written}"'.encode())

    assert written == f"'{text}"
    assert graph.load(region).dataset.actors["name"].iloc[0] == text


def test_a_second_file_says_filters_and_source():
    files = csv_files(portfolio_of(network_exhibit()))

    assert sorted(files) == ["angaben.csv", "daten.csv"]
    assert ["Filter", "laufend"] in csv_rows(files["angaben.csv"], ";")


def test_several_tables_are_several_files():
    assert sorted(csv_files(portfolio_of(chart_exhibit(), matrix_exhibit()))) == [
        "angaben.csv",
        "daten_1.csv",
        "daten_2.csv",
    ]


# --- the whole dataset ------------------------------------------------------------------------------------------------


def test_the_shipped_data_as_a_workbook_are_read_back_the_same(repository):
    dataset = graph.load(repository / "data").dataset

    report = graph.load({"daten.xlsx": dataset_workbook(dataset)})

    assert report.dataset.fingerprint == dataset.fingerprint


@given(datasets())
def test_any_dataset_as_a_workbook_is_read_back_the_same(dataset):
    assert graph.load({"daten.xlsx": dataset_workbook(dataset)}).dataset.fingerprint == dataset.fingerprint


def test_amounts_are_numbers_and_full_dates_are_dates_in_the_workbook_of_the_data(repository):
    made = openpyxl.load_workbook(io.BytesIO(dataset_workbook(graph.load(repository / "data").dataset)))
    header = [cell.value for cell in made["projects"][1]]
    projects = {
        name: [row[place].value for row in made["projects"].iter_rows(min_row=2)] for place, name in enumerate(header)
    }

    assert any(isinstance(value, int) for value in projects["budget_eur"])
    assert any(isinstance(value, datetime) for value in projects["start"])
    assert {cell.data_type for sheet in made for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
