"""Who works together and who stands alone, as tables."""

from __future__ import annotations

from dataclasses import replace

from graph.answers.together import Together
from graph.picture.scene import projects_by_actor
from views.address.codec import address, encode, slug
from views.elements.tables import profile_link
from views.fields.answer import together_by_field
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View


def connected(view: View, found: Together) -> Table:
    """Actors that work with others, most partners first."""
    t = view.t
    return Table(
        t.count("kompetenzfelder.together.connected", len(found.connected)),
        (
            Column(t("kompetenzfelder.column.actor"), Look.LINK),
            Column(t("kompetenzfelder.column.partners"), Look.BAR),
        ),
        tuple((profile_link(view, actor), number_cell(t, partners)) for actor, partners in found.connected),
    )


def alone(view: View, found: Together) -> Table:
    """Actors without partners, with the number of their projects."""
    t, projects = view.t, projects_by_actor(view.part)
    return Table(
        t.count("kompetenzfelder.together.alone", len(found.alone)),
        (
            Column(t("kompetenzfelder.column.actor"), Look.LINK),
            Column(t("kompetenzfelder.column.projects"), Look.NUMBER),
        ),
        tuple(
            (profile_link(view, actor), number_cell(t, projects.get(actor, 0)))
            for actor in sorted(found.alone, key=lambda actor: slug(view.names[actor]))
        ),
    )


def by_field(view: View) -> Table:
    """Every field of competence with how many work together in it and how many stand alone; a name opens the field."""
    t, found = view.t, together_by_field(view.whole, view.selection)
    return Table(
        t.count("kompetenzfelder.together.fields", len(found)),
        (
            Column(t("kompetenzfelder.field"), Look.LINK),
            Column(t("kompetenzfelder.column.together"), Look.BAR),
            Column(t("kompetenzfelder.column.alone"), Look.NUMBER),
        ),
        tuple(
            (
                Cell(field, target=_with_field(view, field)),
                number_cell(t, len(each.connected)),
                number_cell(t, len(each.alone)),
            )
            for field, each in sorted(found.items(), key=lambda item: (-len(item[1].connected), slug(item[0])))
        ),
    )


def _with_field(view: View, field: str) -> str:
    asked = replace(view.query, reiter="zusammen", feld=(view.field_slugs[field],))
    return address("kompetenzfelder", **encode(asked))
