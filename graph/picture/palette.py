"""Colours and two-letter codes: fixed for known values, stable for all others.

The twelve fills are told apart with normal sight and with protanopia, deuteranopia and tritanopia (smallest
CIEDE2000 difference 10.0 under the simulation of Machado et al. 2009). No palette of this size survives a grey print,
so every value also has a code of two letters.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swatch:
    """How a value of a category looks.

    Attributes
    ----------
    fill
        Colour of the shape, ``#RRGGBB``, the same in light, dark, slides and print.
    ink
        Colour of text on the fill, at least 5.3:1.
    code
        Two letters, unique within a palette; ``""`` when there is no value.
    """

    fill: str
    ink: str
    code: str


Palette = Mapping[str, Swatch]

_BLACK, _WHITE = "#000000", "#FFFFFF"

FILLS = (
    ("#89C4FB", _BLACK),  # sky blue
    ("#853900", _WHITE),  # brown
    ("#1E6765", _WHITE),  # petrol
    ("#CF78A3", _BLACK),  # pink
    ("#C6B810", _BLACK),  # mustard
    ("#624BBC", _WHITE),  # violet
    ("#E24945", _BLACK),  # red
    ("#DBDBDB", _BLACK),  # light grey
    ("#1C4665", _WHITE),  # night blue
    ("#A8C99D", _BLACK),  # light green
    ("#A4897A", _BLACK),  # taupe
    ("#59373D", _WHITE),  # plum
)

# What is not told apart by colour: the kind of element that is not the question.
NEUTRAL = Swatch("#C3CCD6", _BLACK, "")

# Known types of organisation -> (place in FILLS, code). Other values get a free place, see `palette`.
ACTOR_TYPES: Mapping[str, tuple[int, str]] = {
    "Hochschule": (0, "HS"),
    "Unternehmen": (1, "UN"),
    "Kommune": (2, "KO"),
    "Verein/Netzwerk": (3, "VE"),
    "Kammer/Verband": (4, "KA"),
    "Land/Bund/EU": (5, "LB"),
    "Stiftung": (6, "ST"),
    "Sonstige": (7, "SO"),
    "Forschungseinrichtung": (8, "FO"),
    "Bildung": (9, "BI"),
    "Wirtschaftsförderung": (10, "WI"),
    "Finanzwirtschaft": (11, "FI"),
}

# Grey is for "other" and red is the colour of the selected, so unknown values get them last.
_ORDER = (0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 6, 7)

# Lines and text depend on the theme; the drawing names the role, the theme gives the colour.
LINES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "paper": "#FFFFFF",
        "ink": "#1F2937",
        "quiet": "#4B5563",
        "tie": "#6B7280",
        "funding": "#624BBC",
        "field": "#9A6700",
        "selected": "#B42318",
        "primary": "#1E6765",
        "lost": "#B42318",
        "new": "#1E6765",
    },
    "dark": {
        "paper": "#0E1726",
        "ink": "#F1F5F9",
        "quiet": "#CBD5E1",
        "tie": "#94A3B8",
        "funding": "#A78BFA",
        "field": "#D4A72C",
        "selected": "#FF7A70",
        "primary": "#5FB3AE",
        "lost": "#FF7A70",
        "new": "#5FB3AE",
    },
}


def palette(values: Iterable[str], known: Mapping[str, tuple[int, str]] = ACTOR_TYPES) -> Palette:
    """Colours and codes for all values of a category.

    Give it the values of the whole dataset, never of a filtered part: then a value keeps its colour in every view.

    Parameters
    ----------
    values
        Values as in the data, in any order, repeated or not; ``""`` is left out.
    known
        Values with a fixed place in `FILLS` and a fixed code.

    Returns
    -------
    Palette
        Sorted by value. Up to twelve values have different fills, further ones repeat a fill with another code.
    """
    names = sorted({value for value in values if value})
    places = {name: known[name][0] for name in names if name in known}
    codes = {name: known[name][1] for name in names if name in known}
    for name in names:
        if name not in places:
            places[name] = _free_place(name, places)
            codes[name] = _free_code(name, set(codes.values()) | {code for _, code in known.values()})
    return {name: Swatch(*FILLS[places[name]], codes[name]) for name in names}


def _free_place(name: str, taken: Mapping[str, int]) -> int:
    """Place in `FILLS` that depends on the name alone, or the next least used one.

    A checksum instead of the rank in the alphabet: a new value in the data then leaves most others as they were.
    """
    uses = [list(taken.values()).count(place) for place in _ORDER]
    start = zlib.crc32(name.encode()) % 10  # the last two of the order only when the others are used
    turns = [(start + step) % 10 for step in range(10)] + [10, 11]
    return _ORDER[min(turns, key=lambda turn: uses[turn])]


def _free_code(name: str, taken: set[str]) -> str:
    """Two letters: initials of two words, else the first letter with a later one."""
    words = [word for word in "".join(c if c.isalnum() else " " for c in name).split() if word[0].isupper()]
    letters = [c for c in name.upper() if c.isalnum()] or ["X"]
    pairs = [words[0][0] + words[1][0]] if len(words) > 1 else []
    pairs += [letters[0] + letter for letter in letters[1:]]
    pairs += [letters[0] + digit for digit in "123456789"]
    free = [pair.upper() for pair in pairs if pair.upper() not in taken]
    return free[0] if free else pairs[0].upper()
