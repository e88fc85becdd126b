"""Gaps in fields of competence, who works together, the network as a matrix and overlapping bodies, as exhibits."""

from __future__ import annotations

from graph.answers.bodies import find_loads, find_overlaps, merge_candidates
from graph.answers.gaps import FIGURES, Gaps
from graph.export import Exhibit
from graph.export.table import ExportTable
from graph.picture.scene import Network, Scene, Size
from views.exhibit.charts import matrix_of
from views.exhibit.frame import PROMPT, framed
from views.exhibit.tables import exported
from views.fields import answer as fields_answer
from views.fields import question, tables, together_tables, together_words, words
from views.language.words import unmarked
from views.network import answer
from views.network.exhibit import drawn_network
from views.overview.answer import overview_of
from views.roles import answer as roles_answer
from views.speaking import speech
from views.view import View

_GAPS = {
    "actors": "exhibit.title.gaps",
    "projects": "exhibit.title.gaps_projects",
    "euros": "exhibit.title.gaps_euros",
}
_MOST = 18  # actors of a matrix that can be read on a slide; the table has all pairs


def fields_by_type(view: View) -> Exhibit:
    """Return the matrix of fields of competence and actor types."""
    t, gaps, sentence = view.t, fields_answer.gaps_of(view.part), words.competence_in_brief(view)
    chosen = {name: gaps.cells[cell] for cell, name in tables.cell_ids(view, gaps).items()}.get(view.query.zelle)
    lists = [tables.actors_of(view, chosen.actors), tables.projects_of(view, chosen.projects)] if chosen else []
    return framed(
        view,
        _counted(view, gaps) if gaps.cells else t("kompetenzfelder.title.felder"),
        sentence,
        picture=matrix_of(t, tables.competence(view, gaps), sentence) if gaps.cells else None,
        tables=[exported(table) for table in lists if table.rows],
        remarks=words.notes(speech(view), gaps) if gaps.cells else (),
    )


def _counted(view: View, gaps: Gaps) -> str:
    """Say what the cells of the matrix count, and how many have none of it."""
    t, figure = view.t, tables.FIGURE_OF[view.query.wert]
    if figure == "euros" and t.leaves_out_amounts:
        return t("kompetenzfelder.caption.euros")
    empty = sum(FIGURES[figure](cell) is None for cell in gaps.cells.values())
    return t.count(_GAPS[figure], empty, cells=t.number(len(gaps.cells)))


def working_together(view: View) -> Exhibit:
    """Return who works together in the chosen fields, and who stands alone."""
    t, sentence = view.t, together_words.together_in_brief(view)
    if not view.selection.kompetenzfelder:
        every = together_tables.by_field(view)
        shown = [exported(every)] if every.rows else []
        return framed(
            view,
            t("kompetenzfelder.title.zusammen"),
            sentence,
            picture=None if shown else PROMPT,
            tables=shown,
        )
    found = fields_answer.asked_together(view)
    drawing = answer.drawing_of(view.whole, view.part, Scene(Network.COOPERATION, size=Size.PARTNERS))
    fields = unmarked(speech(view).values(sorted(view.selection.kompetenzfelder)))
    return framed(
        view,
        t(
            "exhibit.title.together",
            fields=fields,
            together=t.count("exhibit.title.connected_actors", len(found.connected)),
            alone=t.count("exhibit.title.alone_actors", len(found.alone)),
        ),
        sentence,
        picture=drawn_network(view, drawing, sentence),
        tables=[exported(together_tables.connected(view, found)), exported(together_tables.alone(view, found))],
    )


def actors_by_actor(view: View) -> Exhibit:
    """Return the network as a matrix of its best connected actors, and all pairs as a table."""
    t, sorting = view.t, question.SORTING_OF[view.query.sortierung]
    shown, everyone = (fields_answer.matrix_of(view.part, sorting, most) for most in (_MOST, question.MOST))
    alone = len(roles_answer.groups_of(view.part).alone)
    further = len(view.part.actors) - len(shown.actors) - alone
    sentence = words.matrix_sentence(speech(view), shown, alone=alone, further=further)
    pairs = t.count("exhibit.title.pairs", overview_of(view.part).cooperations)
    return framed(
        view,
        pairs if everyone.cells else t("kompetenzfelder.title.akteure"),
        sentence,
        picture=matrix_of(t, tables.actor_grid(view, shown), sentence),
        tables=[exported(tables.pairs(view, everyone)), *_pair(view)],
    )


def _pair(view: View) -> list[ExportTable]:
    """List the projects of the pair that is chosen."""
    actors = view.query.zelle.split(">")
    if len(actors) != 2 or len(view.known(actors)) != 2:
        return []
    return [exported(tables.projects_of(view, fields_answer.shared_projects_of(view.part, *actors)))]


def overlapping(view: View) -> Exhibit:
    """Return how far bodies and networks overlap, and who sits in many."""
    t, found, sentence = view.t, fields_answer.bodies_of(view.part), words.bodies_in_brief(view)
    overlaps, most = find_overlaps(found), int(view.query.mehrals)
    loads = find_loads(found, more_than=most)
    remarks = (
        words.merge_sentence(speech(view), merge_candidates(overlaps)),
        words.loads_sentence(speech(view), loads, most),
    )
    chosen = [overlap for overlap in overlaps if tables.pair_id(overlap.a, overlap.b) == view.query.zelle]
    lists = [tables.bodies_table(view, found), tables.loads(view, loads)]
    lists += [tables.overlap_table(view, overlap) for overlap in chosen]
    return framed(
        view,
        t.count("exhibit.title.overlaps", len(overlaps)) if overlaps else t("kompetenzfelder.title.gremien"),
        sentence,
        picture=matrix_of(t, tables.bodies_grid(view, found, overlaps), sentence),
        tables=[exported(table) for table in lists],
        remarks=remarks if found else (),
    )
