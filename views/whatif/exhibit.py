"""What a scenario changes, and who would be missed most, as exhibits."""

from __future__ import annotations

from dataclasses import replace

from graph.export import Exhibit
from graph.export.table import ExportTable
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.language.words import unmarked
from views.level import most
from views.network.exhibit import drawn_network
from views.network.few import few_said
from views.speaking import speech
from views.view import View
from views.whatif import answer, tables, words
from views.whatif import question as whatif_question


def what_if(view: View) -> Exhibit:
    """Return what the scenario of the address changes; without one, who would be missed most."""
    asked, t = whatif_question.asked_scenario(view), view.t
    if not asked.changes:
        return _missed(view)
    found, sentence = answer.impact_of(view.part, asked), words.in_brief(view)
    said = unmarked(speech(view).listed(words.change(speech(view), change) for change in asked.changes))
    drawing = answer.scenario_drawing(view.whole, view.part, asked, whatif_question.MOMENT_OF[view.query.bild])
    lists = (tables.figures, tables.lone, tables.changed, tables.fundings)
    return framed(
        view,
        asked.name or t("exhibit.title.scenario", changes=said),
        sentence,
        picture=drawn_network(view, drawing, sentence),
        tables=[exported(table(view, found)) for table in lists],
        remarks=[
            *few_said(view),
            *([t("exhibit.scenario", changes=said)] if asked.name else []),
            *words.details(speech(view), found),
        ],
    )


def _missed(view: View) -> Exhibit:
    t, found = view.t, answer.missed_of(view.part)
    first = most(found, lambda missed: missed.separated)
    first_names = unmarked(speech(view).named(missed.actor for missed in first))
    return framed(
        view,
        t.count("exhibit.title.missed", len(first), names=first_names) if first else t("wenn.title"),
        words.missed_sentence(speech(view), found),
        tables=[_without_buttons(exported(tables.ranking(view, found)))],
        remarks=[t("wenn.ranking.note")],
    )


def _without_buttons(shown: ExportTable) -> ExportTable:
    """Leave out the last column, which only leads further on screen."""
    return replace(shown, columns=shown.columns[:-1], rows=tuple(row[:-1] for row in shown.rows))
