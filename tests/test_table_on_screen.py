"""What a browser is given of a table: all rows of a usual one; of a very large one the first, and it says so."""

from pathlib import Path

import pytest

from views.language.words import words
from views.table import MOST_ROWS, Cell, Column, Table, message


def table(rows: int) -> Table:
    names = [f"Akteur {number}" for number in range(rows)]
    return Table("Akteure", (Column("Name"),), tuple((Cell(name),) for name in names), tuple(names))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            "Das sind die ersten 2.000 von 35.871 Zeilen, und nur sie werden sortiert. "
            "Grenzen Sie mit Filtern ein; eine Datei zum Mitnehmen enthält alle.",
        ),
        (
            "en",
            "These are the first 2,000 of 35,871 rows, and only they are sorted. "
            "Narrow them down with filters; a file to take away has them all.",
        ),
    ],
)
def test_a_browser_is_given_the_first_rows_of_a_very_large_table_and_says_so(language: str, said: str):
    sent = message(words(language), table(35_871))

    assert sent["cut"] == said
    assert (len(sent["rows"]), len(sent["ids"])) == (MOST_ROWS, MOST_ROWS)
    assert sent["rows"][-1] == [["Akteur 1999"]]


def test_a_usual_table_is_sent_whole_and_says_nothing_of_it():
    sent = message(words("de"), table(MOST_ROWS))

    assert (len(sent["rows"]), sent["cut"]) == (MOST_ROWS, "")


def test_rows_that_can_be_chosen_are_all_sent_so_that_no_choice_is_lost():
    sent = message(words("de"), table(MOST_ROWS + 1), chosen=())

    assert (len(sent["rows"]), sent["cut"]) == (MOST_ROWS + 1, "")


@pytest.mark.parametrize(
    ("language", "rows", "said"),
    [
        ("de", 101, "1 weitere Zeile zeigen"),
        ("de", 1_101, "1.001 weitere Zeilen zeigen"),
        ("en", 101, "Show 1 more row"),
        ("en", 1_101, "Show 1,001 more rows"),
    ],
)
def test_how_many_rows_a_click_shows_is_written_as_every_number(language: str, rows: int, said: str):
    assert message(words(language), table(rows))["words"]["more"] == said


def test_on_a_usual_laptop_headers_of_a_table_take_two_lines_before_it_goes_on_sideways():
    style = (Path(__file__).parent.parent / "ui" / "table" / "table.css").read_text("utf-8")
    (rule,) = (line for line in style.splitlines() if line.startswith("@container (18rem < width < 78rem)"))

    assert "thead th, thead th.an-number, thead th.an-bar { white-space: normal; }" in rule
