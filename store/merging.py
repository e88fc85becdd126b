"""Two rows that are one: suggested pairs, what a merge moves, and the edits that do it. A person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.reading.cells import parts
from graph.reading.check.identity import fold
from graph.schema import TABLES, Cell
from store.changes import FieldChange, differing
from store.checking import Located
from store.entries import Cells, Edit, Entry, Snapshot
from store.errors import StoreError
from store.references import Reference, existing, references_to, with_lists

_SUGGESTING = ("near-duplicate-name", "shared-alias")
_MERGEABLE = ("actors", "projects", "sources")
_JOINED = (Cell.LIST, Cell.ACTORS, Cell.REFERENCE)
# what a tie may say beyond that it is there
_BARE = frozenset({"from_id", "to_id", "kind", "reference", "locator", "certainty"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that may be one.

    Attributes
    ----------
    keep, drop
        Ids of the earlier row and of the later one.
    code
        The finding that says so.
    """

    table: str
    keep: str
    drop: str
    code: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge would do.

    Attributes
    ----------
    fields
        Cells of the kept row that get more than they hold.
    moved
        Cells of other rows that will name the kept row.
    gone
        Ties that would be there twice, or join the row with itself.
    edits
        What to save.
    """

    keep: Entry
    drop: Entry
    fields: tuple[FieldChange, ...]
    moved: tuple[Reference, ...]
    gone: tuple[Entry, ...]
    edits: tuple[Edit, ...]


def suggested_pairs(found: Sequence[Located]) -> tuple[Pair, ...]:
    """Return the pairs that findings suggest, each once."""
    pairs = {
        (table, located.issue.hint, id): located.issue.code
        for located in reversed(found)
        if located.issue.code in _SUGGESTING
        for table, id in (located.key,)
    }
    return tuple(Pair(*key, code) for key, code in reversed(pairs.items()))


def merge_of(snapshot: Snapshot, keep: str, drop: str) -> Merge:
    """Return what it means that everything said of one row is said of another from now on.

    The kept row keeps its cells; empty ones are filled, lists are joined, and the other name becomes an alias. Ties
    move; of two that say the same one is left.

    Raises
    ------
    StoreError
        ``not-found`` when one of them is missing, or when they stand in different tables.
    """
    table = _table_of(snapshot, keep, drop)
    kept, dropped = existing(snapshot, table, keep), existing(snapshot, table, drop)
    cells = _joined(kept, dropped)
    references = references_to(snapshot, table, drop)
    lists = [reference for reference in references if not reference.whole]
    moved, gone = _moved_rows(snapshot, [one for one in references if one.whole], keep)
    edits = [
        Edit(table, keep, kept.version, cells),
        Edit(table, drop, dropped.version, None),
        *moved,
        *(Edit(entry.table, entry.id, entry.version, None) for entry in gone),
        *with_lists(lists, lambda name: (keep if fold(name) == fold(drop) else name,)),
    ]
    lost = {(entry.table, entry.id) for entry in gone}
    staying = tuple(one for one in references if (one.entry.table, one.entry.id) not in lost)
    fields = tuple(field for field in differing(kept.cells, cells) if field.after)
    return Merge(kept, dropped, fields, staying, gone, tuple(edits))


def _table_of(snapshot: Snapshot, keep: str, drop: str) -> str:
    for table in _MERGEABLE:
        if keep != drop and snapshot.find(table, keep) and snapshot.find(table, drop):
            return table
    raise StoreError("not-found", f"{keep}, {drop}")


def _joined(keep: Entry, drop: Entry) -> dict[str, str]:
    kinds = {column.name: column.cell for column in TABLES[keep.table].columns}
    cells = dict(keep.cells)
    for column, text in drop.cells.items():
        if kinds.get(column) in _JOINED:
            cells[column] = ";".join(dict.fromkeys((*parts(cells.get(column, "")), *parts(text))))
        else:
            cells.setdefault(column, text)
    if "aliases" in kinds:
        cells["aliases"] = _aliases(cells, drop)
    return cells


def _aliases(cells: Cells, drop: Entry) -> str:
    """Return the aliases with the names of the row that goes, but not those the kept row is called by anyway."""
    own = {fold(cells.get(column, "")) for column in ("name", "short_name")}
    # a list has no place for a name that holds its separator
    names = (name.replace(";", ",") for name in (drop.cells.get("name", ""), drop.cells.get("short_name", "")))
    joined = (*parts(cells.get("aliases", "")), *names)
    return ";".join(dict.fromkeys(name for name in joined if name and fold(name) not in own))


def _moved_rows(snapshot: Snapshot, references: Sequence[Reference], keep: str) -> tuple[list[Edit], tuple[Entry, ...]]:
    """Return the edits of ties and events that move, and the ties that are not needed any more."""
    named: dict[tuple[str, str], tuple[Entry, dict[str, str]]] = {}
    for reference in references:
        entry = reference.entry
        named.setdefault((entry.table, entry.id), (entry, {}))[1][reference.column] = keep
    standing = [entry.cells for entry in snapshot.rows("links") if (entry.table, entry.id) not in named]
    edits, gone = [], []
    for entry, cells in named.values():
        after = {**entry.cells, **cells}
        if entry.table == "links" and _is_needless(after, standing):
            gone.append(entry)
            continue
        standing += [after] if entry.table == "links" else []
        edits.append(Edit(entry.table, entry.id, entry.version, cells))
    return edits, tuple(gone)


def _is_needless(tie: Cells, others: Sequence[Cells]) -> bool:
    """Whether a tie joins a row with itself, or says no more than another one."""
    if fold(tie.get("from_id", "")) == fold(tie.get("to_id", "")):
        return True
    same = [other for other in others if _ends(other) == _ends(tie)]
    return dict(tie) in map(dict, same) or (bool(same) and _BARE.issuperset(tie))


def _ends(tie: Cells) -> tuple[str, str, str]:
    return fold(tie.get("from_id", "")), fold(tie.get("to_id", "")), tie.get("kind", "").casefold()
