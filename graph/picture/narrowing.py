"""What of a network is drawn: only what is tied, only the largest part, only strong ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from graph.slugs import slug
from graph.vocabulary import Mode


class Keep(StrEnum):
    """Which part of a network is drawn."""

    ALL = ""
    TIED = "tied"  # without elements that are tied to nobody
    LARGEST = "largest"  # the largest connected part


@dataclass(frozen=True, slots=True)
class Narrow:
    """How a network is narrowed; the record without arguments leaves everything in.

    Attributes
    ----------
    keep
        Which part.
    partners
        Elements with fewer ties are left out, together with their ties.
    shared
        Ties of fewer common projects are left out; a tie without a weight counts as one.
    rate
        Only collaborations that are more than chance, at most this share of them by mistake; 0 for all. See
        `graph.expected.backbone`; of other networks nothing is left out.
    between
        Types of actors as in an address (`graph.slugs.slug`): only ties between actors of two different ones, or
        within the one type, and the projects that tie them; everybody else is left out. All when empty.
    """

    keep: Keep = Keep.ALL
    partners: int = 0
    shared: int = 1
    rate: float = 0.0
    between: frozenset[str] = frozenset()


EVERYTHING = Narrow()


def narrowed(network: nx.Graph, narrow: Narrow) -> nx.Graph:
    """Return the part of a network that is drawn; the network itself is only read."""
    if narrow == EVERYTHING:
        return network
    made = network.copy()
    if narrow.between:
        made = _between(made, narrow.between)
    if narrow.shared > 1:
        weak = [edge for edge in made.edges if len(made.edges[edge].get("projects", ())) < narrow.shared]
        made.remove_edges_from(weak)
    if narrow.partners:
        few = [node for node in made if len(set(nx.all_neighbors(made, node)) - {node}) < narrow.partners]
        made.remove_nodes_from(few)
    if narrow.keep is Keep.TIED:
        made.remove_nodes_from([node for node in made if not set(nx.all_neighbors(made, node)) - {node}])
    if narrow.keep is Keep.LARGEST and len(made):
        parts = nx.weakly_connected_components(made) if made.is_directed() else nx.connected_components(made)
        largest = min(parts, key=lambda part: (-len(part), min(part)))
        made.remove_nodes_from(set(made) - largest)
    return made


def _between(network: nx.Graph, types: frozenset[str]) -> nx.Graph:
    """Keep ties between actors of two of these types, or within the one, and what ties them."""
    modes = dict(network.nodes(data="mode", default=Mode.ACTOR))
    of = {node: slug(kind or "") for node, kind in network.nodes(data="type") if modes[node] == Mode.ACTOR}
    actors = [node for node, kind in of.items() if kind in types]
    made = network.subgraph([*actors, *(node for node in network if node not in of)]).copy()
    for node in [node for node in made if node not in of]:
        if not _joins([of[other] for other in set(nx.all_neighbors(made, node)) if other in of], types):
            made.remove_node(node)
    alike = [
        edge for edge in made.edges if edge[0] in of and edge[1] in of and not _joins([of[edge[0]], of[edge[1]]], types)
    ]
    made.remove_edges_from(alike)
    made.remove_nodes_from([node for node in made if not set(nx.all_neighbors(made, node)) - {node}])
    return made


def _joins(kinds: Sequence[str], types: frozenset[str]) -> bool:
    """Whether actors of these types are of two of those asked for, or two of the one."""
    return len(kinds) > 1 if len(types) == 1 else len(set(kinds)) > 1
