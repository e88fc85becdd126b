"""Profiles and counts of elements, kept."""

from __future__ import annotations

from graph import profile
from graph.answers import likeness
from graph.answers.likeness import Likeness
from graph.dataset import Dataset
from graph.ledger import totals
from graph.ledger.totals import Totals
from graph.ledger.years import YearRule
from graph.overview import mode_of
from graph.pairs import cooperations
from graph.picture import scene
from graph.profile import Profile
from views.keeping import cached


@cached
def profile_of(dataset: Dataset, element: str) -> Profile | None:
    """See `graph.profile.profile`."""
    return profile.profile(dataset, element)


@cached
def partners_of(dataset: Dataset) -> dict[str, float]:
    """See `graph.picture.scene.partners_by_actor`."""
    return scene.partners_by_actor(dataset)


@cached
def best_connected(dataset: Dataset) -> tuple[str, ...]:
    """Actors with partners, those with most first."""
    found = cooperations(dataset)
    return tuple(actor for actor in found.best_connected if found.partners[actor])


@cached
def alike(dataset: Dataset, element: str) -> tuple[Likeness, ...]:
    """See `graph.answers.likeness.alike`; nothing is like what is not in the data."""
    mode = mode_of(dataset, element)
    return likeness.alike(likeness.traits(dataset, mode), element) if mode else ()


@cached
def money_by_year(dataset: Dataset, ties: tuple[str, ...]) -> Totals:
    """See `graph.ledger.totals.totals_by_year`, of some fundings and spread evenly over their months."""
    return totals.totals_by_year(dataset, YearRule.EVENLY, ties)
