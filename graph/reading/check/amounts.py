"""An amount says what it is, and nothing says what an amount is that is not there."""

from __future__ import annotations

from graph.issue import Issue
from graph.money import write_amount
from graph.reading.rows import Tables
from graph.vocabulary import AmountBasis

_GRANTED = AmountBasis.GRANTED.value


def check_amounts(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Count amounts as granted where nothing else is said; leave out what is said of amounts that are not there."""
    links = tables["links"]
    bases = list(links.columns["amount_basis"])
    issues = []
    for row, amount in enumerate(links.columns["amount_eur"]):
        if amount is None and bases[row]:
            issues.append(links.finding("basis-without-amount", row, "amount_basis", value=bases[row]))
            bases[row] = ""
        elif amount is not None and not bases[row]:
            value = write_amount(amount)
            issues.append(links.finding("amount-without-basis", row, "amount_eur", value=value, hint=_GRANTED))
            bases[row] = _GRANTED
    return {**tables, "links": links.having({"amount_basis": bases})}, issues
