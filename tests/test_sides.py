"""Two columns with few crossings, and networks narrowed to what is strong or tied."""

import networkx as nx
import pytest

from graph.load import load
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.narrowing import Keep, Narrow, narrowed
from graph.picture.scene import Scene, drawing_of, positions_of
from graph.picture.sides import sides
from graph.picture.widened import widened
from graph.selection import Selection, select
from tests.conftest import REPOSITORY
from tests.test_spread import filled, overlaps, share_through


def two_mode(*ties):
    network = nx.MultiDiGraph(ties)
    for node in network:
        network.nodes[node]["mode"] = "project" if node.startswith("p") else "actor"
    return network


def test_projects_stand_left_and_actors_right_in_even_rows():
    places = sides(two_mode(("a", "p1"), ("b", "p1"), ("b", "p2")))

    assert places["p1"][0] == places["p2"][0] < 0 < places["a"][0] == places["b"][0]
    assert len({y for _, y in (places["a"], places["b"])}) == 2


def test_lines_that_need_not_cross_do_not():
    places = sides(two_mode(("a", "p3"), ("b", "p2"), ("c", "p1")))

    order = [sorted("abc", key=lambda n: places[n][1]), sorted(("p1", "p2", "p3"), key=lambda n: places[n][1])]
    assert [{"a": "p3", "b": "p2", "c": "p1"}[actor] for actor in order[0]] == order[1]


@pytest.mark.parametrize(
    ("order", "left"), [("", ["p3", "p1", "p2"]), ("field", ["p3", "p1", "p2"]), ("time", ["p2", "p3", "p1"])]
)
def test_projects_keep_the_order_that_is_asked_for(order, left):
    network = two_mode(("a", "p1"), ("b", "p2"), ("c", "p3"))
    for node, field, start in (("p1", "Kunst", ""), ("p2", "MINT", "2019-05"), ("p3", "Holz", "2021")):
        network.nodes[node].update(kompetenzfelder=(field,), start=start)
    places = sides(network, order)

    assert sorted(("p1", "p2", "p3"), key=lambda node: places[node][1]) == left
    assert places["b"][1] == places["p2"][1]


def test_everybody_has_a_place_without_ties_too():
    network = two_mode(("a", "p1"))
    network.add_node("z", mode="actor")

    assert set(sides(network)) == {"a", "p1", "z"}


def test_a_view_in_columns_names_everything_outside_the_columns():
    data = load(REPOSITORY / "data").dataset
    part = select(data, Selection(kompetenzfelder={"Holz und Papier"}))

    drawing = drawing_of(data, part, Scene(columns=True), positions_of(data, Scene()))

    assert drawing.columns
    assert all(node.written for node in drawing.nodes)
    assert overlaps(drawing) == ([], [], [])


def test_who_ties_others_of_a_column_stands_above_the_gap():
    network = two_mode(("a", "p1"), ("b", "p2"), ("c", "p3"), ("a", "body"), ("c", "body"), ("body", "p3"))

    places = sides(network)

    assert places["p1"][0] < places["body"][0] < places["a"][0]
    assert places["body"][1] < min(y for node, (_, y) in places.items() if node != "body")


def test_in_a_column_of_three_who_ties_the_others_stands_between_them():
    places = sides(two_mode(("a", "p1"), ("b", "p2"), ("c", "p3"), ("c", "a"), ("c", "b")))

    right = sorted((y, node) for node, (x, y) in places.items() if x > 0)
    assert [node for _, node in right] in (["a", "c", "b"], ["b", "c", "a"])


@pytest.mark.parametrize("field", ["Automotive", "Wasserstoff", "Fachkräfte", "Neue Materialien", "Holz und Papier"])
def test_lines_between_columns_run_through_nobody(field):
    data = load(REPOSITORY / "data").dataset
    part = select(data, Selection(kompetenzfelder={field}))

    drawing = drawing_of(data, part, Scene(columns=True), {})

    assert drawing.columns
    assert share_through(drawing) <= 0.05
    assert overlaps(drawing) == ([], [], [])
    assert filled(drawing) >= min(0.75, 1.5 * len(drawing.shown) / 84)


def in_columns(projects, actors):
    """Draw so many projects with long names, each tied to one of so many actors."""
    network = two_mode(*((f"a{n % actors:02}", f"p{n:02}") for n in range(projects)))
    for node in network:
        network.nodes[node].update(name=f"Gemeinsames Vorhaben der Region {node}", short_name=f"Vorhaben {node}")
    drawn = draw(network, sides(network), Encoding())
    nodes, _ = widened(drawn.nodes, drawn.zoom)
    return nodes


def test_names_of_columns_are_written_in_full_outside_where_rows_have_room():
    nodes = in_columns(6, 3)

    assert {node.beside.side for node in nodes if node.mode == "project"} == {-1}
    assert {node.beside.side for node in nodes if node.mode == "actor"} == {1}
    assert nodes[0].beside.lines == ("Gemeinsames Vorhaben der", "Region a00")


def test_names_of_long_columns_are_short():
    assert {len(node.beside.lines) for node in in_columns(40, 30)} == {1}
    assert {node.beside.lines[0] for node in in_columns(40, 30)} >= {"Vorhaben p00", "Vorhaben a29"}


RING = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "e")])
RING.add_node("z")


@pytest.mark.parametrize(
    ("narrow", "left"),
    [
        (Narrow(), {"a", "b", "c", "d", "e", "z"}),
        (Narrow(Keep.TIED), {"a", "b", "c", "d", "e"}),
        (Narrow(Keep.LARGEST), {"a", "b", "c"}),
        (Narrow(partners=2), {"a", "b", "c"}),
    ],
)
def test_a_network_is_narrowed(narrow, left):
    assert set(narrowed(RING, narrow)) == left
    assert set(RING) == {"a", "b", "c", "d", "e", "z"}


def test_collaborations_of_few_projects_are_left_out():
    network = nx.Graph()
    network.add_edge("a", "b", projects=("p1", "p2"))
    network.add_edge("b", "c", projects=("p1",))

    assert list(narrowed(network, Narrow(Keep.TIED, shared=2))) == ["a", "b"]


def typed(**kinds):
    """Actors by id with their type."""
    network = nx.MultiDiGraph()
    for actor, kind in kinds.items():
        network.add_node(actor, mode="actor", type=kind)
    return network


def test_only_projects_that_tie_two_types_are_left_with_their_actors():
    network = typed(uni="Hochschule", stadt="Kommune", ort="Kommune", firma="Unternehmen")
    for project, actors in {"p": ("uni", "stadt", "firma"), "q": ("stadt", "ort"), "r": ("uni",)}.items():
        network.add_node(project, mode="project")
        network.add_edges_from((actor, project) for actor in actors)

    assert set(narrowed(network, Narrow(between=frozenset({"hochschule", "kommune"})))) == {"uni", "stadt", "p"}
    assert set(narrowed(network, Narrow(between=frozenset({"kommune"})))) == {"stadt", "ort", "q"}
    assert len(network) == 7


def test_only_collaborations_between_two_types_are_left():
    network = nx.Graph(typed(uni="Hochschule", stadt="Kommune", ort="Kommune"))
    network.add_edges_from([("uni", "stadt"), ("stadt", "ort")])

    assert list(narrowed(network, Narrow(between=frozenset({"hochschule", "kommune"}))).edges) == [("uni", "stadt")]
    assert list(narrowed(network, Narrow(between=frozenset({"kommune"}))).edges) == [("stadt", "ort")]


def test_columns_are_stretched_to_the_canvas_as_other_arrangements_are():
    data = load(REPOSITORY / "data").dataset
    part = select(data, Selection(kompetenzfelder={"Holz und Papier"}))

    drawing = drawing_of(data, part, Scene(columns=True), {})
    left, top, right, bottom = drawing.frame

    assert (right - left) / (bottom - top) == pytest.approx(988 / 600)
    assert all(left < node.x < right and top < node.y < bottom for node in drawing.nodes)
