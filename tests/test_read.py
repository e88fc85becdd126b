"""Bytes to raw rows: encodings, delimiters, physical lines."""

import json
from pathlib import Path

import pytest

from graph.reading.read import read_file

SPECTRUM = Path(__file__).parent / "golden" / "csv_spectrum"
EXPECTED = json.loads((SPECTRUM / "expected.json").read_text("utf-8"))


def rows(data: bytes, file: str = "actors.csv") -> list[dict[str, str]]:
    """Rows of the only sheet of a file, header -> cell."""
    reading = read_file(file, data)
    assert reading.issues == ()
    (sheet,) = reading.sheets
    return [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]


def codes(data: bytes, file: str = "actors.csv") -> list[str]:
    return [issue.code for issue in read_file(file, data).issues]


def lines(data: bytes) -> list[int]:
    return read_file("actors.csv", data).sheets[0].lines


@pytest.mark.parametrize("name", EXPECTED)
def test_the_files_of_csv_spectrum_give_their_rows(name):
    assert rows((SPECTRUM / f"{name}.csv").read_bytes()) == EXPECTED[name]


def test_csv_spectrum_is_complete():
    assert sorted(file.stem for file in SPECTRUM.glob("*.csv")) == sorted(EXPECTED)
    assert len(EXPECTED) == 12


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_unicode_is_read(encoding):
    assert rows("id;name\n1;Schwäbisch Gmünd – „Größe“ €".encode(encoding)) == [
        {"id": "1", "name": "Schwäbisch Gmünd – „Größe“ €"}
    ]


def test_what_excel_writes_under_windows_is_read_and_said():
    reading = read_file("actors.csv", "id;name\n1;Schwäbisch Gmünd – „Größe“ 5 €".encode("cp1252"))

    assert reading.sheets[0].rows == [["1", "Schwäbisch Gmünd – „Größe“ 5 €"]]
    assert [(issue.code, issue.value) for issue in reading.issues] == [("encoding-guessed", "Windows-1252")]


@pytest.mark.parametrize(
    "data",
    [
        b"id;name\n1;M\xc3\xbcller M\xc3",  # UTF-8 cut off
        b"id;name\n1;M\xc3\xbcller \xff",  # UTF-8 with a broken byte
        "id;name\n1;Kälte in Göppingen".encode("cp850"),
        "id;name\n1;Müller fällt".encode("mac_roman"),
        "id;name\n1;Müller".encode("utf-32"),
        b"id;name\n1;a\x00b",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x01\x02",
        bytes(range(256)),
        b"\xff\xfe\x00\xd8",  # half a character
        b"\xef\xbb\xbf\xff\xff",
    ],
)
def test_what_is_no_text_for_certain_is_refused_and_never_read_as_garbage(data):
    reading = read_file("actors.csv", data)

    assert reading.sheets == ()
    assert [issue.code for issue in reading.issues] == ["undecodable"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_by_the_header(delimiter):
    header = delimiter.join(["id", "name", "kompetenzfelder"])

    assert rows(f"{header}\n1{delimiter}A{delimiter}x".encode()) == [{"id": "1", "name": "A", "kompetenzfelder": "x"}]


def test_known_headers_decide_between_delimiters_not_their_number():
    assert rows("id;name;Ort, Straße, Nummer, Zusatz\n1;A;Aalen".encode()) == [
        {"id": "1", "name": "A", "Ort, Straße, Nummer, Zusatz": "Aalen"}
    ]


def test_the_line_by_which_excel_states_the_delimiter_is_no_row():
    data = b"sep=;\r\nid;name\r\n1;A\r\n"

    assert rows(data) == [{"id": "1", "name": "A"}]
    assert lines(data) == [3]


def test_a_last_row_of_the_sign_that_parts_no_cells_is_a_row():
    assert rows(b"id,name\n1,A\n;,;\n,,\n") == [{"id": "1", "name": "A"}, {"id": ";", "name": ";"}]


def test_cells_stay_text_whatever_they_look_like():
    data = b"id,name,location\nNA,007,1e5\nNone,null,1.0\nTRUE,-,#N/A\n"

    assert [list(row.values()) for row in rows(data)] == [
        ["NA", "007", "1e5"],
        ["None", "null", "1.0"],
        ["TRUE", "-", "#N/A"],
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_know_their_physical_line_past_cells_of_several_lines(end):
    text = end.join(["id,name", '1,"first', "second", 'third"', "", "2,B", ' ,"  "', "3,C", ""])

    assert lines(text.encode()) == [2, 6, 8]


def test_a_real_german_excel_export_has_all_its_rows():
    """Bundesnetzagentur, Ladesäulenregister (CC BY 4.0): the form of its lines."""
    data = (
        "Betreiber;Straße;Ort;Breitengrad;Inbetriebnahmedatum\r\n"
        "LANXESS Deutschland GmbH;Kennedyplatz;Köln;50,937417;22.07.21\r\n"
    ).encode("utf-8-sig")

    assert rows(data) == [
        {
            "Betreiber": "LANXESS Deutschland GmbH",
            "Straße": "Kennedyplatz",
            "Ort": "Köln",
            "Breitengrad": "50,937417",
            "Inbetriebnahmedatum": "22.07.21",
        }
    ]


def test_a_quotation_mark_that_is_never_closed_costs_one_row():
    reading = read_file("actors.csv", b'id,name\n1,A\n2,"B\n3,C\n4,D\n')

    assert reading.sheets[0].rows == [["1", "A"], ["3", "C"], ["4", "D"]]
    assert reading.sheets[0].lines == [2, 4, 5]
    assert [(issue.code, issue.line) for issue in reading.issues] == [("unclosed-quote", 3)]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" , \n"])
def test_a_file_without_a_header_is_empty(data):
    assert codes(data) == ["empty-file"]
