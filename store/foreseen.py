"""What the reader would find in the rows of files once they are in the store, at the lines of the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from graph.issue import Issue
from graph.reading.check import check
from graph.reading.check.texts import check_sources
from graph.reading.rows import Rows, Tables
from store.checking import tables_of
from store.entries import Snapshot


def foreseen(after: Snapshot, read: Tables, places: Mapping[str, Mapping[str, int]]) -> list[Issue]:
    """Return the findings on rows of files, which may refer to rows that only the store has.

    Parameters
    ----------
    after
        The data as they would be.
    read
        The tables of the files.
    places
        Table -> id of a row as it would be -> row of the file that says it.
    """
    headers: dict[str, set[str]] = defaultdict(set)
    for rows in read.values():
        headers[rows.file] |= {"", *rows.headers.values()}

    def is_of_files(issue: Issue) -> bool:
        # what a file has no column for is not its fault
        return issue.line > 0 and issue.column in headers[issue.file]

    kept = tables_of(after)
    placed = {
        name: _placed(rows, read[name], [places.get(name, {}).get(entry.id, -1) for entry in after.rows(name)])
        for name, rows in kept.items()
    }
    _, issues = check(placed, is_of_files)
    return [*issues, *_without_sources(after, read, places)]


def _without_sources(after: Snapshot, read: Tables, places: Mapping[str, Mapping[str, int]]) -> list[Issue]:
    """Report files without a column for sources whose rows are new; other rows keep the source they have."""
    new = {
        name: rows
        for name, rows in read.items()
        if any(not after.entries[name][id].version for id in places.get(name, ()))
    }
    return [issue for issue in check_sources(new) if not issue.line]


def _placed(kept: Rows, read: Rows, places: list[int]) -> Rows:
    """Return rows with the name, the headers and the lines of the file; rows it does not have get no line of it."""
    lines = [read.lines[place] if place >= 0 else 0 for place in places]
    return replace(kept, file=read.file, headers={**kept.headers, **read.headers}, lines=lines)
