"""Sentences of the landing page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.consortia import Carrying
from graph.ledger.amounts import Omission
from graph.openpoints import DOUBTS, OpenPoint
from graph.overview import FieldCount, FundingTotal, Overview
from views.changes import words as changes
from views.language.words import Words, plain
from views.level import most
from views.network.consortia import carrying_of
from views.view import View

# Question card -> page and the changes to the query it makes.
_QUESTIONS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "network": ("netzwerk", {"ansicht": "kooperation", "fokus": ""}),
    "funding": ("foerderung", {"reiter": "fluss", "teil": ""}),
    "fields": ("kompetenzfelder", {"reiter": "zusammen"}),
    "compare": ("vergleich", {"reiter": "gemeinsam"}),
    "gaps": ("kompetenzfelder", {"reiter": "felder", "zelle": ""}),
}


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A card that leads to a page: its title, the words of its button, the page and the changes to the query."""

    title: str
    text: str
    page: str
    changes: Mapping[str, str]


def questions(t: Words, state: str, since: str) -> list[QuestionCard]:
    """List the questions one may begin with.

    Parameters
    ----------
    t
        Words of the language.
    state, since
        A saved state as a link names it, and its day or name; ``""`` when there is none.
    """
    asked = [
        QuestionCard(t(f"ueberblick.question.{name}.title"), t(f"ueberblick.question.{name}.text"), page, changes)
        for name, (page, changes) in _QUESTIONS.items()
    ]
    if state:
        link = {"stand": state, "reiter": "eintraege"}
        asked.append(QuestionCard(news(t, since), t("ueberblick.news.open"), "veraenderungen", link))
    return asked


def beginning(t: Words, *, may_edit: bool) -> list[QuestionCard]:
    """List where one may begin while there are no data: with files, for everybody or in one's own window.

    Parameters
    ----------
    t
        Words of the language.
    may_edit
        Whether the visitor may take files into the data of everybody.
    """
    own = QuestionCard(t("ueberblick.begin.own"), t("ueberblick.begin.open"), "daten", {"reiter": "eigene"})
    if not may_edit:
        return [own]
    into = QuestionCard(t("ueberblick.begin.files"), t("ueberblick.begin.read"), "bearbeiten", {"reiter": "einlesen"})
    entry = QuestionCard(t("ueberblick.begin.entry"), t("ueberblick.begin.write"), "bearbeiten", {"reiter": "projekt"})
    return [into, entry, own]


def news(t: Words, since: str) -> str:
    """Heading of what is new since a saved state."""
    return t("change.since", date=changes.since(t, since))


def title(view: View) -> str:
    """Title with the name of the region."""
    region = view.whole.about.get("region") or view.t("ueberblick.region")
    return view.t("ueberblick.title", region=region)


def sentence(t: Words, facts: Overview, *, selected: bool = False) -> str:
    """Say where we stand.

    Parameters
    ----------
    t
        Words of the language.
    facts
        The counts.
    selected
        Whether filters have chosen what is counted: what they leave out is recorded nevertheless.
    """
    cooperations = t.count("ueberblick.cooperations", facts.cooperations)
    if selected and not facts.cooperations:
        cooperations = t("ueberblick.no_cooperation")
    projects = t.count("count.projects", facts.projects)
    return t(
        "ueberblick.selected" if selected else "ueberblick.sentence",
        actors=t.count("count.actors", facts.actors),
        projects=", ".join((projects, *ongoing(t, facts))),
        cooperations=cooperations,
    )


def ongoing(t: Words, facts: Overview) -> list[str]:
    """Say how many of the projects are ongoing; nothing where there is no project."""
    if facts.projects == 1:
        return [t.count("count.ongoing_one", facts.ongoing)]
    if facts.projects and facts.ongoing == facts.projects:
        return [t("count.ongoing_all")]
    return [t.count("count.ongoing", facts.ongoing)] if facts.projects else []


def _left_out(t: Words, name: str, left: int, through: Sequence[str]) -> str:
    return "; ".join((t.count(f"ueberblick.{name}.left_out", left), *through))


def carried(view: View) -> list[str]:
    """Say which large consortia carry the number of cooperations, shortly."""
    return [_through(view, each) for each in carrying_of(view.part)]


def _through(view: View, each: Carrying) -> str:
    t, name = view.t, plain(view.short_names[each.project])
    said = t.count("netzwerk.carried.short", each.only, name=name)
    return f"{said} {t.count('netzwerk.carried.also', each.declared)}" if each.declared else said


def figures(t: Words, facts: Overview, through: Sequence[str] = ()) -> Sequence[tuple[str, str, str, str]]:
    """Label, value, what is left out, and explanation of the four figures.

    Parameters
    ----------
    t
        Words of the language.
    facts
        Figures of the overview.
    through
        What is said of large consortia behind the number of cooperations.
    """
    counts = (
        ("actors", facts.actors, facts.isolates),
        ("projects", facts.projects, facts.projects_without_field),
        ("pairs", facts.cooperations, facts.uncertain_cooperations),
    )
    return [
        *(
            (
                _label(t, n),
                t.number(v),
                _left_out(t, n, left, through if n == "pairs" else ()) if v else "",
                _help(t, n),
            )
            for n, v, left in counts
        ),
        (_label(t, "funding"), t.money_short(facts.funding.amount_eur), funding(t, facts.funding), _help(t, "funding")),
    ]


def funding(t: Words, total: FundingTotal) -> str:
    """Say from how many ties a sum comes and how many it leaves out, unknown amounts apart."""
    if not total.ties:
        return t("ueberblick.funding.none")
    unknown = total.left_out.get(Omission.UNKNOWN, 0)
    others = sum(total.left_out.values()) - unknown
    if not unknown and not others:
        return t.count("ueberblick.funding.complete", total.ties)
    return t(
        "ueberblick.funding.left_out",
        counted=t.number(total.counted),
        ties=t.count("ueberblick.funding.ties", total.ties),
        unknown=t.count("ueberblick.funding.unknown", unknown),
        others=t.count("ueberblick.funding.others", others),
    )


def fields(t: Words, facts: Overview) -> str:
    """Which field has the most projects."""
    if not facts.fields:
        return t("ueberblick.fields.none")
    first = most(facts.fields, lambda field: field.projects)
    names = [plain(field.kompetenzfeld) for field in first]
    return t.count("ueberblick.fields.sentence", len(first), names=t.names(names), projects=_projects(t, first))


def _projects(t: Words, fields: Sequence[FieldCount]) -> str:
    return t.count("count.projects", fields[0].projects) if fields else ""


def doubts(t: Words, points: Sequence[OpenPoint]) -> list[tuple[str, str]]:
    """Kind of doubt and how many, for those that occur."""
    counts = Counter(point.doubt for point in points)
    return [(t(f"daten.doubt.{doubt}"), t.number(counts[doubt])) for doubt in DOUBTS if counts[doubt]]


def _label(t: Words, name: str) -> str:
    return t(f"ueberblick.{name}.label")


def _help(t: Words, name: str) -> str:
    return t(f"ueberblick.{name}.help")
