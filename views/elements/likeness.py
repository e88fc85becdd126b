"""Who and what is like the element of a profile, and why."""

from __future__ import annotations

from graph.answers.likeness import Common, Trait
from graph.profile import Profile
from views.elements import answer
from views.elements.tables import profile_link
from views.language.speech import Speech
from views.speaking import picture_speech
from views.table import Column, Look, Table, share_cell
from views.view import View

_OF_ELEMENTS = frozenset({Trait.PARTNER, Trait.ACTOR, Trait.PROGRAMME, Trait.FUNDER})
_NAMED = 3  # names of what is shared before the rest is counted


def alike(view: View, shown: Profile) -> Table:
    """List the actors like an actor or the projects like a project, best first, with what they share."""
    t, say = view.t, picture_speech(view)
    looks = {"name": Look.LINK, "score": Look.NUMBER, "common": Look.TEXT}
    return Table(
        t(f"steckbrief.alike.caption.{shown.mode}"),
        tuple(Column(t(f"steckbrief.alike.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, one.id),
                share_cell(t, one.score),
                "; ".join(_common(say, common) for common in one.common),
            )
            for one in answer.alike(view.whole, shown.id)
        ),
    )


def _common(say: Speech, common: Common) -> str:
    names = say.named if common.trait in _OF_ELEMENTS else say.values
    words = common.ids if common.trait in _OF_ELEMENTS else tuple(map(say.t.recorded, common.ids))
    return say.t.count(f"steckbrief.alike.trait.{common.trait}", len(words), names=names(words, _NAMED))
