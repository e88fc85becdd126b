"""Who already works with somebody, and who still stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from graph.dataset import Dataset
from graph.pairs import cooperations


@dataclass(frozen=True, slots=True)
class Together:
    """Actors by whether they cooperate.

    Attributes
    ----------
    connected
        Actor ids with their number of partners, most partners first.
    alone
        Actors without any recorded cooperation; sorted ids.
    pairs
        Number of cooperations.
    """

    connected: tuple[tuple[str, int], ...]
    alone: tuple[str, ...]
    pairs: int


def find_together(dataset: Dataset) -> Together:
    """Separate the actors of a dataset, such as the part of one Kompetenzfeld, by whether they cooperate in it."""
    found = cooperations(dataset)
    partners = {actor: count for actor, count in found.partners.items() if count}
    return Together(
        connected=tuple(sorted(partners.items(), key=lambda item: (-item[1], item[0]))),
        alone=tuple(sorted(found.partners.keys() - partners.keys())),
        pairs=len(found),
    )
