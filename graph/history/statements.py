"""What the rows of a table say, in whatever place, order or form, and which rows of two states belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.dates import period
from graph.schema import TABLES, CellKind
from graph.ties import LISTED_KINDS
from graph.vocabulary import TIE_KINDS

Row = Mapping[str, Any]
Match = tuple[int | None, int | None]  # places of a row in the older and in the newer table; ``None`` where it is not

_SETS = frozenset({CellKind.LIST, CellKind.ACTORS, CellKind.REFERENCE})
_UNORDERED = frozenset(
    {"location"} | {column.name for table in TABLES.values() for column in table.columns if column.cell in _SETS}
)
# what names a row of a table without ids
_SUBJECTS = {"events": ("project_id", "label", "start", "end"), "identifiers": ("actor_id", "scheme", "value")}
_NUMBERS = frozenset({"id"})  # the id of a tie is its ends, its kind and a number that follows the order of the file
_COMPARISONS = 10_000  # of parallel rows that differ; beyond it they are paired in their order


def statements(dataset: Dataset, table: str) -> list[Row]:
    """Rows of a table as what they say.

    A period typed into one cell is a start and an end. Who leads, takes part in and funds a project is the same
    in a list of projects.csv and in links.csv: a project lists all of them, and a tie without a source of its
    own has that of its project. Where a tie has no direction, neither of its ends comes first.
    """
    rows = records(getattr(dataset, table))
    if table == "projects":
        listed = _listed(dataset)
        rows = [{**row, **_roles(row, listed)} for row in rows]
    elif table == "ties":
        references = dict(unpacked(dataset.projects, "id", "reference"))
        rows = [
            {**row, **_ends(row), "reference": row["reference"] or references.get(row["to_id"], "")} for row in rows
        ]
    return [_with_period(row) for row in rows]


def matches(table: str, before: Sequence[Row], after: Sequence[Row]) -> list[Match]:
    """Find the rows of two states that are about the same thing.

    Rows with the same id belong together; so do ties of one kind between the same two, and events of one name and
    date. Of several of them, those that say the same are paired first, then those that share most.

    Parameters
    ----------
    table
        Name of the table: ``actors``, ``projects``, ``ties``, ``events``, ``sources`` or ``identifiers``.
    before, after
        What its rows say, as `statements` gives it.

    Returns
    -------
    list of Match
        Rows of the newer state in their order, then those that only the older has.
    """
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((before, after)):
        for place, row in enumerate(rows):
            groups[_subject(table, row)][side].append(place)
    partner: dict[int, int] = {}
    for old, new in groups.values():
        partner.update(_paired(before, after, old, new))
    taken = set(partner.values())
    gone: Iterable[Match] = ((place, None) for place in range(len(before)) if place not in taken)
    return [*((partner.get(place), place) for place in range(len(after))), *gone]


def same(column: str, old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether two cells say the same; the order of a list says nothing.

    Parameters
    ----------
    column
        Name of the column.
    old
        Value as it was.
    new
        Value as it is now.
    """
    if old == new:
        return True
    return column in _UNORDERED and _entries(old) == _entries(new)


def records(table: pd.DataFrame) -> list[Row]:
    """Rows of a table as they stand in it."""
    names = [str(name) for name in table.columns]
    cells = unpacked(table, *table.columns)
    return [dict(zip(names, row, strict=True)) for row in cells]


def subject_words(table: str, row: Row) -> str:
    """Name of a row: its id, else of an event project, label and dates, of an identifier actor, scheme and value."""
    return " ".join(str(row[name]) for name in _SUBJECTS.get(table, ("id",)))


def _entries(cell: Any) -> set[str]:  # noqa: ANN401
    parts = cell.split(";") if isinstance(cell, str) else cell or ()
    return {part.strip() for part in parts} - {""}


def _with_period(row: Row) -> Row:
    if "start" not in row or "/" not in f"{row['start']}{row['end']}":
        return row
    start, end = period(row["start"], row["end"])
    return {**row, "start": start, "end": end}


def _ends(row: Row) -> dict[str, str]:
    if row["kind"] not in TIE_KINDS or TIE_KINDS[row["kind"]].directed:
        return {}
    first, second = sorted((row["from_id"], row["to_id"]))
    return {"from_id": first, "to_id": second}


def _listed(dataset: Dataset) -> Mapping[tuple[str, str], list[str]]:
    """(project, column of projects.csv) -> actors that ties name."""
    columns = {kind: column for column, kind in LISTED_KINDS.items()}
    listed: dict[tuple[str, str], list[str]] = defaultdict(list)
    ties = dataset.ties[dataset.ties["kind"].isin(columns)]
    for actor, project, kind in unpacked(ties, "from_id", "to_id", "kind"):
        listed[project, columns[kind]].append(actor)
    return listed


def _roles(row: Row, listed: Mapping[tuple[str, str], list[str]]) -> dict[str, tuple[str, ...]]:
    return {
        column: tuple(dict.fromkeys((*row.get(column, ()), *listed.get((row["id"], column), ()))))
        for column in LISTED_KINDS
    }


def _subject(table: str, row: Row) -> Hashable:
    if table in _SUBJECTS:
        return tuple(row[name] for name in _SUBJECTS[table])
    return (row["kind"], row["from_id"], row["to_id"]) if table == "ties" else row["id"]


def _paired(before: Sequence[Row], after: Sequence[Row], old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (place in the newer, place in the older) of rows about one thing."""
    if len(old) == len(new) == 1:
        yield new[0], old[0]
        return
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place in reversed(old):
        waiting[_content(before[place])].append(place)
    rest = []
    for place in new:
        if equal := waiting[_content(after[place])]:
            yield place, equal.pop()
        else:
            rest.append(place)
    yield from _alike(before, after, sorted(place for places in waiting.values() for place in places), rest)


def _alike(before: Sequence[Row], after: Sequence[Row], old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
    """Pair what shares most cells; equally good pairs in the order of the rows."""
    if len(old) * len(new) > _COMPARISONS:
        yield from zip(new, old, strict=False)
        return
    scores = sorted((-_shared(before[a], after[b]), b, a) for a in old for b in new)
    taken: tuple[set[int], set[int]] = set(), set()
    for _, b, a in scores:
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            yield b, a


def _shared(old: Row, new: Row) -> int:
    return sum(name not in _NUMBERS and bool(value) and same(name, old.get(name), value) for name, value in new.items())


def _content(row: Row) -> Hashable:
    """All a row says except its number; empty cells say nothing."""
    return frozenset(
        (name, frozenset(_entries(value)) if name in _UNORDERED else value)
        for name, value in row.items()
        if name not in _NUMBERS and value not in ("", (), None)
    )
