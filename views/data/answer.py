"""What is uncertain or missing, kept."""

from __future__ import annotations

from graph import openpoints
from graph.dataset import Dataset
from graph.openpoints import OpenPoint
from views.keeping import cached


@cached
def open_points_of(dataset: Dataset) -> tuple[OpenPoint, ...]:
    """See `graph.openpoints.open_points`."""
    return openpoints.open_points(dataset)
