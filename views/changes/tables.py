"""What changed between two states of the data as tables; each row leads to the profile it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from graph.dataset import Dataset, unpacked
from graph.history.change import ChangeKind, Diff, RowChange
from views.changes import words as wording
from views.elements.tables import profile_link
from views.language.speech import Speech
from views.table import Cell, Column, Look, Table, date_cell, duration_cell
from views.view import View

# what each list says of an entry besides its name
_SAID: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.NEW: ("kind", "when"),
    ChangeKind.CHANGED: ("fields",),
    ChangeKind.ENDED: ("when", "fields"),
    ChangeKind.REMOVED: ("kind", "when"),
}


def entries(view: View, older: Dataset, found: Diff, kind: ChangeKind) -> Table:
    """List the actors and projects of one kind of change.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    older
        The data as they were.
    found
        What changed between two states.
    kind
        What happened to the rows.
    """
    t = view.t
    rows = [change for table in wording.MAIN_TABLES for change in found.of(table, kind)]
    names = ("entry", *_SAID[kind])
    titles, say = source_titles(view.whole, older), names_of_both(view, older)
    write: Mapping[str, Callable[[RowChange], Cell | str]] = {
        "kind": lambda change: (
            t.recorded(str(change.row.get("kind") or change.row.get("type") or "")) or t("format.missing.text")
        ),
        "when": lambda change: _when(view, change),
        "fields": lambda change: wording.fields(say, change, titles),
    }
    return Table(
        t.count(f"change.{kind}", len(rows)),
        tuple(Column(t(f"change.column.{name}"), _LOOKS.get(name, Look.TEXT)) for name in names),
        tuple((entry(view, say, change.id), *(write[name](change) for name in names[1:])) for change in rows),
        ids=tuple(change.id for change in rows),
    )


def others(view: View, older: Dataset, found: Diff, table: str) -> Table:
    """List the changes of ties, events, sources or identifiers.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    older
        The data as they were.
    found
        What changed between two states.
    table
        Name of the table.
    """
    t = view.t
    rows = [change for change in found.changes if change.table == table]
    titles, say = source_titles(view.whole, older), names_of_both(view, older)
    names, write = _OTHERS[table]
    return Table(
        t(f"change.table.{table}"),
        tuple(Column(t(f"change.column.{name}"), _LOOKS.get(name, Look.TEXT)) for name in ("what", *names, "fields")),
        tuple(
            (t(f"change.kind.{change.kind}"), *write(view, say, change), wording.fields(say, change, titles))
            for change in rows
        ),
        ids=tuple(change.id for change in rows),
    )


def _tie(view: View, say: Speech, change: RowChange) -> Sequence[Cell | str]:
    """Tell who is tied to whom, and how."""
    start, end = (entry(view, say, element) for element in change.elements)
    return start, view.t.term("tie_kind", str(change.row["kind"])), end


def _event(view: View, say: Speech, change: RowChange) -> Sequence[Cell | str]:
    """Tell which project has which date."""
    return entry(view, say, change.elements[0]), view.t.recorded(str(change.row["label"])), _when(view, change)


def _source(view: View, _: Speech, change: RowChange) -> Sequence[Cell | str]:
    """Tell which source, and of what date."""
    row = change.row
    return str(row["title"]), str(row["publisher"]), date_cell(view.t, str(row["date"]))


def _identifier(view: View, say: Speech, change: RowChange) -> Sequence[Cell | str]:
    """Tell which actor is called what in which list."""
    return entry(view, say, change.elements[0]), str(change.row["scheme"]), str(change.row["value"])


_LOOKS = {"entry": Look.LINK, "partner": Look.LINK, "when": Look.DATE, "date": Look.DATE}
# table -> columns between what happened and the fields, and what stands in them
_OTHERS: Mapping[str, tuple[tuple[str, ...], Callable[[View, Speech, RowChange], Sequence[Cell | str]]]] = {
    "ties": (("entry", "relation", "partner"), _tie),
    "events": (("entry", "label", "when"), _event),
    "sources": (("title", "publisher", "date"), _source),
    "identifiers": (("entry", "scheme", "value"), _identifier),
}


def names_of_both(view: View, older: Dataset) -> Speech:
    """Speak of the elements of both states; text is shown as it is."""
    gone = {key: name for table in (older.actors, older.projects) for key, name in unpacked(table, "id", "name")}
    return Speech(view.t, {**gone, **view.names}, str)


def source_titles(newer: Dataset, older: Dataset) -> dict[str, str]:
    """Title of each source of both states by id."""
    tables = (older.sources, newer.sources)
    return {key: title for table in tables for key, title in unpacked(table, "id", "title")}


def entry(view: View, say: Speech, element: str) -> Cell:
    """Name with a link; what is gone keeps the name it had and has no profile to open.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    say
        Words with the names and dates of the view.
    element
        Id of an actor or project.
    """
    return profile_link(view, element) if element in view.names else Cell(say.name(element))


def _when(view: View, change: RowChange) -> Cell | str:
    if change.table == "actors":
        return view.t("format.missing.none")
    row = change.row
    return duration_cell(view.t, row["start"], row["end"], row["date_text"])
