"""Signs of several units made one unit each while Vega draws: it cuts names between two units of UTF-16."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from graph.export.plain import cleaned
from graph.graphemes import clusters

_PRIVATE = range(0xE000, 0xF900)  # code points that stand for no sign


def one_unit_each(spec: Mapping[str, Any]) -> tuple[str, Mapping[int, str]]:
    """Return a specification as JSON whose characters take one unit each, and what `str.translate` needs to undo that.

    An emoji cut in two is half of a surrogate pair, which no XML can hold; a mark cut from its letter changes a name.
    """
    written = json.dumps(spec, ensure_ascii=False)
    if written.isascii():
        return written, {}
    free, stands = _free(written), dict[str, str]()
    simple = cleaned(spec, lambda text: "".join(_one(sign, stands, free) for sign in clusters(text)))
    return json.dumps(simple, ensure_ascii=False), {ord(unit): sign for sign, unit in stands.items()}


def _one(sign: str, stands: dict[str, str], free: Iterator[str]) -> str:
    if len(sign) == 1 and sign <= "\uffff":
        return sign
    if sign not in stands:
        unit = next(free, "")
        if not unit:
            return sign
        stands[sign] = unit
    return stands[sign]


def _free(text: str) -> Iterator[str]:
    """Yield private code points that the text does not have itself."""
    taken = set(text)
    return (chr(code) for code in _PRIVATE if chr(code) not in taken)
