"""Rows of one table on their way from the file to the dataset, each cell still knowing its line and header."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.issue import Issue
from graph.reading.codes import finding
from graph.reading.decode import tidy
from graph.reading.header import COLUMNS, key
from graph.reading.nearest import nearest
from graph.reading.persons import is_personal, persons_allowed
from graph.reading.sheet import Sheet
from graph.schema import SOURCE_FACTS, ContractTable

# Exports put an apostrophe before text that a spreadsheet would take for a formula; here it is taken away again
_PROTECTED = re.compile("'(?='*[=+\\-@＝＋－＠])")
_RESERVED = frozenset({"id"})  # the dataset adds this column to ties


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """A table in columns.

    Attributes
    ----------
    table
        Its part of the contract.
    file
        Name of the file or worksheet as the user knows it.
    columns
        Column -> cells; canonical columns in their order, whether the file has them or not, then extra ones.
    headers
        Column -> header as written in the file; columns the file does not have are missing.
    lines
        Physical line of each row.
    """

    table: ContractTable
    file: str
    columns: Mapping[str, list[Any]] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    lines: Sequence[int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.lines)

    def finding(self, code: str, row: int, column: str = "", *, value: str = "", hint: str = "") -> Issue:
        """Return a finding about a cell, or about a row when no column is named.

        Parameters
        ----------
        code
            Code of what was found.
        row
            Number of the row, from 0.
        column
            Name of the column, ``""`` for the whole row.
        value
            The text of the cell.
        hint
            What is proposed instead, or what the finding refers to.
        """
        header = self.headers.get(column, column)
        return finding(code, self.file, self.lines[row], header, value=value, hint=hint)

    def without(self, rows: Collection[int]) -> Rows:
        """Return the same table without some rows."""
        if not rows:
            return self
        dropped = set(rows)
        kept = [row for row in range(len(self)) if row not in dropped]
        columns = {name: [cells[row] for row in kept] for name, cells in self.columns.items()}
        return replace(self, columns=columns, lines=[self.lines[row] for row in kept])

    def having(self, columns: Mapping[str, list[Any]]) -> Rows:
        """Return the same table with other cells in some columns."""
        return replace(self, columns={**self.columns, **columns})


Tables = Mapping[str, Rows]


def no_rows(table: ContractTable) -> Rows:
    """Return an empty table, for a file that is not there."""
    return Rows(table, f"{table.name}.csv", {name: [] for name in table.names}, {}, [])


def arrange(sheet: Sheet, table: ContractTable) -> tuple[Rows, list[Issue]]:
    """Put the cells of a sheet under the columns of a table, cleaned but not yet understood.

    Columns the table does not know are kept after its own; a second column of the same meaning too.
    """
    header = [clean(text) for text in sheet.header]
    rows, issues = _equally_wide(sheet)
    cells = [_cleaned(column) for column in zip(*rows, strict=True)] or [[] for _ in header]
    places, found = _places(sheet, table, header, cells)
    count = len(rows)
    columns = {name: cells[places[name]] if name in places else [""] * count for name in table.names}
    extra = {name: cells[place] for name, place in places.items() if name not in columns}
    headers = {name: header[place] for name, place in places.items()}
    arranged = Rows(table, sheet.file, {**columns, **extra}, headers, sheet.lines)
    blank = [row for row in range(count) if not any(column[row] for column in cells)]
    words = {key(name) for name in header} | COLUMNS[table.name].keys()
    likely = (row for row in range(count) if key(next(filter(None, (column[row] for column in cells)), "")) in words)
    repeated = [row for row in likely if _is_header(table, header, [column[row] for column in cells])]
    found += [arranged.finding("repeated-header", row, value=";".join(header)) for row in repeated]
    return arranged.without({*blank, *repeated}), [*issues, *found, *sheet.remarks]


def _is_header(table: ContractTable, header: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row is the header once more, as in files that were joined; other words for the columns count too."""
    filled = [(key(name), key(cell)) for name, cell in zip(header, cells, strict=True) if name and cell]
    known = COLUMNS[table.name]
    same = [name == cell or (name in known and known.get(cell) == known[name]) for name, cell in filled]
    return len(filled) > 1 and all(same)


def _cleaned(column: Sequence[str]) -> list[str]:
    """Return the cells of a column, each different text cleaned once: a workbook may hold one in every row."""
    texts = {text: clean(text) for text in set(column)}
    return [texts[text] for text in column]


def clean(text: str) -> str:
    """Return the text of a file's cell without invisible characters, outer blanks and the apostrophe exports add."""
    text = trimmed(text)
    return _PROTECTED.sub("", text, count=1) if text.startswith("'") else text


def trimmed(text: str) -> str:
    """Return a text without invisible characters and outer blanks; once more, it stays as it is."""
    return tidy(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def _equally_wide(sheet: Sheet) -> tuple[list[list[str]], list[Issue]]:
    """Return rows as wide as the header; cells beyond it are reported and left out."""
    width = len(sheet.header)
    rows, issues = [], []
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        if len(row) < width:
            issues.append(finding("row-too-short", sheet.file, line, value=str(len(row)), hint=str(width)))
        elif any(text.strip() for text in row[width:]):
            issues.append(finding("row-too-wide", sheet.file, line, value=";".join(row[width:]), hint=str(width)))
        rows.append(row if len(row) == width else (row + [""] * (width - len(row)))[:width])
    return rows, issues


def _places(
    sheet: Sheet, table: ContractTable, header: Sequence[str], cells: Sequence[list[str]]
) -> tuple[dict[str, int], list[Issue]]:
    """Return column -> place in the file, and findings about headers."""
    known = COLUMNS[table.name]
    places: dict[str, int] = {}
    issues: list[Issue] = []
    # a header that is the name of a column goes before another word for the same column
    for place in sorted(range(len(header)), key=lambda place: key(header[place]) not in map(key, table.names)):
        column = known.get(key(header[place]), "")
        if column and column not in places:
            places[column] = place
    for place in range(len(header)):
        if place not in places.values() and (header[place] or any(cells[place])):
            if is_personal(header[place]) and not persons_allowed():
                left_out = finding("personal-column", sheet.file, sheet.header_line, header[place], value=header[place])
                issues.append(left_out)
                continue
            code = "duplicate-column" if key(header[place]) in known else "unknown-column"
            name = _free_name(header[place] or f"column_{place + 1}", {*places, *table.names, *_RESERVED})
            hint = known.get(nearest(key(header[place]), tuple(known)), "") if code == "unknown-column" else name
            if not header[place]:
                code, hint = "missing-header", name
            if table.name != "sources" or name not in SOURCE_FACTS:
                issues.append(finding(code, sheet.file, sheet.header_line, name, value=header[place], hint=hint))
            places[name] = place
    missing = [column.name for column in table.columns if column.required and column.name not in places]
    issues += [finding("missing-column", sheet.file, sheet.header_line, name, value=name) for name in missing]
    return places, issues


def _free_name(name: str, taken: Collection[str]) -> str:
    """Return the name, numbered if it is taken."""
    numbered: Iterator[str] = (f"{name}.{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(numbered for numbered in numbered if numbered not in taken)
