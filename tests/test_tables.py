"""What is written is read again as the same, and nothing written can become a formula."""

import csv
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph
from graph.reading.read import read_file
from graph.schema import TABLES
from graph.tables import write_tables
from graph.templates import csv_templates, workbook_template
from tests.payloads import PAYLOADS
from tests.strategies import as_csv, datasets
from views.data.words import template_words
from views.language.words import LANGUAGES, words

NAMES = [f"{name}.csv" for name in TABLES]


def again(dataset: graph.Dataset) -> graph.Dataset:
    return graph.load(write_tables(dataset)).dataset


def test_tables_are_written_in_the_form_of_the_contract():
    dataset = graph.load(
        {
            "actors.csv": "Kennung;Bezeichnung;Sammelakteur;Telefon\nbanken;Banken;ja;+49 7361 1\n".encode("cp1252"),
            "projects.csv": "id;name;lead;budget_eur;start\np;Ä, ö;banken;1.234,50 €;Herbst 2021\n".encode("cp1252"),
        }
    ).dataset

    written = {name: content.decode() for name, content in write_tables(dataset).items()}

    assert list(written) == NAMES
    assert written["actors.csv"] == (
        "id,name,short_name,type,kompetenzfelder,location,website,aliases,description,reference,locator,collective,Telefon\n"
        "banken,Banken,,,,,,,,,,ja,'+49 7361 1\n"
    )
    assert written["projects.csv"].splitlines()[1] == 'p,"Ä, ö",,,,,,2021-23,,,,banken,,,1234.5,,,,,'
    assert written["links.csv"].splitlines()[1] == "banken,p,leads,,,,,,confirmed,,,,"


def test_the_shipped_data_is_written_byte_by_byte_as_it_is(repository):
    written = write_tables(graph.load(repository / "data").dataset)

    assert [name for name in NAMES if written[name] != (repository / "data" / name).read_bytes()] == []


@settings(max_examples=60, deadline=None)
@given(datasets())
def test_writing_and_loading_gives_the_same_dataset(dataset: graph.Dataset):
    assert again(dataset).fingerprint == dataset.fingerprint


_TEXTS = st.one_of(st.text(max_size=20), st.sampled_from(sorted(PAYLOADS.values())))


@settings(max_examples=100, deadline=None)
@given(_TEXTS, _TEXTS, _TEXTS)
def test_any_text_survives(name: str, alias: str, extra: str):
    content = as_csv([{"id": "a", "name": name, "aliases": alias, "description": extra}], "actors")
    dataset = graph.load({"actors.csv": content, "projects.csv": b"id,name\n"}).dataset

    assert again(dataset).fingerprint == dataset.fingerprint


def test_numbers_dates_and_lists_survive():
    dataset = graph.load(
        {
            "actors.csv": b"id,name,aliases\na,A,x;y\nb,B,\n",
            "projects.csv": b"id;name;budget_eur;start;end;lead\n"
            b'p;P;1.234;-0044;..;a\nq;Q;1,234 Mio.;2021?;2022~;"a;b"\n',
        }
    ).dataset

    same = again(dataset)

    assert same.projects["budget_eur"].tolist() == [1234, 1234000]
    assert same.projects["start"].tolist() == ["-0044", "2021?"]
    assert same.fingerprint == dataset.fingerprint


def test_an_amount_with_three_decimals_does_not_become_thousands():
    dataset = graph.load({"actors.csv": b"id,name\n", "projects.csv": b"id,name,budget_eur\np,P,1.2345\n"}).dataset

    assert again(dataset).projects["budget_eur"].tolist() == [Decimal("1.2345")]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=list(PAYLOADS))
def test_no_cell_that_is_written_begins_like_a_formula(payload: str):
    actors = as_csv([{"id": "a", "name": payload, "description": payload}], "actors")
    written = write_tables(graph.load({"actors.csv": actors, "projects.csv": b"id,name\n"}).dataset)

    for content in written.values():
        for row in csv.reader(io.StringIO(content.decode())):
            assert [
                cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
            ] == []


def test_no_writing_changes_the_dataset(small_dataset: graph.Dataset):
    before = small_dataset.ties.copy(deep=True)

    write_tables(small_dataset)

    assert small_dataset.ties.equals(before)


@pytest.fixture
def small_dataset() -> graph.Dataset:
    return graph.load({"actors.csv": b"id,name\na,A\n", "projects.csv": b"id,name,lead\np,P,a\n"}).dataset


# --- templates --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_csv_template_has_the_columns_of_its_table(name: str):
    (sheet,) = read_file(name, csv_templates()[name]).sheets

    assert sheet.header == TABLES[name.removesuffix(".csv")].names
    assert sheet.rows == []


def test_empty_templates_load_without_an_error():
    assert graph.load(csv_templates()).errors == []
    assert graph.load({"vorlage.xlsx": workbook_template()}).errors == []


def test_the_workbook_has_a_sheet_per_table_and_one_that_explains():
    book = openpyxl.load_workbook(io.BytesIO(workbook_template()))

    assert book.sheetnames == [*TABLES, "columns"]
    assert [cell.value for cell in book["links"][1]] == list(TABLES["links"].names)
    assert book["links"]["C1"].comment.text.startswith("code leads, partner, supports")
    assert {cell.number_format for cell in book["actors"][1]} == {"@"}
    explained = [tuple(cell.value for cell in row) for row in book["columns"].iter_rows(min_row=2)]
    assert len(explained) == sum(len(table.columns) for table in TABLES.values())


def test_the_workbook_of_the_app_speaks_german():
    content = workbook_template(template_words(words("de")))
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert book.sheetnames == [
        "Akteure",
        "Projekte",
        "Beziehungen",
        "Quellen",
        "Termine",
        "Kennungen",
        "Über",
        "Spalten",
    ]
    assert [cell.value for cell in book["Beziehungen"][1]][:4] == ["Von id", "Zu id", "Art", "Betrag"]
    assert book["Akteure"]["A1"].comment.text.startswith("Kennung, eindeutig")
    assert book["Beziehungen"]["I1"].comment.text.startswith("eines der Wörter: belegt, unbestätigt, widersprüchlich")
    assert [cell.value for cell in book["Spalten"][1]] == ["Tabelle", "Spalte", "auch als", "Inhalt", "Pflicht"]
    assert graph.load({"vorlage.xlsx": content}).issues == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_filled_in_with_the_words_it_offers_is_understood(language: str):
    book = openpyxl.load_workbook(io.BytesIO(workbook_template(template_words(words(language)))))
    actors, projects, links = book.worksheets[:3]
    for number in range(9):
        actors.append([f"a{number}", f"Akteur {number}"])
    (offered,) = [rule.formula1.strip('"').split(",") for rule in projects.data_validations.dataValidation]
    for number, status in enumerate(offered):
        projects.append([f"p{number}", f"Projekt {number}", "", "", "", "", status])
    for rule in links.data_validations.dataValidation:
        for word in rule.formula1.strip('"').split(","):
            kind = {"C": word}.get(str(rule.sqref)[0], "funds")
            links.append(["a0", "p0", kind, 5, *(word if column == str(rule.sqref)[0] else "" for column in "EFGHI")])
    filled = io.BytesIO()
    book.save(filled)

    report = graph.load({"vorlage.xlsx": filled.getvalue()})

    assert {issue.code for issue in report.issues} & {"unknown-word", "unknown-kind", "missing-column"} == set()
    assert len(set(report.dataset.projects["status"])) == len(offered) == 10
