"""Money that is passed on counts twice unless the data say that one amount is contained in the other."""

from __future__ import annotations

from collections.abc import Iterator

from graph.issue import Issue
from graph.reading.rows import Tables
from graph.vocabulary import AmountBasis

_SUMMED = frozenset({AmountBasis.GRANTED.value, AmountBasis.OWN_FUNDS.value})


def check_regranting(tables: Tables) -> Iterator[Issue]:
    """Report granted amounts of an element that was itself granted one: both are added up."""
    links = tables["links"]
    columns = (links.columns[name] for name in ("from_id", "to_id", "kind", "amount_eur", "amount_basis"))
    counted = [
        (row, start, end)
        for row, (start, end, kind, amount, basis) in enumerate(zip(*columns, strict=True))
        if kind == "funds" and amount is not None and basis in _SUMMED
    ]
    receivers = {end for _, _, end in counted}
    for row, start, _ in counted:
        if start in receivers:
            yield links.finding("passes-on", row, "amount_eur", value=start, hint=AmountBasis.OVERLAP.value)
