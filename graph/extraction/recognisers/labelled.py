"""The name of a project behind its label, as sheets and forms give it: "Kurztitel  AquaSens", "Projekttitel: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lexicon import TITLE_LABELS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.tables.roles import role_of

MOST_WORDS = 9  # of a title

_LABEL = re.compile(
    rf"(?:^|\n)[ \t]*(?:{'|'.join(map(re.escape, sorted(TITLE_LABELS, key=len, reverse=True)))})[ \t]*(?::[ \t]*|\t+)[„\"»]?(?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n\t]{{2,90}}?)[“”\"«]?[ ]*(?=\n|\t|$)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?P<long>.{3,80}?) ?(?:\((?P<bracket>[^()]{2,30})\)| [–-] (?P<dash>[^–-]{3,80}))")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield the name behind each label; "X (ABC)" and "ABC – the long title" are one thing with two names."""
    for found in _LABEL.finditer(reading.text):
        name = found["name"].strip(" ,.")
        two = _SHORT.fullmatch(name)
        names = [two["long"], two["bracket"] or two["dash"]] if two else [name]
        if _in_header(reading.text, found):
            continue
        if name[:1].isupper() and all(len(one.split()) <= MOST_WORDS for one in names):
            start = found.start("name")
            yield Mention(
                What.PROJECT, start, start + len(names[0]), names[0], "Projekt", "labelled", aliases=tuple(names[1:])
            )


def _in_header(text: str, found: re.Match[str]) -> bool:
    """Whether a label stands in the header of a table: "Vorhaben", beside it other names of columns."""
    end = text.find("\n", found.start("name"))
    cells = text[found.start() + 1 : end if end >= 0 else len(text)].split("\t")
    return len(cells) > 2 and sum(role_of(cell) is not None for cell in cells) > 1
