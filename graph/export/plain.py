"""Text from the data made fit for XML and for print, without changing what a person reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

from graph.giving_up import ensure_wanted

# what XML 1.0 cannot hold: control characters, half of a surrogate pair, code points that are no characters
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile("\r\n?|\x85|\u2028|\u2029")
# marks that turn the direction of the text after them, so that a name reads as another one
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

_PARTING = re.compile("(%2[0356Bb]|%3[Dd]|%[01][0-9A-Fa-f])")  # codes of the signs that part an address


def clean(text: str) -> str:
    """Return a text that XML, PDF and presentations can hold; lines end as on Unix.

    Every text of every file goes through here, so this is also where the writing of a file is given up.
    """
    ensure_wanted()
    if text.isascii() and text.isprintable():
        return text
    return _TURNING.sub("", _UNFIT.sub("", _LINES.sub("\n", text)))


def one_line(text: str) -> str:
    """Return a clean text without line ends."""
    return " ".join(clean(text).split())


def readable(address: str) -> str:
    """Return an address with letters instead of their codes, which a browser understands as well.

    What would part it anew keeps its code: blanks, and the signs that have a meaning in an address.
    """
    parts = _PARTING.split(one_line(address))
    return "".join(part if number % 2 else one_line(unquote(part)) for number, part in enumerate(parts))


def cleaned(value: Any, rule: Callable[[str], str] = clean) -> Any:  # noqa: ANN401 - a document of JSON holds anything
    """Return a document of JSON with a rule applied to its texts; by default they are clean then."""
    if isinstance(value, str):
        return rule(value)
    if isinstance(value, Mapping):
        return {str(key): cleaned(item, rule) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(item, rule) for item in value]
    return value
