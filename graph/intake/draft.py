"""Tables of the contract while a file is translated: each row once, with the line of the source it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.issue import Issue
from graph.reading.sheet import Sheet, SheetReading
from graph.schema import TABLES
from graph.slugs import slug

Cells = dict[str, str]

_LONGEST_SLUG = 60
_LINE = "Zeile"  # what is written into the data is in the language of the data, which is German


# ties of these kinds are one in each row of a file, however often the file says the same
_EACH_COUNTS = frozenset({"funds", "cooperates_with", "related_to"})


def own_id(*parts: str) -> str:
    """Return an id made of texts: the same texts give the same id, however long they are."""
    made = slug(" ".join(part for part in parts if part))
    if made and len(made) <= _LONGEST_SLUG:
        return made
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]
    return f"{made[:_LONGEST_SLUG].rstrip('-')}-{digest}" if made else f"nr-{digest}"


@dataclass(frozen=True, slots=True)
class RowOrigin:
    """Where a row comes from."""

    file: str
    line: int
    unit: str = _LINE

    @property
    def locator(self) -> str:
        """File and line, as a person looks it up."""
        return f"{self.file}, {self.unit} {self.line}"


@dataclass(slots=True)
class Draft:
    """Rows by table and key, in the order in which they come; the first row of a key counts."""

    source: str = ""
    tables: dict[str, dict[str, tuple[RowOrigin, Cells]]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def add(self, table: str, key: str, cells: Mapping[str, str], place: RowOrigin, *, sourced: bool = True) -> bool:
        """Add a row unless its key is there; say whether it is new.

        Parameters
        ----------
        table
            Name of the table.
        key
            Key of the row in its table.
        cells
            Texts by column.
        place
            Where the row comes from.
        sourced
            Whether the source is noted in the row.
        """
        rows = self.tables.setdefault(table, {})
        if key in rows:
            return False
        origin = {"reference": self.source, "locator": place.locator} if sourced and self.source else {}
        rows[key] = (place, {**{column: text for column, text in cells.items() if text}, **origin})
        return True

    def complete(self, table: str, key: str, cells: Mapping[str, str]) -> None:
        """Fill in cells that a row does not have yet.

        Parameters
        ----------
        table
            Name of the table.
        key
            Key of the row in its table.
        cells
            Texts by column.
        """
        place, own = self.tables[table][key]
        self.tables[table][key] = place, {**{column: text for column, text in cells.items() if text}, **own}

    def tell(self, facts: Mapping[str, str]) -> None:
        """Let the row of the source say what became of its file."""
        if self.has("sources", self.source):
            self.complete("sources", self.source, facts)

    def has(self, table: str, key: str) -> bool:
        """Whether a row is there."""
        return key in self.tables.get(table, {})

    def tie(self, start: str, end: str, kind: str, place: RowOrigin, /, **cells: str) -> bool:
        """Add a row of links.csv; the same tie a second time is none.

        Parameters
        ----------
        start
            Id of the row the tie begins at.
        end
            Id of the row the tie leads to.
        kind
            Kind of the tie.
        place
            Where the row comes from.
        **cells
            Further texts by column.
        """
        told = place.locator if kind in _EACH_COUNTS else ""
        key = "\n".join((start, kind, end, told, *(f"{name}={cells[name]}" for name in sorted(cells))))
        return self.add("links", key, {"from_id": start, "to_id": end, "kind": kind, **cells}, place)

    def reading(self, file: str) -> SheetReading:
        """Return the tables as sheets of the contract, each row on the line of its source."""
        return SheetReading(
            tuple(_sheet(file, name, list(self.tables[name].values())) for name in TABLES if self.tables.get(name)),
            tuple(self.issues),
        )


def _sheet(file: str, table: str, rows: Sequence[tuple[RowOrigin, Cells]]) -> Sheet:
    known = TABLES[table].names
    used = dict.fromkeys(column for _, cells in rows for column in cells)
    header = (*(column for column in known if column in used), *(column for column in used if column not in known))
    return Sheet(
        file=rows[0][0].file or file,
        name=table,
        header=header,
        header_line=1,
        rows=[[cells.get(column, "") for column in header] for _, cells in rows],
        lines=[place.line for place, _ in rows],
    )
