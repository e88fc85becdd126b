"""Core and periphery: who belongs to the densely tied middle.

References
----------
Borgatti & Everett (2000), Models of core/periphery structures. Social Networks 21, 375-395.
Lip (2011), A fast algorithm for the discrete core/periphery bipartitioning problem. arXiv:1102.5511.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.kernels.csr import CompactNetwork
from graph.measures.study import Study, study


@dataclass(frozen=True, slots=True)
class CorePeriphery:
    """The best division into a core where all know each other and a periphery where nobody does.

    Attributes
    ----------
    core
        Actors in the core of every best division, in the order of the network.
    undecided
        Actors with equally many ties who compete for the last places in the core: the ties do not tell which of
        them belong there.
    places
        How many of them do.
    misfits
        Ties missing in the core and ties present in the periphery, the fewest possible.
    pairs
        Pairs of actors that the division says something about: all but those between core and periphery.
    """

    core: tuple[Hashable, ...]
    undecided: tuple[Hashable, ...]
    places: int
    misfits: int
    pairs: int

    @property
    def size(self) -> int:
        """Number of actors in the core."""
        return len(self.core) + self.places

    @property
    def fit(self) -> float | None:
        """Share of the pairs that are as the ideal has them; ``None`` without pairs."""
        return 1 - self.misfits / self.pairs if self.pairs else None


def core_periphery(network: nx.Graph | CompactNetwork | Study) -> CorePeriphery:
    """Find the smallest core with the fewest ties missing inside and present outside; exact.

    With k actors in the core the number of misfits is k(k-1)/2 + all ties - the ties of the k actors. So the k
    actors with most ties are the best choice, and the next one improves it as long as it has more than k ties.
    Direction, strength and self-ties do not count.
    """
    studied = study(network)
    ids, ties = studied.network.ids, np.diff(studied.undirected.indptr)
    n = len(ties)
    falling = np.sort(ties)[::-1]
    k = int(np.count_nonzero(falling > np.arange(n)))
    last = falling[k - 1] if k else np.iinfo(np.int64).max
    shared = k < n and bool(falling[k] == last)
    core = np.flatnonzero(ties > last if shared else ties >= last)
    undecided = np.flatnonzero(ties == last) if shared else ()
    return CorePeriphery(
        core=tuple(ids[v] for v in core),
        undecided=tuple(ids[v] for v in undecided),
        places=k - len(core),
        misfits=k * (k - 1) // 2 + int(ties.sum()) // 2 - int(falling[:k].sum()),
        pairs=k * (k - 1) // 2 + (n - k) * (n - k - 1) // 2,
    )
