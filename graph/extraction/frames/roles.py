"""What a clause says of its names by the part each has in it: who acts, on what, by the verb or noun that joins them.

A frame knows the order of the words; here only the parts count: subject, agent ("von", "durch"), companion ("mit") and what it
is done to. So a sentence in another order, in the passive or with words between is read as well. A clause with a relative
pronoun speaks of the name before it; one that names no project, of the project of its passage.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graph.extraction.entities import Entity
from graph.extraction.frames.clauses import FIRST_PERSON, SpokenClause, clauses_of
from graph.extraction.frames.deeds import ROLES, Deed
from graph.extraction.frames.themes import fits_theme, is_committee, is_joinable
from graph.extraction.frames.ties import FoundTie, ambiguous, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace
from graph.extraction.scenes import MaskedSentence
from graph.extraction.status import is_negated, is_open, is_vague, status_of
from graph.extraction.topics import Topics

_AUXILIARY = re.compile(r"\b(?:wird|werden?|würden?|wurden?|worden|ist|sind|waren?|is|are|was|were|been|sei(?:en)?)\b")
_PERFECT = re.compile(r"\b(?:hat|haben?|hatten?|hätten?)\b")
_COPULA = re.compile(
    r"\b(?:is|are|was|were|ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|liegt|liegen|lag|steht|stehen|stand|obliegt|übernimmt|übernehmen|übernahm|erfolgt|fungiert|fungieren|führt|führen|zeichnet|zeichnen|verantwortlich|zuständig|durch|als|inne|teilen|teilt|darunter|unter ihnen|unter anderem|insbesondere|namentlich)\b|:"
)

_FALLS_TO = re.compile(r"\bobliegt|\bobliegen|\bkommt\b.*\bzu\b|\bfällt\b.*\bzu\b")  # "dem Verein obliegt die Leitung"


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
            for role in ROLES:
                ties = [] if fired.intersection(role.not_with) else _of_role(role, clause, scene, topics, next(lists))
                led = role.under.search(clause.text) is not None  # others act in the clause, too
                for tie in ties:
                    fired.update(() if led else (role.name,))
                    yield tie


def _of_role(role: Deed, clause: SpokenClause, scene: MaskedSentence, topics: Topics, group: int) -> Iterator[FoundTie]:
    kind = role.open_as if is_open(clause.text) else role.tie
    if is_vague(clause.text) or not kind or not role.needs.search(clause.text) or role.unless.search(clause.text):
        return
    if role.theme == "authority":
        agents = _applies(clause, topics, scene)
    else:
        agents = _agents(role, clause) or _first_person(role, clause, topics)
    if not agents:
        return
    if role.tie in _WITH_OTHERS:
        agents = [*agents, *(place for place in _actors(clause, role, _BESIDE) if place not in agents)]
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


def _agents(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return who acts: the agent of a participle, the subject of a verb, the bearer of a noun."""
    if role.theme == "receiver":
        return _actors(clause, role, role.agents) if role.verb.search(clause.text) else []
    if led := _right_after(role, clause):
        with_them = _subjects(clause, role) if role.tie == "partner" else []
        return [*(place for place in with_them if place.entity.kind != "Netzwerk"), *led]
    if role.subject.search(clause.text):
        return _subjects(clause, role) or _actors(clause, role, frozenset(("gen", "des")))
    participle, perfect = role.passive.search(clause.text), _PERFECT.search(clause.text)
    if participle and not perfect and (by_whom := _of_participle(role, clause)) is not None:
        return by_whom
    if role.noun.search(clause.text) and (bearers := _bearers(role, clause)):
        return bearers
    return _of_verb(role, clause) if role.verb.search(clause.text) or (participle and perfect) else []


def _of_participle(role: Deed, clause: SpokenClause) -> list[MentionPlace] | None:
    """Return the agent of a participle, or ``None`` when it may be no passive: "X finanziert Y"."""
    if "by" in role.agents:
        return _after_participle(role, clause)
    agents = _actors(clause, role, role.agents)
    if agents or not _AUXILIARY.search(clause.text):
        return agents or None
    return _subjects(clause, role) if role.tie in _OF_SUBJECTS else []


def _after_participle(role: Deed, clause: SpokenClause) -> list[MentionPlace] | None:
    """Return the English agent, which stands right behind its participle: "coordinated by ⟦A1⟧ and funded by ⟦A2⟧"."""
    found = role.passive.search(clause.text)
    after = [
        place
        for one in clause.groups
        if found and one.cue in role.agents and one.start >= found.end()
        for place in one.places[: len(one.places) if one.start - found.end() < _NEAR_AGENT else 0]
    ]
    return [place for place in after if place.entity.what is What.ACTOR] or None


_NEAR_AGENT = 40  # characters between a participle and its agent


def _of_verb(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return the subject of a verb; who works with it is a partner, too."""
    with_others = _actors(clause, role, role.agents) if role.tie == "partner" else []
    return [*_subjects(clause, role), *with_others]


def _right_after(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return the names right after "unter Federführung", "gemeinsam mit"."""
    found = role.under.search(clause.text)
    after = [one for one in clause.groups if found and 0 <= one.start - found.end() < 70]
    if not after or re.search(r"[;:.]", clause.text[found.end() : after[0].start]):  # type: ignore[union-attr]
        return []
    return [place for place in after[0].places if place.entity.what is What.ACTOR]


def _first_person(role: Deed, clause: SpokenClause, topics: Topics) -> list[MentionPlace]:
    """Return whose letter it is where "ich" or "wir" give: the first who is named."""
    if role.tie != "funds" or not (role.verb.search(clause.text) and FIRST_PERSON.search(clause.text)):
        return []
    return [place for place in topics.places[:1] if place.entity.what is What.ACTOR]


_OF_SUBJECTS = ("partner", "member_of", "shareholder_of", "supports", "continues")


def _actors(clause: SpokenClause, role: Deed, cues: frozenset[str]) -> list[MentionPlace]:
    def acts(place: MentionPlace) -> bool:
        entity = place.entity
        return entity.what is What.ACTOR or role.theme == "both" or (role.tie == "funds" and entity.kind == "Programm")

    return [place for one in clause.groups if one.cue in cues for place in one.places if acts(place)]


def _subjects(clause: SpokenClause, role: Deed) -> list[MentionPlace]:
    def acts(place: MentionPlace) -> bool:
        if role.theme in ("both", "whole"):
            return place.entity.what is What.PROJECT
        return place.entity.what is What.ACTOR or (role.theme == "project" and place.entity.kind == "Netzwerk")

    free = [one for one in clause.groups if one.cue in ("", "acc") and any(map(acts, one.places))]
    if role.name not in _EACH_ITS_SHARE and not _SIDES.search(clause.text):
        free = free[:1]
    return [place for one in free for place in one.places if acts(place)]


_SIDES = re.compile(r"\b(?:auf|von) \w+er Seite\b|\bon the \w+ side\b")  # several subjects, one for each side
_EACH_ITS_SHARE = ("role_owns", "role_funds_share")  # "X hält 60 Prozent, den Rest die Y"


def _bearers(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return whose the noun is: "Träger ist X", "Träger: X", "X (Träger)", "X übernimmt die Leitung", "liegt bei X"."""
    noun = role.noun.search(clause.text)
    assert noun is not None
    rest = clause.text[noun.end() : noun.end() + 60]
    named = [one for one in clause.groups if any(place.entity.what is What.ACTOR for place in one.places)]
    after = [
        one for one in named if one.start >= noun.end() and one.cue in ("", "bei", "beim", "durch", "von", "vom", "acc")
    ]
    before = [one for one in named if one.end <= noun.start() and one.cue in ("", "acc")]
    if _FALLS_TO.search(clause.text):
        before = [one for one in named if one.end <= noun.start() and one.cue == "dem"] or before
    if after and (
        _COPULA.search(clause.text[noun.end() : after[0].start])
        or re.search(r"\b(?:sind|ist|waren|war)\W*$", clause.text[after[0].end :])
    ):
        chosen = after[:1]
    elif before and (
        _COPULA.search(clause.text[before[-1].end : noun.start()])
        or _COPULA.search(clause.text[: before[0].start])
        or (not after and _COPULA.search(rest))  # the verb ends a relative clause
        or rest.startswith(")")
    ):
        chosen = before[-1:] if rest.startswith(")") else before[:1]
    else:
        return []
    return [place for one in chosen for place in one.places if place.entity.what is What.ACTOR]


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
