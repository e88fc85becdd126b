"""Other names of a thing: without its legal form, by its capitals, and all their places in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol

from graph.extraction.lemma import head, lookup
from graph.extraction.lexicon import INSTITUTIONS, PLACE_HEADS, STOP, UNIQUE
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

MOST_ALIASES = 400  # names searched for in the whole text
GIVEN = (
    "quoted",
    "item",
    "labelled",
    "table_item",
    "record",
)  # rules that find a name by its place; its words count anywhere


class HasNames(Protocol):
    """What has a name, other names and places; an `graph.extraction.entities.Entity`."""

    what: What
    name: str
    kind: str
    mentions: list[Mention]
    aliases: list[str]

    @property
    def first(self) -> Mention:
        """Its first mention."""


def own_aliases(groups: Sequence[HasNames]) -> None:
    """Add names that follow from the form: without the legal form, and by the capitals of a known head.

    Capitals that the paper gives to another thing in brackets stay its own: "X Y mbH (XYZ)" beside the "XYZ Verwaltungs-GmbH".
    """
    given = {alias for entity in groups for alias in entity.aliases}
    for entity in groups:
        plain = re.sub(
            r"\s(?:g?GmbH(?: ?& Co\.? KG)?|mbH|e\. ?V\.|eV|eG|e\. ?G\.|AG|KG|SE|g?UG(?: \(haftungsbeschränkt\))?|AöR|VoG|mbB|PartG(?: ?mbB)?|S\.A\.|B\.V\.|Ltd\.?)(?=\s|$)",
            "",
            entity.name,
        ).strip()
        if plain != entity.name and (len(plain.split()) > 1 or not _common(plain)):
            entity.aliases.append(plain)
        first = entity.name.split()[0]
        words = entity.name.split()
        if len(words) == 3 and words[1].isupper() and 3 < len(words[1]) < 9 and entity.first.rule == "institution":
            entity.aliases.append(words[1])
        if first == "Stiftung" and len(entity.name.split()) > 2:
            entity.aliases.append(entity.name.partition(" ")[2])
        if (
            first.isupper()
            and first not in given
            and 2 < len(first) < 7
            and len(entity.name.split()) > 1
            and entity.first.rule in ("institution", "legal_form")
        ):
            entity.aliases.append(first)


def _common(word: str) -> bool:
    return bool(head(word, INSTITUTIONS)) and (bool(lookup(word, UNIQUE)) or word.lower() in INSTITUTIONS)


def find_aliases(reading: Reading, groups: Sequence[HasNames]) -> None:
    """Find all places of the other names; a name that two entities have belongs to none."""
    owners: dict[str, list[HasNames]] = {}
    for entity in groups:
        for alias in {
            a
            for a in (*entity.aliases, *([entity.name] if entity.first.rule in GIVEN else []))
            if len(a) > 1 and not (entity.kind in ("Kommune", "Gebietskörperschaft", "Land") and a in entity.name)
        }:
            owners.setdefault(alias, []).append(entity)
    single = {alias: found[0] for alias, found in owners.items() if len(found) == 1 and _searchable(alias)}
    if not single:
        return
    taken = sorted((m.start, m.end) for entity in groups for m in entity.mentions)
    for start, end, alias in _occurrences(reading.text, sorted(single, key=len, reverse=True)[:MOST_ALIASES]):
        if alias in single and not _inside(taken, start, end):
            entity = single[alias]
            entity.mentions.append(Mention(entity.what, start, end, alias, entity.kind, "alias"))


# what a bare place is said to do or to hold where its municipality acts: "Au mit 60 %", "Au hat ... beschlossen"
_HOLDS = re.compile(r" (?:mit|zu) \d{1,3}(?:[.,]\d+)? ?(?:%|Prozent)")


def find_holding_places(reading: Reading, groups: Sequence[HasNames]) -> None:
    """Find places without their head where the municipality is meant: "an der sich Au mit 60 % beteiligt"."""
    owners: dict[str, list[HasNames]] = {}
    for entity in groups:
        if entity.kind == "Kommune":
            owners.setdefault(entity.name.rpartition(" ")[2], []).append(entity)
    single = {place: found[0] for place, found in owners.items() if len(found) == 1 and len(place) > 2}
    taken = sorted((m.start, m.end) for entity in groups for m in entity.mentions)
    for start, end, place in _occurrences(reading.text, sorted(single)[:MOST_ALIASES]) if single else ():
        if _HOLDS.match(reading.text, end) and place in single and not _inside(taken, start, end):
            entity = single[place]
            entity.mentions.append(Mention(entity.what, start, end, place, entity.kind, "alias"))


def _searchable(alias: str) -> bool:
    """Whether an alias is a name in itself: places and common heads are not."""
    if alias.lower() in PLACE_HEADS or alias in STOP:
        return False
    return len(alias) > 2 or alias.isupper()


def _occurrences(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(_in_genitive, names)) + r")(?:s|es)?(?![\w]|-[a-zäöü])")
    for found in pattern.finditer(text):
        yield found.start(1), found.end(1), _known(found[1], names)


def _in_genitive(name: str) -> str:
    """Return a pattern of a name whose first word may have the ending of the genitive: "des Lernorts Bauernhof"."""
    first, blank, rest = name.partition(" ")
    return re.escape(first) + ("(?:e?s)?" if blank and first[-1:].isalpha() else "") + re.escape(blank + rest)


def _known(words: str, names: Sequence[str]) -> str:
    """Return the name that was found, without the ending of the genitive of its first word."""
    first, blank, rest = words.partition(" ")
    return next(
        (name for end in ("", "s", "es") if (name := f"{first.removesuffix(end)}{blank}{rest}") in names), words
    )


def _inside(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, end))
    return (at < len(taken) and taken[at][0] < end) or (at > 0 and taken[at - 1][1] > start)
