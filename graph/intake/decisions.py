"""What a person says of a suggestion; it is remembered among the identifiers, so that nobody is asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.reading.header import table_of
from graph.reading.sheet import Sheet, SheetReading
from graph.schema import TABLES
from graph.vocabulary import Identity

SAME, ANOTHER, PART = "same", "another", "part"  # the same body; another one; another one that belongs to it


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """What a person says of a suggestion.

    Attributes
    ----------
    own, name, scheme
        The actor of the files, its name there, and the scheme under which that is remembered.
    actor
        The actor that is there.
    says
        ``same``, ``another``, or ``part``: another legal entity of the same group.
    """

    own: str
    name: str
    scheme: str
    actor: str
    says: str

    @property
    def is_same(self) -> bool:
        """Whether both are one legal body."""
        return self.says == SAME


def remembered(reading: SheetReading, decisions: Sequence[MatchDecision]) -> SheetReading:
    """Return tables that hold decisions too: as identifiers, and as ties of those that belong to a group."""
    if not decisions:
        return reading
    said = [
        {
            "actor_id": each.actor,
            "scheme": each.scheme,
            "value": each.name,
            "says": str(Identity.IS if each.is_same else Identity.IS_NOT),
        }
        for each in decisions
    ]
    parts = [
        {"from_id": each.own, "to_id": each.actor, "kind": "part_of", "certainty": "unconfirmed"}
        for each in decisions
        if each.says == PART
    ]
    return _with_rows(_with_rows(reading, "identifiers", said), "links", parts)


def _with_rows(reading: SheetReading, name: str, rows: Sequence[dict[str, str]]) -> SheetReading:
    """Return tables with more rows in one of them; they stand on line 0, since no file says them."""
    if not rows:
        return reading
    place = next((at for at, sheet in enumerate(reading.sheets) if _is(sheet, name)), None)
    sheet = Sheet(f"{name}.csv", name, TABLES[name].names, 1, [], []) if place is None else reading.sheets[place]
    header = (*sheet.header, *(column for column in rows[0] if column not in sheet.header))
    cells = [[*row, *[""] * (len(header) - len(row))] for row in sheet.rows]
    cells += [[row.get(column, "") for column in header] for row in rows]
    grown = replace(sheet, header=header, rows=cells, lines=[*sheet.lines, *[0] * len(rows)])
    others = list(reading.sheets)
    if place is None:
        others.append(grown)
    else:
        others[place] = grown
    return replace(reading, sheets=tuple(others))


def _is(sheet: Sheet, name: str) -> bool:
    table = table_of(sheet.name, sheet.header)
    return table is not None and table.name == name
