"""Tables of editing: the lists of an import, and both versions of an entry that two people changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store import Conflict, ImportPreview, Incoming
from views.editing import words as wording
from views.editing.draft import contested
from views.language.words import unmarked
from views.table import Cell, Column, Table
from views.view import View

_FIELDS = 6  # changed fields named in a row


def rows_of(preview: ImportPreview, kind: str) -> Sequence[Incoming]:
    """Return one of the lists."""
    rows: Sequence[Incoming] = getattr(preview, kind)
    return rows


def listing(view: View, kind: str, rows: Sequence[Incoming]) -> Table:
    """Return a list as a table: entry, its kind, and what would change.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    kind
        Which list: ``new``, ``changed``, ``contested`` or ``missing``.
    rows
        Rows of one list of the import.
    """
    t = view.t
    beside = {cells["id"]: cells["name"] for row in rows if (cells := row.after or {}).get("name") and "id" in cells}
    heads = ("entry", "table", "fields") if kind in ("changed", "contested") else ("entry", "table")
    return Table(
        t.count(f"bearbeiten.import.{kind}", len(rows)),
        tuple(Column(t(f"bearbeiten.import.column.{head}")) for head in heads),
        tuple(tuple(Cell(text) for text in _texts(view, row, beside)[: len(heads)]) for row in rows),
        ids=tuple(row.key for row in rows),
    )


def _texts(view: View, row: Incoming, beside: Mapping[str, str]) -> tuple[str, ...]:
    said = [unmarked(wording.field(view, row.table, field)) for field in row.fields[:_FIELDS]]
    more = ["…"] if len(row.fields) > _FIELDS else []
    name = wording.title(view, row.table, row.after or row.before or {}, beside)
    return name, view.t(f"bearbeiten.one.{row.table}"), "; ".join([*said, *more])


def both_versions(view: View, conflict: Conflict) -> Table:
    """Return what two people made of the same cells: what stood there before, theirs, and mine."""
    t, table = view.t, conflict.mine.table
    heads = ("column", "before", "theirs", "mine")
    return Table(
        t("bearbeiten.conflict.caption"),
        tuple(Column(t(f"bearbeiten.conflict.{head}")) for head in heads),
        tuple(
            (
                wording.column(t, table, name),
                *(unmarked(wording.value(view, table, name, text)) for text in texts),
            )
            for name, texts in contested(conflict).items()
        ),
    )
