"""What actors share and how they are connected, as tables."""

from __future__ import annotations

from collections.abc import Mapping

from graph.answers.comparison import Alone, Comparison
from graph.answers.paths import Chains, Step
from graph.dataset import unpacked
from views.elements.tables import profile_link, profile_links
from views.evidence.rows import with_row_marks
from views.language.speech import Speech
from views.partners import comparison_words as wording
from views.table import Cell, Column, Look, Table, duration_cell, money_cell, number_cell
from views.view import View


def shared(view: View, found: Comparison) -> Mapping[str, Table]:
    """Projects, partners and funders that at least two of the actors share."""
    lists = {"projects": projects(view, found), "partners": partners(view, found), "funders": funders(view, found)}
    return {
        kind: with_row_marks(view, table, ((kind, one.id) for one in getattr(found, kind)))
        for kind, table in lists.items()
    }


def projects(view: View, found: Comparison) -> Table:
    """Shared projects with roles, funders, amount and duration."""
    t, projects = view.t, view.whole.projects
    starts, ends = (dict(unpacked(projects, "id", name)) for name in ("start", "end"))
    looks = {"name": Look.LINK, "lead": Look.TEXT, "roles": Look.TEXT, "funders": Look.TEXT, "amount": Look.NUMBER}
    return Table(
        t("vergleich.projects.caption"),
        (
            *(Column(t(f"vergleich.projects.{name}"), look) for name, look in looks.items()),
            Column(t("vergleich.projects.duration"), Look.DATE),
        ),
        tuple(
            (
                profile_link(view, project.id),
                profile_links(view, project.leads),
                _roles(view, project.of, project.roles),
                profile_links(view, project.funders) if project.funders else t("format.missing.text"),
                money_cell(t, project.funded.amount_eur),
                duration_cell(t, starts[project.id], ends[project.id]),
            )
            for project in found.projects
        ),
    )


def partners(view: View, found: Comparison) -> Table:
    """Shared partners with whom they work and in how many projects."""
    t = view.t
    looks = {"name": Look.LINK, "type": Look.TEXT, "of": Look.TEXT, "shared": Look.BAR}
    types = view.types
    return Table(
        t("vergleich.partners.caption"),
        tuple(Column(t(f"vergleich.partners.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, partner.id),
                t.recorded(types[partner.id]) or t("format.missing.text"),
                profile_links(view, partner.of),
                number_cell(t, partner.projects),
            )
            for partner in found.partners
        ),
    )


def funders(view: View, found: Comparison) -> Table:
    """Funders of the shared projects with what they give; an unknown amount is said to be unknown."""
    t = view.t
    looks = {"name": Look.LINK, "amount": Look.NUMBER, "projects": Look.TEXT}
    return Table(
        t("vergleich.funders.caption"),
        tuple(Column(t(f"vergleich.funders.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, funder.id),
                money_cell(t, funder.given.amount_eur),
                profile_links(view, funder.projects),
            )
            for funder in found.funders
        ),
    )


def alone(view: View, shown: Alone) -> Table:
    """List what one actor does not share: partners, projects, funders."""
    t = view.t
    kinds = (("actor", shown.partners), ("project", shown.projects), ("funder", shown.funders))
    rows = [(element, kind) for kind, elements in kinds for element in elements]
    return Table(
        t("vergleich.alone.caption", name=view.short_names[shown.actor], n=t.number(len(rows))),
        (Column(t("vergleich.alone.name"), Look.LINK), Column(t("vergleich.alone.kind"))),
        tuple(
            (Cell(view.short_names[element], target=profile_link(view, element).target), t(f"vergleich.alone.{kind}"))
            for element, kind in rows
        ),
    )


def chains(view: View, found: Chains) -> Table:
    """Every step of every chain with what makes it."""
    t = view.t
    say = Speech(t, view.short_names, show=str)
    looks = {"number": Look.TEXT, "from": Look.LINK, "by": Look.LINK, "to": Look.LINK}
    return Table(
        t("vergleich.chains.caption"),
        tuple(Column(t(f"vergleich.chains.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                t("vergleich.chains.step", chain=t.number(number), step=t.number(position)),
                profile_link(view, step.from_id),
                _made_by(view, say, step),
                profile_link(view, step.to_id),
            )
            for number, chain in enumerate(found.chains, start=1)
            for position, step in enumerate(chain.steps, start=1)
        ),
    )


def _made_by(view: View, say: Speech, step: Step) -> Cell:
    first = (step.projects or step.bodies)[:1]
    target = profile_link(view, first[0]).target if first else ""
    return Cell(wording.step(say, step), target=target)


def _roles(view: View, actors: tuple[str, ...], roles: tuple[str, ...]) -> str:
    said = (
        view.t("vergleich.projects.role", name=view.short_names[actor], role=view.t.term("tie_role", role))
        for actor, role in zip(actors, roles, strict=True)
    )
    return ", ".join(said)
