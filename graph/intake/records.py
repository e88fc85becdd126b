"""Rows of recognised tables as records: fields by name, cells cleaned, the line kept; footers are told from data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.intake.columns import EURO, Amounts, amounts_of, currency_of, is_stated, scale_of
from graph.intake.days import Days, days_of
from graph.intake.draft import RowOrigin
from graph.intake.header import clean, is_total
from graph.intake.recipe import Part, Recipe
from graph.intake.recognise import RecognisedTable
from graph.intake.report import Question, TranslationReport
from graph.issue import Issue
from graph.reading.codes import finding

_QUOTED = 120  # characters of a footer


@dataclass(frozen=True, slots=True)
class Record:
    """One row of data."""

    place: RowOrigin
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def first(self, *names: str) -> str:
        """Return the first of some fields that says something."""
        for name in names:
            if (text := self.cells.get(name)) and is_stated(text):
                return text
        return ""


def records(table: RecognisedTable, part: Part, report: TranslationReport | None = None) -> Iterator[Record]:
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
    for record, _ in light_records(table, part, table.header.places, report):
        yield record


def light_records(
    table: RecognisedTable, part: Part, only: Collection[str], report: TranslationReport | None = None
) -> Iterator[tuple[Record, list[str]]]:
    """Yield rows of data with some of their fields, and their raw cells, for passes over very large tables.

    Parameters
    ----------
    table, part
        As for `records`.
    only
        Fields that are wanted.
    report
        Gets the footers; by default they are passed over.
    """
    fields = tuple((name, place) for name, place in table.header.places.items() if name in only)
    for line, cells in data_rows(table, part, report):
        yield Record(RowOrigin(table.grid.file, line), fields_of(cells, fields)), cells


def data_rows(
    table: RecognisedTable, part: Part, report: TranslationReport | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield line and raw cells of the rows of data below the header.

    Parameters
    ----------
    table, part
        As for `records`.
    report
        Gets the footers; by default they are passed over.
    """
    needed = [each.split("|") for each in part.rows or part.required]
    telling = {name for names in needed for name in names}
    fields = tuple((name, place) for name, place in table.header.places.items() if name in telling)
    enough, plain = min(2, len(needed)), _plainly(table, needed)
    last, texts = table.header.last, table.header.texts
    for line, cells in table.grid.rows():
        if line <= last:
            continue
        is_filled = plain(cells) or _hits(fields_of(cells, fields), needed, enough)
        if is_filled and not is_total(cells) and not _is_header(cells, texts):
            yield line, cells
        elif report is not None:
            report.footers.append(f"{table.grid.file}, {line}: {' '.join(' '.join(cells).split())[:_QUOTED]}")


def _plainly(table: RecognisedTable, needed: list[list[str]]) -> Callable[[list[str]], bool]:
    """Return what tells at a glance that a row says enough; where it does not, the row is looked at more closely."""
    places = table.header.places
    first = [next((places[name] for name in names if name in places), -1) for names in needed[:2]]
    if not first or min(first) < 0:
        return lambda _: False
    one, other, width = first[0], first[-1], max(first) + 1
    return lambda cells: len(cells) >= width and _is_plain(cells[one]) and _is_plain(cells[other])


def _is_plain(text: str) -> bool:
    """Whether something is left of a cell when it is cleaned, for most cells that have something."""
    return "=" != text[:1] > " " and text[0] < "\x7f"


def _hits(found: Mapping[str, str], needed: list[list[str]], enough: int) -> bool:
    """Whether enough of the needed fields say something; a plain loop, because it runs for every row of a register."""
    hits = 0
    for names in needed:
        for name in names:
            if name in found:
                hits += 1
                break
        if hits >= enough:
            return True
    return hits >= enough


def _is_header(cells: list[str], texts: Sequence[str]) -> bool:
    """Whether a row repeats the header, as tables do that were put together page by page."""
    return bool(cells) and cells[-1] == texts[-1] and cells == list(texts)


def tidy(text: str) -> str:
    """Return a cell cleaned; nearly all are clean already."""
    return text if text and " " < text[0] != "=" and " " < text[-1] < "\x7f" and text[0] < "\x7f" else clean(text)


def fields_of(cells: list[str], fields: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Return the cells of a row by field, without those that are empty."""
    width = len(cells)
    return {name: text for name, place in fields if place < width and (text := cells[place]) and (text := tidy(text))}


@dataclass(slots=True)
class Writing:
    """How the columns of a table are written, and in which currency; a column that cannot be told is a question."""

    amounts: dict[str, Amounts] = field(default_factory=dict)
    days: dict[str, Days] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def unread(self, record: Record) -> Iterator[Issue]:
        """Yield a finding for each cell of a record that is no amount or no date as its column is written."""
        for name, amounts in self.amounts.items():
            text = record[name]
            if text and not amounts.open and is_stated(text) and amounts.cents(text) is None:
                yield self._finding("unreadable-amount", record, name)
        for name, days in self.days.items():
            text = record[name]
            if text and not days.open and days.day(text) is None:
                yield self._finding("unreadable-date", record, name)

    def _finding(self, code: str, record: Record, name: str) -> Issue:
        where = record.place
        return finding(code, where.file, where.line, self.headers.get(name, ""), value=record[name])

    def cents(self, record: Record, name: str) -> int | None:
        """Return an amount of a record in cents, ``None`` when there is none."""
        text = record[name]
        return self.amounts[name].cents(text) if text and name in self.amounts else None

    def currency(self, record: Record, name: str) -> str:
        """Return the currency of an amount: what the row says, the cell, or the header; euro when none says any."""
        own = record["currency"]
        stated = (currency_of(own) or own.strip().upper()) if is_stated(own) else ""
        return stated or currency_of(record[name]) or self.currencies.get(name, "") or EURO

    def day(self, record: Record, name: str) -> str:
        """Return a date of a record, ``""`` when there is none."""
        return (self.days[name].day(record[name]) or "") if name in self.days else ""


def writing_of(
    table: RecognisedTable, part: Part, recipe: Recipe, report: TranslationReport, names: Mapping[str, str]
) -> Writing:
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
    wanted = [name for name in names if name in table.header.places]
    texts: dict[str, list[str]] = {name: [] for name in wanted}
    for record, _ in light_records(table, part, wanted):
        note(texts, record)
    return decided(table, recipe, report, {name: names[name] for name in wanted}, texts)


def note(texts: Mapping[str, list[str]], record: Record) -> None:
    """Add the cells of a row to those by which its columns are judged."""
    for name, cells in texts.items():
        if text := record.cells.get(name):
            cells.append(text)


def decided(
    table: RecognisedTable,
    recipe: Recipe,
    report: TranslationReport,
    names: Mapping[str, str],
    texts: Mapping[str, list[str]],
) -> Writing:
    """Return how columns are written, judged by their cells; a column that nothing decides is a question.

    Parameters
    ----------
    table, recipe
        The table, and how it is read.
    report
        Gets the questions.
    names
        Field -> ``amount`` or ``date``.
    texts
        Field -> all its cells.
    """
    made = Writing()
    for name, kind in names.items():
        stated = str(recipe.rules.get("writing", {}).get(name, recipe.rules.get("dates", "") if kind == "date" else ""))
        made.headers[name] = table.header.texts[table.header.places[name]].split("\n")[0]
        if kind == "amount":
            heading = table.header.texts[table.header.places[name]]
            made.amounts[name] = replace(amounts_of(texts[name], stated), scale=scale_of(heading))
            made.currencies[name] = currency_of(heading)
            is_open, code, values = made.amounts[name].open, "decimal-sign", (",", ".")
        else:
            made.days[name] = days_of(texts[name], stated)
            is_open, code, values = made.days[name].open, "day-or-month", ("dmy", "mdy")
        if is_open:
            report.questions.append(Question(code, table.grid.file, made.headers[name], "--recipe", values))
    return made
