"""Where the header of a foreign table is, and which of its columns means what.

A header may stand below a title, span two rows, say everything in two or three languages, be hyphenated for print, and
repeat a name. It is compared without case, blanks, hyphens and the habits of umlauts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.intake.grid import Grid, Row
from graph.intake.recipe import Part

DEPTH = 15  # rows with content above which a header is looked for
_LONGEST = 400  # characters of a header that are looked at
_MOST_COLUMNS = 600
_BEGINS, _INSIDE = 9, 14  # letters a word has at least to be told by the beginning of a header, or anywhere in it
_NUMBERING = re.compile(r"^\s*[0-9]{1,2}[.)]\s+|\s*[0-9]\)\s*$|[*¹²³]+")
_SEGMENTS = re.compile(r"[\n/()|;,]|\s[-–]\s+|\s{2,}[-–]\s")
_NO_WORD = re.compile(r"[\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# what the row of a sum is called, with what it is the sum of: "Summe", "Gesamt EFRE:", "Zwischensumme (3 Vorhaben)"
_TOTAL = re.compile(
    r"(?:(?:gesamt|zwischen|end|teil)?summen?|gesamt|insgesamt|gesamt(?:betrag|ergebnis)|ergebnis|total|totals|totaux|"
    r"totale|grand total|sub-?total|sous-total|sum|razem|suma|ogółem|łącznie|somme|somma)\b(?:[\s:(].{0,60})?",
    re.IGNORECASE | re.DOTALL,
)
# what nobody is called, whatever else stands in the row
_SUM = re.compile(
    r"(?:gesamt|zwischen|end|teil)summen?:?|summen?:|insgesamt:?|grand total:?|sub-?total:?|sous-total:?", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]{2}")
_TOTALS_BEGIN = frozenset("sgzietrołu")
_FIGURE = re.compile(r"[-−+(]?\s*(?:€|EUR|£|\$|CHF)?\s*[0-9]")
_HYPHENATED = re.compile(r"(?<=[a-zäöüß])-\s*\n?\s*(?=[a-zäöüß])")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table under a recipe.

    Attributes
    ----------
    texts
        Headers as written, two rows joined.
    places
        Field -> place of its column.
    line, last
        Physical lines on which it starts and ends.
    above
        Texts above it: titles and notes.
    """

    texts: tuple[str, ...]
    places: Mapping[str, int]
    line: int
    last: int
    above: tuple[str, ...] = ()


def find_header(grid: Grid, part: Part, preview: Sequence[Row] | None = None) -> Header | None:
    """Return the header of a table under one part of a recipe; ``None`` when no row has two words or all required.

    Parameters
    ----------
    grid
        The table.
    part
        Words of the headers, and those that are needed.
    preview
        First rows of the table, if they are known already.
    """
    rows = (grid.preview() if preview is None else preview)[:DEPTH]
    plain = _best_header(rows, part, with_groups=False)
    if plain is None or not missing(plain.places, part):
        return plain
    return _best_header(rows, part, with_groups=True)


def _best_header(rows: Sequence[Row], part: Part, *, with_groups: bool) -> Header | None:
    """Return the row that says most of what the columns are, with the row of groups above it if that is wanted."""
    best: tuple[int, int, Header] | None = None
    for place, (line, cells) in enumerate(rows):
        places = assign(cells, part.words)
        if not places:
            continue
        header = Header(tuple(clean(cell) for cell in cells), places, line, line, _above(rows[:place]))
        if with_groups and place and missing(places, part):
            header = _below_groups(header, rows[place - 1], part)
        rank = (not missing(header.places, part), len(header.places))
        if best is None or rank > best[:2]:
            best = (*rank, header) if place + 1 >= len(rows) else (*rank, _with_next(header, rows[place + 1], part))
    return best[2] if best else None


def missing(places: Mapping[str, int], part: Part) -> tuple[str, ...]:
    """Return the required fields without a column."""
    return tuple(field for field in part.required if not any(either in places for either in field.split("|")))


def _with_next(header: Header, row: Row, part: Part) -> Header:
    """Join a second row of words to the header: the same in another language, or what the first leaves open."""
    line, cells = row
    again = assign(cells, part.words)
    if len(again) < 2 or any(re.search(r"[0-9]{3}", cell) for cell in cells):
        return header
    width = max(len(header.texts), len(cells))
    upper, lower = ([*texts, *[""] * (width - len(texts))] for texts in (header.texts, cells))
    texts = tuple(clean(f"{one}\n{other}") for one, other in zip(upper, lower, strict=True))
    taken = set(header.places.values())
    more = {field: place for field, place in again.items() if field not in header.places and place not in taken}
    return Header(texts, {**header.places, **more}, header.line, line, header.above)


def _below_groups(header: Header, above: Row, part: Part) -> Header:
    """Join a row that says what groups of columns are about, if that makes the header complete."""
    line, cells = above
    if len({text for cell in cells if (text := clean(cell))}) < 2 or any(map(_NUMBER.search, (*cells, *header.texts))):
        return header
    groups, current = [], ""
    for place in range(len(header.texts)):
        current = (clean(cells[place]) if place < len(cells) else "") or current
        groups.append(current)
    texts = tuple(clean(f"{group}\n{text}") if text else "" for group, text in zip(groups, header.texts, strict=True))
    more = {field: place for field, place in assign(texts, part.words).items() if field not in header.places}
    taken = set(header.places.values())
    places = {**header.places, **{field: place for field, place in more.items() if place not in taken}}
    return header if missing(places, part) else Header(texts, places, line, header.last, header.above)


def _above(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(text for _, cells in rows for cell in cells if (text := clean(cell)))


def clean(text: str) -> str:
    """Return the text of a cell without outer blanks and without the formula that protects zeros."""
    text = text.strip(" \t\r\n\ufeff\u00a0")
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    return text.strip()


def assign(cells: Sequence[str], words: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return field -> place: each column means one field at most, the one whose word fits best."""
    known = tuple(cells[:_MOST_COLUMNS])
    forms, index = _forms(known), _index(known)
    found = [
        (-score, -len(word), place, order, field)
        for order, (field, spellings) in enumerate(words.items())
        for word in spellings
        for place in index.places(_unnumbered(word))
        if forms[place][0] and (score := _score(word, *forms[place]))
    ]
    places: dict[str, int] = {}
    taken: set[int] = set()
    for _, _, place, _, field in sorted(found):
        if field not in places and place not in taken:
            places[field] = place
            taken.add(place)
    return places


def header_forms(cells: Sequence[str]) -> list[tuple[str, frozenset[str], int]]:
    """Return each header squeezed, its segments squeezed, and how many times it stood there so far."""
    return _forms(tuple(cells[:_MOST_COLUMNS]))


@lru_cache(maxsize=8192)
def _unnumbered(word: str) -> str:
    """Return a word of a recipe squeezed, without the turn at which it counts."""
    return squeeze(word.partition("#")[0])


class _Index:
    """Headers by what they say, so that most words are not compared with each of them."""

    def __init__(self, forms: Sequence[tuple[str, frozenset[str], int]]) -> None:
        self._places: dict[str, list[int]] = {}
        for place, (whole, segments, _) in enumerate(forms):
            for text in {whole, *segments}:
                self._places.setdefault(text, []).append(place)
        self._joined = "\n".join(whole for whole, _, _ in forms)
        self._all = range(len(forms))

    def places(self, squeezed: str) -> Iterable[int]:
        """Return the headers a word may fit; a long one may be the beginning of any, or stand anywhere in it."""
        if len(squeezed) >= _BEGINS and squeezed in self._joined:
            return self._all
        return self._places.get(squeezed, ())


@lru_cache(maxsize=256)
def _index(cells: tuple[str, ...]) -> _Index:
    return _Index(_forms(cells))


def _score(word: str, whole: str, segments: frozenset[str], turn: int) -> int:
    """How well a word fits a header: 4 all of it, 3 one of its languages, 2 its beginning, 1 anywhere, 0 not."""
    word, _, wanted = word.partition("#")
    squeezed = squeeze(word)
    if wanted and turn != int(wanted):
        return 0
    if squeezed == whole:
        return 4 if wanted or turn == 1 else 0
    if squeezed in segments:
        return 3
    if len(squeezed) >= _BEGINS and whole.startswith(squeezed):
        return 2
    return 1 if len(squeezed) >= _INSIDE and squeezed in whole else 0


@lru_cache(maxsize=256)
def _forms(cells: tuple[str, ...]) -> list[tuple[str, frozenset[str], int]]:
    seen: Counter[str] = Counter()
    forms = []
    for cell in cells:
        plain = _NUMBERING.sub("", _HYPHENATED.sub("", clean(cell)[:_LONGEST].casefold()))
        whole = squeeze(plain)
        seen[whole] += 1
        segments = frozenset(squeeze(segment) for segment in _SEGMENTS.split(plain)) - {""}
        forms.append((whole, segments, seen[whole]))
    return forms


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row adds up others: its first text is a word for a sum, and all else in it are numbers."""
    if cells and cells[0][:1].isascii() and cells[0][:1].lower() not in _TOTALS_BEGIN and cells[0][:1] > " ":
        return False  # nearly every row of a register
    filled = (text for cell in cells if (text := cell.strip()))
    first = next(filled, "")
    if first[:1].casefold() not in _TOTALS_BEGIN or not _TOTAL.fullmatch(first):
        return False
    if _SUM.fullmatch(first):
        return True
    return all(_FIGURE.match(text) or _TOTAL.fullmatch(text) for text in filled)


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Return a text without case, blanks and punctuation, and with umlauts written out."""
    plain = unicodedata.normalize("NFC", text[:_LONGEST]).casefold().translate(_UMLAUTS)
    return _NO_WORD.sub("", plain)
