"""What the web page of a view has on paper: two pages, so the last of many tables are left out there and counted."""

from dataclasses import replace

from graph.export import export
from graph.export.html.paper import around_section, on_paper
from graph.export.table import ExportCell, ExportColumn, ExportTable
from tests.exhibits import network_exhibit, portfolio_of


def table_of(name, rows):
    columns = (ExportColumn("Name"), ExportColumn("Ort"))
    return ExportTable(name, columns, tuple((ExportCell(f"Akteur {n}"), ExportCell("Aalen")) for n in range(rows)))


def exhibit_with(tables):
    first, *further = [table_of(f"Tabelle {n}", 9) for n in range(tables)]
    return replace(network_exhibit(), table=first, further=tuple(further))


def test_few_tables_are_all_there_and_of_many_the_first_have_some_rows():
    rows = {
        count: [paper.rows for paper in on_paper(exhibit_with(count), exhibit_with(count).tables, 470.0, ())]
        for count in (1, 3, 20)
    }

    assert rows[1] == [9]
    assert min(rows[3]) >= 3
    assert rows[20][0] >= 3
    assert rows[20][-1] == 0
    assert rows[20] == sorted(rows[20], key=bool, reverse=True)


def test_the_tables_left_out_are_hidden_on_paper_only_and_counted():
    page = export("html", portfolio_of(exhibit_with(20))).content.decode()
    left = page.count('class="scroll beyond"')

    assert left > 0
    assert f"und {left} weitere Tabellen" in page
    assert page.count("<caption>Tabelle ") == 20


def test_head_and_foot_of_the_page_take_room_of_its_first_and_last_section_only():
    three = portfolio_of(exhibit_with(1), exhibit_with(1), exhibit_with(1))

    assert [tuple(map(bool, around_section(three, place))) for place in (1, 2, 3)] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_a_picture_that_has_no_room_below_the_head_of_the_page_leaves_less_for_the_table():
    exhibit = replace(exhibit_with(1), table=table_of("Jahre", 90), picture=None)

    fitting, pushed = (on_paper(exhibit, exhibit.tables, 650.0, (), (head, 0.0))[0].rows for head in (0.0, 200.0))

    assert 3 <= pushed < fitting - 20
