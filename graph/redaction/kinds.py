"""Which types of the data are companies: a proposal, since the type of an actor is free text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set

from graph.dataset import Dataset
from graph.errors import NobodyHiddenError

# ends of words that are companies
_COMPANY = re.compile(
    r"(?:unternehmen|unternehmens|unternehmer|firma|firmen|betrieb|betriebe|konzern|konzerne|hersteller|dienstleister"
    r"|mittelständler|lieferant|lieferanten|industriepartner|freiberufler|selbst(?:st)?ändige|händler|handwerker"
    r"|startups?|start-?ups?|gmbh|kmu|kmus|smes?|compan(?:y|ies)|enterprises?|business(?:es)?|corporations?|firms?"
    r"|manufacturers?|suppliers?|vendors?)$",
    re.IGNORECASE,
)
_WHOLE = frozenset({"wirtschaft", "industrie", "handwerk", "mittelstand", "privatwirtschaft", "industry", "ag", "kg"})
# what speaks of companies but is none
_ABOUT = re.compile(
    r"verband|verbund|verein|netzwerk|kammer|förder|cluster|beratung|ministeri|behörde|amt\b|initiative|innung"
    r"|association|network|chamber|agency|agentur|authority|federation|promotion",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_company(kind: str) -> bool:
    """Whether a type of actor is one of companies, by its words.

    >>> [kind for kind in ("Firma", "Unternehmen (KMU)", "Unternehmensverband", "Kommune") if is_company(kind)]
    ['Firma', 'Unternehmen (KMU)']
    """
    if _ABOUT.search(kind):
        return False
    return kind.strip().casefold() in _WHOLE or any(_COMPANY.search(word) for word in _WORDS.findall(kind))


def types_of(dataset: Dataset) -> tuple[str, ...]:
    """Return the types of actors in the data, as they are written, most frequent first; ``""`` is not recorded."""
    counts = Counter(dataset.actors["type"])
    return tuple(sorted(counts, key=lambda kind: (-counts[kind], kind)))


def company_types(dataset: Dataset) -> frozenset[str]:
    """Return the types of the data that are those of companies."""
    return frozenset(kind for kind in types_of(dataset) if is_company(kind))


def matching_types(dataset: Dataset, asked: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the types of the data that are asked for, whatever their case, and what was asked for in vain."""
    known: dict[str, set[str]] = {}
    for kind in types_of(dataset):
        known.setdefault(_plain(kind), set()).add(kind)
    asked = list(asked)
    found = frozenset(kind for name in asked for kind in known.get(_plain(name), ()))
    return found, tuple(name for name in asked if _plain(name) not in known)


def ensure_somebody_is_hidden(dataset: Dataset, types: Set[str] | None) -> None:
    """Refuse types of actors that nobody has.

    Parameters
    ----------
    dataset
        All data.
    types
        What is asked for; empty when companies were, and there are none; ``None`` when nobody is to be hidden.

    Raises
    ------
    NobodyHiddenError
        If a type is nobody's, or there is none.
    """
    if types is None:
        return
    _, in_vain = matching_types(dataset, sorted(types))
    if in_vain or not types:
        raise NobodyHiddenError(in_vain, types_of(dataset))


def _plain(kind: str) -> str:
    return " ".join(kind.casefold().split())
