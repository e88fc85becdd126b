"""Actors under other names, everywhere: in rows, lists, ties, texts, ids and addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from graph.dataset import Dataset
from graph.ledger.amounts import Amount, total
from graph.redaction.certainty import objects
from graph.redaction.texts import with_texts
from graph.slugs import slug
from graph.ties import LISTED_KINDS, tie_ids

KEPT = ("type", "kompetenzfelder")  # what is still said of an anonymous actor
_LEGAL_FORM = re.compile(
    r"[\s,]+(?:g?gmbh(?: & co\.? ?(?:kg|ohg)?)?|mbh|ag(?: & co\.? ?kga?a?)?|se|kg|ohg|gbr|ug|e\. ?v\.?|eg)\.?$",
    re.IGNORECASE,
)
_SHORTEST, _CERTAIN = 2, 5  # letters of a name that is looked for, and of one that is found in any case and compound


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """New id and name of an actor, and its type."""

    id: str
    name: str
    type: str


def renamed(dataset: Dataset, names: Mapping[str, Pseudonym]) -> Dataset:
    """Return the dataset with these actors under their pseudonyms; several with the same one become one.

    Parameters
    ----------
    dataset
        Checked tables.
    names
        Actor id -> pseudonym.
    """
    finder = _Finder(dataset, names)
    hidden = dataset.actors["id"].isin(list(names))
    ids = {actor: name.id for actor, name in names.items()}
    # an institution named after a company would give it away
    ids |= _new_ids([*dataset.actors.loc[~hidden, "id"], *dataset.projects["id"]], finder, set(ids.values()))
    sources = _new_ids(dataset.sources["id"], finder, set())
    pseudonymous = _actors(dataset, names)
    dataset = replace(dataset, actors=dataset.actors[~hidden].reset_index(drop=True))
    dataset = with_texts(dataset, finder.replaced)
    merged = len({name.id for name in names.values()}) < len(names)
    return replace(
        dataset,
        actors=pd.concat([_referring(_named_anew(dataset.actors, ids), sources), pseudonymous], ignore_index=True),
        projects=_referring(_listing(_named_anew(dataset.projects, ids), ids), sources),
        ties=_referring(_ties(dataset.ties, ids, merged=merged), sources),
        sources=dataset.sources.assign(id=_mapped(dataset.sources["id"], sources)),
        events=_referring(dataset.events.assign(project_id=_mapped(dataset.events["project_id"], ids)), sources),
    )


class _Finder:
    """Finds the names of the actors in texts; longer names first."""

    def __init__(self, dataset: Dataset, names: Mapping[str, Pseudonym]) -> None:
        self._labels: dict[str, Pseudonym] = {}
        rows = dataset.actors[dataset.actors["id"].isin(list(names))].to_dict("records")
        for row in rows:
            for spelling in _spellings({str(key): value for key, value in row.items()}):
                self._labels.setdefault(spelling.casefold(), names[str(row["id"])])
        spellings = sorted(self._labels, key=lambda spelling: (-len(spelling), spelling))
        certain = "|".join(re.escape(s) for s in spellings if len(s) >= _CERTAIN) or "(?!)"
        short = "|".join(re.escape(s) for s in spellings if len(s) < _CERTAIN) or "(?!)"
        # a long name is found in compounds and with endings too, a short one only as a word
        self._names = re.compile(rf"(?<!\w)(?:({certain})\w*|({short})(?!\w))", re.IGNORECASE)

    def replaced(self, text: str) -> str:
        """Return a text with pseudonyms; an address that names somebody is left out."""
        if text.startswith(("http://", "https://")):
            return "" if self._names.search(text) else text
        return self._names.sub(lambda found: self._pseudonym(found).name, text)

    def replaced_id(self, text: str) -> str:
        """Return an id with the ids of pseudonyms."""
        return self._names.sub(lambda found: self._pseudonym(found).id, text)

    def _pseudonym(self, found: re.Match[str]) -> Pseudonym:
        return self._labels[(found[1] or found[2]).casefold()]


def _spellings(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield how an actor may be written: its names, without legal form, as part of an id, and its web address."""
    names = [row["name"], row["short_name"], *row["aliases"]]
    host = (urlsplit(row["website"]).hostname or "").removeprefix("www.")
    for name in (*names, *(_LEGAL_FORM.sub("", name) for name in names)):
        yield from (spelling for spelling in (name.strip(), slug(name)) if len(spelling) >= _SHORTEST)
    yield from (spelling for spelling in (row["id"], host) if len(spelling) >= _SHORTEST)


def _actors(dataset: Dataset, names: Mapping[str, Pseudonym]) -> pd.DataFrame:
    """Rows of the pseudonyms: type and fields, nothing else."""
    fields: dict[Pseudonym, set[str]] = defaultdict(set)
    for actor, own in zip(dataset.actors["id"], dataset.actors["kompetenzfelder"], strict=True):
        if actor in names:
            fields[names[actor]] |= set(own)
    several = defaultdict(list)
    for actor, name in names.items():
        several[name].append(actor)
    rows = []
    for name in sorted(fields, key=lambda name: name.id):
        row = {column: _nothing(dataset.actors[column]) for column in dataset.actors.columns}
        row |= {"id": name.id, "name": name.name, "short_name": name.name, "type": name.type}
        rows.append(row | {"kompetenzfelder": tuple(sorted(fields[name])), "collective": len(several[name]) > 1})
    types = dataset.actors.dtypes
    return pd.DataFrame(rows, columns=dataset.actors.columns, dtype=object).astype(types.to_dict())


def _nothing(column: pd.Series) -> object:
    first = column.iloc[0] if len(column) else ""
    return {tuple: (), bool: False}.get(type(first), "" if isinstance(first, str) else None)


def _new_ids(ids: Iterable[str], finder: _Finder, taken: set[str]) -> dict[str, str]:
    """Return new ids without names; different ids never become the same."""
    new: dict[str, str] = {}
    kept = {key for key in ids if finder.replaced_id(key) == key} | taken
    for key in ids:
        wanted = candidate = finder.replaced_id(key)
        number = 2
        while candidate != key and candidate in kept:
            candidate, number = f"{wanted}-{number}", number + 1
        new[key] = candidate
        kept.add(candidate)
    return new


def _named_anew(frame: pd.DataFrame, ids: Mapping[str, str]) -> pd.DataFrame:
    return frame.assign(id=_mapped(frame["id"], ids))


def _mapped(ids: pd.Series, new: Mapping[str, str]) -> pd.Series:
    return pd.Series([new.get(key, key) for key in ids], ids.index, dtype=ids.dtype)


def _listing(projects: pd.DataFrame, ids: Mapping[str, str]) -> pd.DataFrame:
    lists = {
        column: objects(
            [tuple(dict.fromkeys(ids.get(a, a) for a in actors)) for actors in projects[column]], projects.index
        )
        for column in LISTED_KINDS
    }
    return projects.assign(**lists)


def _referring(frame: pd.DataFrame, sources: Mapping[str, str]) -> pd.DataFrame:
    def mapped(reference: str) -> str:
        return ";".join(sources.get(part.strip(), part.strip()) for part in reference.split(";"))

    column = frame["reference"]
    return frame.assign(reference=pd.Series([mapped(text) for text in column], column.index, dtype=column.dtype))


def _ties(ties: pd.DataFrame, ids: Mapping[str, str], *, merged: bool) -> pd.DataFrame:
    """Tie the new ids; among merged actors no tie is left, and ties that say the same become one."""
    ties = ties.assign(from_id=_mapped(ties["from_id"], ids), to_id=_mapped(ties["to_id"], ids))
    if merged:
        ties = _added_up(ties[ties["from_id"] != ties["to_id"]])
    ends = zip(ties["from_id"], ties["kind"], ties["to_id"], strict=True)
    names = pd.Series(tie_ids(iter(ends)), index=ties.index, dtype=ties["id"].dtype)
    return ties.assign(id=names).reset_index(drop=True)


def _added_up(ties: pd.DataFrame) -> pd.DataFrame:
    """One tie for all of the same ends, kind, status, certainty and kind of amount; amounts are added up.

    What only one of them says (period, note, source) is left out.
    """
    same = ["from_id", "to_id", "kind", "amount_basis", "status", "certainty"]
    rows: dict[tuple[str, ...], list[Amount | None]] = defaultdict(list)
    for key, amount in zip(zip(*(ties[name] for name in same), strict=True), ties["amount_eur"], strict=True):
        rows[key].append(amount)
    blank = dict.fromkeys(ties.columns, "")
    records = [
        blank | dict(zip(same, key, strict=True)) | {"amount_eur": total(amounts)} for key, amounts in rows.items()
    ]
    return pd.DataFrame(records, columns=ties.columns, dtype=object).astype(ties.dtypes.to_dict())
