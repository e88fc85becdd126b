"""Networks as frozen arrays: what kernels read, made once per network."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.errors import UnusableWeightError
from graph.kernels.arrays import Contacts, Counts, Reals, Ties, Vertices
from graph.lazy import later

sp = later("scipy.sparse")

LABELS = ("type", "mode", "location")
UNKNOWN = -1

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class CompactNetwork:
    """A network as read-only arrays in the order of its nodes.

    Attributes
    ----------
    ids
        Node ids; vertex ``v`` of the arrays is ``ids[v]``.
    directed
        Whether a tie leads from its row to its column only; an undirected tie stands in both rows.
    indptr, indices, weights
        Ties as compressed sparse rows, without self-ties.
    loops
        Weight of each node's tie with itself, NaN where there is none.
    labels
        Node attributes taken along: name -> value of each node, ``None`` where it has none.
    """

    ids: tuple[Hashable, ...]
    directed: bool
    indptr: Counts
    indices: Vertices
    weights: Reals
    loops: Reals
    labels: Mapping[str, tuple[object, ...]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Number of nodes."""
        return len(self.ids)

    @property
    def ties(self) -> Ties:
        """The ties as kernels take them."""
        return Ties(self.indptr, self.indices)

    @property
    def rows(self) -> Vertices:
        """Vertex each entry of ``indices`` belongs to."""
        return np.repeat(np.arange(self.size, dtype=np.int32), np.diff(self.indptr))


def compact(
    network: nx.Graph | CompactNetwork, *, weight: str = "weight", labels: Collection[str] = LABELS
) -> CompactNetwork:
    """Turn a network into arrays.

    Parameters
    ----------
    network
        Directed or not. Parallel ties of a multigraph become one tie with the sum of their weights.
    weight
        Edge attribute with the strength of a tie; ties without it have strength 1.
    labels
        Node attributes to take along.

    Raises
    ------
    UnusableWeightError
        If a weight is negative, infinite or not a number.
    """
    if isinstance(network, CompactNetwork):
        return network
    ids = tuple(network)
    vertex = {node: v for v, node in enumerate(ids)}
    edges = list(network.edges(data=weight, default=1))
    start = np.fromiter((vertex[u] for u, _, _ in edges), np.int32, len(edges))
    end = np.fromiter((vertex[v] for _, v, _ in edges), np.int32, len(edges))
    return from_ties(
        ids,
        (start, end, _weights(edges)),
        directed=network.is_directed(),
        labels={name: tuple(value for _, value in network.nodes(data=name)) for name in labels},
    )


def from_ties(
    ids: tuple[Hashable, ...],
    ties: tuple[Vertices, Vertices, Reals],
    *,
    directed: bool,
    labels: Mapping[str, tuple[object, ...]] | None = None,
) -> CompactNetwork:
    """Make a network of start, end and weight of each tie; ties named twice are added up.

    Parameters
    ----------
    ids
        Ids of the vertices by their number.
    ties
        Both ends and the length of each tie.
    directed
        Whether ties have a direction.
    labels
        Further facts of the vertices, by name.
    """
    start, end, weights = ties
    own = start == end
    loops = np.full(len(ids), np.nan)
    loops[start[own]] = 0.0
    np.add.at(loops, start[own], weights[own])
    start, end, weights = start[~own], end[~own], weights[~own]
    if not directed:
        start, end, weights = (np.concatenate(both) for both in ((start, end), (end, start), (weights, weights)))
    rows = sp.coo_array((weights, (start, end)), shape=(len(ids), len(ids))).tocsr()
    return CompactNetwork(
        ids,
        directed,
        frozen(rows.indptr.astype(np.int64)),
        frozen(rows.indices.astype(np.int32)),
        frozen(rows.data),
        frozen(loops),
        MappingProxyType(dict(labels or {})),
    )


def contacts(network: CompactNetwork, *, weighted: bool) -> Contacts:
    """Ties regardless of direction with their mutual weight, weightless ones left out.

    The mutual weight of a directed pair is the sum of both directions, as in NetworkX's structural holes.
    """
    weights = network.weights if weighted else np.ones(len(network.indices))
    loops = np.nan_to_num(network.loops) if weighted else (~np.isnan(network.loops)).astype(np.float64)
    if not network.directed and weights.all():
        return Contacts(network.indptr, network.indices, frozen(weights), frozen(loops))
    rows = sp.csr_array((weights, network.indices, network.indptr), shape=(network.size, network.size), copy=True)
    if network.directed:
        rows, loops = (rows + rows.T).tocsr(), 2 * loops
    rows.eliminate_zeros()
    return Contacts(
        frozen(rows.indptr.astype(np.int64)), frozen(rows.indices.astype(np.int32)), frozen(rows.data), frozen(loops)
    )


def both_directions(network: CompactNetwork) -> Ties:
    """Ties out and ties in of each vertex; neighbours tied in both directions stand twice in its row."""
    if not network.directed:
        return network.ties
    start = np.concatenate((network.rows, network.indices))
    end = np.concatenate((network.indices, network.rows))
    indptr = np.concatenate(([0], np.cumsum(np.bincount(start, minlength=network.size))))
    return Ties(frozen(indptr.astype(np.int64)), frozen(end[np.argsort(start, kind="stable")]))


def groups(network: CompactNetwork, by: str) -> tuple[tuple[object, ...], Vertices]:
    """Sort nodes into groups by the value of a node attribute.

    Returns
    -------
    tuple
        The values, sorted as text, and the number of each node's value; `UNKNOWN` where nothing is recorded.
    """
    values = network.labels.get(by, (None,) * network.size)
    known = sorted({value for value in values if is_recorded(value)}, key=lambda value: (str(value), repr(value)))
    number = {value: i for i, value in enumerate(known)}
    codes = (number[value] if is_recorded(value) else UNKNOWN for value in values)
    return tuple(known), frozen(np.fromiter(codes, np.int32, network.size))


def is_recorded(value: object) -> bool:
    """Whether an attribute says anything: not ``None``, not empty, not NaN."""
    return value not in (None, "") and not (isinstance(value, float) and np.isnan(value))


def frozen(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """Make an array read-only; kernels are compiled for read-only input once."""
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array


def _weights(edges: Iterable[tuple[Any, Any, Any]]) -> Reals:
    return np.array([_weight(u, v, weight) for u, v, weight in edges], dtype=np.float64)


def _weight(u: object, v: object, weight: Any) -> float:  # noqa: ANN401 - whatever the graph holds
    try:
        number = float(weight)
    except (TypeError, ValueError):
        number = np.nan
    if not 0 <= number < np.inf:
        raise UnusableWeightError(f"tie {u!r} - {v!r} has weight {weight!r}, which is not a number from 0 upwards")
    return number
