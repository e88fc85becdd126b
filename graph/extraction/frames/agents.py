"""Who acts in a clause: the agent of a participle or of a noun of action, the subject of a verb, the bearer of a noun."""

from __future__ import annotations

import re

from graph.extraction.frames.clauses import FIRST_PERSON, NameRow, SpokenClause
from graph.extraction.frames.deeds import ROLES, Deed
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace
from graph.extraction.topics import Topics

_AUXILIARY = re.compile(r"\b(?:wird|werden?|würden?|wurden?|worden|ist|sind|waren?|is|are|was|were|been|sei(?:en)?)\b")
_PERFECT = re.compile(r"\b(?:hat|haben?|hatten?|hätten?)\b")
_COPULA = re.compile(
    r"\b(?:is|are|was|were|ist|sind|war|waren|bleibt|bleiben|blieb|wird|werden|wurden?|hat|haben|hatten?|liegt|liegen|lag|steht|stehen|stand|obliegt|übernimmt|übernehmen|übernahm|erfolgt|fungiert|fungieren|führt|führen|zeichnet|zeichnen|verantwortlich|zuständig|durch|als|inne\w*|teilen|teilt|darunter|unter ihnen|unter anderem|insbesondere|namentlich)\b|:"
)

_FALLS_TO = re.compile(r"\bobliegt|\bobliegen|\bkommt\b.*\bzu\b|\bfällt\b.*\bzu\b")  # "dem Verein obliegt die Leitung"


def agents_of(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return who acts: the agent of a participle or noun of action, the subject of a verb, the bearer of a noun.

    Parameters
    ----------
    role
        What is done.
    clause
        The clause.
    """
    if role.theme == "receiver" or role.sources:
        return actors_of(clause, role, role.agents) if role.verb.search(clause.text) else []
    if led := _right_after(role, clause):
        with_them = _subjects(clause, role) if role.tie == "partner" else []
        return [*(place for place in with_them if place.entity.kind != "Netzwerk"), *led]
    if role.subject.search(clause.text):
        return _subjects(clause, role) or actors_of(clause, role, frozenset(("gen", "des")))
    return _by_verb(role, clause)


def _by_verb(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return the agent of a participle or noun of action, the bearer of a noun, or the subject of a verb."""
    participle, perfect = role.passive.search(clause.text), _PERFECT.search(clause.text)
    if participle and not perfect and (by_whom := _of_participle(role, clause)) is not None:
        return by_whom
    if by_noun := _of_action(role, clause):
        return by_noun
    if role.noun.search(clause.text) and (bearers := _bearers(role, clause)):
        return bearers
    return _of_verb(role, clause) if role.verb.search(clause.text) or (participle and perfect) else []


def _of_participle(role: Deed, clause: SpokenClause) -> list[MentionPlace] | None:
    """Return the agent of a participle, or ``None`` when it may be no passive: "X finanziert Y"."""
    if "by" in role.agents:
        return _after_participle(role, clause)
    agents = [
        place
        for one in clause.groups
        if one.cue in role.agents and _is_of(role, clause.text, one)
        for place in one.places
        if acts(role, place)
    ]
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
    with_others = actors_of(clause, role, role.agents) if role.tie == "partner" else []
    return [*_subjects(clause, role), *with_others]


def _right_after(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return the names right after "unter Federführung", "gemeinsam mit"."""
    found = role.under.search(clause.text)
    after = [one for one in clause.groups if found and 0 <= one.start - found.end() < 70]
    if not after or re.search(r"[;:.]", clause.text[found.end() : after[0].start]):  # type: ignore[union-attr]
        return []
    return [place for place in after[0].places if place.entity.what is What.ACTOR]


def first_person(role: Deed, clause: SpokenClause, topics: Topics) -> list[MentionPlace]:
    """Return whose letter it is where "ich" or "wir" give: the first who is named.

    Parameters
    ----------
    role
        What is done.
    clause
        The clause.
    topics
        All places of names.
    """
    if role.tie != "funds" or not (role.verb.search(clause.text) and FIRST_PERSON.search(clause.text)):
        return []
    return [place for place in topics.places[:1] if place.entity.what is What.ACTOR]


_OF_SUBJECTS = ("partner", "member_of", "shareholder_of", "supports", "continues")


def actors_of(clause: SpokenClause, role: Deed, cues: frozenset[str]) -> list[MentionPlace]:
    """Return who may act behind some words.

    Parameters
    ----------
    clause
        The clause.
    role
        What is done.
    cues
        The words, as of `graph.extraction.frames.clauses.NameRow`.
    """
    return [place for one in clause.groups if one.cue in cues for place in one.places if acts(role, place)]


GIVING = ("Programm", "Netzwerk")  # things that may give money though they are no organisations


def acts(role: Deed, place: MentionPlace) -> bool:
    """Whether a thing may do a deed: an organisation, or a programme that gives."""
    entity = place.entity
    return entity.what is What.ACTOR or role.theme == "both" or (role.tie == "funds" and entity.kind in GIVING)


_PARTICIPLES = re.compile("|".join(dict.fromkeys(one.passive.pattern for one in ROLES)), re.IGNORECASE)
_PARTS = re.compile(r",|;| und | sowie | bzw\. ")  # what parts two participles: "von A geleitet und vom B gefördert"


def _is_of(role: Deed, text: str, agent: NameRow) -> bool:
    """Whether an agent belongs to a participle of a deed, where its clause has several: the one before it in its part, else the next."""
    found = list(_PARTICIPLES.finditer(text))
    if len(found) < 2 or not any(agent.start < one.start() for one in found):
        return True
    before = [one for one in found if one.end() <= agent.start]
    after = next((one for one in found if one.start() >= agent.end), None)
    own = before[-1] if before and not _PARTS.search(text, before[-1].end(), agent.start) else after
    return own is None or role.passive.fullmatch(own[0]) is not None


def _of_action(role: Deed, clause: SpokenClause) -> list[MentionPlace]:
    """Return who is behind a noun of action: "die Förderung des ⟦P1⟧ durch das ⟦A2⟧"."""
    for one in clause.groups:
        nouns = list(role.action.finditer(clause.text, 0, one.start)) if one.cue in _BY_NOUN else []
        near = nouns and one.start - nouns[-1].end() < _NEAR_NOUN
        if (
            near
            and not _PARTICIPLES.search(clause.text, one.end)
            and not _SEVERS.search(clause.text, nouns[-1].end(), one.start)
        ):
            return [place for place in one.places if acts(role, place)]
    return []


_BY_NOUN = ("durch", "seitens")
_NEAR_NOUN = 130  # characters between a noun of action and its agent
_SEVERS = re.compile(r"[;:.](?!\d)|\b[A-ZÄÖÜ][\wäöüß]*(?:ung|ation|ierung)\b")  # another such noun is nearer


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
        one
        for one in named
        if (one.start >= noun.end() and one.cue in ("", "bei", "beim", "durch", "von", "vom", "acc"))
        or (
            one.cue == "gen"
            and clause.text[: one.start].rstrip().endswith(("Händen der", "Händen des", "Hand der", "Hand des"))
        )
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
