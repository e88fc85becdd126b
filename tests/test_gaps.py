"""Gaps and double structures: field by type, actor by actor, body by body."""

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.answers.actor_matrix import SORTINGS, RowBlock, actor_matrix
from graph.answers.bodies import find_bodies, find_loads, find_overlaps, merge_candidates
from graph.answers.gaps import FIGURES, find_gaps
from graph.projection import cooperation
from tests.small_region import actor, project, region, tie
from tests.strategies import datasets


def hydrogen():
    return region(
        [
            actor("uni", "Hochschule", kompetenzfelder=("Wasserstoff",)),
            actor("firm", "Unternehmen"),
            actor("town", "Kommune", kompetenzfelder=("Mobilität",)),
            actor("ministry", "Land"),
            actor("nameless", "", kompetenzfelder=("Mobilität",)),
            actor("idle", "Verein"),
        ],
        [project("h2", "Wasserstoff"), project("fair")],
        [
            tie("uni", "leads", "h2"),
            tie("firm", "partner", "h2"),
            tie("ministry", "funds", "h2", 500),
            tie("ministry", "funds", "h2", 900, "ceiling"),
            tie("town", "leads", "fair"),
        ],
    )


def test_an_actor_counts_where_it_is_recorded_and_where_it_takes_part_or_funds():
    cells = find_gaps(hydrogen()).cells

    assert cells["Wasserstoff", "Hochschule"].actors == ("uni",)
    assert cells["Wasserstoff", "Unternehmen"].actors == ("firm",)
    assert cells["Wasserstoff", "Land"].actors == ("ministry",)


def test_an_empty_cell_is_not_recorded_and_not_zero():
    gaps = find_gaps(hydrogen())
    cell = gaps.cells["Wasserstoff", "Kommune"]

    assert ("Wasserstoff", "Kommune") in gaps.empty
    assert [figure(cell) for figure in FIGURES.values()] == [None, None, None]


def test_euros_are_those_of_the_projects_and_say_what_they_leave_out():
    cell = find_gaps(hydrogen()).cells["Wasserstoff", "Hochschule"]

    assert (FIGURES["euros"](cell), cell.funded.left_out) == (500, ("ministry>funds>h2#2",))


def test_totals_count_every_project_and_every_euro_once():
    total = find_gaps(hydrogen()).by_field["Wasserstoff"]

    assert (len(total.actors), total.projects, total.funded.amount_eur) == (3, ("h2",), 500)


def test_a_field_with_actors_but_without_projects_has_no_euros():
    cell = find_gaps(hydrogen()).by_field["Mobilität"]

    assert (FIGURES["actors"](cell), FIGURES["projects"](cell), FIGURES["euros"](cell)) == (2, None, None)


def test_what_the_matrix_cannot_show_is_named():
    gaps = find_gaps(hydrogen())

    assert gaps.actors_without_type == ("nameless",)
    assert gaps.actors_without_field == ("idle",)
    assert gaps.projects_without_field == ("fair",)


def test_the_field_with_most_actors_comes_first():
    assert find_gaps(hydrogen()).fields == ("Wasserstoff", "Mobilität")


def test_an_empty_dataset_has_an_empty_matrix():
    gaps = find_gaps(region())

    assert (gaps.fields, gaps.types, gaps.empty, dict(gaps.cells)) == ((), (), (), {})


@given(datasets())
@settings(max_examples=25, deadline=None)
def test_rows_and_columns_hold_exactly_what_their_cells_hold(dataset):
    gaps = find_gaps(dataset)

    for field in gaps.fields:
        in_cells = {a for kind in gaps.types for a in gaps.cells[field, kind].actors}
        assert in_cells == set(gaps.by_field[field].actors) - set(gaps.actors_without_type)
    for kind in gaps.types:
        in_cells = {a for field in gaps.fields for a in gaps.cells[field, kind].actors}
        assert in_cells == set(gaps.by_type[kind].actors)


def test_the_matrix_of_actors_has_blocks_by_type_the_largest_first():
    network = nx.Graph([("b", "a", {"weight": 2})])
    network.add_nodes_from(
        [("a", {"type": "Kommune"}), ("b", {"type": "Verein"}), ("c", {"type": "Verein"}), ("d", {"type": ""})]
    )

    matrix = actor_matrix(network, "type")

    assert matrix.actors == ("b", "c", "a", "d")
    assert matrix.blocks == (RowBlock("Verein", 0, 2), RowBlock("Kommune", 2, 1), RowBlock("", 3, 1))
    assert matrix.cells == ((0, 2, 2),)


def test_names_are_sorted_as_in_a_german_list():
    network = nx.Graph()
    network.add_nodes_from((key, {"name": key}) for key in ("Zebra", "Ärzte", "apfel", "Öl", "Ofen"))

    assert actor_matrix(network, "name").actors == ("apfel", "Ärzte", "Ofen", "Öl", "Zebra")


def test_groups_found_before_order_the_matrix():
    matrix = actor_matrix(nx.empty_graph(["a", "b", "c"]), "group", groups={"c": 1, "a": 1})

    assert (matrix.actors, [block.key for block in matrix.blocks]) == (("a", "c", "b"), ["1", ""])


@given(datasets())
@settings(max_examples=15, deadline=None)
@pytest.mark.parametrize("by", SORTINGS)
def test_a_matrix_holds_every_actor_and_every_cooperation_once(by, dataset):
    network = cooperation(dataset)

    matrix = actor_matrix(network, by)

    assert sorted(matrix.actors) == sorted(network)
    assert {frozenset((matrix.actors[r], matrix.actors[c])) for r, c, _ in matrix.cells} == set(
        map(frozenset, network.edges)
    )
    assert sum(block.size for block in matrix.blocks) == len(network)


def two_boards():
    return region(
        [actor("board-a"), actor("board-b"), actor("quiet")],
        [project("net", kind="Netzwerk"), project("fair", kind="Messe")],
        [tie(x, "member_of", "board-a") for x in "abcd"]
        + [tie(x, "member_of", "board-b") for x in "abc"]
        + [
            tie("a", "leads", "net"),
            tie("e", "partner", "net"),
            tie("a", "leads", "fair"),
            tie("b", "partner", "fair"),
        ],
    )


def test_bodies_are_what_has_members_and_projects_of_a_standing_kind():
    assert [(body.id, body.members) for body in find_bodies(two_boards())] == [
        ("board-a", ("a", "b", "c", "d")),
        ("board-b", ("a", "b", "c")),
        ("net", ("a", "e")),
    ]


def test_overlap_is_the_share_of_common_members():
    overlap = find_overlaps(find_bodies(two_boards()))[0]

    assert (overlap.a, overlap.b, overlap.jaccard, overlap.contained) == ("board-a", "board-b", 0.75, True)
    assert (overlap.common, overlap.only_a) == (("a", "b", "c"), ("d",))


def test_only_large_overlaps_are_hints_for_merging():
    hints = merge_candidates(find_overlaps(find_bodies(two_boards())))

    assert [(hint.a, hint.b) for hint in hints] == [("board-a", "board-b")]


def test_actors_in_more_than_two_bodies_are_found():
    loads = find_loads(find_bodies(two_boards()), more_than=2)

    assert [(load.actor, load.bodies) for load in loads] == [("a", ("board-a", "board-b", "net"))]


def test_without_bodies_there_is_no_overlap_and_no_load():
    assert find_bodies(region()) == find_overlaps([]) == find_loads([]) == merge_candidates([]) == ()
