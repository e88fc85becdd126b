"""Cells of dates and statuses are sorted by what they mean, and leave as dates or as the words of the source."""

import pytest

from views.exhibit.tables import exported
from views.language.words import words
from views.table import Column, Look, Table, date_cell, duration_cell, status_cell

GERMAN = words("de")


def test_dates_are_sorted_by_their_first_day_then_by_their_last_and_words_of_the_source_come_last():
    cells = {
        "01.03.2024": date_cell(GERMAN, "2024-03-01"),
        "01.10.2022": date_cell(GERMAN, "2022-10-01"),
        "01/2021": date_cell(GERMAN, "2021-01"),
        "2021": date_cell(GERMAN, "2021"),
        "2021 – 2027": duration_cell(GERMAN, "2021/2027", ""),
        "Anfang der Zwanziger": duration_cell(GERMAN, "", "", "Anfang der Zwanziger"),
    }

    assert [cell.text for cell in cells.values()] == list(cells)
    order = sorted(cells, key=lambda name: cells[name].value)
    assert order == ["01/2021", "2021", "2021 – 2027", "01.10.2022", "01.03.2024", "Anfang der Zwanziger"]


def test_a_date_that_is_not_recorded_has_no_value():
    assert (date_cell(GERMAN, "").value, duration_cell(GERMAN, "", "", "–").value) == (None, None)


def test_statuses_are_sorted_in_the_order_of_a_project():
    statuses = ["completed", "idea", "cancelled", "ongoing", "planned", "applied"]

    ordered = sorted(statuses, key=lambda status: status_cell(GERMAN, status).value)

    assert ordered == ["idea", "planned", "applied", "ongoing", "completed", "cancelled"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (date_cell(GERMAN, "2024-03-01"), "2024-03-01"),
        (date_cell(GERMAN, "2024"), "2024"),
        (date_cell(GERMAN, "2024-03-01~"), "etwa 01.03.2024"),
        (duration_cell(GERMAN, "2024-03-01", "2024-03-01"), "2024-03-01"),
        (duration_cell(GERMAN, "2024-03-01", ""), "ab 01.03.2024"),
        (duration_cell(GERMAN, "2024-03-01", ".."), "seit 01.03.2024"),
        (duration_cell(GERMAN, "", "2027-06-30"), "bis 30.06.2027"),
        (duration_cell(GERMAN, "2020-01-01", "9999-12-31"), "01.01.2020 – 31.12.9999"),
        (duration_cell(GERMAN, "", "", "Anfang der Zwanziger"), "Anfang der Zwanziger"),
        (date_cell(GERMAN, ""), "None"),
    ],
)
def test_what_leaves_is_a_day_where_there_is_one_and_never_lost(cell, value):
    made = exported(Table("", (Column("Laufzeit", Look.DATE),), ((cell,), (date_cell(GERMAN, "2020-01-01"),))))

    assert str(made.rows[0][0].value) == value
