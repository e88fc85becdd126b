"""Where lists of organisations stand: what leads each in, and the stretch of each item.

Items stand one a line, with or without bullets, or behind one another with commas. A list goes on over page furniture, empty lines and
items that no recogniser knows; a line between two bullets that names another class ("Städte und Gemeinden") is no item.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.extraction.reading import Reading
from graph.extraction.rosters.words import CLASS, HEADING, LEADS, OF_CLASS, PLAIN, class_of_items, kind_of_lead

MOST_ITEMS = 120  # of one list
FEWEST = 2
FEWEST_LOOSE = 3  # of a list that neither a colon nor a verb opens
NEAR_CLASS = 70  # characters from the word for what the items are to the first of them
MOST_CLASSES = 6  # words of a sentence behind which a list is looked for
OTHER = "other"  # class of lists of something else
LONGEST_LEAD = 420  # characters before a list that are looked at
LONGEST_ITEM = 110  # characters of a line without a bullet
_BULLET = re.compile(r"[ \t]*(?:[•▪●○◦‣∙·*➢➔→✓–—-]|[\uf000-\uf0ff]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+")
_LABEL = re.compile(r"[A-ZÄÖÜ][^:,\n]{2,50}:[ \t]+")
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[a-zäöüß]{2,}[.!?]$|:$")
_SEPARATOR = re.compile(r"[,;] ?(?:und |sowie |and )?| (?:und|sowie|and|&|·|/) ")
_COMMA = re.compile(r"[,;] ")
_NAME = re.compile(
    r"(?:[a-zäöü]{4,14} (?=[A-ZÄÖÜ]))?[A-ZÄÖÜ][\w.&'+-]*(?: (?:(?:für|und|of|and|for|der|des|am|im|an der|an|in|zur|zum|von) )?(?:[A-ZÄÖÜ&+]|e\.)[\w.&'+-]*)*"
)
_LAST = re.compile(rf"(?<![\w-]){_NAME.pattern}$")
_SINGLE = re.compile(
    r" ?(?:(?:und |sowie )?(?:der|die|das|dem) )(?=[A-ZÄÖÜ])"
)  # an item with an article says what it is by itself
_AMOUNT = re.compile(r"\t.*|[=(]? ?(?:ca\. |rund )?\d[\d.,]* ?(?:%|€|EUR|Euro|Prozent|Mio|T€).*|\([^()]*\)?|[-–:] .*")


@dataclass(frozen=True)
class RosterItem:
    """An item: ``[start, end)`` of the copy, and what the list says it is."""

    start: int
    end: int
    what: str


@dataclass(frozen=True)
class Roster:
    """A list of organisations.

    Attributes
    ----------
    start, end
        Characters ``[start, end)`` of the copy that lead it in.
    kind
        Code of the tie of each item, see `graph.extraction.rosters.words.kind_of_lead`.
    items
        Its items, in their order.
    lined
        Whether each stands on a line of its own.
    heading
        Whether a heading or the label of a row leads it in, not a sentence.
    """

    start: int
    end: int
    kind: str
    items: Sequence[RosterItem]
    lined: bool
    heading: bool = False


def rosters_of(reading: Reading) -> list[Roster]:
    """Return the lists of a paper in their order."""
    found: list[Roster] = []
    for start, end in reading.sentences:
        if found and start < found[-1].items[-1].end:
            continue
        one = _led_by(reading.text, start, end)
        if one is not None and len(one.items) >= FEWEST:
            found.append(one)
    return found


def _led_by(text: str, start: int, end: int) -> Roster | None:
    """Return the list that a sentence or line leads in or holds, or nothing."""
    words = text[start:end].rstrip()
    if "\t" in words:
        return _of_row(text, start, words)
    heading = HEADING.match(words.strip(" :"))
    if heading and not words.endswith((".", ",")) and len(words) < LONGEST_ITEM and not words.partition(":")[2].strip():
        alone = heading.end() == len(words.strip(" :")) or words.strip(" :")[heading.end()] == " "
        return _lined(text, start, start + len(words), heading=True) if alone else None
    if words.endswith(":"):
        return _lined(text, start, start + len(words), heading=False)
    return _inline(text, start, words)


def _of_row(text: str, start: int, words: str) -> Roster | None:
    """Return the list in the cell behind a label: "Projektpartner<tab>A, B, C"."""
    label, _, rest = words.partition("\t")
    if not HEADING.match(label.strip()) or "\t" in rest.strip():
        return None
    begin = start + len(label) + 1
    items = list(_split(text, begin, start + len(words), class_of_items(label)))
    return Roster(start, begin, kind_of_lead(label), items, lined=False, heading=True)


def _inline(text: str, start: int, words: str) -> Roster | None:
    """Return the list behind a colon, a verb or the name of a class inside a sentence."""
    colon = _colon(words)
    if colon >= 0:
        return _behind(text, start, words, colon + 1)
    verb = LEADS.search(words)
    found = _behind(text, start, words, verb.end()) if verb else None
    return found if found and len(found.items) >= FEWEST else _of_class(text, start, words)


def _behind(text: str, start: int, words: str, opens: int) -> Roster | None:
    """Return the list that begins at a place of a sentence; behind a colon it goes to the end, else to where the sentence goes on."""
    lead = words[max(0, opens - LONGEST_LEAD) : opens]
    what, kind = class_of_items(lead[-60:]), kind_of_lead(lead)
    if not (kind or what) or what == OTHER:
        return None
    begin = start + opens
    items = list(_split(text, begin, start + len(words), what))
    return Roster(start, begin, kind, items if lead.endswith(":") else list(_unbroken(text, items)), lined=False)


def _of_class(text: str, start: int, words: str) -> Roster | None:
    """Return a list of at least three names somewhere behind the word for what they are: "zehn Kommunen aus der Region, darunter A, B und C"."""
    for hit in islice(CLASS.finditer(words), MOST_CLASSES):
        what = class_of_items(hit[0])
        if what == OTHER:
            continue
        stretch = list(_split(text, start + hit.end(), start + len(words), what))
        items = list(_unbroken(text, [*_tail(text, stretch[:1]), *stretch[1:]]))
        if len(items) >= FEWEST_LOOSE and items[0].start - start - hit.end() < NEAR_CLASS:
            return Roster(start, items[0].start, kind_of_lead(words[: items[0].start - start]), items, lined=False)
    return None


def _tail(text: str, first: Sequence[RosterItem]) -> Iterator[RosterItem]:
    """Yield the name at the end of the words before the first mark of a list."""
    for item in first:
        tail = _LAST.search(text, item.start, item.end)
        if tail:
            yield RosterItem(tail.start(), item.end, item.what)


def _colon(words: str) -> int:
    """Return where the first colon stands that opens something and is not in a bracket, or -1."""
    at = words.find(": ")
    return at if at < 0 or words.count("(", 0, at) == words.count(")", 0, at) else -1


def _unbroken(text: str, items: Sequence[RosterItem]) -> Iterator[RosterItem]:
    """Yield items up to the one behind which the sentence goes on, which holds its name only."""
    for item in items:
        name = _NAME.match(text, item.start, item.end)
        if name is None:
            return
        yield RosterItem(item.start, name.end(), item.what)
        if name.end() < item.end:
            return


def _split(text: str, start: int, end: int, what: str) -> Iterator[RosterItem]:
    """Yield the stretches between commas and "und"; each class named on the way is that of the items behind it."""
    at = start
    for hit in [*_parted(text, start, end), None]:
        stop = hit.start() if hit else end
        classed = OF_CLASS.match(text, at, stop)
        if classed:
            what, at = class_of_items(classed[0]), classed.end()
        yield from _bare(text, at, stop, "" if _SINGLE.match(text, at, stop) else what)
        at = hit.end() if hit else end


def _parted(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the marks between items, those in brackets left out."""
    brackets = [hit.span() for hit in re.finditer(r"\([^()]*\)", text[start:end])]
    begins = [one[0] + start for one in brackets]
    for hit in _SEPARATOR.finditer(text, start, end):
        at = bisect_right(begins, hit.start()) - 1
        if at < 0 or brackets[at][1] + start <= hit.start():
            yield hit


def _bare(text: str, start: int, end: int, what: str) -> Iterator[RosterItem]:
    """Yield the name of an item without what stands around it."""
    said = text[start:end]
    if ": " in said.partition("(")[0]:
        return  # a label of something else
    cut = _AMOUNT.search(said)
    while cut and not said[: cut.start()].strip():
        cut = None
    stop = start + (cut.start() if cut else len(said))
    while start < stop and text[start] in " \t\n":
        start += 1
    plain = PLAIN.match(text, start, stop)
    start = plain.end() if plain else start
    while stop > start and text[stop - 1] in " \t\n.,;":
        stop -= 1
    if stop > start:
        yield RosterItem(start, stop, what)


def _lined(text: str, start: int, end: int, *, heading: bool) -> Roster | None:
    """Return the list whose items stand on the lines below a heading or a sentence with a colon."""
    lead = text[max(start, end - LONGEST_LEAD) : end]
    kind, what = kind_of_lead(lead), class_of_items(lead)
    if not (kind or what) or what == OTHER:
        return None
    lines = list(_lines(text, end))
    bulleted = bool(lines) and _BULLET.match(lines[0][2]) is not None
    read = _bulleted if bulleted else _plain
    return Roster(start, end, kind, list(read(text, lines, what)), lined=True, heading=heading)


def _lines(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    for number, hit in enumerate(_LINE.finditer(text, at)):
        if number >= MOST_ITEMS:
            return
        yield hit.start(), hit.end(), hit[0]


def _bulleted(text: str, lines: Sequence[tuple[int, int, str]], what: str) -> Iterator[RosterItem]:
    """Yield items with bullets; a short line without one between them is a heading within the list."""
    for at, (start, end, line) in enumerate(lines):
        bullet = _BULLET.match(line)
        if bullet:
            yield from _first_of(text, start + bullet.end(), end, what)
            continue
        following = lines[at + 1][2] if at + 1 < len(lines) else ""
        if (
            len(line) > LONGEST_ITEM
            or not _BULLET.match(following)
            or not (class_of_items(line) or HEADING.match(line))
        ):
            return
        what = class_of_items(line) or what


def _first_of(text: str, start: int, end: int, what: str) -> Iterator[RosterItem]:
    """Yield the first name of a line: what stands behind a comma says where it lies or what it gets; behind a label all of them."""
    label = _LABEL.match(text, start, end)
    if label and (what or class_of_items(label[0])) and text.find(",", label.end(), end) > 0:
        yield from _split(text, label.end(), end, class_of_items(label[0]) or what)
        return
    comma = _COMMA.search(text, start, end)
    yield from _bare(text, start, comma.start() if comma else end, what)


def _plain(text: str, lines: Sequence[tuple[int, int, str]], what: str) -> Iterator[RosterItem]:
    """Yield items without bullets: short lines that are no sentences, all parted alike."""
    gap = ""
    for at, (start, end, line) in enumerate(lines):
        before = lines[at - 1][1] if at else start
        here = text[before:start]
        said = line.strip()
        if (
            len(said) > LONGEST_ITEM
            or _SENTENCE.search(said)
            or HEADING.fullmatch(said)
            or (gap and here.count("\n") > gap.count("\n"))
        ):
            return
        gap = here if at == 1 else gap
        yield from _first_of(text, start, end, what)
