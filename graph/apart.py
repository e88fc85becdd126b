"""What tells elements of one name apart wherever they are named: their place, else their type, else their id."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.dataset import Dataset, unpacked


class Called(NamedTuple):
    """What an element is called among all others: in full, and in short."""

    name: str
    short_name: str


class _Row(NamedTuple):
    name: str
    short_name: str
    location: str
    kind: str


def called(dataset: Dataset) -> Mapping[str, Called]:
    """Return what elements are called that share a name with another one, by id; give it all the data."""
    return dataset.once(_called)


def _called(dataset: Dataset) -> Mapping[str, Called]:
    rows = dict(_rows(dataset))
    full = _apart({id: row.name for id, row in rows.items()}, rows)
    short = _apart({id: row.short_name for id, row in rows.items()}, rows)
    return {
        id: Called(full.get(id, rows[id].name), short.get(id, rows[id].short_name)) for id in sorted({*full, *short})
    }


def _rows(dataset: Dataset) -> Iterator[tuple[str, _Row]]:
    for table, kind in ((dataset.actors, "type"), (dataset.projects, "kind")):
        for id, name, short_name, location, of in unpacked(table, "id", "name", "short_name", "location", kind):
            yield id, _Row(name, short_name or name, location, of)


def _apart(names: Mapping[str, str], rows: Mapping[str, _Row]) -> dict[str, str]:
    """Add to each name that several have what only one of them has."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for id, name in names.items():
        sharing[_folded(name)].append(id)
    made = {}
    for ids in (ids for ids in sharing.values() if len(ids) > 1):
        for id in ids:
            tries = (f"{names[id].strip()} ({text})" for text in _additions(id, ids, rows))
            made[id] = next(name for name in tries if _folded(name) not in sharing)
    return made


def _additions(id: str, ids: list[str], rows: Mapping[str, _Row]) -> Iterator[str]:
    """Yield what only this one of some elements has, the best first; its id comes last, and again with a number."""
    for column in ("location", "kind"):
        text = getattr(rows[id], column).strip()
        if text and sum(_folded(getattr(rows[other], column)) == _folded(text) for other in ids) == 1:
            yield text
    yield id
    yield f"{id}, {ids.index(id) + 1}"


def _folded(name: str) -> str:
    """Return a name as two are compared by whoever reads them."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
