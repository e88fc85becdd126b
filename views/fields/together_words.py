"""Sentence on who works together and who stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.together import Together
from views.fields.answer import asked_together
from views.language.speech import Speech
from views.speaking import speech
from views.view import View


def sentence(say: Speech, fields: Sequence[str], found: Together) -> str:
    """Say how many actors of some fields work together and how many stand alone.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    fields
        Fields of competence.
    found
        Who works together in the fields.
    """
    t = say.t
    return t.count(
        "answers.together.sentence",
        len(found.connected),
        where=t.count("answers.together.fields", len(fields), names=say.values(fields)),
        alone=t.count("answers.together.alone", len(found.alone)),
    )


def together_in_brief(view: View) -> str:
    """Say how many work together and how many stand alone; without a field, what to choose."""
    if not view.selection.kompetenzfelder:
        return view.t("kompetenzfelder.together.prompt")
    return sentence(speech(view), sorted(view.selection.kompetenzfelder), asked_together(view))
