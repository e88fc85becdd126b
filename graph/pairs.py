"""Which actors cooperate, as columns: all pairs of a large region in a second, without a graph object."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.build import STRONGEST_FIRST, participations
from graph.dataset import Dataset, among
from graph.kernels.arrays import Counts
from graph.kernels.csr import CompactNetwork, from_ties
from graph.vocabulary import COOPERATING_KINDS, Mode

_UNSUPPORTED = len(STRONGEST_FIRST)  # weaker than any certainty


@dataclass(frozen=True, eq=False)
class _Joint:
    """What makes pairs of actors: one row for each pair and each project or body that both are in.

    Attributes
    ----------
    pairs
        Number of the pair, ``one * actors + other``.
    elements
        Position of the project or body in ``names``; -1 where the two are said to cooperate.
    sizes
        Number of cooperating actors in it.
    certainties
        Position in `STRONGEST_FIRST`.
    names
        Ids of projects or bodies.
    """

    pairs: Counts
    elements: Counts
    sizes: Counts
    certainties: Counts
    names: Sequence[str]


@dataclass(frozen=True, eq=False)
class Cooperations:
    """All pairs of actors that cooperate, each once, in the order of their ids.

    Attributes
    ----------
    actors
        Ids of all actors, sorted.
    one, other
        Positions in ``actors`` of the two, ``one`` before ``other``; shape (pairs,).
    projects, bodies
        How many projects and bodies they share.
    declared
        Whether the data say so directly.
    certainties
        Position in `graph.build.STRONGEST_FIRST` of the best supported statement.
    by_project, by_body
        Where each pair's rows begin in `shared_projects` and `shared_bodies`; shape (pairs + 1,).
    shared_projects, shared_bodies
        Ids, and for projects the number of cooperating actors in each, in the order of the data.
    """

    actors: tuple[str, ...]
    one: Counts
    other: Counts
    declared: NDArray[np.bool_]
    certainties: Counts
    by_project: Counts
    by_body: Counts
    shared_projects: tuple[Sequence[str], Sequence[int]]
    shared_bodies: Sequence[str]

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.one)

    @property
    def projects(self) -> Counts:
        """Number of projects each pair shares."""
        return np.diff(self.by_project)

    @property
    def bodies(self) -> Counts:
        """Number of bodies each pair shares."""
        return np.diff(self.by_body)

    @cached_property
    def partners(self) -> Mapping[str, int]:
        """Number of partners of each actor, by id."""
        counted = np.bincount(np.concatenate((self.one, self.other)), minlength=len(self.actors))
        return dict(zip(self.actors, counted.tolist(), strict=True))

    @cached_property
    def best_connected(self) -> tuple[str, ...]:
        """Ids of all actors, those with most partners first."""
        return tuple(sorted(self.partners, key=lambda actor: (-self.partners[actor], actor)))

    def certainty_counts(self) -> Mapping[str, int]:
        """Return how many pairs are how certain."""
        counted = np.bincount(self.certainties, minlength=len(STRONGEST_FIRST)).tolist()
        return dict(zip(map(str, STRONGEST_FIRST), counted, strict=True))

    def among(self, actors: Collection[str]) -> Cooperations:
        """Return the pairs of which both are some actors, with all that makes them."""
        inside = np.fromiter((actor in actors for actor in self.actors), np.bool_, len(self.actors))
        kept = inside[self.one] & inside[self.other]
        by_project, of_projects = _kept_rows(self.by_project, kept)
        by_body, of_bodies = _kept_rows(self.by_body, kept)
        projects, sizes = self.shared_projects
        return replace(
            self,
            one=self.one[kept],
            other=self.other[kept],
            declared=self.declared[kept],
            certainties=self.certainties[kept],
            by_project=by_project,
            by_body=by_body,
            shared_projects=([*compress(projects, of_projects)], [*compress(sizes, of_projects)]),
            shared_bodies=[*compress(self.shared_bodies, of_bodies)],
        )

    def sharing(self, projects: Collection[str]) -> NDArray[np.bool_]:
        """Tell which pairs share at least one of some projects."""
        wanted = np.fromiter((each in projects for each in self.shared_projects[0]), np.int64)
        counted = np.append(0, np.cumsum(wanted))
        shared: NDArray[np.bool_] = counted[self.by_project[1:]] > counted[self.by_project[:-1]]
        return shared

    def ends(self) -> Iterator[tuple[str, str]]:
        """Yield the two ids of each pair."""
        ids = self.actors
        return ((ids[a], ids[b]) for a, b in zip(self.one.tolist(), self.other.tolist(), strict=True))


def cooperations(dataset: Dataset, *, membership: bool = False) -> Cooperations:
    """Find the pairs of actors that `graph.projection.cooperation` ties.

    Parameters
    ----------
    dataset
        Checked tables.
    membership
        Also pair members of the same network or body.
    """
    return dataset.once(_with_bodies if membership else _without_bodies)


def _with_bodies(dataset: Dataset) -> Cooperations:
    return _found(dataset, membership=True)


def _without_bodies(dataset: Dataset) -> Cooperations:
    return _found(dataset, membership=False)


def _found(dataset: Dataset, *, membership: bool) -> Cooperations:
    actors = tuple(sorted({*dataset.actors["id"].tolist()}))
    index = pd.Index(actors, dtype=object)
    taking_part = participations(dataset)
    projects = _joint(taking_part[taking_part["kind"].isin(COOPERATING_KINDS)], index)
    bodies = _joint(_of_kind(dataset, index, "member_of") if membership else dataset.ties[:0], index)
    declared = _declared(_of_kind(dataset, index, "cooperates_with"), index)
    return _gathered(actors, projects, bodies, declared)


def compact_pairs(dataset: Dataset) -> CompactNetwork:
    """Return `graph.projection.cooperation`, counted in full, as arrays: all that measures read of it."""
    return dataset.once(_compact)


def _compact(dataset: Dataset) -> CompactNetwork:
    found, actors = cooperations(dataset), dataset.actors
    vertices = pd.Index(actors["id"], dtype=object).get_indexer(pd.Index(found.actors, dtype=object)).astype(np.int32)
    labels = {name: tuple(actors[name].tolist()) for name in ("type", "location")}
    return from_ties(
        tuple(actors["id"].tolist()),
        (vertices[found.one], vertices[found.other], np.maximum(found.projects, 1).astype(np.float64)),
        directed=False,
        labels={**labels, "mode": (str(Mode.ACTOR),) * len(actors)},
    )


def _gathered(actors: tuple[str, ...], projects: _Joint, bodies: _Joint, declared: _Joint) -> Cooperations:
    parts = (projects, bodies, declared)
    pairs, found = np.unique(np.concatenate([part.pairs for part in parts]), return_inverse=True)
    certainties = np.full(len(pairs), _UNSUPPORTED)
    np.minimum.at(certainties, found, np.concatenate([part.certainties for part in parts]))
    by_project, of_projects = _rows_of(pairs, projects)
    by_body, of_bodies = _rows_of(pairs, bodies)
    names = [projects.names[each] for each in projects.elements[of_projects].tolist()]
    return Cooperations(
        actors,
        pairs // max(len(actors), 1),
        pairs % max(len(actors), 1),
        np.isin(pairs, declared.pairs),
        certainties,
        by_project,
        by_body,
        (names, projects.sizes[of_projects].tolist()),
        [bodies.names[each] for each in bodies.elements[of_bodies].tolist()],
    )


def _kept_rows(begins: Counts, kept: NDArray[np.bool_]) -> tuple[Counts, NDArray[np.bool_]]:
    """Return where the rows of each pair that is kept begin, and which rows are kept."""
    counts = np.diff(begins)
    return np.append(0, np.cumsum(counts[kept])), np.repeat(kept, counts)


def _rows_of(pairs: Counts, joint: _Joint) -> tuple[Counts, Counts]:
    """Return where the rows of each pair begin, and the rows in the order of the pairs and of the data."""
    order = np.lexsort((joint.elements, joint.pairs))
    return np.searchsorted(joint.pairs[order], np.append(pairs, np.iinfo(np.int64).max)), order


def _of_kind(dataset: Dataset, actors: pd.Index, kind: str) -> pd.DataFrame:
    ties = dataset.ties[dataset.ties["kind"] == kind]
    begins = among(ties["from_id"], actors)
    return ties[begins & among(ties["to_id"], actors)] if kind == "cooperates_with" else ties[begins]


def _joint(ties: pd.DataFrame, actors: pd.Index) -> _Joint:
    """Pair all members of the same project or body; who is in it twice counts once, as well supported as may be."""
    element, names = pd.factorize(ties["to_id"])
    rows = pd.DataFrame({"element": element, "actor": _positions(ties["from_id"], actors), "certainty": _ranks(ties)})
    members = rows.groupby(["element", "actor"], sort=True)["certainty"].min().reset_index().to_numpy(np.int64)
    sizes = np.bincount(members[:, 0], minlength=len(names))[members[:, 0]]
    first, second = _combinations(members[:, 0])
    certainties = np.maximum(members[first, 2], members[second, 2])  # that both are in it needs both statements
    pairs = members[first, 1] * len(actors) + members[second, 1]
    return _Joint(pairs, members[first, 0], sizes[first], certainties, names.tolist())


def _combinations(groups: Counts) -> tuple[Counts, Counts]:
    """Return the rows of every two members of the same group; ``groups`` is sorted."""
    after = np.searchsorted(groups, groups, side="right") - np.arange(len(groups)) - 1
    first = np.repeat(np.arange(len(groups)), after)
    begins = np.cumsum(after) - after
    return first, first + 1 + np.arange(len(first)) - np.repeat(begins, after)


def _declared(ties: pd.DataFrame, actors: pd.Index) -> _Joint:
    ends = np.sort(np.stack([_positions(ties[name], actors) for name in ("from_id", "to_id")]), axis=0)
    nothing = np.full(len(ties), -1)
    return _Joint(ends[0] * len(actors) + ends[1], nothing, nothing, _ranks(ties), ())


def _positions(ids: pd.Series, actors: pd.Index) -> Counts:
    return actors.get_indexer(pd.Index(ids, dtype=object)).astype(np.int64)


def _ranks(ties: pd.DataFrame) -> Counts:
    ranks = {str(certainty): rank for rank, certainty in enumerate(STRONGEST_FIRST)}
    places, names = pd.factorize(ties["certainty"])
    return np.array([ranks[str(name)] for name in names], dtype=np.int64)[places]
