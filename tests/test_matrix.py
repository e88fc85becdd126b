"""The matrix on screen: shades, headers that may be broken, cells that have names."""

import pytest

from graph.answers.actor_matrix import densest, shared_projects
from graph.answers.gaps import find_gaps
from graph.projection import cooperation
from tests.small_region import actor, project, region, tie
from views.address.parameters import Query
from views.exhibit.links import exhibit_of, no_state
from views.exhibit.links import view_of as view_of_link
from views.fields import tables
from views.language.words import words
from views.matrix import STEPS, MatrixHeading, Square, packed_headings, step
from views.view import View, selection_of


def view_of(dataset, **asked):
    query = Query(**asked)
    selection, unknown = selection_of(query, dataset)
    return View(query, words(query.lang), dataset, dataset, selection, unknown)


@pytest.fixture
def two_fields():
    return region(
        [actor("hs", "Hochschule"), actor("stadt", "Kommune")],
        [project("lab", "Photonik"), project("bus", "Mobilität")],
        [
            tie("hs", "leads", "lab"),
            tie("stadt", "leads", "bus"),
            tie("stadt", "partner", "lab"),
            tie("bund", "funds", "lab", 1_200_000),
        ],
    )


def test_the_largest_value_has_the_darkest_shade_and_none_has_none():
    assert [step(value, 100) for value in (0, 1, 20, 50, 100)] == [0, 1, 2, 4, STEPS]
    assert step(0, 0) == 0


def test_a_long_header_may_be_broken_where_two_nouns_are_joined_and_after_a_slash():
    names = [MatrixHeading("Forschungseinrichtung"), MatrixHeading("Kammer/Verband"), MatrixHeading("Lhyfe")]

    shown = [text for text, _, _ in packed_headings(names)]

    assert shown == [
        "Forschungs\xadeinrichtung",
        "Kammer/\u200bVerband",
        "Lhyfe",
    ]


def test_a_cell_where_nobody_is_recorded_is_a_dash_without_shade(two_fields):
    view = view_of(two_fields)
    gaps = find_gaps(two_fields)

    grid = tables.competence(view, gaps)

    field, kind = gaps.fields.index("Mobilität"), gaps.types.index("Hochschule")
    assert grid.squares[field, kind] == Square("–", "mobilitaet:hochschule", 0)


def test_sums_stand_last_and_cannot_be_chosen(two_fields):
    grid = tables.competence(view_of(two_fields), find_gaps(two_fields))

    assert (grid.rows[-1].text, grid.columns[-1].text) == ("Summe", "Summe")
    last_row, last_column = len(grid.rows) - 1, len(grid.columns) - 1
    assert all(not s.id for (row, column), s in grid.squares.items() if row == last_row or column == last_column)


def test_an_unknown_amount_is_told_from_nobody_being_recorded(two_fields):
    view = view_of(two_fields, wert="euro")
    gaps = find_gaps(two_fields)

    grid = tables.competence(view, gaps)

    texts = {(row, column): s.text for (row, column), s in grid.squares.items()}
    photonik, mobility = gaps.fields.index("Photonik"), gaps.fields.index("Mobilität")
    university, town = gaps.types.index("Hochschule"), gaps.types.index("Kommune")
    assert texts[photonik, university] == "1,2\xa0Mio.\xa0€"
    assert texts[mobility, town] == "k.\N{NO-BREAK SPACE}A."
    assert texts[mobility, university] == "–"


def test_only_actors_with_partners_are_in_the_matrix_of_actors_the_best_connected_first(two_fields):
    assert set(densest(two_fields, 10).actors["id"]) == {"hs", "stadt"}
    assert set(densest(two_fields, 1).actors["id"]) == {"hs"}


def test_the_list_behind_a_pair_names_the_projects_that_its_number_counts(two_fields):
    network = cooperation(two_fields)

    assert shared_projects(network, "hs", "stadt") == ("lab",)
    assert shared_projects(network, "hs", "bund") == ()


def test_a_pair_has_one_name_whatever_its_order():
    assert tables.pair_id("b", "a") == tables.pair_id("a", "b") == "a>b"


def test_a_matrix_of_the_best_connected_names_all_pairs_in_its_title_and_says_that_its_list_holds_some():
    """One body of 30 around each of five: 125 actors, of whom a page can show 120."""
    members = [f"a{number}" for number in range(125)]
    ties = [tie(member, "partner", f"p{number // 25}") for number, member in enumerate(members)]
    data = region([actor(each) for each in members], [project(f"p{number}") for number in range(5)], ties)

    link = "kompetenzfelder?reiter=akteure"
    made = exhibit_of(view_of_link(data, link, "de", no_state), link)

    assert made.title == "1.500 Paare von Akteuren arbeiten zusammen"
    assert "; gezeigt: 120 Akteure mit den meisten Partnern" in made.tables[0].caption
