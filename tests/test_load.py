"""From files to a dataset: where data may come from, and what must hold whatever is in them."""

import io
import time
import zipfile
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import graph
from graph.reading.check import STEPS
from graph.reading.header import table_of
from graph.reading.read import read_file
from graph.reading.rows import arrange, no_rows
from graph.schema import TABLES
from tests.payloads import PAYLOADS
from tests.strategies import as_csv, tables

ACTORS = b"id,name\nhs,Hochschule Aalen\nwiro,WiRO\n"
PROJECTS = b"id,name,lead,partners\np,Zukunft,hs,wiro\n"
FILES = {"actors.csv": ACTORS, "projects.csv": PROJECTS}


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def contents(report: graph.Report) -> tuple[list[str], list[str], list[str]]:
    dataset = report.dataset
    return list(dataset.actors["id"]), list(dataset.projects["id"]), list(dataset.ties["id"])


def codes(report: graph.Report) -> list[str]:
    return [issue.code for issue in report.issues if issue.code != "no-source"]


SMALL = (["hs", "wiro"], ["p"], ["hs>leads>p", "wiro>partner>p"])


# --- where data come from ---------------------------------------------------------------------------------------------


def test_a_folder_is_read_and_its_subfolders_and_other_files_are_not(tmp_path: Path):
    (tmp_path / "states").mkdir()
    for name, content in {**FILES, "README.md": b"# Daten", "states/actors.csv": b"id,name\nold,Old\n"}.items():
        (tmp_path / name).write_bytes(content)

    assert contents(graph.load(tmp_path)) == SMALL
    assert contents(graph.load(str(tmp_path))) == SMALL
    assert codes(graph.load(tmp_path)) == []


@pytest.mark.parametrize("folder", ["", "daten/", "repository-main/data/"])
def test_an_archive_is_read_whatever_folder_its_tables_are_in(tmp_path: Path, folder: str):
    old = {f"{folder}states/2021/{name}": content for name, content in FILES.items()}
    path = tmp_path / "daten.zip"
    path.write_bytes(zipped({f"{folder}{name}": content for name, content in FILES.items()} | old | {"LIES.txt": b"x"}))

    assert contents(graph.load(path)) == SMALL


def test_uploaded_files_are_told_apart_by_their_content_not_their_ending():
    assert contents(graph.load({"daten.csv": zipped(FILES)})) == SMALL
    assert contents(graph.load({"daten.zip": workbook(Akteure=[["id", "name"], ["a", "A"]])}))[0] == ["a"]


def test_tables_may_be_given_by_their_bare_names():
    assert contents(graph.load({"actors": ACTORS, "projects": PROJECTS})) == SMALL


def test_a_file_of_any_name_is_the_table_its_headers_tell():
    report = graph.load({"Export (3).csv": b"id,name,type\nhs,HS,\nwiro,WiRO,\n", "Mappe1.csv": PROJECTS})

    assert contents(report) == SMALL
    assert codes(report) == []


def test_a_file_that_is_no_table_is_said_and_the_others_are_read():
    report = graph.load({**FILES, "bestellung.csv": b"Artikel;Menge\nKaffee;2\n"})

    assert contents(report) == SMALL
    assert codes(report) == ["unknown-table"]


def test_of_two_files_for_one_table_the_first_counts():
    report = graph.load({**FILES, "Akteure.csv": b"id,name\nx,X\n"})

    assert contents(report) == SMALL
    assert [(issue.code, issue.file, issue.value, issue.hint) for issue in report.errors] == [
        ("duplicate-table", "Akteure.csv", "actors", "actors.csv")
    ]


def test_a_path_that_does_not_exist_is_a_finding():
    report = graph.load("no/such/folder")

    assert ("missing-file", "folder") in [(issue.code, issue.file) for issue in report.errors]
    assert contents(report) == ([], [], [])


def test_a_file_that_is_refused_is_not_missing_too():
    assert codes(graph.load({"Akteure.csv": b"\x00\x01", "projects.csv": b"id,name\n"})) == ["undecodable"]
    assert codes(graph.load({"daten.zip": b"PK\x03\x04"})) == ["archive-unreadable"]


def test_findings_are_in_the_order_of_tables_and_lines():
    report = graph.load({"projects.csv": b"id,name,lead\np,P,x\nq,Q,y\n", "actors.csv": b"id,name\n,A\na,\n"})

    assert [(issue.file, issue.line) for issue in report.issues if issue.code != "no-source"] == [
        ("actors.csv", 2),
        ("actors.csv", 3),
        ("projects.csv", 2),
        ("projects.csv", 3),
    ]


def test_the_shipped_data_is_read_at_once_and_50000_ties_in_seconds(repository: Path):
    graph.load(repository / "data")
    start = time.process_time()
    graph.load(repository / "data")
    shipped = time.process_time() - start

    rows = (f"a{n % 997},p{n % 3001},partner,{n},granted,2021-10,Note {n}" for n in range(50_000))
    files = {
        "actors.csv": "\n".join(["id,name", *(f"a{n},Akteur {n}" for n in range(997))]).encode(),
        "projects.csv": "\n".join(["id,name", *(f"p{n},Projekt {n}" for n in range(3001))]).encode(),
        "links.csv": "\n".join(["from_id,to_id,kind,amount_eur,amount_basis,start,note", *rows]).encode(),
    }
    start = time.process_time()
    assert len(graph.load(files).dataset.ties) == 50_000

    # measured: 0.04 and 1.2 s; the bounds are for slow machines
    assert shipped < 0.2
    assert time.process_time() - start < 10


# --- what Excel in Germany writes -------------------------------------------------------------------------------------

GERMAN = {
    "Akteure.csv": "Kennung;Bezeichnung;Akteurstyp;Sammelakteur\r\nhs;Hochschule Aalen;Hochschule;nein\r\n",
    "Projekte.csv": (
        "Kennung;Bezeichnung;Status;Beginn;Ende;Leitung;Budget\r\n"
        "p;Größe zählt;läuft;01.10.2021;Dez 26;hs;1.234,56 €\r\n"
    ),
    "Beziehungen.csv": "Von ID;Zu ID;Art;Betrag;Betragsart;Sicherheit\r\nhs;p;fördert;2.500,00;bis zu;belegt\r\n",
}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_german_files_with_german_words_dates_and_amounts_are_understood(encoding: str):
    report = graph.load({name: text.encode(encoding) for name, text in GERMAN.items()})

    assert report.errors == []
    project = report.dataset.projects.iloc[0]
    assert project[["name", "status", "start", "end", "lead"]].tolist() == [
        "Größe zählt",
        "ongoing",
        "2021-10-01",
        "2026-12",
        ("hs",),
    ]
    assert project["budget_eur"] == Decimal("1234.56")
    tie = report.dataset.ties.iloc[0]
    assert tie[["id", "amount_eur", "amount_basis", "certainty"]].tolist() == [
        "hs>funds>p",
        2500,
        "ceiling",
        "confirmed",
    ]


def test_a_german_workbook_with_real_dates_and_numbers_is_understood():
    book = workbook(
        Akteure=[["Kennung", "Bezeichnung", "Ort"], ["hs", "Hochschule Aalen", "Aalen"], ["007", "Zweite", None]],
        Projekte=[
            ["Kennung", "Bezeichnung", "Beginn", "Ende", "Budget", "Leitung"],
            ["p", "Größe", date(2021, 10, 1), date(2026, 12, 1), 1234.5, "hs"],
            ["q", "Neu", 2021, "Herbst 2022", 50000, "hs;007"],
        ],
        Spalten=[["Spalte", "Bedeutung"], ["id", "Kennung"]],
    )

    report = graph.load({"daten.xlsx": book})

    assert report.errors == []
    assert list(report.dataset.actors["id"]) == ["hs", "007"]
    columns = ["id", "start", "end", "budget_eur", "lead"]
    assert report.dataset.projects[columns].to_numpy().tolist() == [
        ["p", "2021-10-01", "2026-12-01", Decimal("1234.5"), ("hs",)],
        ["q", "2021", "2022-23", 50000, ("hs", "007")],
    ]


def test_a_finding_in_a_workbook_names_sheet_and_row():
    report = graph.load({"daten.xlsx": workbook(Akteure=[["id", "name"], ["a", "A"], [None, "B"]], Projekte=[["id"]])})

    assert ("missing-id", "daten.xlsx [Akteure]", 3) in [(i.code, i.file, i.line) for i in report.issues]


def test_a_formula_counts_with_its_stored_result_and_is_said_without_one():
    book = workbook(Akteure=[["id", "name"], ["a", '="A"&"B"']])

    report = graph.load({"daten.xlsx": book})

    assert ("formula-without-value", "daten.xlsx [Akteure]", 2) in [(i.code, i.file, i.line) for i in report.issues]


# --- what the dataset holds -------------------------------------------------------------------------------------------


def test_columns_have_the_types_of_the_contract():
    dataset = graph.load({**FILES, "projects.csv": b"id,name,budget_eur,extra\np,P,5,\nq,Q,,x\n"}).dataset

    assert str(dataset.projects["name"].dtype) == "str"
    assert dataset.projects["budget_eur"].tolist() == [5, None]
    assert [type(amount) for amount in dataset.projects["budget_eur"]] == [int, type(None)]
    assert dataset.projects["extra"].tolist() == ["", "x"]
    assert dataset.projects["partners"].tolist() == [(), ()]


def test_an_empty_source_gives_empty_tables_with_all_columns():
    dataset = graph.load({}).dataset

    assert list(dataset.actors.columns) == list(TABLES["actors"].names)
    assert list(dataset.ties.columns) == ["id", *TABLES["links"].names]
    assert dataset.about == {}


def test_facts_on_the_dataset_may_have_german_keys():
    assert graph.load({**FILES, "about.csv": b"key,value\nTitel,Region\nStand,2026-01-22\n"}).dataset.about == {
        "title": "Region",
        "as_of": "2026-01-22",
    }


def test_the_day_the_data_stand_for_is_read_like_any_date_and_an_unreadable_one_is_a_finding():
    assert graph.load({**FILES, "about.csv": b"key,value\nStand,22.01.2026\n"}).dataset.as_of == "2026-01-22"

    report = graph.load({**FILES, "about.csv": b"key,value\ntitle,Region\nas_of,2026-13-45\n"})

    assert report.dataset.about == {"title": "Region", "as_of": ""}
    assert [(i.code, i.file, i.line, i.column, i.value) for i in report.issues if i.file == "about.csv"] == [
        ("unreadable-date", "about.csv", 3, "value", "2026-13-45")
    ]


# --- whatever is in the files -----------------------------------------------------------------------------------------

_SIGNS = st.sampled_from(
    [b"id", b"name", b",", b";", b"\t", b"\n", b"\r\n", b'"', b"a", b"\xe4", b"\xc3\xa4", b"\0", b"'", b"="]
)
_CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.lists(_SIGNS, max_size=60).map(b"".join),
    st.binary(max_size=60).map(lambda tail: b"PK\x03\x04" + tail),
    st.binary(max_size=60).map(lambda tail: zipped(FILES)[:-40] + tail),
    st.binary(max_size=60).map(lambda tail: workbook(actors=[["id"]])[:-60] + tail),
)
_NAMES = st.sampled_from([*(f"{name}.csv" for name in TABLES), "actors", "daten.zip", "daten.xlsx", "Mappe1.csv", ""])


@settings(max_examples=150, deadline=None)
@example({"actors.csv": b"\xff\xfe", "projects.csv": b"\xef\xbb\xbf"})
@example({"actors.csv": b'"' * 99, "links.csv": b"from_id,to_id,kind\n,,\n"})
@given(st.dictionaries(_NAMES, _CONTENTS, max_size=3))
def test_no_content_raises(files: dict[str, bytes]):
    report = graph.load(files)

    assert list(report.dataset.actors.columns[:2]) == ["id", "name"]


_CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(sorted(PAYLOADS.values())),
    st.sampled_from(
        ["hs", "p", "hs;wiro", "leads", "part_of", "2021/22", "31.02.2021", "1,5 Mio.", "-5", "1.234", "ja"]
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_cell_raises_and_every_finding_has_its_place(data: st.DataObject):
    files = {}
    for name, table in TABLES.items():
        rows = data.draw(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(table.names, _CELLS)), max_size=4))
        files[f"{name}.csv"] = as_csv(rows, name)

    report = graph.load(files)

    assert {issue.file for issue in report.issues} <= set(files)
    assert all(issue.line >= 0 and len(issue.value) <= 200 for issue in report.issues)
    ids = {*report.dataset.actors["id"], *report.dataset.projects["id"]}
    assert {*report.dataset.ties["from_id"], *report.dataset.ties["to_id"]} <= ids


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_no_step_changes_what_it_is_given(content: dict[str, list[dict[str, str]]]):
    sheets = [read_file(f"{name}.csv", as_csv(rows, name)).sheets[0] for name, rows in content.items()]
    arranged = {name: no_rows(table) for name, table in TABLES.items()}
    for sheet in sheets:
        table = table_of(sheet.name, sheet.header)
        arranged[table.name], _ = arrange(sheet, table)

    for step in STEPS:
        before = {name: deepcopy(dict(rows.columns)) for name, rows in arranged.items()}
        after, _ = step(arranged)
        assert {name: dict(rows.columns) for name, rows in arranged.items()} == before
        arranged = after


def test_a_table_without_a_usable_row_keeps_its_own_columns():
    dataset = graph.load({**FILES, "projects.csv": b"id,name,extra\n,no id,x\n"}).dataset

    assert len(dataset.projects) == 0
    assert dataset.projects.columns[-1] == "extra"
    assert graph.load({**FILES, "projects.csv": b"id,name,extra\n"}).dataset.projects.columns[-1] == "extra"


@pytest.mark.parametrize("header", ["Datum", "Date", "am", "Beginn"])
def test_the_day_of_an_event_may_be_called_a_day(header):
    files = {"projects.csv": b"id,name\np,P\n", "events.csv": f"Projekt;{header};Art\np;2024-05-01;Start\n".encode()}

    report = graph.load(files)

    assert report.dataset.events[["project_id", "start"]].values.tolist() == [["p", "2024-05-01"]]
    assert "unknown-column" not in {issue.code for issue in report.issues}
