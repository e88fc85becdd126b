"""The store: one object a server, used by all its visitors at once. It only hands on; each service has its file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from graph.issue import Issue
from graph.reading.limits import Extent
from graph.reading.sources import Source
from store.changes import ChangeSet, current_revision, read_history
from store.checking import Located, findings_on
from store.contested import touched
from store.disclosure import Holding, held_about
from store.documents import Document, drop_document, get_document, kept_documents, put_document
from store.engine import reading
from store.entries import Edit, Entry, Snapshot
from store.erasure import Erasure, erase_entry, erase_text
from store.importing import ImportPreview, preview_of
from store.known import KnownFindings
from store.merging import Merge, Pair, merge_of, suggested_pairs
from store.opening import opened_engine
from store.people import Editor
from store.present import Present, State
from store.privacy import discreet_changes, discreet_entry, discreet_snapshot
from store.references import Reference, deletion, references_to
from store.save import forbidden, save_edits, with_ids
from store.snapshots import contract_files, read_entry, read_snapshot
from store.states import drop_state, held_states, hold_state, read_present
from store.undo import undo_changeset
from store.writing import Purpose


class Store:
    """Data that are edited together.

    Attributes
    ----------
    address
        Where the data are, as given; the password of a server is in it.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.engine = opened_engine(address)
        self.known = KnownFindings()

    def close(self) -> None:
        """Let go of all connections; the store can be used again."""
        self.engine.dispose()

    @property
    def revision(self) -> int:
        """Number of the last change; data of the same revision are the same."""
        with reading(self.engine) as connection:
            return current_revision(connection)

    @property
    def present(self) -> Present:
        """Revision, last erasure and states of one moment."""
        return read_present(self.engine)

    def forget(self) -> None:
        """Forget what this process remembers of the data: findings, and statements and searches with their values."""
        self.known.forget()
        self.engine.clear_compiled_cache()
        re.purge()

    def snapshot(self, revision: int | None = None) -> Snapshot:
        """Return all entries at a revision, by default the present one."""
        with reading(self.engine) as connection:
            return discreet_snapshot(read_snapshot(connection, revision))

    def entries(self, table: str) -> Mapping[str, Entry]:
        """Return the entries of a table by id, in the order of the rows."""
        return self.snapshot().entries[table]

    def entry(self, table: str, id: str) -> Entry | None:
        """Return one entry, ``None`` when there is none."""
        with reading(self.engine) as connection:
            return discreet_entry(read_entry(connection, table, id))

    def files(self, revision: int | None = None) -> dict[str, bytes]:
        """Return the CSV files of the contract at a revision; `graph.load.load` reads them."""
        return contract_files(self.snapshot(revision))

    def findings(self) -> tuple[Located, ...]:
        """Return what the reader finds in the present data, by entry."""
        return self.known.of(self.snapshot())

    def check(self, edits: Sequence[Edit]) -> list[Issue]:
        """Return what the reader would find in edited rows; ``line`` is the place of the edit, the first being 1."""
        snapshot, edits = self.snapshot(), with_ids(edits)
        return [*forbidden(snapshot, edits), *findings_on(snapshot, edits)]

    def save(self, editor: Editor, edits: Sequence[Edit], action: str = "save", label: str = "") -> ChangeSet:
        """Do all edits or none; see `store.save.save_edits` for what it raises.

        Parameters
        ----------
        editor
            Who does it; needs the right to.
        edits
            What is to be saved, all or nothing.
        action
            What is done, for the log of changes.
        label
            Own words for the log of changes.
        """
        return save_edits(self.engine, editor, edits, Purpose(action, label), known=self.known)

    def undo(self, editor: Editor, changeset: int) -> ChangeSet:
        """Take a change back; see `store.undo.undo_changeset`."""
        return undo_changeset(self.engine, editor, changeset, known=self.known)

    def history(
        self, table: str | None = None, id: str | None = None, before: int | None = None, limit: int = 50
    ) -> tuple[ChangeSet, ...]:
        """Return changes, the last first; see `store.changes.read_history`.

        Parameters
        ----------
        table
            Name of the table; ``None`` for all.
        id
            Id of the entry; ``None`` for all.
        before
            Number of a change set; only older ones are returned.
        limit
            How many changes at most.
        """
        with reading(self.engine) as connection:
            return discreet_changes(read_history(connection, table, id, before, limit))

    def hold_state(self, editor: Editor, name: str) -> State:
        """Give the present data a name."""
        return hold_state(self.engine, editor, name)

    def states(self) -> tuple[State, ...]:
        """Return all named states, the last first."""
        return held_states(self.engine)

    def drop_state(self, editor: Editor, id: str) -> None:
        """Forget the name of a state."""
        drop_state(self.engine, editor, id)

    def preview_import(self, source: Source, source_id: str = "", extent: Extent | None = None) -> ImportPreview:
        """Return what files would change; see `store.importing.preview_of`.

        Parameters
        ----------
        source
            The files.
        source_id
            The source they are from.
        extent
            How much text of a table is read.
        """
        preview = preview_of(self.snapshot(), source, source_id, extent)
        with reading(self.engine) as connection:
            since = touched(connection, ((row.table, row.id) for row in (*preview.new, *preview.changed)))
        return preview.beside(since)

    def import_rows(
        self, editor: Editor, preview: ImportPreview, chosen: Collection[str] | None = None, label: str = ""
    ) -> ChangeSet:
        """Take over chosen rows of a preview, by default all that are new or changed, as one change.

        Parameters
        ----------
        editor
            Who does it; needs the right to.
        preview
            What the files would change.
        chosen
            Keys of the rows to take over; ``None`` for all that are new or changed.
        label
            Own words for the log of changes.
        """
        purpose = Purpose("import", label, columns=preview.columns_of(chosen))
        return save_edits(self.engine, editor, preview.edits(chosen), purpose, known=self.known, strict=False)

    def duplicates(self) -> tuple[Pair, ...]:
        """Return pairs of rows that may be one."""
        return suggested_pairs(self.findings())

    def merge_preview(self, keep: str, drop: str, taken: Collection[str] = ()) -> Merge:
        """Return what a merge would do; see `store.merging.merge_of`.

        Parameters
        ----------
        keep
            Id of the row that stays.
        drop
            Id of the row that goes.
        taken
            Columns in which the row that goes is right.
        """
        return merge_of(self.snapshot(), keep, drop, taken)

    def merge(self, editor: Editor, merge: Merge, label: str = "") -> ChangeSet:
        """Do a merge as it was previewed; a conflict when one of the rows was changed since.

        Parameters
        ----------
        editor
            Who does it; needs the right to.
        merge
            The merge as it was previewed.
        label
            Own words for the log of changes.
        """
        purpose = Purpose("merge", label or f"{merge.drop.id} > {merge.keep.id}")
        return save_edits(self.engine, editor, merge.edits, purpose, known=self.known, strict=False)

    def references(self, table: str, id: str) -> tuple[Reference, ...]:
        """Return what hangs on a row."""
        return references_to(self.snapshot(), table, id)

    def deletion(self, table: str, id: str) -> list[Edit]:
        """Return the edits that delete a row with what hangs on it; see `store.references.deletion`."""
        return deletion(self.snapshot(), table, id)

    def about(self, admin: Editor, text: str) -> Holding:
        """Return everything that is kept about somebody or something."""
        return held_about(self.engine, admin, text)

    def erase(self, admin: Editor, text: str) -> Erasure:
        """Take a text out of everything that is kept, for good; see `store.erasure.erase_text`."""
        erased = erase_text(self.engine, admin, text)
        self.forget()
        return erased

    def erase_entry(self, admin: Editor, table: str, id: str) -> Erasure:
        """Delete a row with its history, for good; see `store.erasure.erase_entry`.

        Parameters
        ----------
        admin
            Who asks; needs the role of an administrator.
        table
            Name of the table.
        id
            Id of the entry.
        """
        erased = erase_entry(self.engine, admin, table, id)
        self.forget()
        return erased

    def put_document(
        self, editor: Editor, kind: str, title: str, content: str, *, id: str = "", version: int = 0
    ) -> Document:
        """Keep a document under a link; see `store.documents.put_document`.

        Parameters
        ----------
        editor
            Who does it; needs the right to.
        kind
            ``mappe``, ``scenario`` or ``partners``.
        title
            Title.
        content
            What is kept: an address or the text of a file.
        id
            Id of the document that is changed, ``""`` for a new one.
        version
            Version that was seen, 0 for a new one.
        """
        return put_document(self.engine, editor, kind, title, content, id=id, version=version)

    def get_document(self, id: str) -> Document | None:
        """Return the document of a link."""
        return get_document(self.engine, id)

    def documents(self, kind: str) -> tuple[Document, ...]:
        """Return all documents of a kind, the last changed first."""
        return kept_documents(self.engine, kind)

    def drop_document(self, editor: Editor, id: str) -> None:
        """Delete a document."""
        drop_document(self.engine, editor, id)


def open_store(address: str) -> Store:
    """Open a store, make it when there is none, or bring an older one to the present form with its history.

    Raises
    ------
    StoreError
        See `store.opening.opened_engine`.
    """
    return Store(address)


@lru_cache(maxsize=8)
def shared_store(address: str) -> Store:
    """Return the store of this process at an address; a store that cannot be opened is tried again."""
    return open_store(address)
