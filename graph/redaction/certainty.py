"""Only what is confirmed."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset, among, unpacked
from graph.ties import LISTED_KINDS
from graph.vocabulary import Certainty


def uncertain_only(dataset: Dataset) -> set[str]:
    """Return the ids of elements all of whose ties are uncertain.

    Elements without any tie are not among them: nothing about them is in doubt.
    """
    sure = dataset.ties["certainty"] == Certainty.CONFIRMED
    return _ends(dataset.ties[~sure]) - _ends(dataset.ties[sure])


def confirmed_only(dataset: Dataset, lost: Set[str]) -> Dataset:
    """Keep confirmed ties, and leave out some elements with all that is said of them alone."""
    ties = dataset.ties[dataset.ties["certainty"] == Certainty.CONFIRMED].reset_index(drop=True)
    ties = ties.assign(within=ties["within"].where(~among(ties["within"], lost), ""))
    projects = dataset.projects[~among(dataset.projects["id"], lost)].reset_index(drop=True)
    return replace(
        dataset,
        actors=dataset.actors[~among(dataset.actors["id"], lost)].reset_index(drop=True),
        projects=listing_only(projects, ties),
        ties=ties[~among(ties["from_id"], lost) & ~among(ties["to_id"], lost)].reset_index(drop=True),
        events=dataset.events[~among(dataset.events["project_id"], lost)].reset_index(drop=True),
        identifiers=dataset.identifiers[~among(dataset.identifiers["actor_id"], lost)].reset_index(drop=True),
    )


def _ends(ties: pd.DataFrame) -> set[str]:
    return {*ties["from_id"], *ties["to_id"]}


def listing_only(projects: pd.DataFrame, ties: pd.DataFrame) -> pd.DataFrame:
    """Take from the lists of projects whom no tie names any more."""
    known = set(unpacked(ties, "from_id", "kind", "to_id"))
    lists = {
        column: [
            tuple(actor for actor in actors if (actor, kind, project) in known)
            for project, actors in unpacked(projects, "id", column)
        ]
        for column, kind in LISTED_KINDS.items()
    }
    return projects.assign(**{column: objects(values, projects.index) for column, values in lists.items()})


def objects(values: Sequence[object], index: pd.Index) -> pd.Series:
    """Return values as a column of objects, tuples included."""
    return pd.Series(list(values), index=index, dtype=object)
