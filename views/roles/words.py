"""Sentences on places in the network, brokers, cut points, core and the network as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.standing import Broker, Ranking
from graph.cutpoints import CutPoint
from graph.measures import MEASURES, CorePeriphery, NetworkSummary
from graph.picture.scene import MOST_COMPLETE, STRONGEST
from views.fields import words as group_wording
from views.language.speech import Speech
from views.language.words import Words
from views.level import most
from views.network.consortia import carrying_of, through
from views.roles import answer
from views.roles.figures import value_text
from views.roles.question import measured
from views.speaking import speech
from views.view import View


def first(say: Speech, found: Ranking) -> str:
    """Say who is first, with what value, and how far the rank moves."""
    t, leaders = say.t, found.first
    name = t(f"measure.{found.measure}.name")
    if not leaders:
        return t("rollen.first.nobody", measure=name)
    own = f"rollen.first.{found.measure}"  # some measures have words of their own
    said = t.count(
        own if t.has(f"{own}.one") else f"rollen.first.{MEASURES[found.measure].strong}",
        len(leaders),
        measure=name,
        names=say.named(leader.actor for leader in leaders),
        value=value_text(t, found.measure, leaders[0].value),
    )
    return " ".join(part for part in (_ended(said), _moves(say, found), _estimated(t, found)) if part)


def place(say: Speech, found: Ranking, actor: str) -> list[str]:
    """Say at which place an actor stands; nothing when it is not ranked.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    found
        Ranking by one measure.
    actor
        Id of the actor.
    """
    t, own = say.t, next((one for one in found.standings if one.actor == actor), None)
    if own is None or own.rank is None:
        return []
    ranked = sum(one.rank is not None for one in found.standings)
    said = {
        "name": say.name(actor),
        "measure": t(f"measure.{found.measure}.name"),
        "rank": t.number(own.rank),
        "of": t.number(ranked),
        "value": value_text(t, found.measure, own.value),
    }
    return [t("rollen.place", **said)]


def _estimated(t: Words, found: Ranking) -> str:
    """Say from how many sources the values were estimated; nothing when they are exact."""
    if found.sample is None:
        return ""
    error = value_text(t, found.measure, found.sample.error)
    return t("rollen.estimated", sources=t.number(found.sample.sources), error=error)


def _moves(say: Speech, found: Ranking) -> str:
    best = min(leader.best or 1 for leader in found.first)
    worst = max(leader.worst or 1 for leader in found.first)
    if best == worst and not any(leader.unranked for leader in found.first):
        return say.t("rollen.range.steady")
    return say.t("rollen.range.moves", best=say.t.number(best), worst=say.t.number(worst))


def two_measures(say: Speech, across: Ranking, up: Ranking) -> str:
    """Say who is first by each of two measures.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    across
        Ranking by the measure that is shown across.
    up
        Ranking by the measure that is shown upwards.
    """
    t = say.t
    named = [t(f"measure.{found.measure}.name") for found in (across, up)]
    leaders = [[leader.actor for leader in found.first] for found in (across, up)]
    if not all(leaders):
        return t("rollen.scatter.nobody_first", across=named[0], up=named[1])
    key = "rollen.scatter.same" if leaders[0] == leaders[1] else "rollen.scatter.different"
    return _ended(t(key, across=named[0], up=named[1], first=say.named(leaders[0]), second=say.named(leaders[1])))


def brokers(say: Speech, found: Sequence[Broker]) -> str:
    """Say who connects most pairs, and whom."""
    if not found:
        return say.t("rollen.broker.nobody")
    first = most(found, lambda broker: broker.total)
    best = found[0]
    pairs = say.t.count("rollen.broker.pairs", best.total)
    if len(first) > 1:
        return _ended(say.t("rollen.broker.level", names=say.named(broker.actor for broker in first), pairs=pairs))
    return say.t("rollen.broker.sentence", name=say.name(best.actor), pairs=pairs, connects=connects(say, best))


def connects(say: Speech, broker: Broker) -> str:
    """Say which types an actor connects: ``verbindet Hochschulen mit Kommunen``."""
    if broker.groups is None:
        return say.t("format.missing.none")
    sender, receiver = str(broker.groups.sender), str(broker.groups.receiver)
    if sender == receiver:
        return say.t("rollen.broker.within", type=_plural(say, "of", sender))
    return say.t("rollen.broker.between", a=_plural(say, "of", sender), b=_plural(say, "with", receiver))


def _plural(say: Speech, case: str, kind: str) -> str:
    """Give the plural of a known type; other types stand as in the data, in quotation marks."""
    key = f"rollen.plural.{case}.{kind}"
    return say.t(key) if say.t.has(key) else say.t("rollen.plural.other", type=say.show(kind))


def cuts(say: Speech, points: Sequence[CutPoint]) -> str:
    """Say how many actors hold others in the network, and what the most important of them would take along."""
    said = say.t.count("rollen.cut.sentence", len(points))
    return f"{said} {cut_point(say, points[0])}" if points else said


def cut_point(say: Speech, point: CutPoint) -> str:
    """Say who loses the connection without an actor."""
    lost = [str(actor) for actor in point.lost]
    return _ended(say.t.count("rollen.cut.point", len(lost), name=say.name(str(point.actor)), lost=say.named(lost)))


def core(say: Speech, found: CorePeriphery) -> str:
    """Say who belongs to the core and how well the division describes the network."""
    t = say.t
    if not found.size:
        return t("rollen.core.nobody")
    members = [str(actor) for actor in found.core]
    said = [t.count("rollen.core.sentence", len(members), names=say.named(members))] if members else []
    if found.undecided:
        undecided = say.named(str(actor) for actor in found.undecided)
        said.append(t.count("rollen.core.undecided", found.places, names=undecided))
    if found.fit is not None:
        said.append(t("rollen.core.fit", share=t.percent(found.fit)))
    return " ".join(_ended(one) for one in said)


def network(say: Speech, figures: NetworkSummary) -> str:
    """Say how large and how closely tied the network is."""
    t = say.t
    if figures.density is None:
        return t.count("rollen.network.too_small", figures.actors)
    actors = t.count("count.actors", figures.actors)
    if not figures.ties:
        return t("rollen.network.without", actors=actors)
    return t(
        "rollen.network.sentence",
        actors=actors,
        ties=t.count("rollen.network.ties", figures.ties),
        density=t.percent(figures.density, 1),
        isolates=t.count("rollen.network.isolates", figures.isolates),
    )


def _ended(sentence: str) -> str:
    """Sentence with one full stop where a name that ends it has one of its own (``Metropolregion Stgt.``)."""
    return sentence.removesuffix(".") if sentence.endswith("..") else sentence


def reference(view: View) -> str:
    """Say which network was measured, where filters make two of it, and which large consortia carry it."""
    basis = view.t(f"rollen.basis.{view.query.bezug}") if view.selection.active else ""
    return " ".join(part for part in (basis, through(view, carrying_of(measured(view)))) if part)


def measure_names(view: View) -> dict[str, str]:
    """Name of each measure, in the order of the registry."""
    return {measure: view.t(f"measure.{measure}.name") for measure in MEASURES}


def ranking_in_brief(view: View) -> str:
    """Say where the actor in focus stands, if there is one, then who is first and how far the rank moves."""
    found, say = answer.ranking_of(measured(view), view.query.mass), speech(view)
    return " ".join((*place(say, found, view.query.fokus), first(say, found), *_drawn(view, "strongest")))


def two_measures_in_brief(view: View) -> str:
    """Say who is first by the one and by the other measure."""
    data, asked = measured(view), view.query
    across, up = (answer.ranking_of(data, measure) for measure in (asked.mass, asked.mass2))
    return two_measures(speech(view), across, up)


def brokers_in_brief(view: View) -> str:
    """Say who connects most pairs, and whom."""
    return brokers(speech(view), answer.brokers_of(measured(view)))


def groups_in_brief(view: View) -> str:
    """Say how many groups there are."""
    said = group_wording.groups_sentence(speech(view), answer.groups_of(measured(view)))
    return " ".join((said, *_drawn(view, "connected")))


def _drawn(view: View, order: str) -> tuple[str, ...]:
    """Say whom the picture shows where there are too many actors to draw them all."""
    actors = len(measured(view).actors)
    if actors <= MOST_COMPLETE:
        return ()
    return (view.t(f"rollen.drawn.{order}", n=view.t.number(STRONGEST), of=view.t.number(actors)),)


def cuts_in_brief(view: View) -> str:
    """Say how many actors hold others in the network."""
    return cuts(speech(view), answer.cut_points_of(measured(view)))


def figures_in_brief(view: View) -> str:
    """Say how large and how closely tied the network is."""
    return network(speech(view), answer.summary_of(measured(view)))
