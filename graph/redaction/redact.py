"""A dataset with less in it."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

from graph.dataset import Dataset
from graph.redaction.amounts import without_amounts
from graph.redaction.certainty import confirmed_only
from graph.redaction.names import Pseudonym, renamed
from graph.slugs import slug

COMPANIES = frozenset({"Unternehmen"})
NOBODY: frozenset[str] = frozenset()
NO_NAMES: Mapping[str, Pseudonym] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Redaction:
    """What to take out; by default nothing. All parts may be combined.

    Attributes
    ----------
    amounts
        No amounts, neither in cells nor in texts.
    anonymous_types
        Actors of these types lose their names (`COMPANIES`).
    types_only
        Actors of one type become one; nobody is named.
    confirmed_only
        Only ties that are confirmed, and what they tie.
    key
        Secret that decides which number a pseudonym gets; keep it, and an actor keeps its pseudonym in every file.
        Without one anybody with the list of names could find the numbers.
    label, untyped
        Pseudonym of an actor, with ``{type}`` and ``{n}``, and the word for a type that is not recorded.
    """

    amounts: bool = False
    anonymous_types: Set[str] = NOBODY
    types_only: bool = False
    confirmed_only: bool = False
    key: str = ""
    label: str = "{type} {n}"
    untyped: str = "–"

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is taken out."""
        return not (self.amounts or self.anonymous_types or self.types_only or self.confirmed_only)


def redact(dataset: Dataset, redaction: Redaction, given: Mapping[str, Pseudonym] = NO_NAMES) -> Dataset:
    """Return a dataset without what the redaction takes out; redact first, then filter.

    Pseudonyms are numbered within the dataset, so that filters do not change them. Names are also replaced in the
    texts, ids and addresses of all other rows. What the tables say about an anonymous actor besides type and
    fields of competence is left out, because few such facts already tell who it is.

    Parameters
    ----------
    dataset
        All data.
    redaction
        What to take out.
    given
        Pseudonyms of another state of the data, which are kept; see `pseudonyms`.
    """
    if redaction.is_nothing:
        return dataset
    names = pseudonyms(dataset, redaction, given)
    if redaction.confirmed_only:
        dataset = confirmed_only(dataset)
    left = set(dataset.actors["id"])
    if names := {actor: name for actor, name in names.items() if actor in left}:
        dataset = renamed(dataset, names)
    return without_amounts(dataset) if redaction.amounts else dataset


def pseudonyms(
    dataset: Dataset, redaction: Redaction, given: Mapping[str, Pseudonym] = NO_NAMES
) -> Mapping[str, Pseudonym]:
    """Return the pseudonym of each actor that gets one, by its id; a picture keeps its places by them.

    Those ``given`` for another state of the data are kept and the others numbered after them, so that both states can
    be compared.
    """
    if redaction.types_only:
        return {**_by_type(dataset, redaction), **given}
    actors = zip(dataset.actors["id"], dataset.actors["type"], strict=True)
    hidden = {actor: kind for actor, kind in actors if kind in redaction.anonymous_types and actor not in given}
    order = sorted(hidden, key=lambda actor: (hidden[actor], _shuffled(actor, redaction.key), actor))
    counts = Counter(name.type for name in given.values())
    names = dict(given)
    for actor in order:
        kind = hidden[actor]
        counts[kind] += 1
        names[actor] = _pseudonym(redaction.label.format(type=kind, n=counts[kind]), kind, dataset)
    return names


def _by_type(dataset: Dataset, redaction: Redaction) -> dict[str, Pseudonym]:
    actors = zip(dataset.actors["id"], dataset.actors["type"], strict=True)
    return {actor: _pseudonym(kind or redaction.untyped, kind, dataset) for actor, kind in actors}


def _pseudonym(label: str, kind: str, dataset: Dataset) -> Pseudonym:
    """Name and id; an id that an element already has gets an ending."""
    key, taken = slug(label) or "x", {*dataset.actors["id"], *dataset.projects["id"]}
    while key in taken:
        key = f"{key}-x"
    return Pseudonym(key, label, kind)


def _shuffled(actor: str, key: str) -> str:
    """Place of an actor in an order that says nothing about its name to those without the key."""
    return hmac.digest(key.encode(), actor.encode(), "sha256").hex()
