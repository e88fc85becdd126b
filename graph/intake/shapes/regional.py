"""A list or network cut to a region: by where its elements are, as far as it says so, or by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.intake.answers import Answers
from graph.intake.networks.web import Edge, Node
from graph.intake.region import Region

OUTSIDE = "outside-region"
_KEYS = ("postcode", "place")


def lies_in(region: Region, places: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one of some places lies in a region, or one of some names is among its organisations.

    Parameters
    ----------
    region
        The region.
    places
        Places or postcodes, as written.
    names
        Names of organisations, as written.
    """
    return any(region.holds(key, text) for text in places for key in _KEYS) or any(
        region.holds("organisation", name) for name in names
    )


def kept_nodes(
    nodes: Sequence[Node], edges: Sequence[Edge], places: Mapping[str, str], answers: Answers
) -> frozenset[str] | None:
    """Return the keys of nodes that stay when a network is cut; ``None`` when it does not say where anything is.

    Parameters
    ----------
    nodes, edges
        The network.
    places
        Key of a node -> where it is, ``""`` when that is not said.
    answers
        The region, and whether what is tied to it stays, too.
    """
    region = answers.region
    if region is None:
        return frozenset(node.key for node in nodes)
    inside = {node.key for node in nodes if lies_in(region, [places[node.key]], [node.label or node.key])}
    if not inside and not any(places.values()):
        return None
    if answers.keep == "region":
        return frozenset(inside)
    ends = ((edge.start, edge.end) for edge in edges)
    return frozenset(inside | {end for pair in ends if inside & set(pair) for end in pair})
