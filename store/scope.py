"""What files speak of: rows of other sources are not missing from them.

A file from a register holds its part of the region, and nothing that others have said. So a row of the store is
missing only when it names one of the sources the files name, or when files and row name none. Files that were
translated from a register speak of the source they are, and of no other one.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.reading.cells import parts
from graph.reading.check.identity import fold
from graph.reading.rows import Rows, Tables
from store.entries import KEYS, Entry, Snapshot

_COLUMN = "reference"
_RECIPE = "recipe"  # column of sources.csv that `graph.intake` fills


class Scope:
    """Tells whether files speak of a row, so that it is missing when they do not have it.

    Parameters
    ----------
    snapshot
        What the store holds.
    read
        The tables of the files.
    source_id
        The source they are from; by default all that they name.

    Attributes
    ----------
    is_register
        The files were translated: where a row stands in them says nothing of the row.
    """

    def __init__(self, snapshot: Snapshot, read: Tables, source_id: str = "") -> None:
        own = [source_id] if source_id else _translated(read)
        self.is_register = bool(own) and not source_id
        self._named = set(map(fold, own)) or {name for rows in read.values() for name in _sources(rows)}
        kept = {name for table in read for entry in snapshot.rows(table) for name in _sources_of(entry)}
        # files that name no source, or all there are, speak of everything
        self._everything = not source_id and (not self._named or self._named >= kept)
        self._unsourced = set() if own else {name for name, rows in read.items() if _has_unsourced(rows)}

    def __call__(self, entry: Entry) -> bool:
        """Whether the files speak of an entry."""
        if self.is_register and entry.table == "identifiers":
            return False  # decisions on who is who stand there, which no register has
        if self._everything:
            return True
        if entry.table == "sources":
            return fold(entry.cells.get(KEYS["sources"], "")) in self._named
        named = set(_sources_of(entry))
        return not named.isdisjoint(self._named) if named else entry.table in self._unsourced


def _translated(read: Tables) -> list[str]:
    """Return the sources of tables that were translated from registers: each says by which recipe.

    Rows of actors that the store has already name the sources they had there, of which such files say nothing.
    """
    sources = read.get("sources")
    recipes = sources.columns.get(_RECIPE, []) if sources else []
    return list(sources.columns[KEYS["sources"]]) if sources and recipes and all(recipes) else []


def _sources(rows: Rows) -> Iterator[str]:
    for text in rows.columns.get(_COLUMN, ()):
        yield from map(fold, parts(text))


def _sources_of(entry: Entry) -> Iterator[str]:
    return map(fold, parts(entry.cells.get(_COLUMN, "")))


def _has_unsourced(rows: Rows) -> bool:
    return _COLUMN in rows.headers and not all(rows.columns[_COLUMN])
