"""Columns of a table where room is short: each has its longest word, and one that says nothing gives way."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.columns import Setting, columned
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.export.widths import ColumnNeed, column_need, weighed_widths

WORDS = {"empty_columns": "ohne Angabe: {columns}", "more_columns": "weitere: {columns}"}
_LENGTHS = st.floats(1, 400)
NEEDS = st.lists(
    st.tuples(_LENGTHS, _LENGTHS, _LENGTHS).map(lambda of: ColumnNeed(*(sorted(of)[place] for place in (0, 2, 1)))),
    min_size=1,
    max_size=15,
)


@given(NEEDS, st.floats(50, 1000))
def test_columns_fill_the_room_and_keep_their_longest_words_where_these_fit(needs, room):
    widths = weighed_widths(needs, room)

    assert sum(widths) == pytest.approx(room)
    if sum(need.least for need in needs) <= room:
        assert all(width >= need.least - 1e-6 for width, need in zip(widths, needs, strict=True))


def test_a_column_of_long_texts_gets_what_short_ones_do_not_need():
    needs = [
        column_need("Nr.", ["1", "2"], 10, 8),
        column_need("Ort", ["Aalen", "Oberkochen"], 10, 8),
        column_need("Hinweis", ["ein langer Satz " * 8, "kurz"], 10, 8),
    ]

    number, place, note = weighed_widths(needs, 400)

    assert (number, place) == pytest.approx((needs[0].whole, needs[1].whole))
    assert note == pytest.approx(400 - number - place)


@pytest.mark.parametrize(
    ("text", "divided", "longest"),
    [
        ("LEADER-Aktionsgruppe", inf, "Aktionsgruppe"),
        ("EU-Referat der Stadt", inf, "Referat"),
        ("Wirtschaftsförderungsgesellschaft", inf, "Wirtschaftsförderungsgesellschaft"),
    ],
)
def test_the_longest_word_is_what_no_program_breaks(text, divided, longest):
    assert column_need("", [text], 10, 0, divided=divided) == column_need("", [text], 10, 0)._replace(
        least=column_need("", [longest], 10, 0).least
    )


def test_on_paper_a_long_word_is_divided_and_a_date_never():
    table = ExportTable(
        "",
        (ExportColumn("Name"), ExportColumn("Stand", ValueKind.DATE)),
        ((ExportCell("Wirtschaftsförderungsgesellschaft"), ExportCell("24.07.2017 – etwa 2020")),),
    )

    name, day = columned(table, WORDS, Setting(10, 0, 80), 230).widths

    assert name < column_need("", ["Wirtschaftsförderungsgesellschaft"], 10, 0).whole
    assert day >= 100


def coverage(*rows):
    heads = ("Titel", "Lizenz", "Zeilen übernommen", "Projekte")
    columns = tuple(ExportColumn(head, ValueKind.NUMBER if at > 1 else ValueKind.TEXT) for at, head in enumerate(heads))
    return ExportTable("", columns, tuple(rows))


def row(title, projects):
    return (
        ExportCell(title, title),
        ExportCell("", ""),
        ExportCell("–"),
        ExportCell(str(projects), projects),
    )


def test_columns_that_say_nothing_are_named_where_there_is_no_room_for_all():
    table = coverage(row("Bericht", 0), row("Plan", 0))

    shown, widths, said = columned(table, WORDS, Setting(10, 8), 120)

    assert [column.header for column in shown.columns] == ["Titel", "Projekte"]
    assert [[cell.text for cell in of] for of in shown.rows] == [["Bericht", "0"], ["Plan", "0"]]
    assert said == "ohne Angabe: Lizenz, Zeilen übernommen"
    assert sum(widths) == pytest.approx(120)


def test_they_stand_there_where_there_is_room():
    table = coverage(row("Bericht", 3))

    assert columned(table, WORDS, Setting(10, 8), 600).table == table
    assert columned(table, WORDS, Setting(10, 8), 600).said == ""


def test_texts_give_way_before_numbers_where_a_slide_has_no_room_for_all_columns():
    columns = (
        ExportColumn("Ende", ValueKind.YEAR),
        ExportColumn("Projekt"),
        ExportColumn("Beteiligte"),
        ExportColumn("Betrag", ValueKind.MONEY),
        ExportColumn("Kippt ohne"),
    )
    cells = ("2026", "Landesgartenschau", "Stadt Quellbach", "2.000 €", "Pressemitteilung")
    table = ExportTable("Enden", columns, (tuple(ExportCell(text, text) for text in cells),))

    wide, narrow = (columned(table, WORDS, Setting(10, 8), room, fewer=True) for room in (320, 215))

    assert [column.header for column in wide.table.columns] == ["Ende", "Projekt", "Beteiligte", "Betrag"]
    assert wide.said == "weitere: Kippt ohne"
    assert [column.header for column in narrow.table.columns] == ["Ende", "Projekt", "Betrag"]
    assert narrow.said == "weitere: Beteiligte, Kippt ohne"
