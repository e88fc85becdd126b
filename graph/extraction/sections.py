"""Headings that begin a matter of its own, and whose matter it is: "3.7 Kulturraum Mittelmulde gGmbH", "Frage 4: ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.extraction.clean import opens_block
from graph.extraction.entities import Entity
from graph.extraction.lemma import lookup
from graph.extraction.lexicon import PART_HEADINGS
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, between, first_from

# an item with a letter, or a heading with a number, that is no part of what stood before
_NUMBERED = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?P<number>(?:Zu )?TOP \d+[.:]?|[a-z]\)|\(?[a-z]\)|(?:Zu )?Frage \d+[.:]?|[Zz]u (?:\w+ )?\d+[.:]?|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)[ \t]+(?P<word>[A-ZÄÖÜ][\w-]+)(?P<rest>[^\n]*)"
)
_LINE = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?[ \t]+|[IVX]{1,4}\.[ \t]+)?(?P<words>[A-ZÄÖÜ][^\n]{2,90})(?=\n)"
)
_ENDS = re.compile(r"[ \t]*(?:\([^()\n]{2,20}\))?[ \t]*")
TITLE = 500  # characters of a paper in which its title stands, and whose it is
LONGEST_TITLE = 90  # characters of a numbered line that is a heading
_ITEMS = re.compile(r"(?:Zu |TOP|Frage|\(?[a-z]\))")


def items_of(text: str) -> list[int]:
    """Return where each numbered item or heading begins that is another matter than what stood before.

    Parameters
    ----------
    text
        The copy.
    """
    return [
        hit.start() for hit in _NUMBERED.finditer(text) if not lookup(hit["word"], PART_HEADINGS) and _heads(text, hit)
    ]


def referred(text: str, named: Sequence[MentionPlace]) -> list[tuple[int, Entity | None]]:
    """Return where notes to the rows of a table begin ("Zu 2: ..."), and the project of the row with that number.

    Parameters
    ----------
    text
        The copy.
    named
        Places of projects, in their order.
    """
    found: list[tuple[int, Entity | None]] = []
    for hit in _NOTE.finditer(text):
        row = re.search(rf"(?:\A|(?<=\n))[ \t]*{hit['number']}[.)]?(?:\t| {{2,}})[^\n]+", text[: hit.start()])
        at = first_from(named, row.start()) if row else len(named)
        if row and at < len(named) and named[at].start < row.end():
            found.append((hit.start(), named[at].entity))
    return found


_NOTE = re.compile(r"(?:\A|(?<=\n))[ \t]*[Zz]u (?:Nr\. |Projekt |Ziffer |lfd\. Nr\. )?(?P<number>\d{1,2}):")


def is_question(text: str, start: int) -> bool:
    """Whether a part of a paper that begins here may go on about what the whole paper is about: a heading, a question."""
    hit = _NUMBERED.match(text, start)
    return hit is not None and ("Frage" in hit["number"] or _ITEMS.match(hit["number"]) is None)


def _heads(text: str, hit: re.Match[str]) -> bool:
    """Whether a numbered line is a heading; a letter, "TOP" and the like begin an item in any case."""
    if _ITEMS.match(hit["number"]):
        return True
    line = hit["rest"].rstrip()
    return opens_block(text, hit.start()) and len(line) < LONGEST_TITLE and not line.endswith((".", ",", ";", ":"))


def is_said(entity: Entity) -> bool:
    """Whether a paper says of a name that it is one: in quotation marks, or behind a label."""
    return entity.first.rule in ("quoted", "labelled") or "„" in entity.name


def of_part(known: Sequence[MentionPlace], parts: Sequence[int], place: int, chosen: Entity) -> Entity:
    """Return what a noun such as "Vorhaben" was taken for where its part of the paper names it, else what the title alone names.

    Parameters
    ----------
    known
        Places of names, in their order.
    parts
        Where the parts of the paper begin.
    place
        Where the noun stands.
    chosen
        What it was taken for.
    """
    at = bisect_right(parts, place) - 1
    if at < 0 or any(one.entity is chosen for one in between(known, parts[at], place)):
        return chosen
    first = parts[0]
    head = [one.entity for one in between(known, 0, min(TITLE, first)) if is_said(one.entity)]
    titled = {id(e): e for e in head if e.what is What.PROJECT and e.kind not in ("Gremium", "Programm")}
    return next(iter(titled.values())) if len(titled) == 1 else chosen


class Owners:
    """Whose matter each part of a paper is, by headings that are the name of an organisation."""

    def __init__(self, text: str, named: Sequence[MentionPlace]) -> None:
        found = dict.fromkeys(items_of(text))
        headed = {hit.start(): one.entity for hit in _LINE.finditer(text) if (one := _named(text, hit, named))}
        self.begins = sorted(hit.start() for hit in _NUMBERED.finditer(text) if _heads(text, hit))
        self._parts: list[tuple[int, Entity | None]] = sorted({**found, **headed}.items(), key=lambda part: part[0])

    def at(self, place: int) -> Entity | None:
        """Return the organisation whose part of the paper a place stands in, or nothing."""
        at = bisect_right(self._parts, place, key=lambda part: part[0]) - 1
        return self._parts[at][1] if at >= 0 else None


def _named(text: str, hit: re.Match[str], named: Sequence[MentionPlace]) -> MentionPlace | None:
    """Return the organisation whose name is all that a line holds."""
    at = first_from(named, hit.start("words"))
    one = named[at] if at < len(named) else None
    if one is None or one.start != hit.start("words") or one.entity.what is not What.ACTOR or one.indirect:
        return None
    alone = opens_block(text, hit.start()) or hit.start("words") > hit.start()
    return one if alone and hit.start() and _ENDS.fullmatch(text, one.end, hit.end()) else None
