"""Ties that a project lists and links.csv says once more, as our own exports write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from typing import Any

from graph.reading.cells import understand
from graph.reading.check.identity import fold
from graph.reading.rows import Rows
from graph.ties import listed_ties
from graph.vocabulary import Certainty
from store.checking import tables_of
from store.entries import Snapshot
from store.naming import names_of, naming, values_of

Listed = Mapping[Hashable, Mapping[str, Any]]


def listed_in(snapshot: Snapshot) -> Listed:
    """Return what the lists of projects say, tie by tie, by the name a row of links.csv would have."""
    projects, _ = understand(tables_of(snapshot)["projects"])
    return {
        (fold(tie["from_id"]), fold(tie["to_id"]), tie["kind"]): {**tie, "certainty": Certainty.CONFIRMED.value}
        for tie in listed_ties(projects.columns)
    }


def said_by_lists(before: Snapshot, after: Snapshot, links: Rows) -> Collection[int]:
    """Return the rows of a file's links.csv that say no more than lists say before an import, and still say after it.

    What moves from a list to links.csv in one and the same import is not among them, nor is the first of several rows
    of one name: without it there would be one tie less.

    Parameters
    ----------
    before
        Rows as they were.
    after
        Rows as they are afterwards.
    links
        Rows of links.csv.
    """
    listed, still = listed_in(before), listed_in(after)
    values = values_of(links)
    names = names_of(links, values)
    count = Counter(names)
    return {
        row
        for row, name in enumerate(names)
        if name in listed and name in still and count[name] == 1 and _says_no_more(links, values, row, still[name])
    }


def _says_no_more(links: Rows, values: Mapping[str, list[Any]], row: int, tie: Mapping[str, Any]) -> bool:
    """Whether every filled cell of a row of links.csv stands in the tie of a list as well."""
    return all(
        not links.columns[column][row] or values.get(column, links.columns[column])[row] == tie.get(column)
        for column in links.headers
        if column not in naming(links.table)
    )
