"""Names of items that no recogniser knows: a bare place in a list of municipalities, a capitalised item in a list of companies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.rosters.roster import Roster, RosterItem
from graph.extraction.rosters.words import FIRST_NAMES, INSIDE, NO_ITEM, class_of_items

MOST_WORDS = 7  # of a name
_COMMON = re.compile(
    r"(?:ung|ungen|keit|heit|schaft|schaften|tion|tionen|tritt|kammern?|banken|vereine?|verbände?|mittel|gelder|satzung|kosten|nahmen?|summe|zeit|jahr|antrag|anträge|bereich|fläche|versorgung|arbeit)$"
)  # of what is no place
SHORTEST_BRAND = 4  # letters of a name in lower case
_PLACES = {
    "Gemeinde": "Kommune",
    "Stadt": "Kommune",
    "Kommune": "Kommune",
    "Landkreis": "Landkreis",
    "Kreis": "Landkreis",
}
_PREFIXED = ("Gemeinde", "Stadt", "Landkreis", "Kreis")
_OPEN = ("Partner", "")  # classes that do not say what each item is
_PLACE = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:[- ][A-ZÄÖÜ][a-zäöüß]+){0,2}(?: (?:am|an der|im|in|bei|ob der|v\. d\.|a\. ?d\.) [A-ZÄÖÜ][a-zäöüß]+)?"
)
_OWN = re.compile(r"[A-ZÄÖÜ]{2}|\d|[a-z][A-ZÄÖÜ]|-|&|\+")  # signs that a person's name does not have


def find_listed(reading: Reading, rosters: Sequence[Roster], named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield a mention for each item of a list that is named by nothing else.

    Parameters
    ----------
    reading
        The paper.
    rosters
        Its lists.
    named
        What is named already, in the order of the text; persons included.
    """
    for roster in rosters:
        known = [one for item in roster.items for one in _within(named, item)]
        actors = [one for one in known if one.what is What.ACTOR]
        if any(one.what is What.PERSON for one in known):
            continue
        towns = [one for one in actors if one.kind in ("Kommune", "Landkreis")]
        for item in roster.items:
            if not _within(named, item):
                yield from _named(reading, roster, item, len(actors), len(towns))


def _within(named: Sequence[Mention], item: RosterItem) -> list[Mention]:
    first = bisect_left(named, item.start, key=lambda one: one.end)
    last = bisect_left(named, item.end, lo=first, key=lambda one: one.start)
    return [one for one in named[first:last] if one.end > item.start]


def _named(reading: Reading, roster: Roster, item: RosterItem, actors: int, towns: int) -> Iterator[Mention]:
    words = " ".join(reading.text[item.start : item.end].split())
    if not words or len(words.split()) > MOST_WORDS or NO_ITEM.search(words) or _is_person(words):
        return
    what = item.what
    if what in _OPEN and 0 < towns == actors and _PLACE.fullmatch(words):
        what = "Kommune"
    if what in _PLACES:
        if _PLACE.fullmatch(words) and not _COMMON.search(words) and not class_of_items(words):
            name = f"{what} {words}" if what in _PREFIXED and not words.lower().endswith("kreis") else words
            yield Mention(What.ACTOR, item.start, item.end, name, _PLACES[what], "listed", aliases=(words,))
    elif _is_name(words, what == "Unternehmen") and (
        what not in _OPEN or actors * 3 >= len(roster.items) or _OWN.search(words)
    ):
        yield Mention(What.ACTOR, item.start, item.end, words, what if what not in _OPEN else "Unternehmen", "listed")


def _is_person(words: str) -> bool:
    """Whether it begins with a first name, and says nothing else than a family name behind it."""
    first, _, rest = words.partition(" ")
    return first in FIRST_NAMES and bool(rest)


def _is_name(words: str, company: bool) -> bool:
    """Whether all words begin with a capital but for small ones inside, and at least one does."""
    parts = words.split()
    if len(parts) == 1 and (_COMMON.search(words) or class_of_items(words)):
        return False
    lower = [at for at, one in enumerate(parts) if not (one[0].isupper() or one[0].isdigit() or INSIDE.fullmatch(one))]
    return (not lower or (company and _is_brand(parts, lower))) and any(one[0].isupper() for one in parts)


def _is_brand(parts: Sequence[str], lower: Sequence[int]) -> bool:
    """Whether only the first word is in lower case, as in "voestar Signaling"."""
    return lower == [0] and len(parts) > 1 and len(parts[0]) > SHORTEST_BRAND
