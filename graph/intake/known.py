"""What is known of names and identifiers of registers: which actor they are, and which ones they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.dataset import Dataset
from graph.vocabulary import Identity

NAME = "name@"  # begins the scheme of a name as a register writes it; the recipe follows


@dataclass(frozen=True, slots=True)
class Known:
    """Identifiers of the data.

    Attributes
    ----------
    actors
        Scheme and value -> the actor that is called so.
    others
        Scheme and value -> actors of which somebody has said that they are another body.
    """

    actors: Mapping[tuple[str, str], str] = field(default_factory=dict)
    others: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)


def known_of(dataset: Dataset) -> Known:
    """Return what the identifiers of the data say."""
    actors: dict[tuple[str, str], str] = {}
    others: dict[tuple[str, str], set[str]] = defaultdict(set)
    columns = (dataset.identifiers[name] for name in ("actor_id", "scheme", "value", "says"))
    for actor, scheme, value, says in zip(*columns, strict=True):
        key = compared(scheme, value)
        if says == Identity.IS_NOT:
            others[key].add(str(actor))
        else:
            actors.setdefault(key, str(actor))
    return Known(actors, {key: frozenset(found) for key, found in others.items()})


def compared(scheme: str, value: str) -> tuple[str, str]:
    """Return an identifier as it is compared: without case and doubled blanks."""
    return scheme.strip().casefold(), " ".join(value.split()).casefold()


def name_scheme(recipe: str) -> str:
    """Return the scheme of names as the files of a recipe write them."""
    return f"{NAME}{recipe}"
