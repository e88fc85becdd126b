"""Names of values in addresses, which every run of every page needs several times."""

from __future__ import annotations

from graph.dataset import Dataset
from ui import slugs
from ui.cache.store import cached


@cached
def slug_options(dataset: Dataset) -> dict[str, dict[str, str]]:
    """See `ui.slugs.slug_options`."""
    return slugs.slug_options(dataset)


@cached
def search_options(dataset: Dataset) -> dict[str, dict[str, str]]:
    """See `ui.slugs.search_options`."""
    return slugs.search_options(dataset)
