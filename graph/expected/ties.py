"""Whether two actors share more or fewer projects than the sizes of both would give by chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.build import participations
from graph.dataset import Dataset, among
from graph.expected.configuration import Model, solve
from graph.kernels.arrays import Counts, Reals
from graph.kernels.tails import pair_tails
from graph.lazy import later
from graph.vocabulary import COOPERATING_KINDS

if TYPE_CHECKING:
    from scipy import sparse
else:
    sparse = later("scipy.sparse")

LEVEL = 0.05  # of chance on each side, below which a number is worth a word
COLUMNS = ("actor_a", "actor_b", "seen", "expected", "p_more", "p_less", "word")


class Word(StrEnum):
    """How a number of shared projects compares with chance."""

    OFTEN = "often"
    AS_EXPECTED = "as_expected"
    SELDOM = "seldom"


class Sharing(NamedTuple):
    """Who takes part where, and what chance would make of it.

    Attributes
    ----------
    actors
        Ids of those who take part in anything, sorted.
    shared
        Upper triangle of the number of projects that two actors share, as a sparse matrix.
    model
        The configuration model of who takes part where; its rows are the actors.
    """

    actors: NDArray[np.object_]
    shared: sparse.coo_array
    model: Model


def expected_ties(dataset: Dataset, *, membership: bool = False) -> pd.DataFrame:
    """Compare the number of projects two actors share with the number that chance would give.

    Chance is the bipartite configuration model (`graph.expected.configuration`): each actor keeps its number of
    projects and each project its number of actors on average. The number of shared projects is then a sum of
    independent coins, whose tails are exact.

    Parameters
    ----------
    dataset
        Checked tables.
    membership
        Count networks and bodies like projects.

    Returns
    -------
    pd.DataFrame
        One row for each pair that shares a project, and for each that shares none although chance would give at least
        one in 95 of 100 cases; sorted by the ids. Columns: ``actor_a`` and ``actor_b``, the smaller id first;
        ``seen`` and ``expected`` numbers of shared projects; ``p_more`` and ``p_less``, the chance of at least and of
        at most the number seen; ``word``, see `Word`.
    """
    sharing = sharing_of(dataset, membership=membership)
    found = [_compared(sharing, *_sharing_pairs(sharing)), _compared(sharing, *_strangers(sharing))]
    return pd.concat(found).sort_values(["actor_a", "actor_b"], ignore_index=True)


def sharing_of(dataset: Dataset, *, membership: bool = False) -> Sharing:
    """Count what every two actors share, and solve the model of chance.

    Parameters
    ----------
    dataset
        Checked tables.
    membership
        Count networks and bodies like projects.
    """
    joined = _joined(dataset, membership)
    actor, actors = pd.factorize(joined["from_id"], sort=True)
    place, places = pd.factorize(joined["to_id"])
    ones = np.ones(len(joined), np.int64)
    matrix = sparse.csr_array((ones, (actor, place)), shape=(len(actors), len(places)))
    shared = sparse.coo_array(sparse.triu(matrix @ matrix.T, k=1))
    return Sharing(np.asarray(actors, dtype=object), shared, solve(matrix.sum(axis=1), matrix.sum(axis=0)))


def word_for(more: float, less: float) -> Word:
    """Word for the tails of a pair; the rarer side decides where both are rare.

    Parameters
    ----------
    more, less
        Chance of at least and of at most the number seen.
    """
    if min(more, less) > LEVEL:
        return Word.AS_EXPECTED
    return Word.OFTEN if more <= less else Word.SELDOM


def between(table: pd.DataFrame) -> Mapping[tuple[str, str], Sequence[object]]:
    """Rows of `expected_ties` by pair, the smaller id first."""
    rows = table.itertuples(index=False)
    return {(str(row.actor_a), str(row.actor_b)): row for row in rows}


def _joined(dataset: Dataset, membership: bool) -> pd.DataFrame:
    """Who takes part where, each pair once; a body is a place like a project."""
    taking_part = participations(dataset)
    joined = [taking_part[taking_part["kind"].isin(COOPERATING_KINDS)]]
    if membership:
        ties = dataset.ties
        joined.append(ties[(ties["kind"] == "member_of") & among(ties["from_id"], dataset.actors["id"])])
    return pd.concat(joined)[["from_id", "to_id"]].drop_duplicates()


def _sharing_pairs(sharing: Sharing) -> tuple[Counts, Counts]:
    shared = sharing.shared
    return np.column_stack([shared.row, shared.col]).astype(np.int64), shared.data.astype(np.int64)


def _strangers(sharing: Sharing) -> tuple[Counts, Counts]:
    """Pairs that share nothing although chance would rarely leave them without a common project."""
    rows, columns, chances = sharing.model
    kinds = np.column_stack(np.triu_indices(len(rows.ties)))
    nothing = pair_tails(chances, columns.sizes, kinds, np.zeros(len(kinds), np.int64))[:, 2] <= LEVEL
    members = [np.flatnonzero(rows.of == kind) for kind in range(len(rows.ties))]
    known = {*zip(sharing.shared.row.tolist(), sharing.shared.col.tolist(), strict=True)}
    pairs = (tuple(sorted((a, b))) for i, j in kinds[nothing] for a in members[i] for b in members[j] if a != b)
    found = sorted({pair for pair in pairs if pair not in known})
    return np.array(found, np.int64).reshape(-1, 2), np.zeros(len(found), np.int64)


def _compared(sharing: Sharing, pairs: Counts, seen: Counts) -> pd.DataFrame:
    """Rows for pairs given by the places of their actors."""
    expected, more, less = tails_between(sharing, pairs, seen).T
    words = [str(word_for(*both)) for both in zip(more, less, strict=True)]
    a, b = sharing.actors[pairs[:, 0]], sharing.actors[pairs[:, 1]]
    return pd.DataFrame(dict(zip(COLUMNS, (a, b, seen, expected, more, less, words), strict=True)))


def tails_between(sharing: Sharing, pairs: Counts, seen: Counts) -> Reals:
    """Compute expected number and both tails of pairs; what is alike is computed once.

    Parameters
    ----------
    sharing
        Who shares what.
    pairs
        Places of both actors in ``sharing.actors``, of shape (pairs, 2).
    seen
        Number of projects each pair shares.

    Returns
    -------
    ndarray
        Of shape (pairs, 3), see `graph.kernels.tails.pair_tails`.
    """
    rows, columns, chances = sharing.model
    kinds = np.column_stack([np.sort(rows.of[pairs], axis=1), seen])
    cases, case = np.unique(kinds, axis=0, return_inverse=True)
    tails = pair_tails(chances, columns.sizes, np.ascontiguousarray(cases[:, :2]), np.ascontiguousarray(cases[:, 2]))
    found: Reals = tails[case.reshape(-1)]
    return found
