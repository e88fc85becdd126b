"""Who may do what, as a table."""

from __future__ import annotations

from store.register import Person
from views.language.dates import date_words
from views.language.words import Words
from views.table import Cell, Column, Table


def table(t: Words, known: tuple[Person, ...]) -> Table:
    """Everybody with role and first login."""
    return Table(
        caption=t("rechte.caption"),
        columns=tuple(Column(t(f"rechte.column.{name}")) for name in ("name", "role", "since", "subject")),
        rows=tuple(
            (
                Cell(person.name),
                Cell(t(f"login.role.{person.role}")),
                Cell(date_words(t, person.since)),
                Cell(person.subject),
            )
            for person in known
        ),
    )
