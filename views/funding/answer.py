"""Where the money goes and what ends soon, kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.dataset import Dataset
from graph.ledger import cliff, flow, totals
from graph.ledger.cliff import Cliff
from graph.ledger.dimensions import Several
from graph.ledger.flow import Flow
from graph.ledger.totals import Coverage, Totals
from graph.ledger.years import YearRule
from views.funding.question import as_of, several, top
from views.keeping import cached
from views.view import View


@cached
def flow_of(dataset: Dataset, levels: tuple[str, ...], top: int | None, several: Several) -> Flow:
    """See `graph.ledger.flow.flow`.

    Parameters
    ----------
    dataset
        Tables of the data.
    levels
        What the levels of the flow are made by.
    top
        How many are named; the rest is folded into one. ``None`` for all.
    several
        How an amount counts that belongs to several items.
    """
    return flow.flow(dataset, levels, top=top, several=several)


@cached
def totals_of(dataset: Dataset, by: str, several: Several = Several.COMBINED) -> Totals:
    """See `graph.ledger.totals.totals`.

    Parameters
    ----------
    dataset
        Tables of the data.
    by
        Code of what is grouped or broken down by.
    several
        How an amount counts that belongs to several items.
    """
    return totals.totals(dataset, by, several)


@cached
def totals_by_year_of(dataset: Dataset, rule: YearRule) -> Totals:
    """See `graph.ledger.totals.totals_by_year`."""
    return totals.totals_by_year(dataset, rule)


@cached
def coverage_of(dataset: Dataset) -> Coverage:
    """See `graph.ledger.totals.coverage`."""
    return totals.coverage(dataset)


@cached
def cliff_of(dataset: Dataset, as_of: date, months: int) -> Cliff:
    """See `graph.ledger.cliff.cliff`.

    Parameters
    ----------
    dataset
        Tables of the data.
    as_of
        Day on which the answer stands.
    months
        How many months ahead.
    """
    return cliff.cliff(dataset, as_of, months)


def endings_in_month(view: View, found: Cliff) -> Cliff:
    """Narrow the endings to the month clicked; all of them when none is."""
    months = tuple(month for month in found.months if month.month == view.query.teil)
    return replace(found, months=months) if months else found


def asked_cliff(view: View) -> Cliff:
    """Return the endings within the horizon the visitor asks for."""
    return cliff_of(view.part, as_of(view), int(view.query.horizont))


_LEVELS = {"geldvon": 180, "geldmitte": 195, "geldnach": 225}  # px of each list: together as wide as a beamer


def asked_flow(view: View) -> Flow:
    """Flow the visitor asks for."""
    levels = tuple(code for level in _LEVELS if (code := getattr(view.query, level)))
    return flow_of(view.part, levels, top(view), several(view))


def asked_totals(view: View) -> Totals:
    """Totals the visitor asks for."""
    asked = view.query
    if asked.nach == "year":
        return totals_by_year_of(view.part, YearRule(asked.jahresregel))
    return totals_of(view.part, asked.nach, several(view))
