"""A name on one line and on two: where it may be broken, and what is left out of a very long one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.graphemes import clusters
from graph.picture.breaking import cut_off, dotted, joined, parted, says_nothing

LONG = 26  # characters; a longer name stands on two lines only
SHORTER = (20, 15, 11)  # characters of a line where a longer one finds no place
IN_A_WORD = 4  # characters that a word may have more than a line; a longer one is parted: it would find no place


def forms(text: str, most: int = LONG) -> tuple[tuple[str, ...], tuple[str, ...]]:
    r"""Write a name on one line and on two, each empty where the name has no such form.

    Parameters
    ----------
    text
        The name.
    most
        Characters of a line.

    Examples
    --------
    >>> forms("IHK Ostwürttemberg")
    (('IHK Ostwürttemberg',), ('IHK', 'Ostwürttemberg'))
    >>> forms("Zentrum für Digitalisierung Ostwürttemberg")
    ((), ('Zentrum für', 'Digitalisierung …'))

    A break in the name is kept: what stands before it is the first line, or two where one cuts it.

    >>> forms("Maschinen-, Anlagen- und Werkzeugbau\n5 Akteure")
    (('Maschinen-, Anlagen-', 'und Werkzeugbau', '5 Akteure'), ('Maschinen-, Anlagen- und …', '5 Akteure'))

    Where there is little room lines are shorter:

    >>> forms("Wirtschaftsförderung Region Ostwürttemberg", 15)
    ((), ('Wirtschafts-', 'förderung …'))
    """
    if "\n" in text:
        first, second = text.split("\n", 1)
        return _with_break(first, second, most)
    words = _parts(text, most)
    whole = joined(words)
    if len(whole) <= most:
        return (whole,), _halved(words)
    halved = _halved(words)
    if halved and max(map(len, halved)) <= most:
        return (), halved
    return ((whole,), ()) if len(words) < 2 else ((), _shortened(words, most))


def shorter(most: int) -> int:
    """Characters of the next shorter line; of the shortest there is none shorter."""
    return next((length for length in SHORTER if length < most), most)


def _with_break(first: str, second: str, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write a name above what is said of it; a long name on two lines where they hold all of it."""
    cut, below = one_line(first, most), one_line(second, LONG)
    halves = _halved(_parts(first, most)) if cut.endswith("…") else ()
    whole = bool(halves) and max(map(len, halves)) <= most
    return (*halves, below) if whole else (), (cut, below)


def wrapped(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Write a name on so many lines of so many characters at most, with an ellipsis where words are left out.

    Parameters
    ----------
    text
        The name.
    width
        Characters of a line.
    lines
        Lines at most.

    Examples
    --------
    >>> wrapped("Wirtschaftsförderung Region Ostwürttemberg", 28, 2)
    ('Wirtschaftsförderung Region', 'Ostwürttemberg')
    >>> wrapped("Zentrum für Digitalisierung Ostwürttemberg", 28, 1)
    ('Zentrum für Digitalisierung …',)
    """
    words = _parts(text, max(width - IN_A_WORD, LONG))
    made: list[list[str]] = []
    while words and len(made) < lines:
        count = _filled(words, width)
        made.append(words[:count])
        words = words[count:]
    written = tuple(map(joined, made))
    return _telling((*written[:-1], cut_off(made[-1]))) if words and made else written


def _words(text: str) -> list[str]:
    """Parts between which a line may end; a hyphen or slash stays at the end of its part."""
    spaced = " ".join(text.split())
    return [part for part in re.split(r"(?<=[ /])|(?<=[^\s-]{3}-)(?=\w{3})", spaced) if part]


def _parts(text: str, most: int) -> list[str]:
    """Words of a name, each with what stands between it and the next; long ones parted, and nothing after a cut."""
    made: list[str] = []
    for word in _words(text):
        if len(clusters(word)) <= most + IN_A_WORD:
            made.append(word)
            continue
        made += parted(word, most)
        if made[-1].endswith(("…", "… ")):
            break
    return made


def one_line(text: str, most: int) -> str:
    """Keep the words of a name that one line of so many characters holds."""
    words = _parts(text, most)
    count = _filled(words, most)
    return cut_off(words[:count]) if count < len(words) else joined(words)


def _halved(words: Sequence[str]) -> tuple[str, ...]:
    """Two lines, the longer one as short as can be."""
    if len(words) < 2:
        return ()
    splits = ((joined(words[:cut]), joined(words[cut:])) for cut in range(1, len(words)))
    return min(splits, key=lambda lines: (max(map(len, lines)), len(lines[0])))


def _shortened(words: Sequence[str], most: int) -> tuple[str, ...]:
    """Two lines of whole words, and an ellipsis where words are left out."""
    first = _filled(words, most)
    rest = words[first:]
    second = _filled(rest, most - 2)
    return _telling((joined(words[:first]), joined(rest) if second == len(rest) else cut_off(rest[:second])))


def _telling(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without a last one that would hold dots and dashes only: the line before ends with them."""
    return (*lines[:-2], dotted(lines[-2])) if len(lines) > 1 and says_nothing(lines[-1]) else lines


def _filled(words: Sequence[str], most: int) -> int:
    """Count the words that a line of so many characters holds; at least one."""
    fitting = [cut for cut in range(1, len(words) + 1) if len(joined(words[:cut])) <= most]
    return max(fitting, default=1)
