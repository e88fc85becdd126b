"""Organisations under capitals and the place where they are, and regions that act: "die BTU Senfthal", "die Region Hannover"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lexicon import ABBREVIATIONS, PROGRAMMES, STOP
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_PLACE = re.compile(
    r"\b(?:[A-ZÄÖÜ]?[a-zäöüß]*(?:[Ss]tadt|[Gg]emeinde|[Kk]reis(?:es)?|[Mm]arkt|[Kk]ammer|[Uu]niversität|[Hh]ochschule|[Ss]parkasse|[Ss]tadtwerke|[Rr]egion)) (?P<place>[A-ZÄÖÜ][a-zäöüß]{2,24})(?![\w-])"
)
_CAPITALS = re.compile(
    r"(?:(?<!\bauf )\b(?:[Dd]e[rmn]|[Dd]ie|[Dd]as|und|sowie|mit|von|durch|[Vv]om|[Bb]eim|an)|,) (?P<name>(?P<short>[A-ZÄÖÜ]{2,6}) (?P<place>[A-ZÄÖÜ][a-zäöüß]{2,24}))(?![\w-])"
)
_REGION = re.compile(
    r"(?:\b[Dd]ie|(?<!\b[Ii]n )(?<!\baus )(?<!\bfür )\b[Dd]er) (?P<name>Region [A-ZÄÖÜ][\wäöüß-]+)(?![\w-]|\s+[A-ZÄÖÜ]|/)"
)


def find(reading: Reading) -> Iterator[Mention]:
    """Yield capitals before a place that the paper names elsewhere behind a town, district or institution."""
    places = {hit["place"] for hit in _PLACE.finditer(reading.text)}
    for found in _CAPITALS.finditer(reading.text) if places else ():
        short = found["short"]
        if found["place"] in places and not (short in ABBREVIATIONS or short in STOP or short in PROGRAMMES):
            yield Mention(What.ACTOR, found.start("name"), found.end("name"), found["name"], "Einrichtung", "capitals")


def find_regions(reading: Reading) -> Iterator[Mention]:
    """Yield "die Region Au" where it is no place in which something is."""
    for found in _REGION.finditer(reading.text):
        name = found["name"]
        yield Mention(What.ACTOR, found.start("name"), found.end("name"), name, "Region", "place")
