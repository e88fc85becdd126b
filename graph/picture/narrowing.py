"""What of a network is drawn: only what is tied, only the largest part, only strong ties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import networkx as nx


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
    """

    keep: Keep = Keep.ALL
    partners: int = 0
    shared: int = 1
    rate: float = 0.0


EVERYTHING = Narrow()


def narrowed(network: nx.Graph, narrow: Narrow) -> nx.Graph:
    """Return the part of a network that is drawn; the network itself is only read."""
    if narrow == EVERYTHING:
        return network
    made = network.copy()
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
