"""Lists of actors and projects, and the profile of one of them, as exhibits."""

from __future__ import annotations

from graph.export import Exhibit
from graph.export.pictures import Text, TextBlock
from graph.profile import Profile
from views.elements import answer
from views.elements import profile_tables as profiles
from views.elements import tables as elements
from views.elements import words as wording
from views.exhibit.frame import PROMPT, framed
from views.exhibit.tables import exported
from views.fields import profile_exhibit as fields
from views.fields.question import field_asked
from views.language.words import capitalised, plain, unmarked
from views.view import View


def directory(view: View) -> Exhibit:
    """Return the list of actors or projects, exactly the rows on screen."""
    t, listed = view.t, view.query.liste
    shown = elements.projects(view) if listed == "projekte" else elements.actors(view)
    title = capitalised(t.count("count.projects" if listed == "projekte" else "count.actors", len(shown.rows)))
    sentence = t.count(f"verzeichnis.sentence.{listed}", len(shown.rows))
    return framed(view, title, sentence, tables=[exported(shown, caption=title)])


def profile(view: View) -> Exhibit:
    """Return the profile of an actor or project: facts beside the first list, further lists as tables.

    A field of competence has a profile too, see `views.fields.profile_exhibit.profile`.
    """
    if field_asked(view):
        return fields.profile(view)
    t, asked = view.t, view.query.id
    shown = answer.profile_of(view.whole, asked) if asked else None
    if shown is None:
        hint = t("steckbrief.unknown", id=plain(asked)) if asked else t("steckbrief.choose")
        return framed(view, t("steckbrief.title"), hint, picture=PROMPT)
    sections = profiles.sections(view, shown, wording.sums(t, shown.money))
    return framed(
        view,
        view.names[shown.id],
        wording.profile_in_brief(view, shown),
        picture=_facts(view, shown),
        tables=[exported(section.table) for section in sections if section.table.rows],
        remarks=wording.sums(t, shown.money),
    )


def _facts(view: View, shown: Profile) -> Text:
    said = tuple(
        view.t("exhibit.fact", term=unmarked(term), text=unmarked(text)) for term, text in wording.facts(view, shown)
    )
    return Text((TextBlock("", said),)) if said else PROMPT
