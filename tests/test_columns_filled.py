"""Two columns of every shape: all names are written, nothing lies on anything, and the picture is well filled."""

import networkx as nx
import pytest

from graph.picture.encoding import Encoding
from graph.picture.two_columns import in_columns
from tests.test_spread import filled, overlaps, share_through

LONG = "Transformationsnetzwerk der Wirtschaftsförderungsgesellschaft Musterhausen"
SHORT = "Vorhaben"


def drawn(projects, actors, name, ties=2):
    """Draw so many projects, each tied to some of so many actors."""
    network = nx.MultiDiGraph()
    for mode, count in (("project", projects), ("actor", actors)):
        for n in range(count):
            network.add_node(f"{mode}{n:02}", mode=mode, name=f"{name} {n}", short_name=f"{name} {n}")
    for n in range(max(projects, actors) if projects and actors else 0):
        for tie in range(ties):
            network.add_edge(f"actor{(n + tie) % actors:02}", f"project{n % projects:02}")
    return in_columns(network, Encoding())


SHAPES = [(4, 4), (10, 10), (21, 21), (30, 30), (20, 40), (40, 20), (45, 15), (40, 3), (1, 41), (1, 59), (59, 1)]


@pytest.mark.parametrize("name", [LONG, SHORT], ids=["long", "short"])
@pytest.mark.parametrize(("projects", "actors"), [*SHAPES, (0, 42), (0, 60)])
def test_all_names_of_two_columns_are_written_and_nothing_lies_on_anything(projects, actors, name):
    drawing = drawn(projects, actors, name, ties=1 if 1 in (projects, actors) else 2)

    assert [node.id for node in drawing.shown if not node.written] == []
    assert overlaps(drawing) == ([], [], [])
    assert share_through(drawing) == 0


@pytest.mark.parametrize("name", [LONG, SHORT], ids=["long", "short"])
@pytest.mark.parametrize(("projects", "actors"), [(21, 21), (30, 30), (25, 35), (0, 60)])
def test_two_columns_of_about_the_same_length_fill_their_picture(projects, actors, name):
    assert filled(drawn(projects, actors, name)) >= 0.75


def test_every_second_name_stands_inside_where_rows_are_lower_than_a_name():
    sides = [node.beside.side for node in sorted(drawn(10, 40, SHORT).nodes, key=lambda n: n.y) if node.x > 0]

    assert sides[:4] == [1, -1, 1, -1]


def test_a_name_too_long_for_its_row_is_cut():
    lines = {node.written.lines for node in drawn(30, 30, LONG).nodes}

    assert all(len(line) <= 58 for (line,) in lines)
    assert any(line.endswith("…") for (line,) in lines)
