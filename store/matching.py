"""Which row of a file is which row of the store: by its id, a tie by its ends and kind, an event by its project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from graph.reading.check.identity import fold
from graph.reading.rows import Rows
from graph.vocabulary import VOCABULARIES
from store.entries import KEYS

# of rows with equal names, those are the same that agree in most; beyond this number the order decides
_COMPARED = 50


def matched(kept: Rows, read: Rows) -> Mapping[int, int]:
    """Return row of the file -> row of the store, for those that are the same."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(kept)):
        groups[_name(kept, place)].append(place)
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for row in range(len(read)):
        waiting[_name(read, row)].append(row)
    pairs: dict[int, int] = {}
    for name, rows in waiting.items():
        pairs |= _paired(kept, read, groups.get(name, []), rows)
    return pairs


def _paired(kept: Rows, read: Rows, places: list[int], rows: list[int]) -> dict[int, int]:
    """Pair rows of one name: equal ones first, then those that agree in most cells, then in their order."""
    if len(places) <= 1 and len(rows) <= 1:
        return dict(zip(rows, places, strict=False))
    if max(len(places), len(rows)) > _COMPARED:
        return dict(zip(rows, places, strict=False))
    scored = sorted(
        ((-_agreeing(kept, read, place, row), abs(at - other), row, place))
        for at, row in enumerate(rows)
        for other, place in enumerate(places)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, row, place in scored:
        if row not in pairs and place not in taken:
            pairs[row] = place
            taken.add(place)
    return pairs


def _agreeing(kept: Rows, read: Rows, place: int, row: int) -> int:
    return sum(
        kept.columns[column][place] == read.columns[column][row] for column in read.headers if column in kept.columns
    )


def _name(rows: Rows, row: int) -> Hashable:
    """Return what rows of one table are matched by."""
    columns, table = rows.columns, rows.table.name
    if table in KEYS:
        return str(columns[KEYS[table]][row])
    if table == "links":
        kind = " ".join(columns["kind"][row].casefold().split())
        ends = fold(columns["from_id"][row]), fold(columns["to_id"][row])
        return (*ends, VOCABULARIES["tie_kind"].get(kind, kind))
    return fold(columns["project_id"][row]), fold(columns["label"][row])
