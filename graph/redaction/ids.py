"""Ids under other names, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.redaction.certainty import objects
from graph.redaction.texts import Rule
from graph.ties import LISTED_KINDS, tie_ids

Ids = Mapping[str, str]


def renamed_ids(dataset: Dataset, rule: Rule) -> tuple[Dataset, Ids]:
    """Return the dataset with a rule applied to the ids of elements and sources, and the new ids by the old ones."""
    ids = new_ids([*dataset.actors["id"], *dataset.projects["id"]], rule)
    sources = new_ids(dataset.sources["id"], rule)
    if not changed(ids) and not changed(sources):
        return dataset, ids
    own = dataset.identifiers.assign(actor_id=mapped(dataset.identifiers["actor_id"], ids))
    dataset = replace(dataset, actors=dataset.actors.assign(id=mapped(dataset.actors["id"], ids)), identifiers=own)
    return with_ids(dataset, ids, sources), ids


def new_ids(ids: Iterable[str], rule: Rule, taken: Set[str] = frozenset()) -> dict[str, str]:
    """Return new ids by the old ones; different ids never become the same, and none becomes one that is taken.

    Parameters
    ----------
    ids
        Ids in the order of the data.
    rule
        How new ids are made.
    taken
        Ids that are in use.
    """
    ids, new = list(ids), {}
    kept = {key for key in ids if rule(key) == key} | taken
    for key in ids:
        wanted = candidate = rule(key)
        number = 2
        while candidate != key and candidate in kept:
            candidate, number = f"{wanted}-{number}", number + 1
        new[key] = candidate
        kept.add(candidate)
    return new


def changed(ids: Ids) -> bool:
    """Whether any id is another one now."""
    return any(old != new for old, new in ids.items())


def with_ids(dataset: Dataset, ids: Ids, sources: Ids) -> Dataset:
    """Return the dataset with other ids of elements and sources in all tables; those of actors stay as they are.

    Parameters
    ----------
    dataset
        Checked tables.
    ids, sources
        Old id -> new id, of elements and of sources.
    """
    return replace(
        dataset,
        actors=_referring(dataset.actors, sources),
        projects=_referring(_listing(dataset.projects.assign(id=mapped(dataset.projects["id"], ids)), ids), sources),
        ties=_referring(_tied(dataset.ties, ids), sources),
        sources=_referring(dataset.sources.assign(id=mapped(dataset.sources["id"], sources)), sources, "based_on"),
        events=_referring(dataset.events.assign(project_id=mapped(dataset.events["project_id"], ids)), sources),
    )


def mapped(ids: pd.Series, new: Ids) -> pd.Series:
    """Return a column with new ids."""
    return pd.Series([new.get(key, key) for key in ids], ids.index, dtype=ids.dtype)


def named(ties: pd.DataFrame) -> pd.DataFrame:
    """Return ties whose ids are those of their ends, numbered from 0."""
    ends = unpacked(ties, "from_id", "kind", "to_id")
    names = pd.Series(tie_ids(iter(ends)), index=ties.index, dtype=ties["id"].dtype)
    return ties.assign(id=names).reset_index(drop=True)


def _tied(ties: pd.DataFrame, ids: Ids) -> pd.DataFrame:
    return named(ties.assign(**{column: mapped(ties[column], ids) for column in ("from_id", "to_id", "within")}))


def _listing(projects: pd.DataFrame, ids: Ids) -> pd.DataFrame:
    lists = {
        column: objects(
            [tuple(dict.fromkeys(ids.get(a, a) for a in actors)) for actors in projects[column]], projects.index
        )
        for column in LISTED_KINDS
    }
    return projects.assign(**lists)


def _referring(frame: pd.DataFrame, sources: Ids, name: str = "reference") -> pd.DataFrame:
    def renamed(reference: str) -> str:
        return ";".join(sources.get(part.strip(), part.strip()) for part in reference.split(";"))

    column = frame[name]
    return frame.assign(**{name: pd.Series([renamed(text) for text in column], column.index, dtype=column.dtype)})
