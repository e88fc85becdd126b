"""Lists inside of a sentence, with what the sentence says of all of them: "Die Stadt A sowie die Gemeinden B, C und D bilden einen Zweckverband"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.extraction.entities import Entity
from graph.extraction.frames.frame import SLOTS
from graph.extraction.frames.themes import is_carried_out, is_joinable
from graph.extraction.frames.ties import FoundTie, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.owned import is_company
from graph.extraction.place import MentionPlace, between
from graph.extraction.rosters.words import RUNS
from graph.extraction.scenes import MARK, MaskedSentence
from graph.extraction.status import states, status_of
from graph.extraction.topics import Topics

GROUPS_FROM = 3_500_000
FEWEST = 3  # of a list that is read so
NEAR = 300  # characters before and behind a list that are looked at
AHEAD = 400  # characters behind a sentence in which what is founded gets its name
_LIST = re.compile(SLOTS["L"])


def run_ties(scenes: Sequence[MaskedSentence], topics: Topics, stated: Sequence[FoundTie]) -> Iterator[FoundTie]:
    """Yield the ties of lists that the words around them state.

    Parameters
    ----------
    scenes
        The masked sentences.
    topics
        All places of names, and what each passage speaks of.
    stated
        Ties that sentences and tables state; a list says nothing more of whom its sentence says something alike of.
    """
    for number, scene in enumerate(scenes):
        for hit in _LIST.finditer(scene.text) if scene.text.count("⟦") >= FEWEST else ():
            places = [topics.places[int(one)] for _, one in MARK.findall(hit[0])]
            members = [one for one in places if one.entity.what is What.ACTOR]
            if len(members) < FEWEST or len(members) < len(places) or not states(scene.text):
                continue
            told = {(tie.source.number, tie.kind) for tie in stated if scene.start <= tie.start < scene.end}
            for kind in _kinds(
                scene.text[max(0, hit.start() - NEAR) : hit.start()], scene.text[hit.end() : hit.end() + NEAR]
            ):
                ties = _of_run(kind, members, scene, topics, GROUPS_FROM + number)
                yield from (tie for tie in ties if (tie.source.number, tie.kind) not in told)


def _kinds(before: str, after: str) -> Iterator[str]:
    """Yield the ties that the words before and after a list state of each item."""
    led = False  # the words before a list say one thing only
    for run in RUNS:
        if run.before.search(before) and run.after.match(after) and not (led and run.before.pattern):
            led = led or bool(run.before.pattern)
            yield run.kind


def _of_run(
    kind: str, members: Sequence[MentionPlace], scene: MaskedSentence, topics: Topics, group: int
) -> Iterator[FoundTie]:
    numbers = {one.entity.number for one in members}
    target = _target(kind, numbers, scene, topics)
    if target is None:
        return
    for one in members:
        yield from tie_of_item(one, (one.entity, target), kind, group, status_of(scene.text))


def tie_of_item(
    place: MentionPlace, ends: tuple[Entity, Entity], kind: str, group: int, status: str
) -> Iterator[FoundTie]:
    """Yield the tie that a list states of one of its items, where there can be such a one.

    Parameters
    ----------
    place
        Where the item stands.
    ends
        Where the tie begins and where it ends.
    kind
        Code of the kind of tie.
    group
        Number of the list.
    status
        Code of the status.
    """
    source, target = ends
    if is_possible(source, target, kind):
        as_said = kind if kind == "member_of" and is_joinable(target) else fitting(kind, target)
        yield FoundTie(source, target, as_said, place.start, place.end, "roster", status, group, sure=False)


def _target(kind: str, taken: set[int], scene: MaskedSentence, topics: Topics) -> Entity | None:
    """Return what the list is of: named in its sentence, else what the passage speaks of, else what gets its name behind it."""
    fits, at = FITS[kind], scene.start
    beside = [one.entity for one in between(topics.places, scene.start, scene.end)]
    spoken = [topics.sheet_at(at), topics.near_at(at), topics.group_at(at), topics.company_at(at), topics.network]
    ahead = [one.entity for one in between(topics.places, scene.end, scene.end + AHEAD)]
    return next((one for one in (*beside, *spoken, *ahead) if one and one.number not in taken and fits(one)), None)


FITS: Mapping[str, Callable[[Entity], bool]] = {
    "member_of": is_joinable,
    "shareholder_of": is_company,
    "partner": is_carried_out,
    "awarded": lambda entity: entity.what is What.PROJECT and entity.kind != "Gremium",
    "funds": is_carried_out,
}
