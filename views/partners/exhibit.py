"""What actors share, how they are connected, who could join and who covers a need, as exhibits."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.comparison import Comparison
from graph.answers.paths import ChainAnswer, Chains
from graph.export import Exhibit
from views.address.hints import filtered_out
from views.exhibit.frame import PROMPT, framed
from views.exhibit.tables import exported
from views.language.words import unmarked
from views.network.exhibit import drawn_network
from views.partners import answer, comparison_words, question, words
from views.partners import comparison_tables as tables
from views.partners import tables as partner_tables
from views.speaking import speech
from views.view import View

_NAMED = 3  # names in a title


def shared(view: View) -> Exhibit:
    """Return what actors share, and what each has alone."""
    found, sentence = answer.asked_comparison(view), comparison_words.comparison_in_brief(view)
    if len(found.actors) < 2:
        out = filtered_out(view, view.query.vergleich)
        return framed(view, view.t("vergleich.title"), sentence, picture=PROMPT, remarks=[out])
    lists = [*tables.shared(view, found).values(), *(tables.alone(view, alone) for alone in found.alone)]
    filled = [exported(table) for table in lists if table.rows]
    return framed(
        view,
        _shared(view, found),
        sentence,
        picture=drawn_network(view, answer.comparison_drawing(view.part, found), sentence, arranged=True),
        tables=filled,
        remarks=[
            filtered_out(view, view.query.vergleich),
            *comparison_words.beside_chance(view, found),
            *comparison_words.details(speech(view), found),
        ],
    )


def _shared(view: View, found: Comparison) -> str:
    names = unmarked(speech(view).named(found.actors))
    return view.t.count("exhibit.title.shared", len(found.projects), names=names)


def connection(view: View) -> Exhibit:
    """Return the chains between two actors."""
    found, sentence = answer.asked_chains(view), comparison_words.chains_in_brief(view)
    if found is None or found.answer is not ChainAnswer.FOUND:
        out = filtered_out(view, view.query.vergleich[:2])
        return framed(view, view.t("vergleich.tab.verbindung"), sentence, picture=PROMPT, remarks=[out])
    return framed(
        view,
        _connected(view, found),
        sentence,
        picture=drawn_network(view, answer.chains_drawing(view.part, found), sentence, arranged=True),
        tables=[exported(tables.chains(view, found))],
        remarks=[view.t("vergleich.chains.note")],
    )


def _connected(view: View, found: Chains) -> str:
    names = view.t.names([view.short_names[found.source], view.short_names[found.target]])
    return view.t.count("exhibit.title.connected", len(found.chains[0].steps), names=names)


def partners(view: View) -> Exhibit:
    """Return who could be a partner, and why, with the points of each."""
    sentence = words.candidates_in_brief(view)
    found = answer.asked_candidates(view) if question.is_searching(view) else None
    if found is None or not found.candidates:
        return framed(view, view.t("vergleich.tab.partner"), sentence, picture=PROMPT)
    introduced = bool(view.query.partnervon or view.query.dabei)
    return framed(
        view,
        _best(view, words.tied(found)),
        sentence,
        tables=[
            exported(partner_tables.reasons(view, found, introduced=introduced)),
            exported(partner_tables.points(view, found)),
        ],
        remarks=[words.not_considered(speech(view), found), view.t("vergleich.points.note")],
    )


def _best(view: View, tied: Sequence[str]) -> str:
    if len(tied) > _NAMED:
        return view.t.count("exhibit.title.candidates", len(tied))
    return view.t.count("exhibit.title.partners", len(tied), names=view.t.names(view.short_names[a] for a in tied))


def covering(view: View) -> Exhibit:
    """Return the smallest group that covers what is needed."""
    sentence = words.consortium_in_brief(view)
    found = answer.asked_consortia(view) if question.needs_cover(view) else None
    shown = answer.shown_consortium(view, found) if found else None
    if shown is None:
        return framed(view, view.t("vergleich.tab.konsortium"), sentence, picture=PROMPT)
    lists = [partner_tables.contributions(view, shown), partner_tables.strangers(view, shown)]
    return framed(
        view,
        view.t.count("exhibit.title.consortium", len(shown.contributions)),
        sentence,
        picture=drawn_network(view, answer.consortium_drawing(view.part, shown), sentence, arranged=True),
        tables=[exported(table) for table in lists],
    )
