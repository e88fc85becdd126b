"""Who stands where in the network, who brokers, which groups there are and what would fall apart, as exhibits."""

from __future__ import annotations

from graph.answers.standing import Ranking
from graph.export import Exhibit
from graph.measures import MEASURES
from views.exhibit.charts import look, pictured
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.language.words import unmarked
from views.level import most
from views.network.exhibit import drawn_network
from views.roles import answer, scatter, tables, words
from views.roles.question import measured
from views.roles.words import measure_names, reference
from views.speaking import speech
from views.view import View


def ranked(view: View) -> Exhibit:
    """Return the ranking by one measure beside the network sized by it."""
    asked, data, sentence = view.query, measured(view), words.ranking_in_brief(view)
    found = answer.ranking_of(data, asked.mass)
    drawing = answer.standing_drawing(view.whole, data, asked.mass, by_group=asked.gruppierung == "gruppe")
    drawing = answer.marked(drawing, asked.fokus)
    return framed(
        view,
        _first(view, found),
        sentence,
        picture=drawn_network(view, drawing, sentence),
        tables=[exported(tables.ranked(view, found))],
        remarks=[reference(view), _meaning(view, asked.mass)],
    )


def _first(view: View, found: Ranking) -> str:
    """Say who is first, where one is and the measure says something good."""
    leaders, name = found.first, measure_names(view)[found.measure]
    if not leaders:
        return view.t("rollen.title")
    said = unmarked(speech(view).named(leader.actor for leader in leaders))
    return view.t(f"exhibit.title.first.{MEASURES[found.measure].strong}", names=said, measure=name)


def _meaning(view: View, measure: str) -> str:
    return view.t("exhibit.measure", name=measure_names(view)[measure], text=view.t(f"measure.{measure}.what"))


def scattered(view: View) -> Exhibit:
    """Return two measures of each actor as points."""
    t, asked, sentence = view.t, view.query, words.two_measures_in_brief(view)
    pairs = answer.value_pairs_of(measured(view), asked.mass, asked.mass2)
    spec = scatter.value_scatter(view, pairs, look(t))
    across, up = measure_names(view)[asked.mass], measure_names(view)[asked.mass2]
    return framed(
        view,
        t("exhibit.title.scatter", across=across, up=up) if pairs else t("rollen.title"),
        sentence,
        picture=pictured(t, spec, "scatter", sentence) if pairs else None,
        tables=[exported(tables.two_values(view, pairs))],
        remarks=[reference(view), *(_meaning(view, measure) for measure in dict.fromkeys((asked.mass, asked.mass2)))],
    )


def brokering(view: View) -> Exhibit:
    """Return who brokers between which types of actor."""
    found = answer.brokers_of(measured(view))
    first = most(found, lambda broker: broker.total)
    names = unmarked(speech(view).named(broker.actor for broker in first))
    return framed(
        view,
        view.t.count("exhibit.title.brokers", len(first), names=names) if first else view.t("rollen.tab.bruecken"),
        words.brokers_in_brief(view),
        tables=[exported(tables.brokers(view, found)), exported(tables.broker_figures(view, found))],
        remarks=[reference(view)],
    )


def grouped(view: View) -> Exhibit:
    """Return the groups of the network as picture and table."""
    t, data, sentence = view.t, measured(view), words.groups_in_brief(view)
    found = answer.groups_of(data)
    drawing = answer.standing_drawing(view.whole, data, "degree", by_group=True)
    return framed(
        view,
        t.count("exhibit.title.groups", len(found.groups)) if found.groups else t("rollen.tab.gruppen"),
        sentence,
        picture=drawn_network(view, drawing, sentence),
        tables=[exported(tables.groups(view, found))],
        remarks=[reference(view), words.core(speech(view), answer.core_of(data))],
    )


def falling_apart(view: View) -> Exhibit:
    """Return the actors and ties that hold the network together on their own."""
    data = measured(view)
    points, bridges = answer.cut_points_of(data), answer.bridges_of(data)
    return framed(
        view,
        view.t.count("exhibit.title.cuts", len(points)) if points else view.t("rollen.tab.ausfall"),
        words.cuts_in_brief(view),
        tables=[exported(tables.cut_points(view, points)), exported(tables.bridges(view, bridges))],
        remarks=[reference(view), view.t.count("rollen.bridge.sentence", len(bridges))],
    )


def whole(view: View) -> Exhibit:
    """Return the figures on the network as a whole."""
    part, everything = answer.summary_of(view.part), answer.summary_of(view.whole)
    return framed(
        view,
        view.t("rollen.tab.netz"),
        words.figures_in_brief(view),
        tables=[exported(tables.figures(view, part, everything))],
        remarks=[reference(view)],
    )
