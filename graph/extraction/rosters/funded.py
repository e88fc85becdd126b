"""Who funds the projects of a list or table, as the sentence above it says: "Das Ministerium fördert folgende Vorhaben:"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.frames.themes import is_carried_out
from graph.extraction.frames.ties import FoundTie, is_possible
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, between
from graph.extraction.reading import Reading
from graph.extraction.status import is_negated, is_open, is_vague

GROUPS_FROM = 4_500_000
MOST_LINES = 60  # of one list
FEWEST = 2  # projects of a list
_WORDS = tomllib.loads(Path(__file__).with_name("roster_words.toml").read_text(encoding="utf-8"))["funded"]
_LEAD, _BEFORE, _WHERE = (re.compile(_WORDS[name]) for name in ("lead", "before_giver", "where"))
_GIVERS = frozenset(_WORDS["givers"].split())
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[A-ZÄÖÜ](?:[^\t]{30,}[.!?]|[^\t]{220,})\s*")  # a line that is no item and no row


def funded_ties(reading: Reading, places: Sequence[MentionPlace]) -> Iterator[FoundTie]:
    """Yield who funds each project below a sentence that says so of all of them.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names, in their order.
    """
    read_to = 0
    for number, (start, end) in enumerate(reading.sentences):
        lead = reading.text[start:end].rstrip()
        if start < read_to or not _states_of_all(lead):
            continue
        giver = _giver(reading.text, between(places, start, end))
        projects = list(_projects(reading.text, places, end)) if giver else []
        if giver is None or len({one.entity.number for one in projects}) < FEWEST:
            continue
        read_to = projects[-1].end
        for one in projects:
            if is_possible(giver, one.entity, "funds"):
                yield FoundTie(
                    giver, one.entity, "funds", one.start, one.end, "funded_list", "", GROUPS_FROM + number, sure=False
                )


def _states_of_all(lead: str) -> bool:
    return (
        lead.endswith(":")
        and _LEAD.search(lead) is not None
        and not (is_negated(lead) or is_open(lead) or is_vague(lead))
    )


def _giver(text: str, named: Sequence[MentionPlace]) -> Entity | None:
    """Return the organisation or programme the money of a sentence comes from: behind "vom" and the like, else the only giver of it."""
    fit = [one for one in named if _may_give(one.entity) and not _WHERE.search(text, max(0, one.start - 40), one.start)]
    behind = [one.entity for one in fit if _BEFORE.search(text, max(0, one.start - 40), one.start)]
    known = {one.entity.number: one.entity for one in fit if one.entity.kind in _GIVERS}
    return behind[0] if behind else next(iter(known.values())) if len(known) == 1 else None


def _may_give(entity: Entity) -> bool:
    return (entity.what is What.ACTOR and not entity.collective) or entity.kind in _GIVERS


def _projects(text: str, places: Sequence[MentionPlace], at: int) -> Iterator[MentionPlace]:
    """Yield the first project of each line below, up to where prose begins again."""
    for number, line in enumerate(_LINE.finditer(text, at)):
        if number >= MOST_LINES or _SENTENCE.fullmatch(line[0]):
            return
        inside = (one for one in between(places, line.start(), line.end()) if not one.indirect)
        first = next((one for one in inside if is_carried_out(one.entity) and one.entity.kind != "Gremium"), None)
        if first is not None:
            yield first
