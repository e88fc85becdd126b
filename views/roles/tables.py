"""Ranks, brokers, groups, cut points and figures of the network as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from graph.answers.groups import Grouping
from graph.answers.standing import PAIR_ROLES, Broker, Ranking, Standing
from graph.cutpoints import Bridge, CutPoint
from graph.measures import NetworkSummary
from views.elements.tables import profile_link, profile_links
from views.evidence.rows import with_row_marks
from views.fields import words as group_wording
from views.language.speech import Speech
from views.language.words import Words
from views.roles import words as wording
from views.roles.figures import FIGURES, figure_cell, value_text
from views.table import Cell, Column, Look, Table, Unit, number_cell, plain_number, share_cell
from views.view import View

CLEARLY = 2  # standard deviations from chance from which a number is called more or less than expected


def ranked(view: View, found: Ranking) -> Table:
    """Actors by rank with value and range of ranks."""
    t = view.t
    name = t(f"measure.{found.measure}.name")
    table = Table(
        t("rollen.ranked.caption", measure=name),
        (
            Column(t("rollen.column.rank"), Look.NUMBER),
            Column(t("rollen.column.actor"), Look.LINK),
            Column(name, Look.BAR),
            Column(t("rollen.column.best"), Look.NUMBER),
            Column(t("rollen.column.worst"), Look.NUMBER),
        ),
        tuple(
            (
                number_cell(t, one.rank),
                profile_link(view, one.actor),
                _measured(t, found.measure, one.value),
                number_cell(t, one.best),
                _worst(t, one),
            )
            for one in found.standings
        ),
    )
    return with_row_marks(view, table, (one.actor for one in found.standings))


def _measured(t: Words, measure: str, value: float | Decimal | None) -> Cell:
    unit = Unit.EURO if measure == "funds_received" else Unit.NONE
    return Cell(
        value_text(t, measure, value), None if value is None else float(value), datum=plain_number(value), unit=unit
    )


def _worst(t: Words, one: Standing) -> Cell:
    """Cell with the worst rank, which says so where some of the data give none."""
    cell = number_cell(t, one.worst)
    return replace(cell, text=t("rollen.range.unranked", ranks=cell.text), datum=None) if one.unranked else cell


def two_values(view: View, pairs: Mapping[str, tuple[float, float]]) -> Table:
    """Actors with both values, the highest first."""
    t, asked = view.t, (view.query.mass, view.query.mass2)
    titles = [t(f"measure.{measure}.name") for measure in asked]
    return Table(
        t("rollen.scatter.title"),
        (Column(t("rollen.column.actor"), Look.LINK), *(Column(title, Look.BAR) for title in titles)),
        tuple(
            (
                profile_link(view, actor),
                *(_measured(t, measure, value) for measure, value in zip(asked, both, strict=True)),
            )
            for actor, both in sorted(pairs.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))
        ),
    )


def brokers(view: View, found: Sequence[Broker]) -> Table:
    """Actors by number of pairs they connect, with roles, and in words how that compares with chance."""
    t, say = view.t, Speech(view.t, view.short_names, str)
    looks = {"actor": Look.LINK, "connects": Look.TEXT, "total": Look.BAR, "z": Look.TEXT}
    table = Table(
        t("rollen.broker.caption"),
        tuple(
            Column(t(f"rollen.column.{name}"), look)
            for name, look in (looks | dict.fromkeys(PAIR_ROLES, Look.NUMBER)).items()
        ),
        tuple(
            (
                profile_link(view, broker.actor),
                wording.connects(say, broker),
                number_cell(t, broker.total),
                _beside_chance(t, broker.z["total"]),
                *(number_cell(t, broker.pairs[role]) for role in PAIR_ROLES),
            )
            for broker in found
        ),
    )
    return with_row_marks(view, table, (broker.actor for broker in found))


def broker_figures(view: View, found: Sequence[Broker]) -> Table:
    """Distance of each broker from chance in standard deviations, of all pairs and by role."""
    t = view.t
    names = [t("rollen.broker.figures.role", role=t(f"rollen.column.{role}")) for role in PAIR_ROLES]
    return Table(
        t("rollen.broker.figures.caption"),
        (
            Column(t("rollen.column.actor"), Look.LINK),
            *(Column(name, Look.NUMBER) for name in (t("rollen.broker.figures.total"), *names)),
        ),
        tuple(
            (
                profile_link(view, broker.actor),
                *(number_cell(t, broker.z[role], 1) for role in ("total", *PAIR_ROLES)),
            )
            for broker in found
        ),
    )


def _beside_chance(t: Words, z: float | None) -> Cell:
    """Say in words how far a number of pairs is from chance; sorted by the distance."""
    if z is None:
        return Cell(t("rollen.broker.chance.open"))
    word = "often" if z >= CLEARLY else "seldom" if z <= -CLEARLY else "expected"
    return Cell(t(f"rollen.broker.chance.{word}"), z)


def groups(view: View, grouping: Grouping) -> Table:
    """List groups with size, stability, typical fields and members without a clear place."""
    t, say = view.t, Speech(view.t, view.short_names, str)
    none = t("format.missing.none")
    looks = {"number": Look.NUMBER, "group": Look.TEXT, "members": Look.BAR, "stability": Look.NUMBER}
    table = Table(
        t.count("rollen.group.caption", len(grouping.groups), runs=t.number(grouping.runs)),
        tuple(
            Column(t(f"rollen.column.{name}"), look)
            for name, look in (looks | dict.fromkeys(("typical", "ambiguous"), Look.TEXT)).items()
        ),
        tuple(
            (
                number_cell(t, group.number),
                group_wording.group_name(say, group),
                number_cell(t, len(group.members)),
                share_cell(t, group.stability),
                "; ".join(group_wording.typical(say, field) for field in group.fields) or none,
                say.named(group.ambiguous) or none,
            )
            for group in grouping.groups
        ),
    )
    return with_row_marks(view, table, (frozenset(group.members) for group in grouping.groups))


def cut_points(view: View, points: Sequence[CutPoint]) -> Table:
    """Actors without whom others lose the connection, and who they are."""
    t = view.t
    looks = {"actor": Look.LINK, "lost": Look.BAR, "who": Look.TEXT}
    table = Table(
        t("rollen.cut.caption"),
        tuple(Column(t(f"rollen.column.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, str(point.actor)),
                number_cell(t, len(point.lost)),
                profile_links(view, [str(actor) for actor in point.lost]),
            )
            for point in points
        ),
    )
    return with_row_marks(view, table, (str(point.actor) for point in points))


def bridges(view: View, found: Sequence[Bridge]) -> Table:
    """Ties without which actors lose the connection, and who they are."""
    t = view.t
    looks = {"far": Look.LINK, "near": Look.LINK, "cut": Look.BAR, "who": Look.TEXT}
    return Table(
        t("rollen.bridge.caption"),
        tuple(Column(t(f"rollen.column.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, str(bridge.far)),
                profile_link(view, str(bridge.near)),
                number_cell(t, len(bridge.lost)),
                profile_links(view, [str(actor) for actor in bridge.lost]),
            )
            for bridge in found
        ),
    )


def figures(view: View, part: NetworkSummary, whole: NetworkSummary) -> Table:
    """Figures on the network as filtered and as a whole, each with what it says.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    part
        Figures of the part that fits the filters.
    whole
        Figures of the whole network.
    """
    t = view.t
    looks = {"figure": Look.TEXT, "part": Look.NUMBER, "whole": Look.NUMBER, "meaning": Look.TEXT}
    return Table(
        t("rollen.network.caption"),
        tuple(Column(t(f"rollen.column.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                t(f"rollen.figure.{name}.name"),
                *(figure_cell(t, name, getattr(summary, name)) for summary in (part, whole)),
                t(f"rollen.figure.{name}.meaning"),
            )
            for name in FIGURES
        ),
    )
