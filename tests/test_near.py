"""What is near an element is found in the tables; it is what a search in the whole network finds."""

from dataclasses import replace
from itertools import product

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ego import reached_from
from graph.picture import scene as scenes
from graph.picture.scene import Network, Scene, network_of
from tests.small_region import actor, project, region, tie

ACTORS, PROJECTS = "abcdef", "pqrs"
REACHES = {"partner": PROJECTS, "leads": PROJECTS, "funds": ACTORS + PROJECTS, "cooperates_with": ACTORS}
TIES = [(a, kind, end) for kind, ends in REACHES.items() for a, end in product(ACTORS, ends)]


def in_whole_network(data, scene, most, few):
    """The plain way: the network of everything, and what a search in it reaches."""
    whole = network_of(data, replace(scene, focus=""))
    undirected = nx.Graph(whole)
    if scene.focus not in whole:
        return whole.subgraph(())
    steps = nx.single_source_shortest_path_length(undirected, scene.focus, scene.distance)
    order = sorted(steps, key=lambda node: (steps[node], -whole.degree(node), node))
    return whole.subgraph(order if len(steps) <= most else order[:few])


def content(network):
    """Nodes and edges with all they carry, whatever the order."""
    edges = [(*sorted((a, b)), repr(sorted(data.items()))) for a, b, data in network.edges(data=True)]
    return dict(network.nodes(data=True)), sorted(edges)


@pytest.mark.parametrize("network", Network)
@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(TIES), max_size=25), st.sampled_from(ACTORS + PROJECTS), st.integers(1, 3), st.booleans()
)
def test_what_is_near_an_element_is_what_the_whole_network_says(network, ties, focus, distance, crowded):
    projects = [project(key, status="approved") for key in PROJECTS]
    data = region([actor(key) for key in ACTORS], projects, [tie(*each) for each in ties])
    scene = Scene(network, focus=focus, distance=distance, counting="fractional")
    most, few = (4, 3) if crowded else (100, 100)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scenes, "MOST_COMPLETE", most)
        patch.setattr(scenes, "STRONGEST", few)
        found = network_of(data, scene)

    assert content(found) == content(in_whole_network(data, scene, most, few))


def test_steps_and_ties_of_what_is_reached_are_counted_whatever_the_direction():
    ends = pd.DataFrame([("a", "b"), ("c", "b"), ("c", "d"), ("b", "a"), ("x", "x")])

    assert reached_from(ends, "a", 2) == {"a": (0, 2), "b": (1, 3), "c": (2, 2)}
    assert reached_from(ends, "nobody", 2) == {"nobody": (0, 0)}


def test_an_amount_for_a_project_elsewhere_is_judged_by_that_project_around_a_funder():
    """An amount that waits for a project says so, also where the picture does not reach the project."""
    projects = [project("p", status="applied")]
    data = region([actor("f"), actor("a")], projects, [tie("f", "funds", "a", 5, within="p")])

    ((_, _, drawn),) = network_of(data, Scene(focus="f")).edges(data=True)

    assert drawn["omission"] == "not_promised"
