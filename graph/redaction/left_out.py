"""What is left out because only uncertain ties speak of it: its rows, and its names in all that stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset, among
from graph.redaction.certainty import confirmed_only, objects, uncertain_only
from graph.redaction.finder import Finder, Pseudonym
from graph.redaction.ids import Ids, renamed_ids
from graph.redaction.short_forms import short_forms, values
from graph.redaction.texts import Rule, with_texts

_NOBODY: frozenset[str] = frozenset()
_GONE = Pseudonym("x", "…", "")
_NAMING = ("id", "name", "short_name", "website")  # columns of a project


def without_uncertain(dataset: Dataset, also: Set[str] = _NOBODY) -> tuple[Dataset, Ids]:
    """Keep what is confirmed; no text, header, id, address or source of it names what is left out.

    An actor that stays keeps its own name, also one that is named after an actor that goes; and a name that is a place,
    a type or a field of the data as well is a word, which stays.

    Parameters
    ----------
    dataset
        All data.
    also
        Ids of elements that go in any case: those left out of a later state of the same data.

    Returns
    -------
    The dataset, and the new ids of the elements that stay by those they had.
    """
    gone = uncertain_only(dataset) | (also & {*dataset.actors["id"], *dataset.projects["id"]})
    left = _cited_only(dataset, confirmed_only(dataset, gone))
    if not gone:
        return left, {key: key for key in (*left.actors["id"], *left.projects["id"])}
    finder = _finder(dataset, gone)
    rule = _but_for(_own_names(left, finder), finder.replaced)
    return renamed_ids(with_texts(left, rule), finder.replaced_id)


def _finder(dataset: Dataset, gone: Set[str]) -> Finder:
    # cells beside the contract tell who an actor is, such as a mailbox; those of a project are words such as dates
    projects = dataset.projects[list(_NAMING)].assign(
        aliases=objects([()] * len(dataset.projects), dataset.projects.index)
    )
    rows = [
        {str(key): value for key, value in row.items()}
        for frame in (dataset.actors, projects)
        for row in frame[among(frame["id"], gone)].to_dict("records")
    ]
    short = short_forms(dataset, gone)
    words = {part.casefold() for text in values(dataset) for part in (text, *re.findall(r"\w+", text))}
    return Finder(rows, dict.fromkeys(gone, _GONE), short, words)


def _own_names(left: Dataset, finder: Finder) -> list[str]:
    """Names of actors that stay in which one that goes is named, longest first."""
    own: set[str] = set()
    for row in left.actors[["name", "short_name", "aliases"]].to_dict("records"):
        own |= {name for name in (row["name"], row["short_name"], *row["aliases"]) if finder.names(name)}
    return sorted(own, key=lambda name: (-len(name), name))


def _but_for(names: Iterable[str], rule: Rule) -> Rule:
    """Return the rule for texts that leaves these names as they are."""
    own = [re.escape(name) for name in names]
    if not own:
        return rule
    stays = re.compile(rf"((?<!\w)(?:{'|'.join(own)})(?!\w))")
    return lambda text: "".join(part if n % 2 else rule(part) for n, part in enumerate(stays.split(text)))


def _cited_only(before: Dataset, left: Dataset) -> Dataset:
    """Leave out sources that only what is left out referred to."""
    lost = _cited(before) - _cited(left)
    while based := {key for key in lost if key in _grounds(left.sources, lost)}:
        lost -= based
    return replace(left, sources=left.sources[~among(left.sources["id"], lost)].reset_index(drop=True))


def _cited(dataset: Dataset) -> set[str]:
    frames = (dataset.actors, dataset.projects, dataset.ties, dataset.events)
    return {key for frame in frames for text in frame["reference"] for key in _keys(text)}


def _grounds(sources: pd.DataFrame, lost: Set[str]) -> set[str]:
    """Return the sources on which those that stay are based."""
    if "based_on" not in sources.columns:
        return set()
    pairs = zip(sources["id"], sources["based_on"], strict=True)
    return {ground for key, text in pairs if key not in lost for ground in _keys(text)}


def _keys(reference: str) -> Iterator[str]:
    return (part.strip() for part in reference.split(";") if part.strip())
