"""What a clause says of its names by the part each has in it: who acts, on what, by the verb or noun that joins them.

A frame knows the order of the words; here only the parts count: subject, agent ("von", "durch"), companion ("mit") and what it
is done to. So a sentence in another order, in the passive or with words between is read as well. A clause with a relative
pronoun speaks of the name before it; one that names no project, of the project of its passage.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graph.extraction.entities import Entity
from graph.extraction.frames.agents import GIVING, actors_of, agents_of, first_person
from graph.extraction.frames.clauses import FIRST_PERSON, SpokenClause, clauses_of
from graph.extraction.frames.deeds import ROLES, Deed
from graph.extraction.frames.themes import fits_theme, is_committee, is_joinable
from graph.extraction.frames.ties import FoundTie, ambiguous, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace
from graph.extraction.scenes import MaskedSentence
from graph.extraction.status import is_negated, is_open, is_vague, status_of
from graph.extraction.topics import Topics


def ties_by_roles(scene: MaskedSentence, topics: Topics, lists: Iterator[int]) -> Iterator[FoundTie]:
    """Yield the ties that the verbs and nouns of a masked sentence state.

    Parameters
    ----------
    scene
        The sentence.
    topics
        All places of names, and what each passage speaks of.
    lists
        Numbers of lists of names; each takes the next.
    """
    for clause in clauses_of(scene, topics.places):
        if not is_negated(clause.text):
            fired: set[str] = set()
            for role in _roles_of(clause):
                led = role.under.search(clause.text) is not None  # others act in the clause, too
                not_said = fired.intersection(role.not_with) and not led
                ties = [] if not_said else _of_role(role, clause, scene, topics, next(lists))
                for tie in ties:
                    fired.update(() if led else (role.name,))
                    yield tie


_BY_PROJECTS = tuple(role for role in ROLES if role.theme in ("both", "whole", "authority"))


def _roles_of(clause: SpokenClause) -> Sequence[Deed]:
    """Return the deeds that may be done in a clause: without anybody who acts, those of projects only."""
    named = [place.entity for one in clause.groups for place in one.places]
    someone = any(entity.what is What.ACTOR or entity.kind in GIVING for entity in named)
    return ROLES if someone or FIRST_PERSON.search(clause.text) else _BY_PROJECTS


def _of_role(role: Deed, clause: SpokenClause, scene: MaskedSentence, topics: Topics, group: int) -> Iterator[FoundTie]:
    if not role.needs.search(clause.text) or role.unless.search(clause.text):  # most often: asked first
        return
    kind = role.open_as if is_open(clause.text) else role.tie
    if not kind or is_vague(clause.text):
        return
    if role.theme == "authority":
        agents = _applies(clause, topics, scene)
    else:
        agents = agents_of(role, clause) or first_person(role, clause, topics)
    if not agents:
        return
    if role.tie in _WITH_OTHERS:
        agents = [*agents, *(place for place in actors_of(clause, role, _BESIDE) if place not in agents)]
    themes = _themes(role, clause, agents, topics, scene)
    start, end = scene.copy_place(clause.start), scene.copy_place(clause.end)
    for source in agents:
        for target in themes:
            if is_possible(source.entity, target.entity, kind):
                choices, end_open = ambiguous(source, target)
                yield FoundTie(
                    source.entity, target.entity, fitting(kind, target.entity), *_words(start, end, source),
                    role.name, status_of(clause.text), group, sure=False, choices=choices, open_end=end_open,
                )  # fmt: skip


_WITH_OTHERS = ("partner", "member_of", "shareholder_of")
_BESIDE = frozenset(("neben",))  # "Partner sind neben der ⟦A1⟧ auch die ⟦A2⟧"


def _applies(clause: SpokenClause, topics: Topics, scene: MaskedSentence) -> list[MentionPlace]:
    """Return what is applied for: the project of the clause, or of its passage."""
    named = [
        place
        for one in clause.groups
        for place in one.places
        if place.entity.what is What.PROJECT and place.entity.kind not in ("Programm", "Gremium")
    ]
    place = scene.copy_place(clause.start)
    topic = topics.subject_at(place)
    return named[:1] or ([MentionPlace(place, place, topic, indirect=True)] if topic else [])


def _words(start: int, end: int, source: MentionPlace) -> tuple[int, int]:
    return (start, end) if end - start <= 300 else (source.start, source.end)


def _themes(
    role: Deed, clause: SpokenClause, agents: Sequence[MentionPlace], topics: Topics, scene: MaskedSentence
) -> list[MentionPlace]:
    """Return what the deed is done to: a name of the clause, or what its passage speaks of."""
    taken = {place.entity.number for place in agents}
    found: list[list[MentionPlace]] = []
    for cues in _order(role):
        for one in clause.groups:
            own = any(place in agents for place in one.places)
            fits = [
                p
                for p in one.places
                if p.entity.number not in taken
                and fits_theme(role.theme, p.entity, agents[0].entity, subject=one is clause.groups[0])
            ]
            if one.cue in cues and fits and not own:
                found.append(fits)
    if found:  # a body may stand before what it speaks of: "AG MINT: Die ⟦A1⟧ plant ein ⟦P2⟧"
        return next((fits for fits in found if role.theme == "group" or fits[0].entity.kind != "Gremium"), found[0])
    other = role.tie in ("leads", "supports") and _OBJECT.search(clause.text) and not role.noun.search(clause.text)
    implied = role.theme in ("project", "group") and not other
    place = scene.copy_place(clause.start)
    shares = _SHARE.search(clause.text) is not None and _COSTS.search(clause.text) is None
    implied = implied or (role.name == "role_owns" and shares)
    implied = implied and not (
        role.name in _WEAK and all(place.entity.kind in _DO_MUCH or place.entity.collective for place in agents)
    )
    topic = _topic(role, place, topics) if implied else None
    if topic is None or topic.number in taken:
        return []
    return [MentionPlace(place, place, topic, indirect=True)]


def _order(role: Deed) -> tuple[Collection[str], ...]:
    """Return the cues of what the deed is done to, in the order in which they are tried."""
    if role.theme == "authority":
        return (role.themes,)
    return (
        (frozenset(("dem", "zum", "zur")), ("", "acc"), role.themes)
        if role.theme == "group"
        else (("", "acc"), role.themes)
    )


_WEAK = ("role_works",)
# public bodies do much that is no part of the project their passage speaks of
_DO_MUCH = ("Kommune", "Kommunen", "Landkreis", "Ministerium", "Land", "Bund", "Einrichtung", "Stiftung")
_SHARE = re.compile(r"(?:%|Prozent|v\. ?H\.|Anteil).*|Anteile\b")
_COSTS = re.compile(r"[Kk]osten|Finanzierung|[Ff]örder|Zuschuss|Ausbau|Projekt")


def _topic(role: Deed, place: int, topics: Topics) -> Entity | None:
    """Return what a passage speaks of; for who joins, the project when it may be joined, else the body named last."""
    topic = topics.subject_at(place)
    if role.theme == "company":
        return topics.company_at(place)
    if role.theme != "group":
        return topic
    group = topics.group_at(place)
    return group if group and not is_committee(group) else topic if topic and is_joinable(topic) else None


# what is done to something not named
_OBJECT = re.compile(
    r"(?:führt|führen|bietet|bieten|organisiert|organisieren|veranstaltet|entwickelt|betreibt) [A-ZÄÖÜ][a-zäöüß]+(?:e|en|er|n|se)\b(?! [A-ZÄÖÜ„⟦])|"
    r"(?<!an )(?<!in )(?<!auf )(?<!für )(?<!über )(?<!durch )\b(?:[Ee]ine|[Ee]inen|[Ee]in|[Dd]ie|[Dd]as|[Dd]en|[Ii]hre|[Ss]eine)(?: [a-zäöüß]+e[nrs]?){0,2} [A-ZÄÖÜ][a-zäöüß]+"
)
