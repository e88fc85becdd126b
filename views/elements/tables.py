"""Actors, projects and fields of competence as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from graph.ledger.amounts import Amount
from graph.ledger.breakdown import Category
from graph.ledger.dimensions import CategoryRole
from graph.ledger.grants import granted_to
from graph.overview import Overview
from graph.picture.scene import projects_by_actor
from views.address.codec import address, slug
from views.elements.answer import partners_of
from views.funding.answer import totals_of
from views.language.words import Words
from views.rows import rows_of
from views.table import Cell, Column, Look, Table, Unit, duration_cell, money_cell, number_cell, status_cell
from views.view import View


def profile_link(view: View, element: str) -> Cell:
    """Cell with the name of an element that opens its profile."""
    return Cell(view.names.get(element, element), target=address("steckbrief", id=element))


def profile_links(view: View, elements: Iterable[str]) -> str:
    """Short names of elements for one cell."""
    return view.short_list(elements) or view.t("format.missing.none")


def fields(view: View, facts: Overview) -> Table:
    """Projects, actors and euros of each field; last the euros that belong to several fields or to none."""
    t = view.t
    looks = {"field": Look.LINK, "projects": Look.BAR, "ongoing": Look.NUMBER, "actors": Look.NUMBER}
    looks["amount"] = Look.NUMBER
    money = {row.category: row.amount_eur for row in totals_of(view.part, "kompetenzfeld").rows}
    beside = {
        CategoryRole.SEVERAL: "ueberblick.fields.several",
        CategoryRole.UNASSIGNED: "ueberblick.fields.unassigned",
    }
    none = number_cell(t, None)
    return Table(
        t("ueberblick.fields.caption"),
        tuple(Column(t(f"ueberblick.fields.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                Cell(
                    row.kompetenzfeld,
                    target=address("netzwerk", feld=view.field_slugs[row.kompetenzfeld], ansicht="alles"),
                ),
                *(number_cell(t, count) for count in (row.projects, row.ongoing, row.actors)),
                _rounded(t, money.get(Category(CategoryRole.ITEM, row.kompetenzfeld))),
            )
            for row in facts.fields
        )
        + tuple(
            (t(words), none, none, none, _rounded(t, money[Category(role)]))
            for role, words in beside.items()
            if money.get(Category(role)) is not None
        ),
    )


def _rounded(t: Words, amount: Amount | None) -> Cell:
    if amount is None:
        return number_cell(t, None)
    return Cell(t.money_short(amount), float(amount), datum=amount, unit=Unit.EURO)


def actors(view: View) -> Table:
    """All actors that fit the filters."""
    t, part = view.t, view.part
    projects, partners = projects_by_actor(part), partners_of(part)
    looks = {"name": Look.LINK, "type": Look.TEXT, "fields": Look.TEXT, "location": Look.TEXT}
    numbers = {"projects": Look.NUMBER, "partners": Look.NUMBER}
    return Table(
        t.count("verzeichnis.caption.actors", len(part.actors)),
        tuple(Column(t(f"verzeichnis.column.{name}"), look) for name, look in (looks | numbers).items()),
        tuple(
            (
                profile_link(view, actor.id),
                t.recorded(actor.type) or t("format.missing.text"),
                ", ".join(actor.kompetenzfelder),
                actor.location,
                number_cell(t, projects.get(actor.id, 0)),
                number_cell(t, partners.get(actor.id, 0)),
            )
            for actor in rows_of(part.actors.sort_values("name", key=_collation))
        ),
        ids=tuple(part.actors.sort_values("name", key=_collation)["id"]),
    )


def projects(view: View) -> Table:
    """All projects that fit the filters."""
    t, part = view.t, view.part
    ends = _roles(view)
    looks = dict.fromkeys(("name", "kind", "lead", "fields", "status", "duration", "funders", "funding"), Look.TEXT)
    looks |= {"name": Look.LINK, "duration": Look.DATE, "funding": Look.NUMBER}
    granted = granted_to(part)
    ordered = part.projects.sort_values("name", key=_collation)
    return Table(
        t.count("verzeichnis.caption.projects", len(ordered)),
        tuple(Column(t(f"verzeichnis.column.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, project.id),
                t.recorded(project.kind),
                profile_links(view, ends["leads"][project.id]),
                ", ".join(project.kompetenzfelder),
                status_cell(t, project.status),
                duration_cell(t, project.start, project.end, project.date_text),
                profile_links(view, ends["funds"][project.id]),
                money_cell(t, granted.get(project.id)),
            )
            for project in rows_of(ordered)
        ),
        ids=tuple(ordered["id"]),
    )


def _collation(names: pd.Series) -> pd.Series:
    return names.map(slug)


def _roles(view: View) -> Mapping[str, Mapping[str, list[str]]]:
    """Kind of tie -> project -> actors, for leads and funders."""
    ends: dict[str, dict[str, list[str]]] = {"leads": defaultdict(list), "funds": defaultdict(list)}
    for tie in rows_of(view.part.ties):
        if tie.kind in ends and tie.from_id not in ends[tie.kind][tie.to_id]:
            ends[tie.kind][tie.to_id].append(tie.from_id)
    return ends
