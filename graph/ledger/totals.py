"""Totals of funding by funder, programme, field, type, place or year, and how concentrated they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from graph.dataset import Dataset, among
from graph.ledger.amounts import Amount
from graph.ledger.breakdown import Category, Subtotal, category, grouped, parts, rank
from graph.ledger.cents import to_cents, to_euros
from graph.ledger.dimensions import CategoryRole, Several
from graph.ledger.grants import LeftOut, counted_grants, grants, left_out, table_total
from graph.ledger.passing_on import PassedOn, passed_on
from graph.ledger.years import YearRule, by_year


@dataclass(frozen=True, slots=True)
class Total:
    """Money of one category.

    Attributes
    ----------
    category
        Role and code; see `graph.ledger.breakdown.Category`.
    amount_eur
        Sum of the ties that count; ``None`` when there is none, which is not zero.
    share
        Part of the whole sum, 0 to 1; ``None`` when nothing counts here or the whole is zero.
    ties
        Ids of the funding ties in the sum, sorted.
    left_out
        Ids of those that no sum contains, sorted.
    members
        Number of categories it stands for: 1, or more in the rest.
    """

    category: Category
    amount_eur: Amount | None
    share: float | None
    ties: tuple[str, ...]
    left_out: tuple[str, ...]
    members: int = 1

    @property
    def key(self) -> str:
        """Name of the category in pictures and links."""
        return f"{self.category.role}:{self.category.code}"


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the money lies with few; only what can be assigned to one category is looked at.

    Attributes
    ----------
    categories
        Number of categories with money.
    top
        Codes of the (up to) three largest.
    top_share
        Their share, 0 to 1.
    herfindahl
        Sum of squared shares: 1/n when n are equally large, 1 when one has all.
    """

    categories: int
    top: tuple[str, ...]
    top_share: float
    herfindahl: float

    @property
    def grade(self) -> str:
        """``low``, ``moderate`` or ``high``: bounds 0.15 and 0.25 as in competition control.

        References: U.S. Department of Justice and Federal Trade Commission (2010), Horizontal Merger
        Guidelines, section 5.3.
        """
        return "low" if self.herfindahl < 0.15 else "moderate" if self.herfindahl <= 0.25 else "high"

    @property
    def equally_large(self) -> float:
        """Number of equally large categories that would be as concentrated as these."""
        return 1 / self.herfindahl


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals by one dimension, reconciled with the table.

    Attributes
    ----------
    by
        Code of the dimension, or ``year``.
    rows
        Items by size (years by year), then several, then not assignable, then items of which no amount counts.
    total_eur
        Sum of the rows.
    table_eur
        The same sum taken from the table of ties directly.
    counted
        Number of ties in the sum.
    left_out
        Ties that no sum contains, by reason.
    passed_on
        What may be in the sum twice; ``None`` when nothing is.
    concentration
        ``None`` when no money is assigned, and for years.
    """

    by: str
    rows: tuple[Total, ...]
    total_eur: Amount
    table_eur: Amount
    counted: int
    left_out: tuple[LeftOut, ...]
    passed_on: PassedOn | None
    concentration: Concentration | None

    @property
    def reconciles(self) -> bool:
        """Whether rows and table have the same total, to the cent."""
        return self.total_eur == self.table_eur

    def ties_behind(self, key: str) -> tuple[str, ...]:
        """Funding ties behind a row, counted or left out; empty when there is no row of that name."""
        return next(((*row.ties, *row.left_out) for row in self.rows if row.key == key), ())

    def folded(self, top: int | None) -> Totals:
        """Keep the largest items with an amount and put the other items with one into the rest.

        A rest of one item would hide a name and save nothing, so it is never made. Items of which no amount counts
        are left away: they have no length in a picture, and the table names them.
        """
        known = [row for row in self.rows if row.amount_eur is not None]
        items = [row for row in known if row.category.role is CategoryRole.ITEM]
        if top is None or len(items) <= top + 1:
            return replace(self, rows=tuple(known))
        special = [row for row in known if row.category.role is not CategoryRole.ITEM]
        return replace(self, rows=(*items[:top], _rest(items[top:]), *special))


@dataclass(frozen=True, slots=True)
class Coverage:
    """For how many projects money is known.

    Attributes
    ----------
    projects
        Number of projects.
    known
        Projects with an amount that counts, sorted ids.
    unknown
        Projects with a funding tie, but no amount that counts, sorted ids.
    """

    projects: int
    known: tuple[str, ...]
    unknown: tuple[str, ...]


def totals(dataset: Dataset, by: str = "funder", several: Several = Several.COMBINED) -> Totals:
    """Sum up funding by a dimension.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    by
        Code of `graph.ledger.dimensions.DIMENSIONS`.
    several
        Rule for money that belongs to several categories.

    Raises
    ------
    UnknownDimensionError
        If the dimension is not in the registry.
    """
    ledger = grants(dataset)
    frame = parts(dataset, ledger, [by], several)
    counts = frame["omission"].isna()
    counted, omitted = grouped(frame[counts], [0]), grouped(frame[~counts], [0])
    return _totals(by, ledger, sorted(counted, key=rank), omitted, _concentration(counted))


def totals_by_year(dataset: Dataset, rule: YearRule = YearRule.AT_START, only: Collection[str] | None = None) -> Totals:
    """Sum up funding by calendar year.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    rule
        How an amount is spread over a duration.
    only
        Ids of the fundings to sum up; ``None`` for all. Whether one counts is judged among all of them.
    """
    all_of_them = grants(dataset)
    asked = all_of_them if only is None else all_of_them[among(all_of_them["tie"], only)]
    ledger = by_year(dataset, asked, YearRule.AT_START)
    spread = by_year(dataset, counted_grants(asked), rule)
    omitted = grouped(ledger[ledger["omission"].notna()], [0])
    return _totals("year", ledger, sorted(grouped(spread, [0]), key=_year_rank), omitted, None)


def coverage(dataset: Dataset) -> Coverage:
    """Count the projects whose funding is known, and name those where it is not."""
    ledger = grants(dataset)
    projects = set(dataset.projects["id"])
    known = projects & set(counted_grants(ledger)["project"])
    return Coverage(len(projects), tuple(sorted(known)), tuple(sorted(projects & set(ledger["project"]) - known)))


def _totals(
    by: str,
    ledger: pd.DataFrame,
    counted: Sequence[Subtotal],
    omitted: Sequence[Subtotal],
    concentration: Concentration | None,
) -> Totals:
    whole = sum(group.cents for group in counted)
    missing = {group.keys[0]: group.ties for group in omitted}
    rows = [_total(group, whole, missing.pop(group.keys[0], ())) for group in counted]
    rows += [Total(category(key), None, None, (), ties) for key, ties in sorted(missing.items())]
    return Totals(
        by=by,
        rows=tuple(rows),
        total_eur=to_euros(whole),
        table_eur=table_total(ledger),
        counted=len(counted_grants(ledger)),
        left_out=left_out(ledger),
        passed_on=passed_on(ledger),
        concentration=concentration,
    )


def _total(group: Subtotal, whole: int, left_out: tuple[str, ...]) -> Total:
    share = group.cents / whole if whole else None
    return Total(category(group.keys[0]), to_euros(group.cents), share, group.ties, left_out)


def _rest(rows: Sequence[Total]) -> Total:
    return Total(
        category=Category(CategoryRole.REST),
        amount_eur=to_euros(sum(to_cents(row.amount_eur or 0) for row in rows)),
        share=sum(row.share or 0 for row in rows),
        ties=tuple(sorted({tie for row in rows for tie in row.ties})),
        left_out=tuple(sorted({tie for row in rows for tie in row.left_out})),
        members=len(rows),
    )


def _year_rank(group: Subtotal) -> tuple[bool, str]:
    """Put years in order and what has no year last."""
    key = group.keys[0]
    return category(key).role is not CategoryRole.ITEM, key


def _concentration(groups: Sequence[Subtotal]) -> Concentration | None:
    """Concentration of Herfindahl (1950) and Hirschman (1945), and the share of the top three."""
    items = [
        group for group in sorted(groups, key=rank) if category(group.keys[0]).role is CategoryRole.ITEM and group.cents
    ]
    whole = sum(group.cents for group in items)
    if not whole:
        return None
    return Concentration(
        categories=len(items),
        top=tuple(group.keys[0] for group in items[:3]),
        top_share=sum(group.cents for group in items[:3]) / whole,
        herfindahl=sum(group.cents**2 for group in items) / whole**2,
    )
