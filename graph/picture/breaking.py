"""Where a long word is broken over two lines or cut: between two joined nouns, else before a syllable.

Dictionaries are not at hand here; `graph/picture/canvas/breaking.js` does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.graphemes import clusters

SOFT = "\N{SOFT HYPHEN}"  # at the end of a part of a word: a hyphen at the end of a line, and nothing within one
LEAST = 3  # characters before and after a break
# the s that joins two German nouns, else before the consonant that a syllable begins with
JOINT = re.compile(r"ungs|afts|eits|ions|täts")
SYLLABLE = re.compile(
    r"(?<=[a-zäöüß])(?=(?:sch|(?<!s)ch|ck|ph|(?<!s)[pt]|(?<!c)k|(?<![cps])h|[bdfgjlmnqrsvwxzß])[aeiouäöüy])"
)


def parted(word: str, most: int) -> list[str]:
    """Divide a word into two parts for lines of so many characters; what the second line cannot hold is cut.

    Examples
    --------
    >>> [part.replace(SOFT, "|") for part in parted("Wirtschaftsförderungsgesellschaft ", 26)]
    ['Wirtschaftsförderungs|', 'gesellschaft ']
    >>> parted("0123456789012345678901234567890123456789", 26)
    ['0123456789012345678901234… ']
    """
    signs, tail = clusters(word.rstrip()), " " if word.endswith(" ") else ""
    if not word.rstrip().isalpha():
        return [f"{''.join(signs[: most - 1])}… "]
    place = _place(signs, most - 1)
    first, rest = "".join(signs[:place]), signs[place:]
    second = "".join(rest) if len(rest) <= most else f"{''.join(rest[: _place(rest, most - 1)])}…"
    return [f"{first}{SOFT}", f"{second}{tail}"]


def clipped(text: str, most: int) -> str:
    """Keep so many characters of a text, up to where its last word may be broken.

    Examples
    --------
    >>> clipped("Innovationscluster Wirtschaftsförderungsgesellschaft", 28)
    'Innovationscluster Wirt…'
    >>> clipped("Zentrum für Digitalisierung Ostwürttemberg", 30)
    'Zentrum für Digitalisierung …'
    """
    signs = clusters(text)
    if len(signs) <= most:
        return text
    begin = max((place + 1 for place in range(most - 1) if signs[place] == " "), default=0)
    word, room = signs[begin : _end(signs, begin)], most - 1 - begin
    kept = min(_place(word, room), len(word)) if room >= LEAST else 0
    if begin and (kept < LEAST or kept > room):
        return dotted("".join(signs[:begin]))
    return f"{''.join(signs[: begin + kept])}…"


def joined(parts: Sequence[str]) -> str:
    """Write parts of a text on a line."""
    line = "".join(parts).strip()
    return f"{line[:-1].replace(SOFT, '')}-" if line.endswith(SOFT) else line.replace(SOFT, "")


def cut_off(parts: Sequence[str]) -> str:
    """Write parts of a text on a line that ends with one ellipsis, since others follow that are left out."""
    line = joined(parts)
    return f"{line[:-1]}…" if parts[-1].endswith(SOFT) else dotted(line)


def dotted(line: str) -> str:
    """End a line with one ellipsis, without a dash or dots of its own before it.

    Examples
    --------
    >>> dotted("Verein … "), dotted("SmartPro –"), dotted("Wirtschafts…")
    ('Verein …', 'SmartPro …', 'Wirtschafts…')
    """
    words = line.split()
    while words and says_nothing(words[-1]):
        words.pop()
    text = " ".join(words)
    return text if text.endswith("…") else f"{text} …".lstrip()


def says_nothing(line: str) -> bool:
    """Whether a line holds dots and dashes only."""
    return not line.strip(" …–—-")


def _end(signs: Sequence[str], begin: int) -> int:
    return next((place for place in range(begin, len(signs)) if signs[place] == " "), len(signs))


def _place(signs: Sequence[str], room: int) -> int:
    """Count the characters before the last break that leaves no more than so many, or all of these without one."""
    word = "".join(signs)
    most = min(room, len(signs) - LEAST)
    if len(word) != len(signs):
        return room
    joints = [found.end() for found in JOINT.finditer(word) if room / 2 < found.end() <= most]
    syllables = [found.end() for found in SYLLABLE.finditer(word) if LEAST <= found.end() <= most]
    return (joints or syllables or [room])[-1]
