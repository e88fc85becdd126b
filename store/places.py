"""Where a text stands: each row with the columns that hold it, for those who decide whether it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from store import schema
from store.disclosure import Holding
from store.entries import Cells
from store.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Place:
    """A row that holds a text, with its former versions as a place of their own.

    Attributes
    ----------
    kind
        ``entry``; ``change`` for the former versions of an entry; ``changeset`` for all that is said of changes and of
        those who made them; ``state``, ``document``, ``person``.
    table, id
        Of the entry, or names of the row in its kind.
    columns
        Those that hold the text.
    rows
        How many rows hold it.
    cells
        What the last of them says, to call it by.
    """

    kind: str
    table: str
    id: str
    columns: tuple[str, ...]
    rows: int
    cells: Cells


def places_of(holding: Holding, text: str) -> tuple[Place, ...]:
    """Return where a text stands in what was found about it, in the order of what is kept."""
    pattern = Pattern(text)
    places: dict[tuple[str, str, str], Place] = {}
    for (kind, table, id), texts in _rows(holding):
        columns = [name for cells in texts for name, cell in cells.items() if _holds(pattern, kind, name, cell)]
        if columns:
            before = places.get((kind, table, id))
            known, rows = (before.columns, before.rows) if before else ((), 0)
            all_columns = tuple(dict.fromkeys((*known, *columns)))
            places[kind, table, id] = Place(kind, table, id, all_columns, rows + 1, texts[-1] or texts[0])
    return tuple(places.values())


def _rows(holding: Holding) -> Iterator[tuple[tuple[str, str, str], Sequence[Cells]]]:
    """Return each row by its place, with the texts it holds."""
    for row in holding.entries:
        yield ("entry", row["table"], row["id"]), (row["cells"],)
    for row in holding.changes:
        yield ("change", row["table"], row["id"]), (row["before"] or {}, row["after"] or {})
    for row in holding.changesets:
        yield ("changeset", "", ""), (_texts("changeset", row),)
    for kind, rows in holding.others.items():
        keys = [column.name for column in schema.metadata.tables[kind].primary_key]
        for row in rows:
            yield (kind, "", " ".join(row[key] for key in keys)), (_texts(kind, row),)


def _texts(kind: str, row: Mapping[str, Any]) -> Cells:
    return {name: row[name] for name in schema.MAY_NAME[schema.metadata.tables[kind]]}


def _holds(pattern: Pattern, kind: str, column: str, text: str) -> bool:
    """Whether a cell holds the text; of entries the names of columns are data, too."""
    return pattern.found_in(text) or (kind in ("entry", "change") and pattern.found_in(column))
