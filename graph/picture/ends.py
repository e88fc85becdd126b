"""Both ends of the ties of each network that is drawn, as two columns: by them is found what is near."""

from __future__ import annotations

import numpy as np
import pandas as pd

from graph.dataset import Dataset
from graph.expected.backbone import backbone
from graph.pairs import cooperations
from graph.vocabulary import PARTICIPATION_KINDS

DRAWN = (*PARTICIPATION_KINDS, "funds")  # kinds of ties in the picture of everything


def drawn(dataset: Dataset) -> pd.DataFrame:
    """Return the ends of each tie of the picture of everything; several between the same two count each."""
    return dataset.ties.loc[dataset.ties["kind"].isin(DRAWN), ["from_id", "to_id"]]


def of_money(dataset: Dataset) -> pd.DataFrame:
    """Return each funder with each of its recipients once."""
    return dataset.ties.loc[dataset.ties["kind"] == "funds", ["from_id", "to_id"]].drop_duplicates()


def cooperating(dataset: Dataset, rate: float = 0, *, membership: bool = False) -> pd.DataFrame:
    """Return each two actors that cooperate.

    Parameters
    ----------
    dataset
        Checked tables.
    rate
        Only those that share more than chance would make them, see `graph.expected.backbone`; 0 for all.
    membership
        Also members of the same network or body.
    """
    found = cooperations(dataset, membership=membership)
    ids = np.array(found.actors, dtype=object)
    pairs = pd.DataFrame({"actor_a": ids[found.one], "actor_b": ids[found.other]})
    if not rate:
        return pairs
    return pairs.merge(backbone(dataset, rate=rate, membership=membership)[["actor_a", "actor_b"]])
