"""Who works together and who stands alone, as tables."""

from __future__ import annotations

from graph.answers.together import Together
from graph.picture.scene import projects_by_actor
from views.address.codec import slug
from views.elements.tables import profile_link
from views.table import Column, Look, Table, number_cell
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
