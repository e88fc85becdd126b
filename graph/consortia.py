"""Large consortia that carry a figure: single projects without which many cooperations would not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from graph.build import participations
from graph.dataset import Dataset
from graph.pairs import cooperations
from graph.vocabulary import COOPERATING_KINDS

SHARE = 0.1  # of all cooperations, from which a single project is said to carry the figure
FEWEST = 10  # cooperations; in a small network every project carries much


@dataclass(frozen=True, slots=True)
class Carrying:
    """A project that carries many cooperations.

    Attributes
    ----------
    project
        Id.
    members
        Number of actors that lead it or are partners in it.
    only
        Number of pairs that share this project and no other.
    declared
        Those of them that the data also name as cooperating: they would stay without the project.
    pairs
        Number of all pairs that cooperate, of those that are counted.
    """

    project: str
    members: int
    only: int
    declared: int
    pairs: int


def carrying(dataset: Dataset, shown: AbstractSet[tuple[str, str]] | None = None) -> tuple[Carrying, ...]:
    """Find the projects that alone make at least a tenth of all cooperations, the most carrying first.

    Parameters
    ----------
    dataset
        Checked tables.
    shown
        Only these pairs of ids, the smaller id first, are counted, such as those of a picture; all by default.
    """
    found = cooperations(dataset)
    kept = np.ones(len(found), bool) if shown is None else np.array([ends in shown for ends in found.ends()], bool)
    alone, (projects, _) = kept & (found.projects == 1), found.shared_projects
    only = Counter(projects[row] for row in found.by_project[:-1][alone])
    declared = Counter(projects[row] for row in found.by_project[:-1][alone & found.declared])
    pairs, members = int(kept.sum()), _members(dataset)
    carried = (Carrying(key, members[key], count, declared[key], pairs) for key, count in only.items())
    large = [each for each in carried if each.only >= max(SHARE * pairs, FEWEST)]
    return tuple(sorted(large, key=lambda each: (-each.only, each.project)))


def _members(dataset: Dataset) -> Counter[str]:
    ties = participations(dataset)
    ties = ties[ties["kind"].isin(COOPERATING_KINDS)].drop_duplicates(["from_id", "to_id"])
    return Counter(ties["to_id"])
