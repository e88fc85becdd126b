"""Small networks for tests, written out or random."""

import networkx as nx
from hypothesis import strategies as st

WEIGHTS = st.sampled_from([1, 2, 3, 5, 0.5, 1 / 3])
TYPES = st.sampled_from(["Hochschule", "Kommune", "Verein"])


@st.composite
def networks(draw, *, directed=False, max_actors=9, self_ties=False):
    """Networks of up to nine actors with isolates, several components, strengths and types."""
    actors = [f"actor {number}" for number in range(draw(st.integers(0, max_actors)))]
    network = nx.DiGraph() if directed else nx.Graph()
    network.add_nodes_from((actor, {"type": draw(TYPES)}) for actor in actors)
    ends = st.sampled_from(actors) if actors else st.nothing()
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=24)) if actors else []
    for start, end in pairs:
        if self_ties or start != end:
            network.add_edge(start, end, weight=draw(WEIGHTS))
    return network


@st.composite
def two_mode_networks(draw):
    """Up to six actors and six projects, any ties between them."""
    actors = [f"actor {number}" for number in range(draw(st.integers(1, 6)))]
    projects = [f"project {number}" for number in range(draw(st.integers(1, 6)))]
    network = nx.Graph()
    network.add_nodes_from(actors, mode="actor")
    network.add_nodes_from(projects, mode="project")
    pairs = st.tuples(st.sampled_from(actors), st.sampled_from(projects))
    network.add_edges_from(draw(st.lists(pairs, max_size=20)))
    return network


def actors_of_types(*ties, directed=False, **types):
    """Network of ties like ``"ab"`` among actors with one-letter names and given types."""
    network = nx.DiGraph() if directed else nx.Graph()
    network.add_nodes_from((actor, {"type": kind}) for actor, kind in types.items())
    network.add_edges_from(ties)
    return network


def without_self_ties(network):
    """The same network without ties of an actor with itself."""
    bare = network.copy()
    bare.remove_edges_from(list(nx.selfloop_edges(network)))
    return bare
