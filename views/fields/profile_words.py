"""The profile of a field of competence: what belongs to it, and its sentences."""

from __future__ import annotations

from dataclasses import replace

from graph.picture.drawn import Drawing
from graph.selection import Selection
from views.address.parameters import Query
from views.fields import answer
from views.language.words import plain
from views.network import picture as pictures
from views.overview.answer import overview_of
from views.overview.words import ongoing
from views.speaking import speech
from views.view import View

_CENTRAL = 3  # actors in the sentence


def view_of_field(view: View, field: str) -> View:
    """Return the view that holds a field and nothing else, whatever the filters."""
    query = Query(lang=view.query.lang, feld=(view.field_slugs[field],), gruppen="aus")
    selection = Selection(kompetenzfelder=frozenset((field,)))
    return replace(view, query=query, part=answer.part_of(view.whole, field), selection=selection, page="netzwerk")


def picture_view(view: View, field: str) -> View:
    """Return the view of the network of a field, of as many elements as can be named."""
    near = answer.named_part_of(view.whole, field)
    return replace(view_of_field(view, field), whole=near, part=near)


def drawing(view: View, field: str) -> Drawing | None:
    """Draw the network of a field; ``None`` when nothing in it is tied to anything."""
    near = picture_view(view, field)
    return pictures.drawing_of(near) if len(near.part.ties) else None


def sentence(view: View, field: str) -> str:
    """Say who and what is in a field, and which of its actors have most partners there."""
    t, facts = view.t, overview_of(answer.part_of(view.whole, field))
    projects = (t.count("count.projects", facts.projects), *ongoing(t, facts))
    said = t(
        "kompetenzfelder.profile.sentence",
        field=plain(field),
        actors=t.count("count.actors", facts.actors),
        projects=", ".join(projects),
    )
    return " ".join(part for part in (said, central(view, field)) if part)


def central(view: View, field: str) -> str:
    """Name the actors with most partners in a field, with their number; ``""`` when none has one."""
    t, say = view.t, speech(view)
    first = answer.together_in(answer.part_of(view.whole, field)).connected[:_CENTRAL]
    named = (f"{say.name(actor)} ({t.number(partners)})" for actor, partners in first)
    return t("kompetenzfelder.profile.central", names=say.listed(named)) if first else ""


def in_brief(view: View, field: str) -> str:
    """Say what the field is, and that a profile shows all that is recorded whatever the filters."""
    said = sentence(view, field)
    return f"{said} {view.t('steckbrief.unfiltered')}" if view.selection.active else said


def drawn_part(view: View, drawn: Drawing, field: str) -> str:
    """Say how much of a field its picture shows, where that is not all.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    drawn
        The network of the field.
    field
        Field of competence.
    """
    part = answer.part_of(view.whole, field)
    if len(part.actors) + len(part.projects) <= len(drawn.nodes):
        return ""
    return view.t("steckbrief.surroundings.some", n=view.t.number(len(drawn.nodes)))
