"""Profiles show the network around, likeness and money by year."""

import pytest

from tests.small_region import actor, project, region, tie
from views.elements import answer, surroundings
from views.elements.likeness import alike
from views.elements.profile_tables import money_by_year
from views.exhibit.links import view_of

NBSP = "\N{NO-BREAK SPACE}"


def asked(data, element, language="de"):
    view = view_of(data, f"steckbrief?id={element}", language)
    return view, answer.profile_of(data, element)


def texts(table):
    return [[getattr(cell, "text", cell) for cell in row] for row in table.rows]


@pytest.fixture
def hub():
    """One actor with thirty projects, a partner in each."""
    return region(
        [actor("hub"), *(actor(f"a{n:02}") for n in range(30))],
        [project(f"p{n:02}") for n in range(30)],
        [tie(one, "partner", f"p{n:02}") for n in range(30) for one in ("hub", f"a{n:02}")],
    )


def test_the_picture_holds_as_many_as_can_be_named_and_says_that_there_are_more(hub):
    view, shown = asked(hub, "hub")
    drawing = surroundings.drawing(view, shown)

    assert len(drawing.nodes) == surroundings.MOST
    assert surroundings.sentence(view, shown, drawing) == (
        "hub hat 30 Partner und wirkt an 30 Projekten mit. Das Bild zeigt die 24 am engsten verbundenen Einträge."
    )


def test_a_picture_that_holds_all_says_nothing_of_more():
    data = region([actor("a"), actor("b")], [project("p")], [tie("a", "leads", "p"), tie("b", "partner", "p")])
    view, shown = asked(data, "a")

    assert surroundings.sentence(view, shown, surroundings.drawing(view, shown)) == (
        "a hat 1 Partner und wirkt an 1 Projekt mit."
    )


def test_who_is_tied_to_nothing_has_no_picture():
    view, shown = asked(region([actor("a")]), "a")

    assert [surroundings.drawing(view, shown), surroundings.exhibit(view, "a")] == [None, None]


def test_what_is_alike_says_what_is_shared():
    data = region(
        [actor("a", "Kommune", kompetenzfelder=("MINT",)), actor("b", "Kommune", kompetenzfelder=("MINT", "Holz"))],
    )

    assert texts(alike(*asked(data, "a"))) == [["b", f"75{NBSP}%", "Kompetenzfeld MINT; Kommune"]]


def test_money_by_year_is_spread_over_the_months_and_has_a_column_for_each_direction():
    data = region(
        [actor("bund"), actor("a")],
        [project("p", start="2024-07", end="2025-06")],
        [tie("bund", "funds", "a", 1200, start="2024-07", end="2025-06"), tie("a", "funds", "p", 100)],
    )
    view, shown = asked(data, "a")
    table = money_by_year(view, shown.money)

    assert [column.header for column in table.columns] == ["Jahr", "erhalten", "vergeben"]
    assert texts(table) == [["2024", f"600{NBSP}€", f"50{NBSP}€"], ["2025", f"600{NBSP}€", f"50{NBSP}€"]]


def test_money_of_one_year_needs_no_list_of_years():
    data = region([actor("bund"), actor("a")], ties=[tie("bund", "funds", "a", 1200, start="2024")])
    view, shown = asked(data, "a")

    assert money_by_year(view, shown.money).rows == ()
