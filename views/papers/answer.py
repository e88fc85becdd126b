"""What stands in a paper."""

from __future__ import annotations

from graph import memory
from graph.extraction import Extraction, extract


@memory.remembered(1)
def proposals_of(text: str) -> Extraction:
    """Return the proposals of a text; those of the last one are at hand while it is reviewed."""
    return extract(text)
