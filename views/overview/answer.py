"""Where the region stands, as records that are kept."""

from __future__ import annotations

from graph import overview
from graph.dataset import Dataset
from graph.overview import Overview
from views.keeping import cached


@cached
def overview_of(dataset: Dataset) -> Overview:
    """See `graph.overview.overview`."""
    return overview.overview(dataset)


def is_empty(dataset: Dataset) -> bool:
    """Whether nothing is recorded yet."""
    return dataset.actors.empty and dataset.projects.empty
