"""Totals, the fundings behind a part of a picture, and the funding cliff as tables."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, partial

from graph.dataset import among
from graph.ledger.breakdown import Category
from graph.ledger.cliff import Cliff
from graph.ledger.dimensions import CategoryRole
from graph.ledger.grants import grants
from graph.ledger.totals import Totals
from views.elements.tables import profile_link, profile_links
from views.evidence.rows import with_row_marks
from views.funding.words import category, dimension
from views.language.speech import Speech
from views.language.words import Words
from views.rows import rows_of
from views.table import (
    Cell,
    Column,
    Look,
    Table,
    date_cell,
    duration_cell,
    money_cell,
    number_cell,
    share_cell,
    status_cell,
    year_cell,
)
from views.view import View


def totals(view: View, found: Totals) -> Table:
    """List the totals of a breakdown."""
    t = view.t
    say = Speech(t, view.names, str)
    looks = {"amount": Look.BAR, "share": Look.NUMBER, "counted": Look.NUMBER, "left_out": Look.NUMBER}
    table = Table(
        t("money.table.totals", by=dimension(t, found.by)),
        (Column(dimension(t, found.by)), *(Column(t(f"money.table.{name}"), look) for name, look in looks.items())),
        tuple(
            (
                _category(say, found.by, row.category),
                money_cell(t, row.amount_eur),
                share_cell(t, row.share, 1),
                number_cell(t, len(row.ties)),
                number_cell(t, len(row.left_out)),
            )
            for row in found.rows
        ),
    )
    items = (row.category.code if row.category.role is CategoryRole.ITEM else None for row in found.rows)
    return with_row_marks(view, table, items)


def _category(say: Speech, by: str, what: Category) -> Cell | str:
    """Cell of a funder, field, recipient or year; years are numbers in files."""
    said = category(say, by, what)
    return year_cell(int(said)) if by == "year" and said.isdecimal() else said


def ties(view: View, chosen: Collection[str]) -> Table:
    """List fundings: who gives what to whom, and whether the amount is in the sum."""
    t = view.t
    table = view.part.ties[among(view.part.ties["id"], chosen)]
    reasons = dict(zip(*(grants(view.part)[name] for name in ("tie", "omission")), strict=True))
    names = ("funder", "target", "amount", "basis", "status", "duration", "sum", "note")
    looks = {"funder": Look.LINK, "target": Look.LINK, "amount": Look.NUMBER, "duration": Look.DATE}
    # a funder gives to many, and a call pays for the same years: each is put into words once
    link, duration = cache(partial(profile_link, view)), cache(partial(duration_cell, t))
    return Table(
        t.count("money.table.ties", len(table)),
        tuple(Column(t(f"money.table.{name}"), looks.get(name, Look.TEXT)) for name in names),
        tuple(
            (
                link(tie.from_id),
                link(tie.to_id),
                money_cell(t, tie.amount_eur),
                t.term("amount_basis", tie.amount_basis),
                status_cell(t, tie.status),
                duration(tie.start, tie.end),
                _in_sum(t, reasons[tie.id]),
                tie.note,
            )
            for tie in rows_of(table)
        ),
        ids=tuple(table["id"]),
    )


def endings(view: View, found: Cliff) -> Table:
    """List the endings by month with the actors concerned."""
    t, shown = view.t, [ending for month in found.months for ending in month.endings]
    looks = {"month": Look.DATE, "project": Look.LINK, "actors": Look.TEXT, "amount": Look.NUMBER}
    table = Table(
        t.count("money.cliff.table.endings", sum(len(ending.grants) for ending in shown)),
        tuple(Column(t(f"money.cliff.table.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                date_cell(t, ending.when),
                profile_link(view, ending.project),
                profile_links(view, ending.actors),
                money_cell(t, ending.amount_eur),
            )
            for ending in shown
        ),
        ids=tuple(ending.project for ending in shown),
    )
    return with_row_marks(view, table, table.ids)


def cooperations(view: View, found: Cliff) -> Table:
    """List the pairs left without a funded project."""
    t = view.t
    looks = {"a": Look.LINK, "b": Look.LINK, "ending": Look.TEXT, "unfunded": Look.TEXT}
    return Table(
        t.count("money.cliff.table.pairs", len(found.cooperations)),
        tuple(Column(t(f"money.cliff.table.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                *(profile_link(view, actor) for actor in pair.actors),
                profile_links(view, pair.ending),
                profile_links(view, pair.unfunded),
            )
            for pair in found.cooperations
        ),
    )


def _in_sum(t: Words, reason: str | None) -> str:
    return t("money.table.yes") if reason is None else t("money.table.no", reason=t.term("omission", reason))
