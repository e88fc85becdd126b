"""The backbone of a network: the ties that are more than the sizes of their ends, false ones held down by a rate.

References
----------
Benjamini & Hochberg (1995), Controlling the false discovery rate. J. R. Stat. Soc. B 57, 289-300. Saracco et al.
(2017), Inferring monopartite projections of bipartite networks: an entropy-based approach. New J. Phys. 19, 053022.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from graph.dataset import Dataset
from graph.expected.ties import sharing_of, tails_between
from graph.kernels.arrays import Reals

LEAST_ACTORS = 1000  # below it nearly nothing survives, so that a backbone would empty the picture


def backbone(dataset: Dataset, *, rate: float = 0.05, membership: bool = False) -> pd.DataFrame:
    """Keep the pairs of actors that share so many projects that at most a few of those kept owe it to chance.

    All pairs of actors that take part in a project are tested at once, those that share nothing included.

    Parameters
    ----------
    dataset
        Checked tables.
    rate
        Largest expected share of pairs kept by mistake, between 0 and 1.
    membership
        Count networks and bodies like projects.

    Returns
    -------
    pd.DataFrame
        The kept pairs, sorted by the ids: ``actor_a, actor_b, seen, expected, p_more``. ``attrs`` hold the ``rate``,
        the number of pairs ``tested`` and the largest ``p_more`` that is kept, ``threshold`` (0 when none is).
    """
    sharing = sharing_of(dataset, membership=membership)
    pairs = np.column_stack([sharing.shared.row, sharing.shared.col]).astype(np.int64)
    seen = sharing.shared.data.astype(np.int64)
    expected, more, _ = tails_between(sharing, pairs, seen).T
    tested = len(sharing.actors) * (len(sharing.actors) - 1) // 2
    limit = threshold(more, tested, rate)
    kept = more <= limit
    a, b = (sharing.actors[pairs[kept, side]] for side in (0, 1))
    table = pd.DataFrame(
        {"actor_a": a, "actor_b": b, "seen": seen[kept], "expected": expected[kept], "p_more": more[kept]}
    ).sort_values(["actor_a", "actor_b"], ignore_index=True)
    table.attrs.update(rate=rate, tested=tested, threshold=limit)
    return table


def threshold(chances: Reals, tested: int, rate: float) -> float:
    """Largest chance that the procedure of Benjamini and Hochberg keeps; 0 when it keeps none.

    Parameters
    ----------
    chances
        The smallest ones of those tested.
    tested
        Number of all tests; those not given have a chance of 1.
    rate
        Expected share of mistakes among those kept.
    """
    ordered = np.sort(chances)
    fitting = np.flatnonzero(ordered <= rate * np.arange(1, len(ordered) + 1) / max(tested, 1))
    return float(ordered[fitting[-1]]) if len(fitting) else 0.0
