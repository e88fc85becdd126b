"""Networks of hubs and cliques are as legible as the shipped region: a program makes them and asks for the aims.

Around a hub all lines lead to one element, and in a clique between all of them, so that lines have the least room.
"""

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.picture.drawing import draw
from graph.picture.encoding import Encoding, diameter
from graph.picture.layout import layout
from graph.picture.spread import Arrange
from tests.test_spread import check

NAMES = ("IHK", "Hochschule Musterstadt", "Landratsamt Nordkreis", "Verein zur Förderung e. V.", "Müller GmbH")


@st.composite
def hubs_and_cliques(draw_from):
    """Some hubs with what they are tied to, and cliques; each part is tied to the one before by one line."""
    network = nx.Graph()
    parts = draw_from(st.lists(st.tuples(st.booleans(), st.integers(3, 30)), min_size=1, max_size=4))
    for is_clique, count in parts:
        first = len(network)
        members = [f"a{first + place:03}" for place in range(count)]
        network.add_nodes_from(members)
        network.add_edges_from(
            combinations(members, 2) if is_clique else ((members[0], other) for other in members[1:])
        )
        if first:
            network.add_edge(members[0], f"a{draw_from(st.integers(0, first - 1)):03}")
    for place, node in enumerate(sorted(network)):
        network.nodes[node].update(mode="actor", short_name=f"{NAMES[place % len(NAMES)]} {place}")
    return network


def drawn(network):
    most = max(degree for _, degree in network.degree)
    sizes = {node: diameter(degree, most) for node, degree in network.degree}
    return draw(
        network,
        layout(network),
        Encoding(size={node: float(degree) for node, degree in network.degree}, size_name="partners"),
        arrange=Arrange({node: (size, size) for node, size in sizes.items()}),
    )


@settings(max_examples=20, deadline=None, derandomize=True)
@given(hubs_and_cliques())
def test_what_hubs_and_cliques_tie_together_is_legible(network):
    check(drawn(network))


def test_everybody_tied_to_everybody_is_legible():
    for count in (20, 42, 59, 75, 120):
        network = nx.relabel_nodes(nx.complete_graph(count), lambda place: f"a{place:03}")
        for place, node in enumerate(sorted(network)):
            network.nodes[node].update(mode="actor", short_name=f"{NAMES[place % len(NAMES)]} {place}")

        check(drawn(network))
