"""An entry while it is filled in: what stood there when it was opened, and what was typed since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph.schema import TABLES, ContractColumn
from store import Conflict, Edit, Entry, Snapshot
from views.address.codec import slug

NEW = "neu"  # stands for the id of an entry that is not saved yet
_NOTHING: Mapping[str, str] = MappingProxyType({})
_OWN_IDS = ("actors", "projects", "sources")


@dataclass(frozen=True)
class EntryDraft:
    """Cells of an entry as they are filled in.

    Attributes
    ----------
    id
        Id of the entry, `NEW` for one that is not there yet.
    version, seen
        Version and cells the editor saw; 0 and nothing for a new entry.
    cells
        What was filled in since, by column.
    """

    table: str
    id: str
    version: int = 0
    seen: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    cells: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    @property
    def key(self) -> str:
        """Name of the draft among those of its editor."""
        return f"{self.table}/{self.id}"

    @property
    def is_new(self) -> bool:
        """Whether there is no such entry yet."""
        return self.id == NEW

    @property
    def shown(self) -> Mapping[str, str]:
        """Cells as the form shows them."""
        return {**self.seen, **self.cells}

    @property
    def changed(self) -> Mapping[str, str]:
        """Cells that differ from what was there."""
        return {column: text for column, text in self.cells.items() if text.strip() != self.seen.get(column, "")}

    @property
    def edit(self) -> Edit:
        """What saving the draft means."""
        return Edit(self.table, "" if self.is_new else self.id, self.version, self.changed)


def draft_of(entry: Entry) -> EntryDraft:
    """Return an untouched draft of an entry."""
    return EntryDraft(entry.table, entry.id, entry.version, entry.cells)


def filled(draft: EntryDraft, column: str, text: str) -> EntryDraft:
    """Return the draft with one more cell filled in.

    Parameters
    ----------
    draft
        The draft.
    column
        Name of the column.
    text
        The text.
    """
    return replace(draft, cells={**draft.cells, column: text})


def named(draft: EntryDraft, taken: Collection[str]) -> EntryDraft:
    """Return a new draft with an id made from its name, unless it has one of its own."""
    if not draft.is_new or draft.table not in _OWN_IDS or draft.cells.get("id", "").strip():
        return draft
    return filled(draft, "id", free_id(draft.cells.get(_NAMING[draft.table], ""), taken))


_NAMING = {table: "title" if table == "sources" else "name" for table in _OWN_IDS}


def free_id(name: str, taken: Collection[str]) -> str:
    """Return an id made from a name that no entry has; ``""`` for no name, which the check then asks for."""
    if not name.strip():
        return ""
    wanted = slug(name)[:60].strip("-")
    return next(id for id in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if id not in taken)


def columns_of(draft: EntryDraft, heading: Collection[str]) -> tuple[str, ...]:
    """Columns of the form: those of the contract, then those the data have beyond it."""
    return tuple(dict.fromkeys((*TABLES[draft.table].names, *heading, *draft.seen)))


def contested(conflict: Conflict) -> dict[str, tuple[str, str, str]]:
    """Columns both sides changed: what both had seen, what stands there now, and what the editor wants."""
    seen, now, mine = conflict.seen or {}, conflict.now.cells if conflict.now else {}, conflict.mine.cells or {}
    return {
        column: (seen.get(column, ""), now.get(column, ""), text)
        for column, text in mine.items()
        if text != now.get(column, "") and seen.get(column, "") != now.get(column, "")
    }


def settled(conflict: Conflict, theirs: Collection[str]) -> Edit:
    """Return the edit that is left when the columns in ``theirs`` keep what somebody else wrote.

    Where the entry was deleted meanwhile, it comes back as the editor saw and changed it.
    """
    mine = {column: text for column, text in (conflict.mine.cells or {}).items() if column not in theirs}
    back = {} if conflict.now else conflict.seen or {}
    return replace(conflict.mine, version=conflict.version, cells={**back, **mine})


# columns most entries do without: shown on request, and when they hold something
_SELDOM = frozenset({"short_name", "aliases", "website", "locator", "collective", "date_text", "id"})


def is_seldom(draft: EntryDraft, column: ContractColumn) -> bool:
    """Whether an input is shown on request; what is typed does not move it, the cursor would be lost."""
    seldom = column.name in _SELDOM or column not in TABLES[draft.table].columns
    return seldom and (column.name == "id" or not draft.seen.get(column.name))


def complete(draft: EntryDraft, snapshot: Snapshot) -> EntryDraft:
    """Return a new draft with the id it will have."""
    taken = {id for table in ("actors", "projects", draft.table) for id in snapshot.entries[table]}
    return named(draft, taken)


def begun(table: str, ends: Collection[str]) -> EntryDraft:
    """Return the draft of a new entry; a new tie begins with the ends that the link says already."""
    return EntryDraft(table, NEW, cells=dict(zip(("from_id", "to_id"), ends, strict=False)) if table == "links" else {})
