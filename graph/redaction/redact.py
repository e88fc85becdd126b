"""A dataset with less in it."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

from graph.dataset import Dataset, unpacked
from graph.redaction.amounts import without_amounts
from graph.redaction.certainty import uncertain_only
from graph.redaction.finder import Pseudonym
from graph.redaction.ids import Ids
from graph.redaction.kinds import matching_types
from graph.redaction.left_out import without_uncertain
from graph.redaction.names import finder_of, renamed
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
        Actors of these types lose their names, in whatever case the types are written; `graph.redaction.company_types`
        proposes some. Actors of other types lose theirs where it holds a hidden one, as a foundation's may.
    types_only
        Actors of one type become one; nobody is named.
    confirmed_only
        Only ties that are confirmed, and what they tie; nothing that is left names what is left out.
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

    @property
    def hides_names(self) -> bool:
        """Whether a name may be taken out; a link to the app, which names everybody, or a search could tell it."""
        return bool(self.anonymous_types) or self.types_only or self.confirmed_only


def redact(
    dataset: Dataset, redaction: Redaction, given: Mapping[str, Pseudonym] = NO_NAMES, without: Set[str] = NOBODY
) -> Dataset:
    """Return a dataset without what the redaction takes out; redact first, then filter.

    Pseudonyms are numbered within the dataset, so that filters do not change them. Names are also replaced in the
    texts, headers, ids and addresses of all other rows. What the tables say about an anonymous actor besides type and
    fields of competence is left out, because few such facts already tell who it is.

    Parameters
    ----------
    dataset
        All data.
    redaction
        What to take out.
    given
        Pseudonyms of another state of the data, which are kept; see `pseudonyms`.
    without
        Elements that are left out of a later state of the data as not confirmed, and so of this one; see `unconfirmed`.
    """
    return redact_with_ids(dataset, redaction, given, without)[0]


def redact_with_ids(
    dataset: Dataset, redaction: Redaction, given: Mapping[str, Pseudonym] = NO_NAMES, without: Set[str] = NOBODY
) -> tuple[Dataset, Ids]:
    """Return what `redact` returns, and the ids that elements have now by those they had.

    An id that is missing there is gone. Parameters are those of `redact`.

    Parameters
    ----------
    dataset
        Tables of the data.
    redaction
        What is left out.
    given
        Pseudonyms that were given already, by id.
    without
        Elements that are left out in any case.
    """
    if redaction.is_nothing:
        return dataset, {key: key for key in (*dataset.actors["id"], *dataset.projects["id"])}
    names = pseudonyms(dataset, redaction, given)
    ids: Ids = {key: key for key in (*dataset.actors["id"], *dataset.projects["id"])}
    if redaction.confirmed_only:
        dataset, ids = without_uncertain(dataset, without)
    if names := {ids[actor]: name for actor, name in names.items() if actor in ids}:
        dataset, new = renamed(dataset, names)
        ids = {old: new[key] for old, key in ids.items()}
    if redaction.amounts:
        dataset, new = without_amounts(dataset)
        ids = {old: new.get(key, key) for old, key in ids.items()}
    return dataset, ids


def unconfirmed(dataset: Dataset, redaction: Redaction) -> Set[str]:
    """Return the ids of the elements that a redaction leaves out because nothing about them is confirmed."""
    return uncertain_only(dataset) if redaction.confirmed_only else NOBODY


def pseudonyms(
    dataset: Dataset, redaction: Redaction, given: Mapping[str, Pseudonym] = NO_NAMES
) -> Mapping[str, Pseudonym]:
    """Return the pseudonym of each actor that gets one, by its id; a picture keeps its places by them.

    Those ``given`` for another state of the data are kept and the others numbered after them, so that both states can
    be compared.

    Parameters
    ----------
    dataset
        All data.
    redaction
        What to take out.
    given
        Pseudonyms of another state of the data.
    """
    if redaction.types_only:
        return {**_by_type(dataset, redaction), **given}
    hidden = {actor: kind for actor, kind in _hidden(dataset, redaction).items() if actor not in given}
    order = sorted(hidden, key=lambda actor: (hidden[actor], _shuffled(actor, redaction.key), actor))
    counts = Counter(slug(name.type) for name in given.values())
    names, taken = dict(given), {*_ids(dataset), *(name.id for name in given.values())}
    for actor in order:
        kind = hidden[actor]
        counts[slug(kind)] += 1  # "Firma" and "firma" count on, so that no two actors get one id
        label = redaction.label.format(type=kind or redaction.untyped, n=counts[slug(kind)])
        names[actor] = _pseudonym(label, kind, taken)
        taken.add(names[actor].id)
    return names


def _hidden(dataset: Dataset, redaction: Redaction) -> dict[str, str]:
    """Return the types of actors whose names are hidden, by their ids: those asked for, and those named after one."""
    types, _ = matching_types(dataset, redaction.anonymous_types)
    kinds = dict(unpacked(dataset.actors, "id", "type"))
    hidden = {actor: kind for actor, kind in kinds.items() if kind in types}
    if not hidden:
        return {}
    finder = finder_of(dataset, {actor: Pseudonym(actor, actor, kind) for actor, kind in hidden.items()})
    columns = ("id", "name", "short_name", "aliases")
    for actor, *names, aliases in unpacked(dataset.actors, *columns):
        if actor not in hidden and any(finder.names(name) for name in (*names, *aliases)):
            hidden[actor] = kinds[actor]
    return hidden


def _by_type(dataset: Dataset, redaction: Redaction) -> dict[str, Pseudonym]:
    actors = unpacked(dataset.actors, "id", "type")
    taken = _ids(dataset)
    return {actor: _pseudonym(kind or redaction.untyped, kind, taken) for actor, kind in actors}


def _ids(dataset: Dataset) -> Set[str]:
    return {*dataset.actors["id"], *dataset.projects["id"]}


def _pseudonym(label: str, kind: str, taken: Set[str]) -> Pseudonym:
    """Name and id; an id that is taken gets an ending."""
    key = slug(label) or "x"
    while key in taken:
        key = f"{key}-x"
    return Pseudonym(key, label, kind)


def _shuffled(actor: str, key: str) -> str:
    """Place of an actor in an order that says nothing about its name to those without the key."""
    return hmac.digest(key.encode(), actor.encode(), "sha256").hex()
