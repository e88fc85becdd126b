"""Lists of what was granted: a sentence that says so and ends with a colon, and the items below it.

"Die LAG A hat drei Vorhaben genehmigt:" states of each item that it is approved, that its amount is granted and, where the
sentence names who decided, who gives. "Im Einzelnen gehen die Bescheide an:" names who receives instead.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.frames.ties import FoundTie, is_possible
from graph.extraction.mention import What
from graph.extraction.payments import PAYMENT
from graph.extraction.place import MentionPlace, between
from graph.extraction.reading import Reading

APPROVED = "approved"
GROUPS_FROM = 2_000_000  # groups of these lists are counted from here, those of tables below
MOST_ITEMS = 60  # of one list
_GRANTED, _NOT_GRANTED = (re.compile(PAYMENT[name]) for name in ("granted_list", "not_granted_list"))
_WORDS = tomllib.loads(Path(__file__).with_name("german_lists.toml").read_text(encoding="utf-8"))["granted"]
_OF_MONEY, _MONEY, _DECIDES, _SOURCE = (re.compile(_WORDS[name]) for name in ("of_money", "money", "decides", "source"))
_ITEM = re.compile(r"\s*(?:[•▪●○·*–-]|\(?[a-z\d]{1,2}[.)])[ \t]+[^\n]+")


@dataclass(frozen=True)
class GrantedList:
    """A list of what was granted.

    Attributes
    ----------
    start, end
        Characters ``[start, end)`` of the copy, the items only.
    giver
        Who decided, if the sentence above says so.
    items
        Places of the projects, one for each item that names one; where none does, of the organisations that get something.
    """

    start: int
    end: int
    giver: Entity | None
    items: Sequence[MentionPlace]

    def covers(self, place: int) -> bool:
        """Whether a character stands in one of its items."""
        return self.start <= place < self.end


def granted_lists(reading: Reading, places: Sequence[MentionPlace]) -> list[GrantedList]:
    """Return the lists of what was granted.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names, in their order.
    """
    found = []
    for start, end in reading.sentences:
        opening = _opening(reading.text, start, end)
        if opening is not None:
            items = list(_items(reading.text, opening))
            named = [place for span in items if (place := _first_project(places, *span))]
            if named or (items and _names_all(places, items)):
                giver = _giver(reading.text, places, start, opening)
                got = named or [between(places, *span)[0] for span in items]
                found.append(GrantedList(items[0][0], items[-1][1], giver, got))
    return found


def _opening(text: str, start: int, end: int) -> int | None:
    """Return where the items may begin below a sentence that says that something was granted, or ``None``."""
    colon = text.find(":\n", start, end + 1)
    if colon < 0 or _NOT_GRANTED.search(text, start, colon):
        return None
    of_money = _OF_MONEY.search(text, start, colon) and _MONEY.search(text, start, colon)
    return colon + 1 if of_money or _GRANTED.search(text, start, colon) else None


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    for _ in range(MOST_ITEMS):
        item = _ITEM.match(text, at)
        if item is None:
            return
        yield item.span()
        at = item.end()


def _first_project(places: Sequence[MentionPlace], start: int, end: int) -> MentionPlace | None:
    inside = (place for place in between(places, start, end) if place.entity.what is What.PROJECT)
    return next((place for place in inside if place.entity.kind not in ("Programm", "Gremium")), None)


def _names_all(places: Sequence[MentionPlace], items: Sequence[tuple[int, int]]) -> bool:
    """Whether each item names something: a list of organisations that get an amount each."""
    return all(between(places, *item) for item in items)


def _giver(text: str, places: Sequence[MentionPlace], start: int, end: int) -> Entity | None:
    """Return what the money of a sentence comes from, else its only organisation where it tells of a decision; or nothing."""
    inside = between(places, start, end)
    sources = (p.entity for p in inside if _SOURCE.search(text, start, p.start) and is_giver(p.entity))
    if (source := next(sources, None)) is not None or not _DECIDES.search(text, start, end):
        return source
    named = {p.entity.number: p.entity for p in inside if p.entity.what is What.ACTOR}
    return next(iter(named.values())) if len(named) == 1 else None


def is_giver(entity: Entity) -> bool:
    """Whether money may come from it: a programme or fund, or an organisation that is no town or district."""
    return entity.kind in ("Programm", "Fonds") or (
        entity.what is What.ACTOR and entity.kind not in ("Kommune", "Landkreis") and not entity.collective
    )


def granted_ties(lists: Sequence[GrantedList]) -> Iterator[FoundTie]:
    """Yield who gives to each item of the lists.

    Parameters
    ----------
    lists
        As `granted_lists` returns them.
    """
    for number, one in enumerate(lists):
        for item in one.items:
            if one.giver and is_possible(one.giver, item.entity, "funds"):
                yield FoundTie(
                    one.giver,
                    item.entity,
                    "funds",
                    item.start,
                    item.end,
                    "granted_list",
                    APPROVED,
                    GROUPS_FROM + number,
                )
