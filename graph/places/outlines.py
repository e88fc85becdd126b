"""Outlines of the counties, every border once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

import numpy as np

from graph.places.gazetteer import DATA

Border = np.ndarray  # n x 2: degrees east and north


@lru_cache(maxsize=1)
def borders() -> tuple[Border, ...]:
    """All borders of counties as degrees east and north, from the north of Germany to the south in no order."""
    data = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
    return tuple(np.column_stack(list(_axes(line))) / data["steps"] for line in data["lines"])


def _axes(line: list[int]) -> Iterator[list[int]]:
    yield from (list(accumulate(line[axis::2])) for axis in (0, 1))
