"""The form of a query in an address, and back.

Only values that differ from the default are written. Values from the data (fields of competence, actor types, project
kinds) are written as slugs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from urllib.parse import urlencode

from views.address.parameters import Query, is_allowed

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(text: str) -> str:
    """Short stable form of a value for addresses: ``Maschinen-, Anlagen`` -> ``maschinen-anlagen``."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_UMLAUTS))
    return re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-") or "x"


_DEFAULT = Query()
_NAMES = frozenset(field.name for field in fields(Query))
_LISTS = frozenset(field.name for field in fields(Query) if isinstance(getattr(_DEFAULT, field.name), tuple))


def encode(query: Query) -> dict[str, str]:
    """Address parameters of a query; defaults are left out."""
    values = {field.name: getattr(query, field.name) for field in fields(query)}
    return {
        name: ",".join(value) if name in _LISTS else value
        for name, value in values.items()
        if value != getattr(_DEFAULT, name)
    }


def decode(parameters: Mapping[str, str]) -> tuple[Query, tuple[str, ...]]:
    """Query of address parameters, and ``name=value`` of all that could not be understood."""
    known: dict[str, str | tuple[str, ...]] = {}
    unknown: list[str] = []
    for name, text in sorted(parameters.items()):
        values, wrong = _read(name, text[:2000])
        unknown += [f"{name}={value}" for value in wrong]
        if values:
            known[name] = values if name in _LISTS else values[0]
    return Query(**known), tuple(unknown)  # type: ignore[arg-type]  # names were checked against the fields


def address(page: str, **parameters: str) -> str:
    """Return the address of a page within the app, with parameters as in `encode`."""
    return f"{path(page)}?{urlencode(parameters)}" if parameters else path(page)


def path(page: str) -> str:
    """Address of a page by its name: ``was_waere_wenn`` -> ``was-waere-wenn``."""
    return page.replace("_", "-")


def page_of(address_path: str) -> str:
    """Name of the page an address leads to, the way back from `path`; ``""`` for the landing page."""
    return address_path.strip("/").rpartition("/")[2].replace("-", "_")


def _read(name: str, text: str) -> tuple[tuple[str, ...], list[str]]:
    if name not in _NAMES:
        return (), [text]
    values = _unique(part.strip() for part in text.split(",")) if name in _LISTS else (text,)
    right = tuple(value for value in values if is_allowed(name, value))
    return right, [value for value in values if value not in right]


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
