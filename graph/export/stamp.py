"""What was taken out of data, said in the data themselves: the formats that carry them have no footer."""

from __future__ import annotations

from dataclasses import replace

from graph.dataset import Dataset
from graph.export.exhibit import Portfolio

REDACTION, DRAFT = "redaction", "draft"  # facts on the dataset
STAMPS = (REDACTION, DRAFT)


def stamped(dataset: Dataset, portfolio: Portfolio) -> Dataset:
    """Return the data with what was taken out of them, and whether they are a draft, among the facts on them."""
    said = {REDACTION: portfolio.profile, DRAFT: portfolio.watermark}
    return replace(dataset, about={**dataset.about, **{key: text for key, text in said.items() if text}})
