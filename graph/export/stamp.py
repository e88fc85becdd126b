"""What was taken out of data, said in the data themselves: the formats that carry them have no footer.

A file of a picture also says what somebody has written on it.
"""

from __future__ import annotations

from dataclasses import replace

from graph.dataset import Dataset
from graph.export.exhibit import Portfolio
from graph.export.plain import clean

REDACTION, DRAFT, NOTE = "redaction", "draft", "picture_note"  # facts on the dataset
STAMPS = (REDACTION, DRAFT, NOTE)


def stamped(dataset: Dataset, portfolio: Portfolio) -> Dataset:
    """Return the data with what was taken out of them, and whether they are a draft, among the facts on them."""
    said = {REDACTION: portfolio.profile, DRAFT: portfolio.watermark}
    return replace(dataset, about={**dataset.about, **{key: text for key, text in said.items() if text}})


def noted(dataset: Dataset, portfolio: Portfolio) -> Dataset:
    """Return the data with the notes on the pictures that are shown among the facts on them."""
    notes = dict.fromkeys(clean(exhibit.annotation) for exhibit in portfolio.exhibits if exhibit.annotation)
    return replace(dataset, about={**dataset.about, NOTE: " · ".join(notes)}) if notes else dataset
