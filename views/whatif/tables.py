"""What a scenario changes, and who would be missed, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.impact import ComparedFigure, Impact
from graph.answers.missed import Missed
from graph.answers.scenario import RemoveActor, Scenario
from graph.answers.scenario_link import to_text
from graph.ledger.sums import fundings_of
from views.address.codec import address
from views.elements.tables import profile_link
from views.evidence.rows import with_row_marks
from views.roles.figures import is_share
from views.table import Cell, Column, Look, Table, Unit, money_cell, number_cell, plain_number
from views.view import View
from views.whatif import words as wording


def figures(view: View, found: Impact) -> Table:
    """Figures of the network before, after and their difference."""
    t = view.t
    rows: tuple[tuple[Cell | str, ...], ...] = tuple(
        (wording.figure_name(t, figure), *_cells(figure, wording.figure_values(t, figure))) for figure in found.figures
    )
    return Table(
        t("wenn.figures.caption"),
        (
            Column(t("wenn.figures.name")),
            *(Column(t(f"wenn.figures.{name}"), Look.NUMBER) for name in ("before", "after", "difference")),
        ),
        rows,
    )


def _cells(figure: ComparedFigure, texts: Sequence[str]) -> tuple[Cell, ...]:
    values = (figure.before, figure.after, figure.difference)
    unit = Unit.SHARE if is_share(figure.code) else Unit.NONE
    return tuple(
        Cell(text, value, datum=plain_number(value), unit=Unit.NONE if value is None else unit)
        for text, value in zip(texts, values, strict=True)
    )


def lone(view: View, found: Impact) -> Table:
    """Actors that lose their only connection, or the way to the largest part."""
    t = view.t
    alone = set(found.without_connection)
    rows = (*found.without_connection, *(actor for actor in found.cut_off if actor not in alone))
    table = Table(
        t("wenn.lone.caption"),
        (Column(t("wenn.lone.name"), Look.LINK), Column(t("wenn.lone.loss"))),
        tuple(
            (profile_link(view, actor), t("wenn.lone.only" if actor in alone else "wenn.lone.way")) for actor in rows
        ),
    )
    return with_row_marks(view, table, rows)


def changed(view: View, found: Impact) -> Table:
    """Pairs of actors whose cooperation is lost, new or weaker."""
    t = view.t
    kinds = (("lost", found.lost), ("new", found.new), ("weaker", found.weaker))
    table = Table(
        t("wenn.changed.caption"),
        (
            Column(t("wenn.changed.change")),
            Column(t("wenn.changed.a"), Look.LINK),
            Column(t("wenn.changed.b"), Look.LINK),
        ),
        tuple(
            (t(f"wenn.changed.{kind}"), profile_link(view, a), profile_link(view, b))
            for kind, pairs in kinds
            for a, b in pairs
        ),
    )
    return with_row_marks(view, table, (pair for _, pairs in kinds for pair in pairs))


def fundings(view: View, found: Impact) -> Table:
    """Affected funding: what vanishes, and what belongs to projects without a lead."""
    t = view.t
    by_id = {funding.id: funding for funding in fundings_of(view.part)}
    groups = (("gone", found.gone), ("at_risk", found.at_risk))
    looks = {
        "what": Look.TEXT,
        "funder": Look.LINK,
        "recipient": Look.LINK,
        "amount": Look.NUMBER,
        "counted": Look.TEXT,
    }
    return Table(
        t("wenn.fundings.caption"),
        tuple(Column(t(f"wenn.fundings.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                t(f"wenn.fundings.{name}"),
                profile_link(view, by_id[tie].funder),
                profile_link(view, by_id[tie].recipient),
                money_cell(t, by_id[tie].amount_eur),
                t("wenn.fundings.yes" if tie in group.counted else "wenn.fundings.no"),
            )
            for name, group in groups
            for tie in (*group.counted, *group.left_out)
            if tie in by_id
        ),
    )


def ranking(view: View, found: Sequence[Missed]) -> Table:
    """All actors by what their leaving would do, each with the way to play it through."""
    t = view.t
    looks = {
        "name": Look.LINK,
        "separated": Look.BAR,
        "dependants": Look.NUMBER,
        "partners": Look.NUMBER,
        "leaderless": Look.NUMBER,
        "fields": Look.TEXT,
        "money": Look.NUMBER,
        "play": Look.LINK,
    }
    return Table(
        t.count("wenn.ranking.caption", len(found)),
        tuple(Column(t(f"wenn.ranking.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, missed.actor),
                number_cell(t, missed.separated),
                number_cell(t, len(missed.dependants)),
                number_cell(t, missed.partners),
                number_cell(t, len(missed.leaderless)),
                ", ".join(missed.fields) or t("format.missing.none"),
                money_cell(t, missed.gone.amount_eur)
                if missed.gone.counted or missed.gone.left_out
                else Cell(t("format.missing.none")),
                Cell(t("wenn.ranking.play_through"), target=_without(missed.actor)),
            )
            for missed in found
        ),
    )


def _without(actor: str) -> str:
    return address("was_waere_wenn", szenario=to_text(Scenario((RemoveActor(actor),))))
