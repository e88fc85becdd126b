"""Lists of what was granted: a sentence that says so and ends with a colon, and the items below it.

"Die LAG A hat drei Vorhaben genehmigt:" states of each item that it is approved, that its amount is granted and, where the
sentence names who decided, who gives. "Im Einzelnen gehen die Bescheide an:" names who receives instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
_ITEM = re.compile(r"\s*(?:[•▪●○·*–-]|\(?[a-z\d]{1,2}[.)])[ \t]+[^\n]+")
_DECIDES = re.compile(r"\b(?:hat|haben|genehmigte\w*|bewilligte\w*)\b")


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
        Places of the projects, one for each item that names one; none where organisations get amounts.
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
                giver = _giver(reading.text[start:opening], places, start, opening)
                found.append(GrantedList(items[0][0], items[-1][1], giver, named))
    return found


def _opening(text: str, start: int, end: int) -> int | None:
    """Return where the items may begin below a sentence that says that something was granted, or ``None``."""
    colon = text.find(":\n", start, end + 1)
    if colon < 0 or not _GRANTED.search(text, start, colon) or _NOT_GRANTED.search(text, start, colon):
        return None
    return colon + 1


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


def _giver(words: str, places: Sequence[MentionPlace], start: int, end: int) -> Entity | None:
    """Return the only organisation of a sentence that tells of a decision, or nothing."""
    if not _DECIDES.search(words):
        return None
    named = {p.entity.number: p.entity for p in between(places, start, end) if p.entity.what is What.ACTOR}
    return next(iter(named.values())) if len(named) == 1 else None


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
