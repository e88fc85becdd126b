"""Spreadsheets of LibreOffice: read as the same tables in Excel's form are, wherever those are read."""

import io
import zipfile
from collections.abc import Sequence

import openpyxl
import pandas as pd
import pytest

import graph
from commands.__main__ import main
from graph.export import FORMATS
from graph.export.step import no_step
from graph.intake.convert import convert
from graph.reading.read import read_file
from tests.hostile_files import open_cell, open_row, open_sheets
from views.data.uploads import ENDINGS
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio

ACTORS = (
    ("id", "name", "type"),
    ("stadt-lindenau", "Stadt Lindenau", "Kommune"),
    ("hs-talheim", "Hochschule Talheim", "Hochschule"),
)
PROJECTS = (
    ("id", "name", "status", "lead", "partners", "start"),
    ("netz", "Wärmenetz", "laufend", "stadt-lindenau", "hs-talheim", "2021-10"),
)
LIST = (
    ("Projekt", "Organisation", "Rolle", "Förderbetrag", "Fördergeber"),
    ("Wärmenetz", "Stadt Lindenau", "Koordinator", "1200", "Land"),
    ("Wärmenetz", "Hochschule Talheim", "Partner", "800", "Land"),
)


def in_open_form(**sheets: Sequence[Sequence[str]]) -> bytes:
    return open_sheets({name: "".join(open_row(*map(open_cell, row)) for row in rows) for name, rows in sheets.items()})


def in_excel_form(**sheets: Sequence[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def texts(rows: str, styles: str = "", parts: dict[str, bytes] | None = None) -> list[list[str]]:
    return (
        read_file("daten.ods", open_sheets({"Akteure": open_row(open_cell("id")) + rows}, styles, parts)).sheets[0].rows
    )


# --- wherever a workbook of Excel is read -----------------------------------------------------------------------------


def test_tables_of_our_own_are_the_same_data_in_both_forms():
    ours = graph.load({"daten.ods": in_open_form(Akteure=ACTORS, Projekte=PROJECTS)})
    theirs = graph.load({"daten.xlsx": in_excel_form(Akteure=ACTORS, Projekte=PROJECTS)})

    assert ours.errors == []
    for name in ("actors", "projects", "ties"):
        pd.testing.assert_frame_equal(getattr(ours.dataset, name), getattr(theirs.dataset, name))
    assert list(ours.dataset.actors["id"]) == ["stadt-lindenau", "hs-talheim"]


def test_a_list_is_recognised_in_both_forms():
    ours = convert({"liste": in_open_form(Liste=LIST)})
    theirs = convert({"liste": in_excel_form(Liste=LIST)})

    assert ours.is_settled
    assert ours.report.recipe == theirs.report.recipe == "beteiligungen"
    assert [sheet.rows for sheet in ours.reading.sheets if sheet.name == "actors"] == [
        sheet.rows for sheet in theirs.reading.sheets if sheet.name == "actors"
    ]


def test_the_commands_read_it(tmp_path, capsys):
    (tmp_path / "daten.ods").write_bytes(in_open_form(Akteure=ACTORS, Projekte=PROJECTS))
    (tmp_path / "liste.ods").write_bytes(in_open_form(Liste=LIST))

    assert main(["check", str(tmp_path / "daten.ods")]) == 0
    assert main(["convert", str(tmp_path / "liste.ods"), "--to", str(tmp_path / "tabellen")]) == 0
    assert (tmp_path / "tabellen" / "actors.csv").exists()
    capsys.readouterr()


def test_it_can_be_chosen_for_an_upload():
    assert {"ods", "xlsx"} <= set(ENDINGS)


def test_what_leaves_in_both_forms_reads_back_as_the_same_rows(repository):
    view = view_of(graph.load(repository / "data").dataset, "/verzeichnis")
    taken = portfolio(view, [exhibit_of(view)])
    read = {
        name: read_file(f"liste.{name}", next(iter(FORMATS[name].files(taken, no_step).values()))).sheets
        for name in ("xlsx", "ods")
    }

    assert len(read["ods"][0].rows) > 100
    assert [sheet.rows for sheet in read["ods"]] == [sheet.rows for sheet in read["xlsx"]]


def test_a_file_in_an_archive_is_no_spreadsheet_itself():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("liste.ods", in_open_form(Liste=LIST))

    assert convert({"listen.zip": packed.getvalue()}).report.recipe == "beteiligungen"
    assert next(issue.code for issue in graph.load({"listen.zip": packed.getvalue()}).issues) == "nested-archive"


# --- what a cell holds ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "shown", "text"),
    [
        ('office:value-type="float" office:value="50000"', "50.000", "50000"),
        ('office:value-type="currency" office:value="1234.5"', "1.234,50 €", "1234.5"),
        ('office:value-type="float" office:value="1.234"', "1,234", "1.2340"),
        ('office:value-type="percentage" office:value="0.75"', "75 %", "0.75"),
        ('office:value-type="boolean" office:boolean-value="true"', "WAHR", "true"),
        ('office:value-type="date" office:date-value="2021-10-01"', "01.10.21", "2021-10-01"),
        ('office:value-type="date" office:date-value="2021-10-01T14:30:00"', "01.10.21", "2021-10-01T14:30"),
        ('table:style-name="monat" office:value-type="date" office:date-value="2026-12-01"', "Dez 26", "2026-12"),
        ('table:style-name="jahr" office:value-type="date" office:date-value="2026-12-01"', "2026", "2026"),
        ('office:value-type="time" office:time-value="PT14H30M00S"', "14:30", "14:30"),
        ('office:value-type="time" office:time-value="PT30H00M00S"', "30:00", "1 day, 6:00:00"),
        ('office:value-type="string" calcext:value-type="string"', "007", "007"),
        ('office:value-type="string" office:string-value="Verein"', "V.", "Verein"),
        ("", "ohne Art", "ohne Art"),
    ],
)
def test_a_cell_is_the_text_a_person_would_have_typed(attributes: str, shown: str, text: str):
    form = '<number:date-style style:name="{0}">{1}</number:date-style>'
    look = '<style:style style:name="{0}" style:family="table-cell" style:data-style-name="{1}"/>'
    styles = form.format("N1", "<number:month/><number:year/>") + look.format("monat", "N1") + look.format("jahr", "N2")
    usual = f'<a xmlns:number="n" xmlns:style="s">{form.format("N2", "<number:year/>")}</a>'.encode()
    cell = f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"

    assert texts(open_row(cell), styles, {"styles.xml": usual}) == [[text]]


def test_a_cell_looks_as_its_column_says():
    styles = (
        '<number:date-style style:name="N1"><number:year/></number:date-style>'
        '<style:style style:name="jahr" style:family="table-cell" style:data-style-name="N1"/>'
    )
    columns = '<table:table-column table:default-cell-style-name="jahr" table:number-columns-repeated="16384"/>'
    day = '<table:table-cell office:value-type="date" office:date-value="2026-12-01"/>'

    assert texts(columns + open_row(day), styles) == [["2026"]]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<text:p>Stadt  Lindenau </text:p>", "Stadt  Lindenau "),
        ('<text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p>', "a  b c"),
        ("<text:p>\n   Stadt\n   Lindenau\n  </text:p>", "Stadt Lindenau"),
        ("<text:p>a</text:p><text:p>b<text:line-break/>c</text:p>", "a\nb\nc"),
        ("<text:p>Ver<text:span>ein</text:span></text:p>", "Verein"),
        ("<office:annotation><text:p>Wer sagt das?</text:p></office:annotation><text:p>a</text:p>", "a"),
        ("<draw:frame xmlns:draw='d'><text:p>Bild</text:p></draw:frame><text:p>a</text:p>", "a"),
    ],
)
def test_a_text_is_read_as_it_is_shown(inside: str, text: str):
    assert texts(open_row(f'<table:table-cell office:value-type="string">{inside}</table:table-cell>')) == [[text]]


def test_errors_and_formulas_without_a_result_are_found():
    error = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""'
        ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    open_one = '<table:table-cell table:formula="of:=[.A1]+1"/>'
    empty = '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>'
    rows = open_row(open_cell("id")) + open_row(open_cell("a"), error, open_one, empty)

    issues = read_file("daten.ods", open_sheets({"Akteure": rows})).issues

    assert [(issue.code, issue.file, issue.line, issue.value) for issue in issues] == [
        ("formula-error", "daten.ods [Akteure]", 2, "#DIV/0!"),
        ("formula-without-value", "daten.ods [Akteure]", 2, "=[.A1]+1"),
    ]


# --- what is repeated -------------------------------------------------------------------------------------------------


def test_repeated_cells_and_rows_are_so_many():
    rows = open_row(open_cell("a", repeated="2"), open_cell("b"), repeated="2")

    assert texts(rows) == [["a", "a", "b"], ["a", "a", "b"]]


def test_what_is_empty_may_be_repeated_to_the_end_of_the_sheet():
    empty = '<table:table-cell table:number-columns-repeated="16383"/>'
    rows = (
        open_row(open_cell("id"), empty)
        + open_row(empty, repeated="3")
        + f"<table:table-row-group>{open_row(open_cell('a'), empty)}</table:table-row-group>"
        + open_row(empty, repeated="1048571")
    )

    sheet = read_file("daten.ods", open_sheets({"Akteure": rows})).sheets[0]

    assert (sheet.rows, sheet.lines) == ([["a"]], [5])


def test_copies_of_sheets_of_other_files_and_what_explains_columns_are_passed_over():
    row = open_row(open_cell("id"))
    sheets = {"Akteure": row, "'file:///home/anna/alt.ods'#$Akteure": row, "Spalten": row, "Leer": ""}

    assert [sheet.name for sheet in read_file("daten.ods", open_sheets(sheets)).sheets] == ["Akteure"]


def test_a_spreadsheet_without_any_content_is_empty():
    assert [issue.code for issue in read_file("leer.ods", open_sheets({"Akteure": ""})).issues] == ["empty-file"]
