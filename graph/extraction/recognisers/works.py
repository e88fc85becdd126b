"""Works without a name of their own, by what is done to what: "die Sanierung der Strandpromenade", "der Umbau des ehemaligen Schlachthofs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lexicon import STOP, WORKS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_WORDS = "|".join(sorted((word.capitalize() for word in WORKS), key=len, reverse=True))
_OF = r"(?:des|der|ihrer|ihres|seiner|seines|von|für (?:den|die|das|ein|eine|einen)|zu[mr])"
_WORK = re.compile(
    rf"\b(?P<article>[Dd](?:ie|er|as|em|en|es)|[Zz]u[mr]|[Bb]eim|[Vv]om|[Ii]m|[Ee]ine[rnms]?) (?P<said>(?:[a-zäöüß]+e[nrsm]? ){{0,2}})"
    rf"(?P<name>(?:{_WORDS})(?:s|es)? {_OF} (?:[a-zäöüß]+e[nrsm]? ){{0,2}}[A-ZÄÖÜ][\wäöüß-]{{3,40}}(?P<place>(?: (?:am|im|an der|in)(?= [A-ZÄÖÜ]))?(?: [A-ZÄÖÜ][\wäöüß-]{{2,30}}){{0,2}})?)"
)
# what a sentence says of a work that somebody pays or carries out
_DONE = re.compile(
    r"€|\b(?:Euro|EUR|Kosten|Förder\w*|gefördert\w*|Zuschuss\w*|Zuwendung\w*|bewillig\w*|Bescheid\w*|beauftragt\w*|Baubeginn|Bauarbeiten|Fertigstellung|fortgeführt|begonnen|abgeschlossen|fertiggestellt|weiter ?verfolgt|[Ss]achstand|Projekt\w*|Vorhaben\w*|Maßnahme\w*|Antrag\w*|Auftrag gegeben\w*|vorgelegt|liegt)\b"
)
_NAMED = re.compile(r"[^.\n]{0,60}[„»]")  # a name in quotation marks that follows is what the work is called
FAR = 260  # characters behind a work in which something is said of it
MOST = 400  # works of a paper


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each definite work of which it is said what it costs, who pays it or how far it has come."""
    text = reading.text
    for number, hit in enumerate(_WORK.finditer(text)):
        if number >= MOST:
            return
        if hit["article"].lower().startswith("ein") or not _DONE.search(text, hit.end(), hit.end() + FAR):
            continue
        if _NAMED.match(text, hit.end()):
            continue
        place = hit["place"] or ""
        end = hit.end() if place.split(" ")[-1] not in STOP else hit.end() - len(place)
        name = " ".join(text[hit.start("name") : end].split())
        yield Mention(What.PROJECT, hit.start("name"), end, name, "Vorhaben", "work")
