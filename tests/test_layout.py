"""Positions: the same in every process, without overlaps, and fixed nodes stay."""

import os
import subprocess
import sys
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from graph.load import load
from graph.picture.encoding import Shape
from graph.picture.labels import Box
from graph.picture.layout import layout
from graph.picture.scene import Network, Scene, drawing_of, network_of, positions_of
from tests.conftest import REPOSITORY

SCENES = {
    "whole": Scene(),
    "cooperation": Scene(network=Network.COOPERATION),
    "funding": Scene(network=Network.FUNDING),
    "around WiRO": Scene(focus="wiro"),
    "around HS Aalen, distance 2": Scene(focus="hochschule-aalen", distance=2),
}


def shape_box(node):
    """Box that a shape fills nearly to its corners."""
    wide, high = {Shape.PROJECT: (1.15, 0.82), Shape.FUNDER: (0.9, 0.9)}.get(node.shape, (0.9, 0.9))
    w, h = wide * node.size / 2, high * node.size / 2
    return Box(node.x - w, node.y - h, node.x + w, node.y + h)


def named(network):
    """Give every node what the builders give it."""
    nx.set_node_attributes(network, {node: {"mode": "actor", "short_name": f"Akteur {node}"} for node in network})
    return network


@pytest.fixture(scope="module")
def region():
    return load(REPOSITORY / "data").dataset


@pytest.fixture(scope="module")
def star_of_five():
    return named(nx.relabel_nodes(nx.star_graph(4), dict(enumerate("abcde"))))


def test_every_node_gets_a_place_and_the_network_is_only_read(star_of_five):
    before = nx.to_dict_of_dicts(star_of_five), dict(star_of_five.nodes(data=True))

    places = layout(star_of_five)

    assert list(places) == ["a", "b", "c", "d", "e"]
    assert (nx.to_dict_of_dicts(star_of_five), dict(star_of_five.nodes(data=True))) == before


def test_an_empty_network_has_no_places():
    assert layout(nx.Graph()) == {}


def test_a_single_node_stands_in_the_middle():
    assert layout(named(nx.Graph([("a", "a")]))) == {"a": (0.0, 0.0)}


def test_the_same_seed_gives_the_same_places_whatever_the_order_of_nodes_and_edges():
    edges = [(f"n{a}", f"n{b}") for a, b in nx.connected_caveman_graph(12, 6).edges]
    forward, backward = named(nx.Graph(edges)), named(nx.Graph([(b, a) for a, b in reversed(edges)]))

    assert layout(forward, seed=4) == layout(backward, seed=4)
    assert layout(forward, seed=4) != layout(forward, seed=5)


def test_another_process_gives_the_same_places():
    """Sets of texts iterate in another order in every process, so the layout must not depend on one."""
    script = (
        "import networkx as nx; from graph.picture.layout import layout;"
        "g = nx.relabel_nodes(nx.connected_caveman_graph(14, 6), str); print(layout(g))"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(results) == 1


@pytest.mark.parametrize("name", SCENES)
def test_no_shape_stands_on_another(region, name):
    drawing = drawing_of(region, region, SCENES[name], positions_of(region, SCENES[name]))

    shapes = [(node, shape_box(node)) for node in drawing.nodes]

    assert [(a.id, b.id) for (a, box), (b, other) in combinations(shapes, 2) if box.meets(other)] == []


@pytest.mark.parametrize("name", SCENES)
def test_the_picture_has_about_the_shape_of_the_canvas(region, name):
    points = np.array(list(layout(network_of(region, SCENES[name]), aspect=1.72).values()))

    width, height = np.ptp(points, axis=0)

    assert 1.3 < width / height < 2.3


def test_groups_stand_together():
    """Of 12 cliques in a ring, nearly all members stand nearer to the middle of their own clique than to others'."""
    places = layout(named(nx.relabel_nodes(nx.connected_caveman_graph(12, 8), lambda n: f"{n:03}")))
    points = np.array(list(places.values())).reshape(12, 8, 2)

    distances = np.linalg.norm(points[:, :, None] - points.mean(axis=1)[None, None], axis=3)

    own = distances.argmin(axis=2) == np.arange(12)[:, None]
    assert own.mean() > 0.85


def test_nodes_without_ties_stand_in_columns_beside_the_picture():
    network = named(nx.relabel_nodes(nx.path_graph(20), lambda n: f"n{n:02}"))
    alone = [f"z{i}" for i in range(9)]
    network.add_nodes_from(alone, mode="actor", type="Verein")

    places = layout(network)

    picture = [x for node, (x, _) in places.items() if node not in alone]
    columns = {places[node][0] for node in alone}
    assert min(columns) > max(picture)
    assert len(columns) < len(alone)


def test_nodes_without_ties_are_sorted_by_kind_and_type():
    network = named(nx.relabel_nodes(nx.path_graph(20), lambda n: f"n{n:02}"))
    network.add_node("a-project", mode="project", kind="Messe")
    network.add_node("b-actor", mode="actor", type="Verein")
    network.add_node("c-actor", mode="actor", type="Hochschule")

    places = layout(network)

    by_place = sorted(["a-project", "b-actor", "c-actor"], key=lambda node: (places[node][0], places[node][1]))
    assert by_place == ["c-actor", "b-actor", "a-project"]


def test_fixed_nodes_never_move_and_a_new_one_stands_near_its_neighbours():
    network = named(nx.Graph([("a", "b"), ("b", "c"), ("c", "new")]))
    known = {"a": (-300.0, 0.0), "b": (0.0, 0.0), "c": (300.0, 50.0)}

    places = layout(network, fixed=known)

    assert {node: places[node] for node in known} == known
    x, y = places["new"]
    assert np.hypot(x - 300, y - 50) < 150


def test_fixed_nodes_that_are_not_in_the_network_are_ignored():
    network = named(nx.Graph([("a", "b")]))

    assert set(layout(network, fixed={"gone": (0.0, 0.0)})) == {"a", "b"}


def test_direction_and_parallel_ties_do_not_matter():
    plain = named(nx.Graph([("a", "b"), ("b", "c")]))
    parallel = named(nx.MultiDiGraph([("b", "a"), ("a", "b"), ("b", "c"), ("b", "c")]))

    assert layout(plain) == layout(parallel)
