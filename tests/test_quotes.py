"""Quotation marks inside cells: every row a strict reader would refuse is a finding, and none shifts its cells."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph
from graph.reading import records
from graph.reading.codes import CODES, Effect
from graph.reading.read import read_file

HEADER = "id;name;type\n"
AFTER = '2;"Bauhof";Amt\n'


def read(text: str, file: str = "actors.csv") -> tuple[list[list[str]], list[tuple[str, int]]]:
    """Rows, and findings with their lines."""
    reading = read_file(file, text.encode())
    return reading.sheets[0].rows, [(issue.code, issue.line) for issue in reading.issues]


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ('1;"Verein "Holz" e.V.";Verein', '1;"Verein ""Holz"" e.V.";Verein'),
        ('1;"Verein "Holz; Wald" e.V.";Verein', '1;"Verein ""Holz; Wald"" e.V.";Verein'),
        ('1;"Verein \\"Holz\\" e.V.";Verein', '1;"Verein ""Holz"" e.V.";Verein'),
        ('1;"Verein \\"Holz; Wald\\" e.V.";Verein', '1;"Verein ""Holz; Wald"" e.V.";Verein'),
        ('1;"Rohr 5" und 7" lang";Bauteil', '1;"Rohr 5"" und 7"" lang";Bauteil'),
        ('1;"Rohr 5\\"";Bauteil', '1;"Rohr 5""";Bauteil'),
        ('1;"Holz" e.V.;Verein', ""),
        ('1;"Rohr 5"";Bauteil', ""),
    ],
)
def test_a_quotation_mark_that_is_not_doubled_costs_its_row_and_shifts_none(row: str, meant: str):
    reading = read_file("actors.csv", f"{HEADER}{row}\n{AFTER}".encode())

    assert reading.sheets[0].rows == [["2", "Bauhof", "Amt"]]
    assert reading.sheets[0].lines == [3]
    assert [(issue.code, issue.line, issue.value, issue.hint) for issue in reading.issues] == [
        ("undoubled-quote", 2, row, meant)
    ]


def test_the_row_is_read_when_it_is_written_as_proposed():
    issue = read_file("actors.csv", f'{HEADER}1;"Verein "Holz" e.V.";Verein\n'.encode()).issues[0]

    assert read(HEADER + issue.hint + "\n") == ([["1", 'Verein "Holz" e.V.', "Verein"]], [])


def test_a_file_in_which_every_row_has_one_loses_no_row_without_a_word():
    rows = "".join(f'{number};"Verein "{number}" e.V.";Verein\n' for number in range(2, 502))

    kept, found = read(HEADER + rows + '999;"Bauhof";Amt\n')

    assert kept == [["999", "Bauhof", "Amt"]]
    assert found == [("undoubled-quote", line) for line in range(2, 502)]


def test_what_a_broken_cell_goes_on_with_is_no_row_of_its_own():
    assert read(f'{HEADER}1;"erste\nzweite "Zeile" und";V\n{AFTER}')[0] == [["2", "Bauhof", "Amt"]]


def test_rows_after_an_open_quotation_mark_are_rows():
    kept, found = read(f'{HEADER}1;"offen;V\n3;Hof;U\n{AFTER}')

    assert kept == [["3", "Hof", "U"], ["2", "Bauhof", "Amt"]]
    assert found == [("undoubled-quote", 2)]


def test_marks_in_cells_without_quotation_marks_are_read_as_they_stand_and_said():
    report = graph.load({"actors.csv": f'{HEADER}1;Rohr 5" lang;B\n{AFTER}'.encode(), "projects.csv": b"id;name\n"})

    assert report.dataset.actors["name"].tolist() == ['Rohr 5" lang', "Bauhof"]
    assert [(i.code, i.line, i.value, i.hint) for i in report.issues if i.code == "bare-quote"] == [
        ("bare-quote", 2, 'Rohr 5" lang', '"Rohr 5"" lang"')
    ]


def test_a_blank_after_a_quotation_mark_shifts_nothing_and_is_said():
    report = graph.load({"actors.csv": f'{HEADER}1;"Hof" ; "U" \n{AFTER}'.encode(), "projects.csv": b"id;name\n"})

    assert report.dataset.actors["name"].tolist() == ["Hof", "Bauhof"]
    assert [(i.code, i.line) for i in report.issues if i.code != "no-source"] == [("blank-after-quote", 2)]


def test_a_row_of_nothing_but_quotation_marks_and_a_blank_is_no_entry_and_is_said():
    report = graph.load({"actors.csv": f'{HEADER}1;Hof;U\n"" \n{AFTER}'.encode(), "projects.csv": b"id;name\n"})

    assert report.dataset.actors["name"].tolist() == ["Hof", "Bauhof"]
    assert [(i.code, i.line) for i in report.issues if i.code != "no-source"] == [("blank-after-quote", 3)]


def test_when_too_much_would_be_read_again_the_rest_of_the_file_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(records, "MAX_REREAD", 20)

    kept, found = read(f'{HEADER}1;"offen;V\n3;Hof;U\n4;Weg;U\n5;Rad;V\n6;"Rad;U\n{AFTER}')

    assert kept == []
    assert found == [("undoubled-quote", 2), ("rest-not-read", 3)]


_RAW = st.lists(st.sampled_from(['"', '""', ";", "\n", "a", " ", "\\", "5", '"a"', '""a""']), max_size=6).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_RAW, _RAW), min_size=1, max_size=4))
def test_whatever_a_strict_reader_refuses_is_a_finding(cells: list[tuple[str, str]]):
    text = HEADER + "".join(f"{place};{first};{second}\n" for place, (first, second) in enumerate(cells))
    found = {issue.code for issue in graph.load({"actors.csv": text.encode()}).issues}

    assert found & {"undoubled-quote", "unclosed-quote", "blank-after-quote"} or not refused_by_a_strict_reader(text)


def refused_by_a_strict_reader(text: str) -> bool:
    try:
        list(csv.reader(text.splitlines(keepends=True), delimiter=";", skipinitialspace=True, strict=True))
    except csv.Error:
        return True
    return False


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text("ab;\" \n\\'", max_size=6), min_size=3, max_size=3), max_size=4))
def test_whatever_a_strict_writer_writes_comes_back_without_a_word(rows: list[list[str]]):
    def quoted(cell: str) -> str:
        return '"{}"'.format(cell.replace('"', '""'))

    text = HEADER + "".join(";".join(map(quoted, row)) + "\n" for row in rows)

    assert read(text) == ([row for row in rows if any(map(str.strip, row))], [])


def test_rows_that_are_left_out_for_their_quotation_marks_are_errors():
    assert {CODES[code].effect for code in ("undoubled-quote", "unclosed-quote", "rest-not-read")} == {Effect.ROW}
