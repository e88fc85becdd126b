"""A register at a glance: of each row only what decides whether it is kept, and what is counted when it is not.

A row costs some look-ups of its cells as they are written; what they mean is found once for equal cells.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Generic, TypeVar

from graph.intake.draft import RowOrigin
from graph.intake.recipe import Recipe
from graph.intake.recognise import RecognisedTable
from graph.intake.records import Record, data_rows, fields_of, tidy
from graph.intake.report import TranslationReport
from graph.intake.shapes.keys import counted_in, line_key, name_key, stated_key

_Meaning = TypeVar("_Meaning")
_Cells = Hashable  # cells of one row as they are written, only compared


class _Columns(Generic[_Meaning]):
    """Some columns of a table; equal cells mean the same."""

    def __init__(self, table: RecognisedTable, names: Iterable[str], means: Callable[[Record], _Meaning]) -> None:
        places = table.header.places
        self._fields = tuple((name, places[name]) for name in dict.fromkeys(names) if name in places)
        self._width = max((place + 1 for _, place in self._fields), default=0)
        # the first one twice, so that cells are a tuple always
        self._cells = itemgetter(*(place for _, place in (*self._fields, *self._fields[:1]))) if self._fields else None
        self._means, self._file = means, table.grid.file
        self._known: dict[_Cells, _Meaning] = {}

    def meaning(self, line: int, cells: list[str]) -> _Meaning:
        """Return what the cells of a row mean."""
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        raw = self._cells(cells) if self._cells else ()
        known = self._known.get(raw)
        if known is None:
            record = Record(RowOrigin(self._file, line), fields_of(cells, self._fields))
            known = self._known[raw] = self._means(record)
        return known


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in a table.

    Attributes
    ----------
    places
        Fields by which a row lies in the region.
    inside
        Whether it does.
    texts
        Fields whose cells tell how their columns are written.
    """

    places: Sequence[str]
    inside: Callable[[Record], bool]
    texts: Sequence[str]


@dataclass(slots=True)
class Glance:
    """What is kept of each row of data.

    Attributes
    ----------
    touched
        Keys of the projects with a row inside the region.
    texts
        Field of an amount or a date -> its cells.
    """

    touched: set[str] = field(default_factory=set)
    texts: dict[str, list[str]] = field(default_factory=dict)
    _lines: array[int] = field(default_factory=lambda: array("q"))
    _keys: list[str] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _money: list[tuple[str, str]] = field(default_factory=list)

    def add(self, line: int, key: str, name: str, money: tuple[str, str]) -> None:
        """Keep a row.

        Parameters
        ----------
        line
            Its physical line.
        key, name
            Keys of its project and its organisation.
        money
            Amount and currency as written.
        """
        self._lines.append(line)
        self._keys.append(key)
        self._names.append(name)
        self._money.append(money)

    def wanted(self) -> frozenset[int]:
        """Return the lines of the rows of projects that touch the region."""
        return frozenset(line for line, key in zip(self._lines, self._keys, strict=True) if key in self.touched)

    def names_outside(self) -> frozenset[str]:
        """Return the keys of the organisations in the other rows."""
        return frozenset(name for key, name in zip(self._keys, self._names, strict=True) if key not in self.touched)

    def money_outside(self) -> Counter[tuple[str, str]]:
        """Return amount and currency of the other rows, with how many have the same."""
        return Counter(money for key, money in zip(self._keys, self._money, strict=True) if key not in self.touched)


def glance(table: RecognisedTable, recipe: Recipe, report: TranslationReport, sought: Sought) -> Glance:
    """Read a table of participations once.

    Parameters
    ----------
    table, recipe
        The table, and how it is read.
    report
        Gets the footers.
    sought
        What is looked for.
    """
    project = _Columns(table, _each(recipe.rules.get("project_key", ())), lambda record: stated_key(recipe, record))
    held = _Columns(table, sought.places, sought.inside)
    who = _Columns(table, ("organisation_id", "name"), name_key)
    seen = Glance(texts={name: [] for name in sought.texts})
    noted = [(cells, table.header.places[name]) for name, cells in seen.texts.items()]
    amount, currency = (table.header.places.get(name, _BEYOND) for name in (counted_in(recipe), "currency"))
    for line, cells in data_rows(table, recipe.parts[table.part], report):
        width = len(cells)
        key = project.meaning(line, cells) or line_key(table.grid.file, line)
        if held.meaning(line, cells):
            seen.touched.add(key)
        money = (cells[amount] if amount < width else "", cells[currency] if currency < width else "")
        seen.add(line, key, who.meaning(line, cells), money)
        for column, place in noted:
            if place < width and cells[place]:
                column.append(cells[place])
    seen.texts = {name: [text for cell in cells if (text := tidy(cell))] for name, cells in seen.texts.items()}
    return seen


_BEYOND = 10**9  # place of a column that a table does not have


def _each(fields: Iterable[Iterable[str]]) -> list[str]:
    return [name for names in fields for name in names]
