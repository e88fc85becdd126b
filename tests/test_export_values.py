"""Every number of every table of every view is in the file what it is on screen, and is a number there."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

import graph
from graph.export import export
from graph.export.sheets import tables_of
from graph.export.table import ValueKind
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.pages import EXHIBITS, TABS
from views.exhibit.portfolio import portfolio

ASKED = {
    "steckbrief": "id=wiro",
    "vergleich": "vergleich=wiro,hochschule-aalen&partnervon=wiro&suchfeld=wasserstoff",
    "was_waere_wenn": "szenario=-wiro",
    "kompetenzfelder": "feld=wasserstoff",
}
OPTIONS = {"kompetenzfelder": ("", "wert=projekte", "wert=euro"), "foerderung": ("", "nach=kompetenzfeld", "nach=year")}
LINKS = [
    f"{page}?{'&'.join(part for part in (f'reiter={tab}' if tab else '', ASKED.get(page, ''), option) if part)}"
    for page, tabs in TABS.items()
    if page
    for tab in tabs
    for option in OPTIONS.get(page, ("",))
]
NUMBERS = {ValueKind.NUMBER, ValueKind.MONEY, ValueKind.SHARE, ValueKind.YEAR}
_SHOWN = re.compile(r"([-+\N{MINUS SIGN}]?)([0-9][0-9.]*(?:,[0-9]+)?)\s*(%|Mio\. €|Tsd\. €|Mrd\. €|€)?")
_NEARLY = re.compile(r"(unter|knapp) (\d.*)")  # of a share that is neither nothing nor all of it
_TIMES = {"%": Decimal("0.01"), "Tsd. €": 1_000, "Mio. €": 1_000_000, "Mrd. €": 1_000_000_000}


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


@pytest.fixture(scope="module")
def exhibits(shipped):
    return {link: exhibit_of(view_of(shipped, link)) for link in LINKS}


def read(text, unit=1):
    """The number a German text shows, and half of its last digit: how far what is behind it may be off."""
    text = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    # the least that would be shown, or all of it: off by less than that
    if (nearly := _NEARLY.fullmatch(text)) and (shown := read(nearly[2])):
        value, off = shown
        return value, 2 * off
    found = _SHOWN.fullmatch(text)
    if found is None:
        return None
    sign, digits, said = found.groups()
    times = Decimal(_TIMES.get(said or "", unit))
    number = Decimal(digits.replace(".", "").replace(",", "."))
    places = len(digits.partition(",")[2])
    value = number * times * (-1 if sign in {"-", "\N{MINUS SIGN}"} else 1)
    return value, Decimal(1).scaleb(-places) * times * Decimal("0.5000001")


def test_every_view_has_a_link_here():
    assert {link.partition("?")[0] for link in LINKS} == set(EXHIBITS) - {""}


@pytest.mark.parametrize("link", LINKS)
def test_the_value_behind_each_number_is_the_one_that_is_shown(exhibits, link):
    """Of tables and of matrices; a cell that shows a number has one behind it."""
    for table in tables_of(exhibits[link]):
        for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=True):
            if column.kind not in NUMBERS:
                continue
            for cell in cells:
                shown = read(cell.text, 1_000_000 if "Mio. €" in exhibits[link].title else 1)
                if shown is None:
                    assert cell.value is None or isinstance(cell.value, str) or "(" in cell.text, (column, cell)
                elif (
                    column.kind is ValueKind.MONEY and "€" not in cell.text
                ):  # of a matrix: millions, as its corner says
                    assert abs(Decimal(str(cell.value)) - shown[0] * 1_000_000) <= shown[1] * 1_000_000, (column, cell)
                else:
                    assert cell.value is not None, (column, cell)
                    assert abs(Decimal(str(cell.value)) - shown[0]) <= shown[1], (column, cell)


@pytest.mark.parametrize("link", LINKS)
def test_every_number_of_a_workbook_and_of_csv_is_that_of_its_cell(shipped, exhibits, link):
    exhibit = exhibits[link]
    made = portfolio(view_of(shipped, link), [exhibit])
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", made).content))
    texts = _csv_tables(export("csv", made).content) if tables_of(exhibit) else []

    for number, table in enumerate(tables_of(exhibit)):
        sheet = book.worksheets[number]
        for place, row in enumerate(table.rows, 2):
            for at, (cell, column) in enumerate(zip(row, table.columns, strict=True), 1):
                written, text = sheet.cell(place, at).value, texts[number][place - 1][at - 1]
                if column.kind is ValueKind.TEXT or isinstance(cell.value, str):
                    continue
                if cell.value is None:
                    assert written is None
                    assert text == ""
                elif isinstance(cell.value, date):
                    assert (written, text) == (datetime.combine(cell.value, datetime.min.time()), str(cell.value))
                else:
                    assert isinstance(written, int | float)
                    assert float(written) == pytest.approx(float(cell.value))
                    assert float(text.replace(",", ".")) == pytest.approx(float(cell.value))


def _csv_tables(content):
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")), delimiter=";"))
            for name in archive.namelist()
        ]


def test_matrices_in_euro_and_of_bodies_have_a_number_in_each_cell_that_shows_one(exhibits):
    for link in (
        "kompetenzfelder?reiter=felder&feld=wasserstoff&wert=euro",
        "kompetenzfelder?reiter=gremien&feld=wasserstoff",
    ):
        table = tables_of(exhibits[link])[0]
        shown = [cell for row in table.rows for cell in row[1:] if any(sign.isdigit() for sign in cell.text)]

        assert shown
        assert all(cell.value is not None for cell in shown)


def test_columns_of_numbers_of_the_screen_are_columns_of_numbers_in_files(exhibits):
    """What is right-aligned there because it is a number is no text here."""
    for link, exhibit in exhibits.items():
        for table in tables_of(exhibit):
            for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=True):
                digits = [cell for cell in cells if read(cell.text)]
                if cells and len(digits) == len(cells) and column.kind is ValueKind.TEXT:
                    pytest.fail(f"{link}: {table.caption}, {column.header} holds numbers as text")


_NUMBER_AS_TEXT = re.compile(r"[-+\N{MINUS SIGN}]?[0-9]+(?:[.,][0-9]+)*\s*(?:%|€)?")


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_cell_of_a_workbook_holds_a_number_or_a_year_as_text_and_every_sheet_prints_on_pages(shipped, language):
    shown = [exhibit_of(view_of(shipped, link, language)) for link in LINKS]
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", portfolio(view_of(shipped, "", language), shown)).content))

    texts = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and _NUMBER_AS_TEXT.fullmatch(cell.value)
    ]
    assert texts == []
    assert {(sheet.page_setup.orientation, sheet.page_setup.fitToHeight) for sheet in book.worksheets} == {
        ("landscape", 0)
    }
    assert all(sheet.oddFooter.right.text for sheet in book.worksheets)


def test_printed_sheets_are_one_page_wide_and_repeat_their_header(shipped, exhibits):
    made = portfolio(view_of(shipped, ""), [exhibits["verzeichnis?"]])
    sheet = openpyxl.load_workbook(
        io.BytesIO(export("xlsx", replace(made, day=date(2026, 11, 23))).content)
    ).worksheets[0]

    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddFooter.right.text
