"""Ties as an editor sees them: one thing, whether links.csv has a row for it or a project lists it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.reading.check import check
from graph.reading.check.identity import fold
from graph.schema import TABLES
from graph.ties import LISTED_KINDS, tie_columns
from store.checking import tables_of
from store.entries import Cells, Edit, Entry, Snapshot
from store.errors import StoreError
from store.references import Reference, existing, with_lists

_NAMING = ("from_id", "to_id", "kind")


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a tie of the dataset stands.

    Attributes
    ----------
    id
        Its id in ``dataset.ties``.
    row
        Its row in links.csv, ``None`` when only a project lists it.
    listed
        The cell of a project that lists it, if one does.
    """

    id: str
    from_id: str
    to_id: str
    kind: str
    row: Entry | None
    listed: Reference | None


def ties_of(snapshot: Snapshot) -> Mapping[str, Tie]:
    """Return every tie the dataset has, by its id."""
    checked, _ = check(tables_of(snapshot))
    links, projects = checked["links"], checked["projects"]
    rows = tuple(snapshot.rows("links"))
    columns = tie_columns(links.columns, projects.columns)
    entries = [rows[line - 1] for line in links.lines]
    ties = {}
    for place, id in enumerate(columns["id"]):
        from_id, to_id, kind = (str(columns[name][place]) for name in _NAMING)
        row = entries[place] if place < len(entries) else None
        ties[id] = Tie(id, from_id, to_id, kind, row, _listed(snapshot, from_id, to_id, kind))
    return ties


def added(cells: Cells) -> list[Edit]:
    """Return the edit that adds a tie; cells as in links.csv."""
    return [Edit("links", "", 0, cells)]


def changed(snapshot: Snapshot, id: str, cells: Cells) -> list[Edit]:
    """Return the edits that change a tie; one that only a list states gets a row of its own, which then counts.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    id
        Id of the tie.
    cells
        Cells that are to be changed.

    Raises
    ------
    StoreError
        ``not-found`` when there is no such tie.
    """
    tie = _found(snapshot, id)
    named = {"from_id": tie.from_id, "to_id": tie.to_id, "kind": tie.kind}
    moved = any(name in cells and cells[name] != named[name] for name in _NAMING)
    unlisted = _unlisted(tie) if moved and not _others(snapshot, tie) else []
    if tie.row:
        return [Edit("links", tie.row.id, tie.row.version, cells), *unlisted]
    inherited = existing(snapshot, "projects", tie.to_id).cells.get("reference", "")
    return [Edit("links", "", 0, {**named, "reference": inherited, **cells}), *unlisted]


def removed(snapshot: Snapshot, id: str) -> list[Edit]:
    """Return the edits that remove a tie from links.csv and from the list of its project.

    Raises
    ------
    StoreError
        ``not-found`` when there is no such tie.
    """
    tie = _found(snapshot, id)
    row = [Edit("links", tie.row.id, tie.row.version, None)] if tie.row else []
    # a second tie of the same kind between the same ends still says what the list says
    return row if _others(snapshot, tie) else [*row, *_unlisted(tie)]


def _found(snapshot: Snapshot, id: str) -> Tie:
    tie = ties_of(snapshot).get(id)
    if tie is None:
        raise StoreError("not-found", id)
    return tie


def _others(snapshot: Snapshot, tie: Tie) -> bool:
    """Whether links.csv has another tie of the same name."""
    ends = (tie.from_id, tie.to_id, tie.kind)
    return any(
        other.id != tie.id and (other.from_id, other.to_id, other.kind) == ends for other in ties_of(snapshot).values()
    )


def _unlisted(tie: Tie) -> list[Edit]:
    gone = fold(tie.from_id)
    return with_lists([tie.listed], lambda name: () if fold(name) == gone else (name,)) if tie.listed else []


def _listed(snapshot: Snapshot, from_id: str, to_id: str, kind: str) -> Reference | None:
    column = next((column for column, listed in LISTED_KINDS.items() if listed == kind), "")
    project = snapshot.find(TABLES["projects"].name, to_id)
    if not column or project is None:
        return None
    names = map(fold, project.cells.get(column, "").replace("\n", ";").split(";"))
    return Reference(project, column, whole=False) if fold(from_id) in map(str.strip, names) else None
