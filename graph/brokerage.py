"""Who brokers between which groups: the five roles of Gould and Fernandez.

B brokers between A and C when A is tied to B and B to C, but A not to C. The groups of the three give the role:

==============  ===================  ===================================================
role            groups A > B > C     B stands
==============  ===================  ===================================================
coordinator     own > own > own      between members of its own group
gatekeeper      other > own > own    at the entrance: outsiders reach its group through it
representative  own > own > other    at the exit: its group reaches outsiders through it
itinerant       other > own > other  between members of one other group
liaison         one > own > another  between two groups, belonging to neither
==============  ===================  ===================================================

References
----------
Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks.
Sociological Methodology 19, 89-126.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from graph.errors import UnknownAttributeError
from graph.kernels.arrays import Counts, Reals, Ties, Vertices
from graph.kernels.csr import UNKNOWN, CompactNetwork
from graph.kernels.triads import ALL_DIFFERENT, ALL_OWN, BOTH_OTHER, ONE_OWN, count_roles, open_pairs, tied_by_group
from graph.kernels.triangles import upward
from graph.measures.study import Study, study

ROLES = ("coordinator", "gatekeeper", "representative", "itinerant", "liaison")
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Brokered:
    """A pair of groups an actor brokers between.

    Attributes
    ----------
    sender, receiver
        The groups; in an undirected network in alphabetical order.
    count
        Pairs of actors, one of each group, that only the broker connects in two steps, others besides it included.
    """

    sender: object
    receiver: object
    count: int


def brokerage_table(network: nx.Graph | CompactNetwork | Study, by: str = "type") -> pd.DataFrame:
    """Count the roles of every actor and compare them with chance.

    Parameters
    ----------
    network
        Undirected ties count in both directions, so every open pair of contacts is two two-step paths. Self-ties
        and the strength of ties do not count.
    by
        Node attribute with the group of an actor. An actor without a recorded group can be neither insider nor
        outsider: it takes no part in any count and its row is missing (NaN).

    Returns
    -------
    pd.DataFrame
        Index: node ids, named ``id``. Columns: ``coordinator, gatekeeper, representative, itinerant, liaison,
        total`` with raw counts, then ``<role>_expected`` and ``<role>_z`` for each: mean of networks with the
        same groups and density whose ties are independent, and distance from it in standard deviations; the z-score
        is NaN where chance leaves no room, such as liaisons between two groups.

    Raises
    ------
    UnknownAttributeError
        If no node has the attribute.
    """
    studied = study(network, labels=(by,))
    groups, group = studied.groups(by)
    if not groups and studied.network.size:
        raise UnknownAttributeError(f"no node has the attribute {by!r}")
    known = np.flatnonzero(group != UNKNOWN)
    ties = _among(studied.network.ties, known)
    counts = _count(ties, group[known], directed=studied.network.directed)
    expected, deviation = _moments(ties, group[known], len(groups))
    table = pd.DataFrame(_columns(counts, expected, deviation))
    ids = np.fromiter(studied.network.ids, object, studied.network.size)
    index = pd.Index(ids[known], name="id", tupleize_cols=False)
    whole = pd.Index(ids, name="id", tupleize_cols=False)
    return table.set_axis(index, axis="index").reindex(whole) if len(known) < len(ids) else table.set_axis(index)


def most_brokered(
    network: nx.Graph | CompactNetwork | Study, actors: Sequence[int], by: str = "type"
) -> list[Brokered | None]:
    """Return the first of `brokered_groups` of some actors in an undirected network, without walking it in Python.

    Parameters
    ----------
    network
        Undirected.
    actors
        Their positions in the network.
    by
        Node attribute with the group of an actor.
    """
    studied = study(network, labels=(by,))
    names, group = studied.groups(by)
    ties = studied.network.ties
    return [_most_open(names, _open_by_group(ties, group, actor, len(names))) for actor in actors]


def _open_by_group(ties: Ties, group: Vertices, actor: int, size: int) -> Counts:
    """Count the open pairs of an actor's contacts by the groups of both; zeros below the diagonal."""
    known = ties.indices[ties.indptr[actor] : ties.indptr[actor + 1]]
    known = known[group[known] != UNKNOWN]
    counts = np.bincount(group[known], minlength=size)
    apart = np.outer(counts, counts) - np.diag(counts) - tied_by_group(ties, known, group, size)
    apart[np.diag_indices(size)] //= 2
    return np.triu(apart)


def _most_open(names: Sequence[object], open_pairs: Counts) -> Brokered | None:
    if not open_pairs.any():
        return None
    one, other = divmod(int(np.argmax(open_pairs)), len(names))
    return Brokered(names[one], names[other], int(open_pairs[one, other]))


def brokered_groups(network: nx.Graph, actor: Hashable, by: str = "type") -> tuple[Brokered, ...]:
    """Between which groups an actor brokers, the most frequent pair first.

    Parameters
    ----------
    network
        Directed or not; in an undirected one each open pair of contacts counts once.
    actor
        The actor that stands between others.
    by
        Node attribute with the group of an actor; contacts without one do not count.

    Raises
    ------
    KeyError
        If the actor is not in the network.
    """
    senders = set(network.predecessors(actor) if network.is_directed() else network[actor]) - {actor}
    receivers = set(network[actor]) - {actor}
    groups = {node: network.nodes[node].get(by) or None for node in senders | receivers}
    pairs: Counter[tuple[object, object]] = Counter()
    for sender in senders:
        for receiver in receivers - {sender} - set(network[sender]):
            pairs[groups[sender], groups[receiver]] += 1
    if not network.is_directed():
        pairs = Counter({(a, b): n // 2 if a == b else n for (a, b), n in pairs.items() if str(a) <= str(b)})
    found = [Brokered(a, b, n) for (a, b), n in pairs.items() if a is not None and b is not None]
    return tuple(sorted(found, key=lambda pair: (-pair.count, str(pair.sender), str(pair.receiver))))


def _among(ties: Ties, vertices: Sequence[int] | Counts) -> Ties:
    """Ties among some vertices, numbered anew in their order."""
    if len(vertices) == len(ties.indptr) - 1:
        return ties
    number = np.full(len(ties.indptr) - 1, UNKNOWN, np.int32)
    number[vertices] = np.arange(len(vertices))
    rows = number[np.repeat(np.arange(len(number)), np.diff(ties.indptr))]
    kept = (rows != UNKNOWN) & (number[ties.indices] != UNKNOWN)
    indptr = np.concatenate(([0], np.cumsum(np.bincount(rows[kept], minlength=len(vertices)))))
    return Ties(indptr.astype(np.int64), number[ties.indices[kept]])


def _count(ties: Ties, group: Vertices, *, directed: bool) -> Counts:
    """Count the roles of each actor: shape (n, 5), in the order of `ROLES`."""
    if directed:
        return count_roles(ties, group)
    pairs = open_pairs(upward(ties), ties, group)
    both = (2 * pairs[:, ALL_OWN], pairs[:, ONE_OWN], pairs[:, ONE_OWN], 2 * pairs[:, BOTH_OTHER])
    return np.column_stack((*both, 2 * pairs[:, ALL_DIFFERENT]))


def _columns(counts: Counts, expected: Reals, deviation: Reals) -> dict[str, Counts | Reals]:
    counts = np.column_stack((counts, counts.sum(axis=1)))
    z = np.divide(counts - expected, deviation, out=np.full(expected.shape, np.nan), where=deviation > 0)
    names = (*ROLES, TOTAL)
    table: dict[str, Counts | Reals] = {name: counts[:, i] for i, name in enumerate(names)}
    table |= {f"{name}_expected": expected[:, i] for i, name in enumerate(names)}
    return table | {f"{name}_z": z[:, i] for i, name in enumerate(names)}


def _moments(ties: Ties, group: Vertices, groups: int) -> tuple[Reals, Reals]:
    """Mean and standard deviation of each count for each actor, arrays of shape (n, 6).

    With independent ties of probability d a two-step path without a short cut has probability p = d²(1-d). The
    mean is p times the number of pairs of ends; the variance adds to that of independent pairs the covariance of
    pairs that share an end, d³(1-d)³ for each ordered choice of two.
    """
    size = len(group)
    if size < 2:
        return np.zeros((size, len(ROLES) + 1)), np.zeros((size, len(ROLES) + 1))
    d = len(ties.indices) / (size * (size - 1))
    path, sharing = d**2 * (1 - d), (d * (1 - d)) ** 3
    members = np.bincount(group, minlength=groups).astype(np.float64)
    ends, shared_ends = _choices(members, float(size))
    mean = path * ends
    variance = mean * (1 - path) + sharing * shared_ends
    return mean[group], np.sqrt(np.maximum(variance, 0))[group]


def _choices(members: Reals, size: float) -> tuple[Reals, Reals]:
    """Pairs of ends for a broker of each group, and pairs of such pairs that share an end; shape (groups, 6)."""
    own, others = members - 1, size - members  # besides the broker itself
    squares = (members**2).sum() - members**2
    same_other = (members * (members - 1)).sum() - members * (members - 1)
    same_other_twice = (members * (members - 1) * (members - 2)).sum() - members * (members - 1) * (members - 2)
    across = own * _pairs(others) + others * _pairs(own)
    liaison = 4 * np.array(
        [sum(n * _pairs(size - n - m) for j, n in enumerate(members) if j != i) for i, m in enumerate(members)]
    )
    everyone = np.full(len(members), (size - 1) * (size - 2))
    ends = (own * (own - 1), others * own, others * own, same_other, others**2 - squares, everyone)
    shared = (
        2 * own * (own - 1) * (own - 2),
        2 * across,
        2 * across,
        2 * same_other_twice,
        liaison,
        2 * everyone * (size - 3),
    )
    return np.column_stack(ends), np.column_stack(shared)


def _pairs(count: Reals) -> Reals:
    return count * (count - 1) / 2
