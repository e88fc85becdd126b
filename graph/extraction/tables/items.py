"""Items, areas and named terms of tables as mentions: what a planning table lists are projects."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extraction.lemma import head, nominative
from graph.extraction.lexicon import NO_PARTY, PROJECTS
from graph.extraction.mention import Mention, What
from graph.extraction.tables.pasted import named_part
from graph.extraction.tables.roles import PARTIES, ColumnRole
from graph.extraction.tables.table import PaperCell, PaperTable

MOST_WORDS = 11  # of the name of an item

_LEAD_IN = re.compile(
    r"(?:(?:Regelmäßige|Jährliche|Weitere|Erneute|Geplante) |(?:Beteiligung|Teilnahme|Mitwirkung|Mitarbeit) (?:an|am|bei)(?: de[rmn])? |(?:Gemeinschaftsstand|Messestand|Stand|Präsenz|Auftritt) (?:auf|bei|an) de[rmn] "
    r"|(?:Mess?e)?[Bb]esuch (?:der|des) |Partner(?: und \w+)? (?:im|auf der|in der|bei der|der|des) |(?:Ausrichtung|Organisation|Durchführung|Fortführung|Weiterführung) (?:der|des) )"
)
# work on something named elsewhere, not a thing of its own
_WORK = re.compile(
    r"(?:Koordinierung|Koordination|Durchführung|Maßnahmen|Umsetzung|Begleitung|Betreuung|Moderation|Pflege|Aktivitäten) (?:de[rs]|von|zur?|und|im) "
)
_STOPS = re.compile(
    r" (?:zur|zum|bei|beim|im Land\w*|im Kreis\w*|im Rahmen|in|inkl\.|sowie|unter|am|ab|bis)\b| ?[(:;]|, (?=(?:[A-ZÄÖÜ]\w+ )?(?:Hochschule|Universität|Stadt|Landkreis|IHK))| – |\t"
)
_SHORT_NAME = 9  # words of a cell beside a column of who carries it out: all of them are the name
_SEPARATES = re.compile(r" ?[(:;]| – |\t")
_CUT = re.compile(r"(?<=[a-zäöü])-(?=[a-zäöü]{7,})")


def item_mentions(tables: Sequence[PaperTable], found: Sequence[Mention]) -> list[Mention]:
    """Return a mention for each cell of a table that no recogniser has named.

    Parameters
    ----------
    tables
        The tables of the paper.
    found
        What the recognisers found, in the order of the text.
    """
    mentions = []
    for table in tables:
        for row in table.rows:
            named = [m for cell in row.terms if (m := _named_term(cell))]
            parent = row.leaves[-1] if named and row.leaves else None
            mentions += [m for cell in row.items if cell is not parent and (m := _item(cell, found, table.has_owner))]
            mentions += named
            mentions += [m for cell in row.others if cell.role in PARTIES for m in _parties(cell, found)]
            if row.area and (area := _area(row.area, found)):
                mentions.append(area)
    return mentions


def inside(found: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    """Yield the mentions that begin in ``[start, end)``.

    Parameters
    ----------
    found
        Mentions in the order of the text.
    start
        First position of the stretch.
    end
        Position behind the stretch.
    """
    at = bisect_left(found, start, key=lambda mention: mention.start)
    while at < len(found) and found[at].start < end:
        yield found[at]
        at += 1


def _item(cell: PaperCell, found: Sequence[Mention], has_owner: bool) -> Mention | None:
    named = [m for m in inside(found, cell.start, cell.end) if m.what is What.PROJECT and m.sure and m.rule != "body"]
    if (
        named
        or (_WORK.match(cell.text) and not has_owner)
        or len(cell.text) < 4
        or (not cell.text[0].isupper() and not cell.text[0].isdigit())
    ):
        return None
    begin = _LEAD_IN.match(cell.text)
    offset = begin.end() if begin else 0
    words = cell.text[offset:]
    whole = has_owner and len(words.split()) < _SHORT_NAME
    stop = (_SEPARATES if whole else _STOPS).search(words, 6)
    words = words[: stop.start()] if stop else words
    words = " ".join(words.split()[:MOST_WORDS]).rstrip(" ,")
    actor = next((m for m in inside(found, cell.start + offset, cell.end) if m.what is What.ACTOR), None)
    if actor and actor.start <= cell.start + offset:
        is_all = actor.rule == "institution" and has_owner and actor.end >= cell.start + len(words)
        return replace(actor, what=What.PROJECT, kind="Projekt", rule="table_item") if is_all else None
    end = min(cell.start + offset + len(words), actor.start - 1 if actor else cell.end)
    name = nominative(_CUT.sub("", words))
    return Mention(What.PROJECT, cell.start + offset, end, name, _kind(name), "table_item")


def _kind(name: str) -> str:
    return next((PROJECTS[found] for word in name.split() if (found := head(word, PROJECTS))), "Projekt")


def _named_term(cell: PaperCell) -> Mention | None:
    part = named_part(cell)
    if part is None:
        return None
    return Mention(What.PROJECT, *part, cell.text[: part[1] - part[0]], "Veranstaltung", "table_term")


def _area(cell: PaperCell, found: Sequence[Mention]) -> Mention | None:
    """Return an area that is a thing of its own: "Fachkräfteallianz", "MINT Region Ostwürttemberg"."""
    if any(m.sure for m in inside(found, cell.start, cell.end)):
        return None
    words = cell.text.split()
    heads = [head(word, PROJECTS) for word in words]
    if not any(heads) or len(words) > 5 or words[0] in ("Kompetenzfeld", "Handlungsfeld", "Alle"):
        return None
    plural = words[0].lower().endswith(("messen", "preise", "projekte", "programme", "netzwerke"))
    return (
        None
        if plural
        else Mention(What.PROJECT, cell.start, cell.end, nominative(cell.text), _kind(cell.text), "table_area")
    )


_PARTY = re.compile(r"[^;,/•\n]+")
_ASIDE = re.compile(r"\s*\([^()]*\)?\s*$")
_PROGRAMME = re.compile(r"(?i)programm|linie|fonds|kulisse|aufruf")
LONGEST_PARTY = 60  # characters


def _parties(cell: PaperCell, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what a column of organisations names and no recogniser knew: "Land", "Ingenieurbüro Kolb"."""
    if cell.role is ColumnRole.FUNDER and _PROGRAMME.search(cell.header):
        return
    for hit in _PARTY.finditer(cell.text):
        words = _ASIDE.sub("", hit[0]).strip()
        start = cell.start + hit.start() + hit[0].index(words) if words else cell.start
        free = not any(True for _ in inside(found, start, start + len(words)))
        if free and _is_party(words):
            kind = words if words in ("Land", "Bund") else ""
            yield Mention(What.ACTOR, start, start + len(words), nominative(words), kind, "table_party")


def _is_party(words: str) -> bool:
    first = words.split(maxsplit=1)[0].lower().rstrip(".,") if words else ""
    return 2 < len(words) <= LONGEST_PARTY and words[0].isupper() and first not in NO_PARTY and len(words.split()) < 8
