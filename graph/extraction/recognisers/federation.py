"""The federation as one who gives: "der Bund", "vom Bund"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_FEDERATION = re.compile(
    r"(?<!\w)(?:[Dd]er|[Vv]om|[Dd]em|[Dd]en|[Bb]eim) (?P<name>Bund)(?![\w-]| (?:der|für|zu|[A-ZÄÖÜ]))"
)


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each place where the federation acts."""
    for found in _FEDERATION.finditer(reading.text):
        yield Mention(What.ACTOR, found.start("name"), found.end("name"), "Bund", "Bund", "federation")
