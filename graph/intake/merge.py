"""Several tables to one: sheets of one table of the contract, and worksheets that say the same twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.intake.recognise import Guess, RecognisedTable
from graph.reading.header import key, table_of
from graph.reading.sheet import Sheet, SheetReading

_ALIKE = 0.9  # of the rows; a sheet made for printing lacks some


def merged(readings: Sequence[SheetReading]) -> tuple[Sheet, ...]:
    """Return the sheets of several readings, one for each table."""
    if len(readings) == 1:
        return readings[0].sheets
    tables: dict[str, Sheet] = {}
    for sheet in (sheet for reading in readings for sheet in reading.sheets):
        table = table_of(sheet.name, sheet.header)
        name = table.name if table else sheet.name
        tables[name] = together(tables[name], sheet) if name in tables else sheet
    return tuple(tables.values())


def together(first: Sheet, second: Sheet) -> Sheet:
    """Return the rows of two sheets of one table; the first row of an id counts, and fills in what it lacks."""
    columns = {key(text): place for place, text in enumerate(first.header)}
    added = [text for text in second.header if key(text) not in columns]
    header = (*first.header, *added)
    places = {key(text): place for place, text in enumerate(header)}
    rows = [[*row, *[""] * (len(header) - len(row))] for row in first.rows]
    lines = list(first.lines)
    own = places.get("id")
    known = {row[own]: row for row in rows} if own is not None else {}
    for row, line in zip(second.rows, second.lines, strict=True):
        cells = [""] * len(header)
        for text, cell in zip(second.header, row, strict=False):
            cells[places[key(text)]] = cell
        if own is not None and cells[own] in known:
            there = known[cells[own]]
            there[:] = [one or other for one, other in zip(there, cells, strict=True)]
        else:
            rows.append(cells)
            lines.append(line)
    return replace(first, header=header, rows=rows, lines=lines)


def without_twins(guess: Guess) -> Guess:
    """Leave out worksheets whose rows stand in another one too, such as a copy that was made to be printed."""
    kept: list[RecognisedTable] = []
    for table in sorted(guess.tables, key=lambda table: (-_length(table), table.grid.file)):
        rows = _rows(table)
        if not any(_is_twin(rows, other, table) for other in kept):
            kept.append(table)
    order = {id(table): place for place, table in enumerate(guess.tables)}
    return replace(guess, tables=tuple(sorted(kept, key=lambda table: order[id(table)])))


def _is_twin(rows: Sequence[object], other: RecognisedTable, table: RecognisedTable) -> bool:
    if other.part != table.part or other.grid.file.partition(" [")[0] != table.grid.file.partition(" [")[0]:
        return False
    there = set(_rows(other))
    return bool(rows) and sum(row in there for row in rows) >= _ALIKE * len(rows)


def _rows(table: RecognisedTable) -> list[tuple[str, ...]]:
    if "[" not in table.grid.file:
        return []
    return [tuple(cells) for line, cells in table.grid.rows() if line > table.header.last]


def _length(table: RecognisedTable) -> int:
    return len(_rows(table))
