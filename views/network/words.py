"""Sentences of the page Netzwerk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.ledger.grants import grants
from graph.picture.drawn import Drawing
from graph.picture.encoding import UNKNOWN_AMOUNT
from graph.picture.folding import By
from graph.picture.hubs import own_lines, untied
from graph.picture.scene import STRONGEST
from graph.profile import Profile
from graph.vocabulary import Mode
from views.elements.answer import profile_of
from views.evidence.expected import drawn_pairs, is_large
from views.language.words import plain
from views.level import most
from views.network import groups, hubs, maps
from views.network.consortia import carrying_shown, through
from views.network.picture import shows_elements
from views.view import View, narrow_of

_NAMED = 5


def title(view: View) -> str:
    """Question the picture answers."""
    focus = view.query.fokus
    if maps.is_map(view):
        return view.t("karte.title")
    if focus in view.names:
        return view.t("netzwerk.title_focus", name=view.names[focus])
    if (by := groups.groups_by(view)) is not None:
        return view.t(f"gruppen.title.{groups.name_of(by)}")
    return view.t(f"netzwerk.title.{view.query.ansicht}")


def sentence(view: View, drawing: Drawing) -> str:
    """Say how much is in the picture, how much stands alone and how much the filters hide."""
    t, asked = view.t, view.query
    if maps.is_map(view):
        return map_sentence(view)
    if (by := groups.groups_by(view)) is not None:
        return _of_groups(view, drawing, by)
    what = t.names(_contents(view, drawing))
    around = near(view)
    said = [
        t("netzwerk.sentence_focus", near=around, distance=asked.umkreis, what=what)
        if around
        else t("netzwerk.sentence", what=what),
        t("netzwerk.nearest", n=t.number(STRONGEST - 1)) if around and len(drawing.shown) == STRONGEST else "",
        t.count("netzwerk.hidden", hidden(view)) if hidden(view) else "",
        t(f"netzwerk.counting.{asked.zaehlung}") if asked.ansicht == "kooperation" else "",
        through(view, carrying_shown(view, drawing)) if asked.ansicht == "kooperation" else "",
        hubs.sentence(view, drawing),
        t(f"netzwerk.in_columns.{asked.spaltenordnung}") if drawing.columns and asked.spaltenordnung else "",
        kept_by_rate(view),
        kept_between(view),
        with_least_ties(view, drawing),
        _unknown_amounts(view, drawing) if asked.ansicht == "foerderung" else "",
    ]
    return " ".join(part for part in said if part)


def kept_by_rate(view: View) -> str:
    """Say that only what stands out is shown, how much that is and how much of it may be chance; ``""`` else."""
    t, rate = view.t, narrow_of(view.query).rate
    if not rate or view.query.ansicht != "kooperation":
        return ""
    return t.count("netzwerk.backbone", len(drawn_pairs(view)), rate=t.percent(rate))


def kept_between(view: View) -> str:
    """Say that only ties between actors of some types are shown; ``""`` else."""
    types = [view.t.recorded_amid(view.type_slugs[name]) for name in view.query.zwischen if name in view.type_slugs]
    if not types:
        return ""
    key = "netzwerk.between.within" if len(types) == 1 else "netzwerk.between.types"
    return view.t(key, types=view.t.names(types))


def with_least_ties(view: View, drawing: Drawing) -> str:
    """Say that only elements with some number of ties are shown, and how many have fewer in the picture; ``""`` else.

    Elements are left out once, by the ties they have in the selection. Leaving out again until everybody has as many
    partners in the picture would be another question (its core), and old links would show something else.
    """
    least = narrow_of(view.query).partners
    if not least or not shows_elements(view):
        return ""
    lines = own_lines(drawing.edges)
    pairs = {(a, b) for edge in lines for a, b in ((edge.source, edge.target), (edge.target, edge.source))}
    ties = Counter(one for one, _ in pairs)
    fewer = sum(ties[node.id] < least for node in drawing.nodes if node.mode in {Mode.ACTOR, Mode.PROJECT})
    return view.t.count("netzwerk.least", fewer, least=view.t.number(least))


def beside_chance(view: View) -> str:
    """Explain what chance is, where a picture shows collaborations beside it; ``""`` else."""
    asked = view.query.ansicht == "kooperation" and not maps.is_map(view)
    return view.t("evidence.expected.explained") if asked and drawn_pairs(view) else ""


def kept_parts(view: View) -> tuple[str, ...]:
    """Which parts of the network may be chosen, none on a map; only what stands out where the network is large."""
    if maps.is_map(view):
        return ()
    rates = ("auffaellig", "auffaellig1") if view.query.ansicht == "kooperation" and is_large(view.whole) else ()
    parts = ("verbunden", "groesste") if shows_elements(view) else ()
    return ("", *parts, *rates) if parts or rates else ()


def near(view: View) -> str:
    """Say with whom and in what the element in focus works, whatever the picture shows of it; ``""`` without one."""
    t, shown = view.t, _in_focus(view)
    if shown is None:
        return ""
    name = plain(view.short_names[shown.id])
    if shown.mode is Mode.PROJECT:
        return t.count("netzwerk.near.project", len(shown.taking_part), name=name)
    if not shown.partners and not shown.taking_part:
        return t("netzwerk.near.alone", name=name)
    partners = t.count("netzwerk.near.partners", len(shown.partners))
    return t(
        "netzwerk.near.actor",
        name=name,
        partners=partners,
        projects=t.count("netzwerk.near.projects", len(shown.taking_part)),
    )


def near_title(view: View) -> str:
    """Say the same in a few words, for a title; ``""`` when nothing is tied to the focus."""
    t, shown = view.t, _in_focus(view)
    if shown is None or not (shown.partners or shown.taking_part):
        return ""
    if shown.mode is Mode.PROJECT:
        return t.count("count.actors", len(shown.taking_part))
    partners = t.count("count.partners", len(shown.partners))
    return t("netzwerk.near.actor_title", partners=partners, projects=t.count("count.projects", len(shown.taking_part)))


def _in_focus(view: View) -> Profile | None:
    """Return what fits the filters of the element in focus; all of it when it does not fit them itself."""
    focus = view.query.fokus
    return (profile_of(view.part, focus) or profile_of(view.whole, focus)) if focus in view.names else None


def _of_groups(view: View, drawing: Drawing, by: By) -> str:
    """Say what the groups are and how many, and how much is in all of them."""
    t = view.t
    actors = t.count("count.actors", len(view.part.actors))
    what = t.names([actors, t.count("count.projects", len(view.part.projects))])
    said = [
        t("gruppen.sentence", groups=groups.counted(view, by, drawing), what=what),
        t("gruppen.no_funding") if view.query.ansicht == "foerderung" else "",
        t.count("netzwerk.hidden", hidden(view)) if hidden(view) else "",
    ]
    return " ".join(part for part in said if part)


def map_sentence(view: View) -> str:
    """Say how many places are on the map, which has most actors, how many actors stand on none, and what is hidden."""
    t, found = view.t, maps.placed(view)
    shown = [bubble for bubble in found.folding.bubbles if bubble.key in found.sites]
    first = most(shown, lambda bubble: len(bubble.actors))
    off = maps.off_the_map(view)
    said = [
        t.count("karte.counties" if found.by is By.COUNTY else "karte.sentence", len(shown)),
        t.count(
            "karte.largest",
            len(first),
            names=t.names(plain(bubble.key) for bubble in first),
            actors=t.count("count.actors", len(first[0].actors)),
        )
        if 0 < len(first) < len(shown)
        else "",
        t.count("karte.unplaced", len(off)) if off else "",
        t("karte.no_funding") if view.query.ansicht == "foerderung" else "",
        t.count("netzwerk.hidden", hidden(view)) if hidden(view) else "",
    ]
    return " ".join(part for part in said if part)


def _unknown_amounts(view: View, drawing: Drawing) -> str:
    """Say of how many fundings in the picture no amount that counts is known."""
    shown = {(edge.source, edge.target) for edge in drawing.edges if edge.kind == "funds" and not edge.dimmed}
    ledger = grants(view.part)
    pairs = zip(ledger["funder"], ledger["target"], ledger["omission"], strict=True)
    omitted = [reason is not None for funder, target, reason in pairs if (funder, target) in shown]
    if not omitted:
        return ""
    if omitted == [True]:
        return view.t("netzwerk.unknown_amount")
    said = view.t.count("netzwerk.unknown_amounts", sum(omitted), of=view.t.number(len(omitted)))
    lines = sum(edge.width_class == UNKNOWN_AMOUNT for edge in drawing.edges if not edge.dimmed)
    return f"{said} {view.t.count('netzwerk.unknown_lines', lines)}" if lines != sum(omitted) else said


def _contents(view: View, drawing: Drawing) -> list[str]:
    """List actors, projects if there are any, ties and isolates of the picture."""
    t, asked = view.t, view.query
    shown = [node for node in drawing.nodes if not node.dimmed]
    lines = [edge for edge in own_lines(drawing.edges) if not edge.dimmed]
    modes = Counter(node.mode for node in shown)
    alone = untied(shown, lines)
    actors = t.count("count.actors", modes[Mode.ACTOR])
    projects = [t.count("count.projects", modes[Mode.PROJECT])] if modes[Mode.PROJECT] else []
    only_pairs = asked.ansicht == "kooperation" and asked.gremien != "ja"
    ties = t.count("count.cooperations" if only_pairs else "count.ties", len(lines))
    behind = sum(edge.ties for edge in lines)
    if asked.ansicht == "foerderung" and behind > len(lines):
        ties = t("netzwerk.for_fundings", ties=ties, n=t.number(behind))
    standing_alone = [t.count("netzwerk.isolates", alone)] if alone and lines else []
    return [actors, *projects, ties, *standing_alone]


def hidden(view: View) -> int:
    """Count the actors and projects that do not fit the filters."""
    whole, part = view.whole, view.part
    return len(whole.actors) + len(whole.projects) - len(part.actors) - len(part.projects)


def panel_facts(view: View, shown: Profile) -> list[tuple[str, str]]:
    """Who is behind the selected element, most important first; safe as Markdown."""
    t = view.t
    funders = [end.other for end in shown.money if not end.outward]
    if shown.mode is Mode.ACTOR:
        return [
            (t("steckbrief.fact.kompetenzfelder"), plain(", ".join(shown.facts["kompetenzfelder"]))),
            (t("netzwerk.panel.partners"), _some(view, [partner.id for partner in shown.partners])),
            (t("netzwerk.panel.funded_by"), _some(view, funders)),
        ]
    leads = [end.other for end in shown.participations if end.kind == "leads"]
    others = [end.other for end in shown.participations if end.kind != "leads"]
    return [
        (t("netzwerk.panel.lead"), _some(view, leads)),
        (t("netzwerk.panel.taking_part"), _some(view, others)),
        (t("netzwerk.panel.funded_by"), _some(view, funders)),
    ]


def _some(view: View, elements: Sequence[str]) -> str:
    elements = list(dict.fromkeys(elements))
    names = plain(view.short_list(elements[:_NAMED]))
    rest = len(elements) - _NAMED
    return view.t("netzwerk.panel.more", names=names, n=view.t.number(rest)) if rest > 0 else names
