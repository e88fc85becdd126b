"""Files of our own: tables of the contract, and networks that carry them whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.export.exchange.gexf import CREATOR
from graph.export.exchange.network import TABLES_KEY
from graph.export.exchange.reader import UnreadableNetworkError, read_network
from graph.intake.grid import Grid
from graph.intake.recognise import recognise
from graph.reading.header import COLUMNS, key, table_of
from graph.reading.read import read_file
from graph.reading.sheet import Sheet, SheetReading, joined
from graph.schema import TABLES

# what our own networks say of themselves; GEXF has no place for the key
_MARKS = (TABLES_KEY.encode(), f"<creator>{CREATOR}".encode())
_ELEMENTS = frozenset({"actors", "projects"})
_OF_NETWORKS = frozenset({"label", "mode"})  # columns of our nodes.csv, which holds actors and projects alike
_LEAST = 3  # columns of the contract in a table of it, or all it has


def own_network(data: bytes) -> SheetReading | None:
    """Return the tables of a network file that this program wrote; ``None`` when it is none."""
    if not any(mark in data for mark in _MARKS):
        return None
    try:
        tables: Mapping[str, bytes] = read_network(data)
    except UnreadableNetworkError:
        return None
    reading = joined(read_file(name, content) for name, content in tables.items())
    # a picture of groups carries no element of the data: its nodes are read as those of any network
    return reading if any(sheet.rows for sheet in reading.sheets if sheet.name in _ELEMENTS) else None


def own_tables(grids: Sequence[Grid]) -> tuple[list[Sheet], list[Grid]]:
    """Split tables into those of the contract, as sheets, and others."""
    sheets, others = [], []
    for grid in grids:
        (line, header), *_ = grid.preview(1) or [(0, [])]
        if _is_own(grid, header):
            rows = list(grid.rows())[1:]
            sheets.append(
                Sheet(
                    grid.file, grid.name, tuple(header), line, [cells for _, cells in rows], [each for each, _ in rows]
                )
            )
        else:
            others.append(grid)
    return sheets, others


def _is_own(grid: Grid, header: Sequence[str]) -> bool:
    """Whether a table has the columns of the contract: the required ones, and most of what it has."""
    table = table_of(grid.name, header)
    if table is None or {text.strip() for text in header} >= _OF_NETWORKS:
        return False
    known = {COLUMNS[table.name].get(key(text), "") for text in header} - {""}
    required = {column.name for column in table.columns if column.required}
    named = [text for text in header if text.strip()]
    most = len(known) >= min(_LEAST, len(TABLES[table.name].columns)) and 2 * len(known) >= len(named)
    return required <= known and most and (grid.name == table.name or not _is_known_better(grid, len(known)))


def _is_known_better(grid: Grid, columns: int) -> bool:
    """Whether a recipe understands more of the columns: a list of projects has some that events have too."""
    return any(guess.is_complete and len(guess.tables[0].header.places) > columns for guess in recognise([grid]))
