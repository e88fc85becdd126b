"""What is kept about a person, in words and as a table, and what came of erasing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from store import Erasure, Place
from store.pattern import MARK
from views.address import codec
from views.editing import words as wording
from views.editing.question import ADDRESSES
from views.language.words import Words, plain
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View

_LOOKS = {"kind": Look.TEXT, "entry": Look.LINK, "columns": Look.TEXT, "rows": Look.NUMBER}
_IN_ADDRESS = {table: address for address, table in ADDRESSES.items()}
_OF_ENTRIES = ("entry", "change")


def found(t: Words, text: str, places: Sequence[Place]) -> str:
    """Say in how many rows of each kind a text stands, as Markdown.

    Parameters
    ----------
    t
        Words of the language.
    text
        The text.
    places
        Where the text stands.
    """
    if not places:
        return t("auskunft.nothing", text=plain(text))
    return t("auskunft.found", text=plain(text), places=counted(t, places))


def counted(t: Words, places: Sequence[Place]) -> str:
    """Return the number of rows of each kind, as in a sentence."""
    rows: Counter[str] = Counter()
    for place in places:
        rows[place.kind] += place.rows
    return t.names([t.count(f"auskunft.count.{kind}", number) for kind, number in rows.items()])


def table(view: View, places: Sequence[Place]) -> Table:
    """Say where a text stands: which columns of which entries, not what else they hold."""
    t = view.t
    return Table(
        t("auskunft.caption"),
        tuple(Column(t(f"auskunft.column.{name}"), look) for name, look in _LOOKS.items()),
        tuple(
            (
                _kind(t, place),
                _entry(view, place),
                ", ".join(_column(t, place, name) for name in place.columns),
                number_cell(t, place.rows),
            )
            for place in places
        ),
    )


def _kind(t: Words, place: Place) -> str:
    return t(f"auskunft.kind.{place.kind}", table=t(f"bearbeiten.one.{place.table}") if place.table else "")


def _entry(view: View, place: Place) -> Cell:
    """Name of the row; an entry as it stands leads to its form."""
    if place.kind == "changeset":
        return Cell("")
    name = wording.title(view, place.table, place.cells)
    if place.kind != "entry":
        return Cell(name)
    return Cell(name, target=codec.address("bearbeiten", tabelle=_IN_ADDRESS[place.table], eintrag=place.id))


def _column(t: Words, place: Place, name: str) -> str:
    return wording.column(t, place.table, name) if place.kind in _OF_ENTRIES else t(f"auskunft.field.{name}")


def erased(t: Words, came: Erasure) -> str:
    """Say how much was erased, as Markdown."""
    counts = {
        name: t.count(f"auskunft.count.{kind}", getattr(came, name))
        for name, kind in (("entries", "entry"), ("changes", "change"), ("others", "other"))
    }
    return t("auskunft.erase.done", mark=MARK, **counts)


def remaining(t: Words, came: Erasure) -> list[str]:
    """Say where it may still stand, as Markdown."""
    files = [t("auskunft.erase.left", files=t.names([plain(name) for name in came.left]))] if came.left else []
    return [*([] if came.rewritten else [t("auskunft.erase.not_rewritten")]), *files]
