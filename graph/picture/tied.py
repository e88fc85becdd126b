"""Who is tied to whom as arrays, for the kernels that arrange a picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.kernels.arrays import Counts, Flags, Ties
from graph.picture.drawn import DrawnEdge, DrawnNode


def pairs_of(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge]) -> Counts:
    """Lines as sorted pairs of places in ``nodes``, each once."""
    place = {node.id: index for index, node in enumerate(nodes)}
    ends = ((place[edge.source], place[edge.target]) for edge in edges if edge.source in place and edge.target in place)
    pairs = sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})
    return np.array(pairs, np.int64).reshape(-1, 2)


def ties_of(n: int, lines: Counts) -> Ties:
    """Neighbours of each node as compressed rows."""
    both = np.concatenate([lines, lines[:, ::-1]])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    return Ties(_starts(both[:, 0], n), both[:, 1].astype(np.int32))


def matrix_of(n: int, lines: Counts, *, dense: bool) -> Flags:
    """Whether two are tied, in dense networks; of others nothing.

    Parameters
    ----------
    n
        Number of nodes.
    lines
        Pairs of tied nodes, shape (m, 2).
    dense
        Whether many are tied to each other.

    Returns
    -------
    ndarray
        Shape (n, n), or (0, 0).
    """
    made = np.zeros((n, n) if dense else (0, 0), np.uint8)
    if dense:
        made[lines[:, 0], lines[:, 1]] = made[lines[:, 1], lines[:, 0]] = 1
    return made


def rows_of_lines(n: int, lines: Counts) -> tuple[Counts, Counts]:
    """Lines of each node as compressed rows."""
    ends = np.concatenate([lines[:, 0], lines[:, 1]])
    numbers = np.concatenate([np.arange(len(lines)), np.arange(len(lines))])
    order = np.lexsort((numbers, ends))
    return _starts(ends, n), numbers[order].astype(np.int64)


def _starts(ends: Counts, n: int) -> Counts:
    return np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=n))]).astype(np.int64)
