"""Tables whose cells are kept: lines of cells with tabs between them, as HTML, Word and PDF tables are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.tables.roles import PARTIES, SUM, ColumnRole, is_of_sittings, of_parties, role_of
from graph.extraction.tables.table import PaperCell, PaperTable, Row


def grid_tables(text: str) -> list[PaperTable]:
    """Find runs of lines with tabs whose first line names the columns."""
    tables: list[PaperTable] = []
    run: list[tuple[int, str]] = []
    for found in [*re.finditer(r"[^\n]+", text), None]:
        if found is not None and "\t" in found[0]:
            run.append((found.start(), found[0]))
            continue
        tables += _tables(run)
        run = []
    return tables


def _tables(run: Sequence[tuple[int, str]]) -> Iterator[PaperTable]:
    if len(run) < 2:
        return
    headers = run[0][1].split("\t")
    if is_of_sittings(headers[0]):
        return
    roles = [role_of(header) or ColumnRole.OTHER for header in headers]
    if parties := of_parties(headers, roles):
        rows = [row for start, line in run[1:] if (row := _row(start, line, parties, headers))]
        yield PaperTable(run[0][0], run[-1][0] + len(run[-1][1]), rows, has_owner=True, of_parties=True)
        return
    if sum(role is not ColumnRole.OTHER for role in roles) < 2:
        return
    if ColumnRole.ITEM not in roles and ColumnRole.HOLDER not in roles:
        first = next((at for at, role in enumerate(roles) if role in (ColumnRole.OTHER, ColumnRole.AREA)), None)
        if first is None:
            return
        roles[first] = ColumnRole.ITEM
    rows = [row for start, line in run[1:] if (row := _row(start, line, roles, headers))]
    start, last = run[0][0], run[-1]
    yield PaperTable(
        start, last[0] + len(last[1]), rows, bool({ColumnRole.LEAD, ColumnRole.PARTNER, ColumnRole.HOLDER} & set(roles))
    )


def _row(start: int, line: str, roles: Sequence[ColumnRole], headers: Sequence[str]) -> Row | None:
    """Read a row; sums of columns are none."""
    if SUM.match(line.lstrip("\t ")):
        return None
    cells = list(_cells(start, line, roles, headers))
    items = [cell for cell in cells if cell.role is ColumnRole.ITEM][:1]
    if not items and ColumnRole.HOLDER not in roles and not (ColumnRole.ITEM not in roles and PARTIES & {*roles}):
        return None
    terms = [cell for cell in cells if cell.role is ColumnRole.TERM]
    area = next((cell for cell in cells if cell.role is ColumnRole.AREA), None)
    others = [cell for cell in cells if cell.role not in (ColumnRole.ITEM, ColumnRole.TERM, ColumnRole.AREA)]
    return Row(area, items, terms, others, paired=False)


def _cells(start: int, line: str, roles: Sequence[ColumnRole], headers: Sequence[str]) -> Iterator[PaperCell]:
    place = start
    for at, words in enumerate(line.split("\t")):
        plain = words.strip()
        if plain and at < len(roles):
            begin = place + words.index(plain)
            yield PaperCell(begin, begin + len(plain), roles[at], plain, headers[at].strip())
        place += len(words) + 1
