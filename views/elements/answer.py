"""Profiles and counts of elements, kept."""

from __future__ import annotations

from graph import profile
from graph.dataset import Dataset
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
