"""What a sentence leaves to the one before or to the head of the paper: what a list is of, and who gives."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.frames.clauses import SpokenClause, clauses_of
from graph.extraction.frames.frame import SLOTS
from graph.extraction.frames.themes import is_carried_out, is_joinable
from graph.extraction.frames.ties import FoundTie, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.owned import is_company
from graph.extraction.place import MentionPlace, between
from graph.extraction.scenes import MARK, MaskedSentence
from graph.extraction.sections import TITLE
from graph.extraction.status import is_negated, is_open, states, status_of
from graph.extraction.topics import Topics

_FILE = tomllib.loads(Path(__file__).with_name("german_default.toml").read_text(encoding="utf-8"))["unsaid"]
_GOES_ON, _RECEIVES, _GIVEN, _LIST_OF = (
    re.compile(_FILE[name]) for name in ("goes_on", "receives", "given", "list_of")
)
_FLOWS, _INTO = re.compile(_FILE["flows"]), frozenset(_FILE["into"].split())
_CAPITAL, _TAKES_SHARES = re.compile(_FILE["capital"]), re.compile(_FILE["takes_shares"])
_NOUNS = {kind: re.compile(pattern) for kind, pattern in _FILE["noun"].items()}
_SUM = re.compile(SLOTS["SUM"])
_ITEM = re.compile(rf"(?:[•▪●·*–-]|\d{{1,2}}[.)]) ?(?:der |die |das )?⟦A(?P<who>\d+)⟧[^⟦⟧;•]{{0,60}}?{SLOTS['SUM']}")
_GIVERS = frozenset(_FILE["givers"].split())
ISSUER_GIVES = "issuer_gives"  # name of what the head of a paper says


def listed(
    scene: MaskedSentence, before: MaskedSentence | None, topics: Topics, lists: Iterator[int]
) -> Iterator[FoundTie]:
    """Yield who belongs to what the sentence before speaks of: "Der Verein hat 31 Mitglieder. Hierzu zählen ...".

    Parameters
    ----------
    scene
        The sentence.
    before
        The one before it.
    topics
        What each passage speaks of.
    lists
        Numbers of lists of names; each takes the next.
    """
    if before is None or is_negated(scene.text) or is_open(scene.text):
        return
    goes_on = _GOES_ON.match(scene.text) is not None
    kind = next((kind for kind, noun in _NOUNS.items() if noun.search(before.text)), "") if goes_on else ""
    if _CAPITAL.search(before.text) and _TAKES_SHARES.search(scene.text):
        kind = "shareholder_of"
    target = _whole(kind, before, topics) if kind else None
    if target is None:
        return
    group = next(lists)
    for _, number in MARK.findall(scene.text):
        place = topics.places[int(number)]
        if place.entity.what is What.ACTOR and is_possible(place.entity, target, kind):
            yield FoundTie(
                place.entity,
                target,
                fitting(kind, target),
                place.start,
                place.end,
                "list_goes_on",
                "",
                group,
                sure=False,
            )


def _whole(kind: str, before: MaskedSentence, topics: Topics) -> Entity | None:
    """Return what the list is of: the last thing of the sentence before that fits, else what the passage speaks of."""
    fits = _FITS[kind]
    named = [one.entity for one in between(topics.places, before.start, before.end) if fits(one.entity)]
    return named[-1] if named else topics.subject_at(before.end) if kind == "partner" else topics.owner_at(before.start)


_FITS: Mapping[str, Callable[[Entity], bool]] = {
    "member_of": is_joinable,
    "shareholder_of": is_company,
    "partner": is_carried_out,
}


def given(
    scene: MaskedSentence, topics: Topics, stated: Sequence[FoundTie], lists: Iterator[int]
) -> Iterator[FoundTie]:
    """Yield what the organisation whose paper it is gives where a sentence says only who or what gets how much.

    Parameters
    ----------
    scene
        The sentence.
    topics
        What each passage speaks of.
    stated
        The ties that it states.
    lists
        Numbers of lists of names; each takes the next.
    """
    giver = _fund(topics.places) or _issuer(topics.places)
    if giver is None or any(tie.kind == "funds" for tie in stated) or not _SUM.search(scene.text):
        return
    if _LIST_OF.search(scene.text):
        yield from _of_items(scene, topics, giver, next(lists))
        return
    for clause in clauses_of(scene, topics.places):
        said = clause.text
        if _SUM.search(said) and states(said):
            yield from _of_clause(clause, scene, giver, next(lists))


def _of_items(scene: MaskedSentence, topics: Topics, giver: Entity, group: int) -> Iterator[FoundTie]:
    for hit in _ITEM.finditer(scene.text):
        place = topics.places[int(hit["who"])]
        if is_possible(giver, place.entity, "funds"):
            yield FoundTie(giver, place.entity, "funds", place.start, place.end, ISSUER_GIVES, "", group, sure=False)


def _of_clause(clause: SpokenClause, scene: MaskedSentence, giver: Entity, group: int) -> Iterator[FoundTie]:
    """Yield the ties of a clause: who gets something for a project carries it out, and the project is what is funded."""
    named = [place.entity for one in clause.groups for place in one.places]
    gets = next((one.places[0].entity for one in clause.groups if one.cue == "dem"), None)  # "wird dem Verein gewährt"
    subject = next((one.places[0].entity for one in clause.groups if one.cue == ""), gets)
    project = next((one for one in named if is_carried_out(one)), None)
    receives = _RECEIVES.search(clause.text) and subject is not None and subject.what is What.ACTOR
    flows = _FLOWS.search(clause.text) and not any(one.cue in _BY for one in clause.groups)
    got = next((p.entity for one in clause.groups if one.cue in _INTO for p in one.places), None) if flows else None
    if got is not None and giver not in named and is_possible(giver, got, "funds"):
        start, end = scene.copy_place(clause.start), scene.copy_place(clause.end)
        yield FoundTie(giver, got, "funds", start, end, ISSUER_GIVES, status_of(clause.text), group, sure=False)
        return
    passive = _GIVEN.search(clause.text) and not any(one.cue in _BY for one in clause.groups)
    if not (receives or passive) or subject is None or giver in named:
        return
    start, end = scene.copy_place(clause.start), scene.copy_place(clause.end)
    told = (start, end, ISSUER_GIVES, status_of(clause.text), group)
    target = project or subject
    if is_possible(giver, target, "funds"):
        yield FoundTie(giver, target, "funds", *told, sure=False)
    if receives and project and is_possible(subject, project, "leads"):
        yield FoundTie(subject, project, "leads", *told, sure=False)


_BY = ("von", "vom", "durch", "seitens", "aus", "über", "im")


def _issuer(places: Sequence[MentionPlace]) -> Entity | None:
    """Return whose paper it is, if such a one gives money: the first organisation at its head."""
    head = between(places, 0, TITLE)
    heads = [one.entity for one in head if not one.indirect and one.entity.what is What.ACTOR]
    gives = [one for one in heads if one.kind in _GIVERS and not one.collective]
    return next((one for one in gives if one.kind != "Behörde"), gives[0] if gives else None)


def _fund(places: Sequence[MentionPlace]) -> Entity | None:
    """Return the fund or programme that a paper names before anything else that acts or is done."""
    head = [one.entity for one in between(places, 0, TITLE) if not one.indirect]
    first = next((one for one in head if one.kind != "Gremium"), None)
    return first if first and first.kind in _FUNDS else None


_FUNDS = ("Programm", "Fonds")
