"""How people shorten the name of a company in a text: ``Waldner`` for ``Waldner Anlagenbau GmbH``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from graph.dataset import Dataset
from graph.redaction.finder import LEGAL_FORM
from graph.redaction.texts import ADDRESS, FRAMES

_LEAST = 5  # letters
_WORD = re.compile(r"[^\W\d_]+")
# ends of words that say what is done, not who does it
_TRADE = re.compile(
    r"(?:werke?|fabrik|bau|technik|techniken|technologien?|technology|systeme?|systems|gruppe|group|service|services|handel"
    r"|haus|druck|holz|metall|energien?|energy|strom|solar|elektro|elektronik|auto|automobile?|industrien?|logistik"
    r"|logistics|transporte?|maschinen?|engineering|software|medien|media|immobilien|invest|holding|consulting"
    r"|beratung|planung|verlag|bank|kasse|sparkasse|versicherung|gesellschaft|genossenschaft|unternehmen|firma|betrieb"
    r"|international|deutschland|germany|europe|digital|optik|chemie|pharma|gebrüder|brüder|söhne|sohn|partner|werkstatt"
    r"|werkstätten|hersteller|vertrieb|entwicklung|innovation|innovationen|institut|zentrum|center|akademie)$",
    re.IGNORECASE,
)


def short_forms(dataset: Dataset, hidden: Set[str]) -> Mapping[str, str]:
    """Return the word by which a text may name each hidden actor alone.

    It is the first word of a name with a legal form, unless it is a trade or a word of the language, as far as the data
    tell: one that stands in lower case somewhere, names a place, type or field, begins the names of two hidden actors,
    or stands as a word of its own in the name of somebody else, does not name one company.

    Returns
    -------
    Actor id -> word, for those that have one.
    """
    rows = dataset.actors.to_dict("records")
    common = {word.casefold() for text in _texts(dataset) for word in _WORD.findall(text) if word.islower()}
    for row in rows:
        if row["id"] not in hidden:
            common |= {part.casefold() for name in _names(row) for part in re.split(r"[\s,;/()]+", name)}
    common |= {word.casefold() for text in values(dataset) for word in _WORD.findall(text)}
    first = {row["id"]: word for row in rows if row["id"] in hidden and (word := _first(row["name"], common))}
    times = Counter(word.casefold() for word in first.values())
    return {actor: word for actor, word in first.items() if times[word.casefold()] == 1}


def _first(name: str, common: Set[str]) -> str:
    """Return the first word of a name that ends with a legal form, if it is no common one."""
    if not LEGAL_FORM.search(name):
        return ""
    word = next(iter(_WORD.findall(name)), "")
    named = len(word) >= _LEAST and word[0].isupper() and word.casefold() not in common
    return word if named and not _TRADE.search(word) else ""


def _names(row: Mapping[Any, Any]) -> Iterator[str]:
    yield from (row["name"], row["short_name"], *row["aliases"])


def values(dataset: Dataset) -> Iterator[str]:
    """Yield places, types, kinds and fields."""
    for frame in (dataset.actors, dataset.projects):
        for column in ("type", "kind", "area", "location"):
            if column in frame.columns:
                yield from frame[column]
        for fields in frame["kompetenzfelder"]:
            yield from fields
    yield from dataset.places


def _texts(dataset: Dataset) -> Iterator[str]:
    for name in FRAMES:
        frame = getattr(dataset, name)
        for column in frame.columns:
            if str(column) not in ("id", "from_id", "to_id", "project_id", "reference", "website", "url"):
                yield from _strings(frame[column])


def _strings(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield ADDRESS.sub("", value)
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, str))
