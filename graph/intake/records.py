"""Rows of recognised tables as records: fields by name, cells cleaned, the line kept; footers are told from data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.intake.columns import Amounts, Days, amounts_of, days_of, is_stated
from graph.intake.draft import Place
from graph.intake.header import clean
from graph.intake.recipe import Part, Recipe
from graph.intake.recognise import Table
from graph.intake.report import Question, Report

_QUOTED = 120  # characters of a footer


@dataclass(frozen=True, slots=True)
class Record:
    """One row of data."""

    place: Place
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def first(self, *names: str) -> str:
        """Return the first of some fields that says something."""
        return next((text for name in names if (text := self.cells.get(name, "")) and is_stated(text)), "")


def records(table: Table, part: Part, report: Report | None = None) -> Iterator[Record]:
    """Yield the rows of data below the header; the others are footers, which a report quotes.

    Parameters
    ----------
    table
        A recognised table.
    part
        What its recipe says of such tables.
    report
        Gets the footers; by default they are passed over.
    """
    fields = tuple(table.header.places.items())
    needed = [each.split("|") for each in part.rows or part.required]
    enough = min(2, len(needed))
    file, last = table.grid.file, table.header.last
    for line, cells in table.grid.rows():
        if line <= last:
            continue
        width = len(cells)
        found = {name: text for name, place in fields if place < width and (text := clean(cells[place]))}
        if sum(any(name in found for name in names) for names in needed) >= enough:
            yield Record(Place(file, line), found)
        elif report is not None:
            report.footers.append(f"{file}, {line}: {' '.join(' '.join(cells).split())[:_QUOTED]}")


@dataclass(slots=True)
class Writing:
    """How the columns of a table are written; a column that cannot be told is a question."""

    amounts: dict[str, Amounts] = field(default_factory=dict)
    days: dict[str, Days] = field(default_factory=dict)

    def cents(self, record: Record, name: str) -> int | None:
        """Return an amount of a record in cents, ``None`` when there is none."""
        text = record[name]
        return self.amounts[name].cents(text) if text and name in self.amounts else None

    def day(self, record: Record, name: str) -> str:
        """Return a date of a record, ``""`` when there is none."""
        return (self.days[name].day(record[name]) or "") if name in self.days else ""


def writing_of(table: Table, part: Part, recipe: Recipe, report: Report, names: Mapping[str, str]) -> Writing:
    """Return how the amounts and dates of a table are written, by all of its cells.

    Parameters
    ----------
    table, part, recipe
        The table, and how it is read.
    report
        Gets a question for each column that nothing decides.
    names
        Field -> ``amount`` or ``date``.
    """
    wanted = {name: kind for name, kind in names.items() if name in table.header.places}
    texts: dict[str, list[str]] = {name: [] for name in wanted}
    for record in records(table, part):
        for name, cells in texts.items():
            if text := record[name]:
                cells.append(text)
    made = Writing()
    for name, kind in wanted.items():
        stated = str(recipe.rules.get("writing", {}).get(name, recipe.rules.get("dates", "") if kind == "date" else ""))
        if kind == "amount":
            made.amounts[name] = amounts_of(texts[name], stated)
            is_open, code, values = made.amounts[name].open, "decimal-sign", (",", ".")
        else:
            made.days[name] = days_of(texts[name], stated)
            is_open, code, values = made.days[name].open, "day-or-month", ("dmy", "mdy")
        if is_open:
            header = table.header.texts[table.header.places[name]].split("\n")[0]
            report.questions.append(Question(code, table.grid.file, header, "--recipe", values))
    return made


__all__ = ["Record", "Writing", "records", "writing_of"]
