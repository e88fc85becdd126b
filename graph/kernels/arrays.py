"""The arrays kernels work on; one type each, so that each kernel is compiled once."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Counts: TypeAlias = NDArray[np.int64]
Vertices: TypeAlias = NDArray[np.int32]  # vertex numbers
Reals: TypeAlias = NDArray[np.float64]
Bits: TypeAlias = NDArray[np.uint64]  # sets of up to 64 sources a word
Flags: TypeAlias = NDArray[np.uint8]


class Ties(NamedTuple):
    """The ties of a network as compressed sparse rows (CSR).

    Attributes
    ----------
    indptr
        Where the row of each vertex starts, and the end of the last row.
    indices
        The neighbours of vertex ``v`` are ``indices[indptr[v] : indptr[v + 1]]``.
    """

    indptr: Counts
    indices: Vertices


class Contacts(NamedTuple):
    """The ties of an undirected network with their weights, the same in both directions.

    Attributes
    ----------
    indptr, indices
        See `Ties`.
    weights
        Positive weight of each tie, in the order of ``indices``.
    loops
        Weight of each vertex's tie with itself, 0 where there is none.
    """

    indptr: Counts
    indices: Vertices
    weights: Reals
    loops: Reals
