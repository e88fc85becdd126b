"""Two columns: projects left, actors right, in an order in which few lines cross.

A tie of two actors (a member of a body, a funder of an actor) would run through the column and through everybody that
stands between the two. So who ties others of its column stands above the gap, between the columns, where no other line
passes.

References
----------
Sugiyama, Tagawa & Toda (1981), Methods for visual understanding of hierarchical system structures. IEEE Trans. Syst.
Man Cybern. 11, 109-125 (barycentre method).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import permutations

import networkx as nx

from graph.picture.drawn import DrawnNode
from graph.picture.labels import CANVAS, EDGE, TOOLS
from graph.vocabulary import Mode

MOST = 80  # elements; of more no row can be read
ROW = 30.0  # px at zoom 1 between two elements of a column
GAP = 440.0  # px of the canvas between the columns before names are known, see `graph.picture.widened`
BAND, ABREAST = 58.0, 3  # px at zoom 1 of a row above the gap, and how many stand in it
FEW_ROWS = 3  # of a column, whose elements stand near enough to each other to be tied there
MOST_BETWEEN = 6  # elements above the gap; further ties within a column bend
SWEEPS = 12
HIGH_ROWS, LEAST_EDGE = 28, 9.0  # rows of a column from which the picture is higher, and px that are left above it then

Positions = dict[str, tuple[float, float]]
Order = Callable[[nx.Graph, str], tuple[str, ...]]  # what projects are sorted by


def sides(network: nx.Graph, order: str = "") -> Positions:
    """Places of all elements of a network of actors and projects.

    Who is tied to nobody stands at the end of a column; who ties others of a column stands between both. The same
    network gives the same order.

    Parameters
    ----------
    network
        Actors and projects with ``mode``, and projects with ``kompetenzfelder`` and ``start``.
    order
        Key of `ORDERS` that the projects keep; ``""`` orders both columns for few crossings.
    """
    above = _between(network)
    left, right = _in_order(network, above, ORDERS[order]) if order else _in_few_crossings(network, above)
    return _placed(left, right, above)


def _in_order(network: nx.Graph, above: Sequence[str], key: Order) -> tuple[list[str], list[str]]:
    """Projects in an order of their own, and beside them actors in one that crosses few lines.

    Parameters
    ----------
    network
        The network.
    above
        Who stands above both columns.
    key
        Order of the projects.
    """
    ties, left = _ties(network), _projects(network, above, key)
    right = _by_barycentre(_actors(network, above), [*above, *left], ties)
    return left, _beside_its_own(right, left, ties)


def _projects(network: nx.Graph, above: Sequence[str], key: Order) -> list[str]:
    return sorted(
        (node for node in network if _is_project(network, node) and node not in above),
        key=lambda node: key(network, node),
    )


def _actors(network: nx.Graph, above: Sequence[str]) -> list[str]:
    return sorted(node for node in network if not _is_project(network, node) and node not in above)


def _in_few_crossings(network: nx.Graph, above: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both columns in the order with the fewest crossings of all that the sweeps go through.

    Parameters
    ----------
    network
        The network.
    above
        Who stands above both columns; those that are tied to it are drawn upwards.
    """
    ties = _ties(network)
    left, right = _projects(network, above, _by_field), _actors(network, above)
    best, least = (left, right), _crossings(left, right, ties)
    for _ in range(SWEEPS):
        right = _by_barycentre(right, [*above, *left], ties)
        left = _by_barycentre(left, [*above, *right], ties)
        count = _crossings(left, right, ties)
        if count < least:
            best, least = (left, right), count
    left, right = best
    return left, _beside_its_own(right, left, ties)


def _beside_its_own(column: Sequence[str], other: Sequence[str], ties: Mapping[str, set[str]]) -> list[str]:
    """Order a short column so that few stand between those of it that are tied to each other, then for few crossings.

    Parameters
    ----------
    column, other
        The column, and the other one.
    ties
        Elements that each one is tied to.
    """
    if len(column) > FEW_ROWS or not any(ties[node] & {*column} for node in column):
        return list(column)

    def key(order: list[str]) -> tuple[int, int]:
        between = sum(j - i - 1 for i, a in enumerate(order) for j, b in enumerate(order) if i < j and b in ties[a])
        return between, _crossings(other, order, ties)

    orders = [list(order) for order in permutations(column)]
    return min(orders, key=key)


def _between(network: nx.Graph) -> list[str]:
    """Find who ties others of its column, unless that is short: as few as needed, those with the most ties first."""
    columns = Counter(_is_project(network, node) for node in network)
    left = {
        frozenset((a, b))
        for a, b in network.edges()
        if a != b and _is_project(network, a) == _is_project(network, b) and columns[_is_project(network, a)] > FEW_ROWS
    }
    found: list[str] = []
    while left and len(found) < MOST_BETWEEN:
        counts = Counter(node for pair in left for node in pair)
        most = min(counts, key=lambda node: (-counts[node], -network.degree[node], node))
        found.append(most)
        left = {pair for pair in left if most not in pair}
    return found


def frame(bounds: tuple[float, float, float, float], zoom: float) -> tuple[float, float, float, float]:
    """Part of the drawing that the canvas shows: all of it on a canvas of the usual size, stretched on others.

    Parameters
    ----------
    bounds
        Left, top, right and bottom of all shapes with their names.
    zoom
        px of the canvas for a unit of the drawing.
    """
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    half_w, half_h = (CANVAS[0] - TOOLS) / 2 / zoom, CANVAS[1] / 2 / zoom
    return x - half_w, y - half_h, x + half_w, y + half_h


def zoom_of(nodes: Sequence[DrawnNode], height: float) -> float:
    """Zoom in px of the canvas for a unit of the drawing at which long columns take its full height; 0 for others.

    Parameters
    ----------
    nodes
        Two columns, and who stands between them.
    height
        Height of all that is drawn, in units of the drawing.
    """
    rows = max(Counter(node.x for node in nodes).values(), default=0)
    return (CANVAS[1] - 2 * LEAST_EDGE) / height if rows > HIGH_ROWS else 0.0


def _is_project(network: nx.Graph, node: str) -> bool:
    return bool(network.nodes[node].get("mode") == Mode.PROJECT)


def _by_field(network: nx.Graph, node: str) -> tuple[str, ...]:
    """First field, then start, then id."""
    seen = network.nodes[node]
    fields = seen.get("kompetenzfelder") or ("",)
    return str(fields[0]), str(seen.get("start") or ""), node


def _by_time(network: nx.Graph, node: str) -> tuple[str, ...]:
    """Start as recorded, the earliest first and what has none last, then first field and id."""
    field, start, key = _by_field(network, node)
    return start or _LAST, field, key


_LAST = "~"  # behind every date
ORDERS: Mapping[str, Order] = {"field": _by_field, "time": _by_time}


def _ties(network: nx.Graph) -> dict[str, set[str]]:
    """Elements that each one is tied to."""
    found: dict[str, set[str]] = {node: set() for node in network}
    for a, b in network.edges():
        if a != b:
            found[a].add(b)
            found[b].add(a)
    return found


def _by_barycentre(column: Sequence[str], other: Sequence[str], ties: Mapping[str, set[str]]) -> list[str]:
    """Order a column by the mean place of what each element is tied to; ties keep the order of before."""
    place = {node: index for index, node in enumerate(other)}

    def key(node: str) -> float:
        places = [place[near] for near in ties[node] if near in place]
        return sum(places) / len(places) if places else float("inf")

    return sorted(column, key=key)


def _crossings(left: Sequence[str], right: Sequence[str], ties: Mapping[str, set[str]]) -> int:
    place = {node: index for index, node in enumerate(right)}
    ends = [index for node in left for index in sorted(place[near] for near in ties[node] if near in place)]
    return sum(one > other for index, one in enumerate(ends) for other in ends[index + 1 :])


def _placed(left: Sequence[str], right: Sequence[str], above: Sequence[str]) -> Positions:
    bands = -(-len(above) // ABREAST)
    height = max(len(left), len(right), 1) * ROW
    zoom = min(1.0, (CANVAS[1] - 2 * EDGE) / (height + bands * BAND))
    gap = GAP / zoom
    places = {}
    for column, x in ((left, -gap / 2), (right, gap / 2)):
        for index, node in enumerate(column):
            places[node] = (round(x, 1), round(((index + 0.5) / len(column) - 0.5) * height, 1))
    for index, node in enumerate(above):
        band, place = divmod(index, ABREAST)
        beside = min(ABREAST, len(above) - band * ABREAST)
        across = (place - (beside - 1) / 2) * gap / (ABREAST + 1)
        places[node] = (round(across, 1), round(-height / 2 - (band + 0.5) * BAND, 1))
    return places
