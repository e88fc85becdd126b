"""The flattened copy of a paper that the recognisers read, with the place of each character in the text shown.

The text as given is never changed: review screen and locators speak of its characters. In the copy lines of one paragraph
are joined, words cut at the end of a line are whole again, page furniture is gone, one line break is a line that was
meant, two are a new paragraph, a tab parts the cells of a row, whether the text has a tab or many blanks there.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

Span = tuple[int, int]

SOFT_HYPHEN = "\xad"

_WORDS = re.compile(r"[^ \xa0\u2000-\u200b\u202f\u3000\r\x0b]+")
_FURNITURE = re.compile(
    r"(?:-{1,2} ?\d{1,3}(?: (?:of|von) \d{1,3})? ?-{1,2}|(?:seite|page|blatt|s\.) ?:? ?\d{1,3}(?: ?(?:von|of|/) ?\d{1,3})?"
    r"|\d{1,3} ?/ ?\d{1,3}|[^\n]{0,80}? {3,}(?:seite|blatt|page) \d{1,3}(?: (?:von|of) \d{1,3})?)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•▪●○◦‣∙·*➢➔→✓☐☒□■–—-]|[\uf000-\uf0ff]|o(?= )|\(?\d{1,2}[.)](?= )|\(?[a-z]\)(?= ))\s*")
_TERM = re.compile(
    r"(?:laufend|lfd|fortlaufend|ab|seit|bis|voraussichtlich|jährlich|geplant|offen|beantragt|bewilligt|abgeschlossen)\b"
)
_SHORT = 45  # characters of a cell
# a word cut at the end of a line that is none any more: "Dör- phof", not "Handels- und"
_CUT = re.compile(
    r"(?<=[A-Za-zÄÖÜäöüß][a-zäöüß])- (?=[a-zäöüß]{2})(?!(?:und|oder|sowie|bzw|bis|als|wie|mit|noch|statt|beziehungsweise|and|or|to)\b)"
)
_COLUMNS = re.compile(
    r"(?<=[^ \xa0]) {3,}(?=[^ \xa0])"
)  # blanks that part the cells of a row; justified print has fewer
_NARROW = re.compile(r"(?<=[^ \xa0]) {2,}(?=[^ \xa0])")  # in a row of three cells or more two blanks part cells, too
_FEWEST_GAPS = 2  # of a line that is such a row
_BAR = re.compile(r"[|¦│]")
_UNDER_HEADER = re.compile(r"[-+=:–—─┼ ]*[|¦│+┼][-+=:–—─┼|¦│ ]*")  # a drawn line between two rows of a table
_BARRED = re.compile(r"[|¦│]|[^ \xa0\u2000-\u200b\u202f\u3000\r\x0b|¦│]+")
_LABEL = re.compile(r"[A-ZÄÖÜ][\w/-]{2,24}(?: [A-ZÄÖÜ][\w/-]{2,20})?:(?: |$|\w)")
_NUMBERED_NAME = re.compile(r"\(?\d{1,2}[.)] ?[„\"»]")  # an item of a list, never a day of a month
_GOES_ON = frozenset(
    "und oder sowie bzw. mit der die das des dem den von vom für im in am an auf bei beim zu zum zur aus durch über unter"
    " als wie eine einer einem einen eines ein gemäß nach seit bis".split()
)
_AND = re.compile(r"(?:und|oder|sowie|bzw\.?|u\.)\b")
_ENDS = (".", "!", "?", ":", ";")
_NARROWEST = 45  # characters; a text whose lines are shorter was not wrapped at its right edge
_WIDEST = 180  # one whose lines are longer holds a paragraph a line
_WRAPPED = 0.62  # part of the usual width from which a line counts as full


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the text shown: where it begins, what it says without blanks at its ends, and whether bars part its cells."""

    start: int
    text: str
    bars: bool = False


@dataclass(frozen=True)
class Clean:
    """The copy and the way back.

    Attributes
    ----------
    shown
        The text as given, each line end one character.
    text
        The copy.
    places
        For each character of the copy its place in ``shown``.
    """

    shown: str
    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where characters ``[start, end)`` of the copy stand in the text shown."""
        return self.places[start], self.places[end - 1] + 1

    def at(self, place: int) -> int:
        """Return the first character of the copy that stands at or after a place of the text shown."""
        return bisect_left(self.places, place)


def unify_line_ends(text: str) -> str:
    """Return a text whose line ends are one character each; spans count the characters of this form."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> Clean:
    """Make the copy of a text."""
    shown = unify_line_ends(text)
    lines = _with_bars([line for line in _lines(shown) if not _FURNITURE.fullmatch(line.text)])
    width = usual_width(lines)
    signs: list[str] = []
    places = array("q")
    before: TextLine | None = None
    blank = False
    for line in lines:
        if not line.text:
            blank = before is not None
            continue
        if before is not None:
            _join(signs, places, line, _gap(before, line, blank, width))
        _append(signs, places, line)
        before, blank = line, False
    return Clean(shown, "".join(signs), places)


def usual_width(lines: Sequence[TextLine]) -> int:
    """Return the length at which lines were wrapped, the ninth tenth of all lengths; 0 when they were not."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    return width if _NARROWEST <= width <= _WIDEST else 0


def _lines(shown: str) -> Iterator[TextLine]:
    start = 0
    for raw in shown.split("\n"):
        text = raw.strip(" \xa0\u200b\ufeff\x0c\r")
        yield TextLine(start + (raw.index(text) if text else 0), text)
        start += len(raw) + 1


def _with_bars(lines: Sequence[TextLine]) -> list[TextLine]:
    """Mark the rows of tables drawn with bars: a line beside it has as many; lines drawn between rows are left out."""
    kept = [line for line in lines if not (line.text and _UNDER_HEADER.fullmatch(line.text))]
    counts = [len(_BAR.findall(line.text)) for line in kept]
    beside = [0, *counts, 0]
    return [
        replace(line, bars=True) if count and count in (beside[at], beside[at + 2]) else line
        for at, (line, count) in enumerate(zip(kept, counts, strict=True))
    ]


def _gap(before: TextLine, line: TextLine, blank: bool, width: int) -> str:
    """Return what stands between two lines: nothing, a blank, a new line or a new paragraph."""
    first, last_word = line.text[0], before.text.rsplit(None, 1)[-1]
    if _is_row(before) or _is_row(line) or _LABEL.match(line.text) or _is_term(before, line):
        return "\n\n" if blank else "\n"
    runs_on = (
        last_word.lower() in _GOES_ON
        or last_word.endswith(",")
        or (first.islower() and not before.text.endswith(_ENDS))
    )
    if _NUMBERED_NAME.match(line.text) or (_BULLET.match(line.text) and not first.isdigit()):
        return "\n\n" if blank else "\n"
    if blank and not _is_cell(before, line, last_word):
        return " " if runs_on or (first.islower() and len(before.text) >= width > 0) else "\n\n"
    if blank:
        return "\n\n"
    if runs_on or (last_word.endswith("-") and len(last_word) > 1):
        return " "
    return " " if 0 < width * _WRAPPED <= len(before.text) and not before.text.endswith(":") else "\n"


def _is_row(line: TextLine) -> bool:
    """Whether a line has cells."""
    return line.bars or "\t" in line.text or _COLUMNS.search(line.text) is not None


def _is_term(before: TextLine, line: TextLine) -> bool:
    """Whether a short line in lower case is a cell of its own, such as "laufend" or "ab Juli 2022"."""
    return (
        len(line.text) < _SHORT > len(before.text)
        and _TERM.match(line.text) is not None
        and before.text[-1] not in ",-"
    )


def _is_cell(before: TextLine, line: TextLine, last_word: str) -> bool:
    """Whether short lines with an empty one between them are cells of a table, the second in lower case: "bewilligte Förderung"."""
    first_word = line.text.split(None, 1)[0].lower()
    return (
        len(line.text) < _SHORT > len(before.text)
        and not {first_word, last_word.lower()} & _GOES_ON
        and before.text[-1] not in ",-/&"
    )


def _join(signs: list[str], places: array[int], line: TextLine, gap: str) -> None:
    """Put a gap into the copy; a hyphen at the end of a line is undone where it cut a word."""
    if not signs:
        return
    cut = gap == " " and signs[-1] in ("-", "‐") and len(signs) > 1 and signs[-2].isalpha()
    if cut and line.text[0].islower() and not _AND.match(line.text):
        signs.pop()
        places.pop()
        return
    if cut and (line.text[0].isupper() or line.text[0].isdigit()):
        return
    for sign in gap:
        signs.append(sign)
        places.append(places[-1] + 1)


def _append(signs: list[str], places: array[int], line: TextLine) -> None:
    """Put a line into the copy, runs of blanks as one, many as a tab, soft hyphens left out."""
    if line.bars:
        _append_cells(signs, places, line)
        return
    columns = {found.end() for found in _COLUMNS.finditer(line.text)}
    if len(columns) >= _FEWEST_GAPS:
        columns = {found.end() for found in _NARROW.finditer(line.text)}
    whole = {found.end() for found in _CUT.finditer(line.text)}
    for word in _WORDS.finditer(line.text):
        if word.start() in whole:
            signs.pop()
            places.pop()
        elif word.start():
            signs.append("\t" if word.start() in columns else " ")
            places.append(line.start + word.start() - 1)
        for place, sign in enumerate(word[0], line.start + word.start()):
            if sign != SOFT_HYPHEN:
                signs.append(sign)
                places.append(place)


def _append_cells(signs: list[str], places: array[int], line: TextLine) -> None:
    """Put a row drawn with bars into the copy: a tab for each bar between two cells."""
    words = list(_BARRED.finditer(line.text))
    inner = words[bool(_BAR.fullmatch(words[0][0])) : len(words) - bool(_BAR.fullmatch(words[-1][0]))]
    for at, word in enumerate(inner):
        bar = _BAR.fullmatch(word[0]) is not None
        if bar or (at and not _BAR.fullmatch(inner[at - 1][0])):
            signs.append("\t" if bar else " ")
            places.append(line.start + word.start() - (not bar))
        for place, sign in enumerate("" if bar else word[0], line.start + word.start()):
            if sign != SOFT_HYPHEN:
                signs.append(sign)
                places.append(place)


def opens_block(text: str, start: int) -> bool:
    """Whether a line of the copy that begins here is its first, or stands behind an empty one."""
    end = start
    while end and text[end - 1] in " \t":
        end -= 1
    return not start or text.endswith("\n\n", 0, end)
