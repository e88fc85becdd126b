"""What the rows of a table say, in whatever place, order or form, and which rows of two states belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.dates import period
from graph.schema import TABLES, CellKind
from graph.ties import LISTED_KINDS
from graph.vocabulary import TIE_KINDS

Row = Mapping[str, Any]
Match = tuple[int | None, int | None]  # places of a row in the older and in the newer table; ``None`` where it is not

_SETS = frozenset({CellKind.LIST, CellKind.ACTORS, CellKind.REFERENCE})
_UNORDERED = frozenset(
    {"location"} | {column.name for table in TABLES.values() for column in table.columns if column.cell in _SETS}
)
# what names a row of a table without ids
_NAMES = {"events": ("project_id", "label", "start", "end"), "identifiers": ("actor_id", "scheme", "value")}
# what it is about, by which rows of two states are found to belong together
_SUBJECTS = {**_NAMES, "ties": ("kind", "from_id", "to_id")}
_NUMBERS = frozenset({"id"})  # the id of a tie is its ends, its kind and a number that follows the order of the file
_BLANK: Sequence[object] = ("", (), None)
_COMPARISONS = 10_000  # of parallel rows that differ; beyond it they are paired in their order


@dataclass(frozen=True, eq=False)
class Said:
    """What the rows of a table say, column by column; a row is put together where one is looked at.

    Attributes
    ----------
    columns
        Cells by the name of their column, each as long as the table.
    """

    columns: Mapping[str, Sequence[Any]]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(next(iter(self.columns.values()), ()))

    def __getitem__(self, place: int) -> Row:
        """Return a row by its place."""
        return {name: cells[place] for name, cells in self.columns.items()}

    def rows(self, names: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the cells of some columns, row by row; ``""`` where the table has no such column."""
        nothing = ("",) * len(self)
        return [*zip(*(self.columns.get(name, nothing) for name in names), strict=True)]


def as_recorded(table: pd.DataFrame) -> Said:
    """Return the rows of a table as they stand in it."""
    return Said({str(name): table[name].tolist() for name in table.columns})


def statements(dataset: Dataset, table: str, recorded: Said | None = None) -> Said:
    """Rows of a table as what they say.

    A period typed into one cell is a start and an end. Who leads, takes part in and funds a project is the same
    in a list of projects.csv and in links.csv: a project lists all of them, and a tie without a source of its
    own has that of its project. Where a tie has no direction, neither of its ends comes first.

    Parameters
    ----------
    dataset
        Checked tables.
    table
        Name of the table.
    recorded
        Its rows as they stand in it, where they have been read already.
    """
    columns = dict((recorded or as_recorded(getattr(dataset, table))).columns)
    if table == "projects":
        columns |= _roles(columns, _listed(dataset))
    elif table == "ties":
        references = dict(unpacked(dataset.projects, "id", "reference"))
        cells = zip(columns["reference"], columns["to_id"], strict=True)
        columns["reference"] = [own or references.get(end, "") for own, end in cells]
        columns |= _ends(columns)
    return Said(_with_periods(columns))


def matches(table: str, before: Said, after: Said) -> list[Match]:
    """Find the rows of two states that are about the same thing.

    Rows with the same id belong together; so do ties of one kind between the same two, and events of one name and
    date. Of several of them, those that say the same are paired first, then those that share most.

    Parameters
    ----------
    table
        Name of the table: ``actors``, ``projects``, ``ties``, ``events``, ``sources`` or ``identifiers``.
    before, after
        What its rows say, as `statements` gives it.

    Returns
    -------
    list of Match
        Rows of the newer state in their order, then those that only the older has.
    """
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, said in enumerate((before, after)):
        for place, subject in enumerate(said.rows(_SUBJECTS.get(table, ("id",)))):
            groups[subject][side].append(place)
    pairing = _Pairing(before, after)
    partner: dict[int, int] = {}
    for old, new in groups.values():
        partner.update(pairing.of(old, new))
    taken = set(partner.values())
    gone: Iterable[Match] = ((place, None) for place in range(len(before)) if place not in taken)
    return [*((partner.get(place), place) for place in range(len(after))), *gone]


def same(column: str, old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether two cells say the same; the order of a list says nothing.

    Parameters
    ----------
    column
        Name of the column.
    old
        Value as it was.
    new
        Value as it is now.
    """
    if old == new:
        return True
    return column in _UNORDERED and _entries(old) == _entries(new)


def subject_words(table: str, row: Row) -> str:
    """Name of a row: its id, else of an event project, label and dates, of an identifier actor, scheme and value."""
    return " ".join(str(row[name]) for name in _NAMES.get(table, ("id",)))


def _entries(cell: Any) -> set[str]:  # noqa: ANN401
    parts = cell.split(";") if isinstance(cell, str) else cell or ()
    return {part.strip() for part in parts} - {""}


def _with_periods(columns: dict[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """Take a period that stands in one cell apart, wherever one does."""
    if "start" not in columns:
        return columns
    cells = [*zip(columns["start"], columns["end"], strict=True)]
    apart = {cell: period(*cell) if "/" in f"{cell[0]}{cell[1]}" else cell for cell in set(cells)}
    return {**columns, **{name: [apart[cell][end] for cell in cells] for end, name in enumerate(("start", "end"))}}


def _ends(columns: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[str]]:
    """Return the two ends of each tie, sorted where neither is the first."""
    sided = {kind for kind, known in TIE_KINDS.items() if not known.directed}
    cells = zip(*(columns[name] for name in ("kind", "from_id", "to_id")), strict=True)
    ends = [(start, end) if kind not in sided or start <= end else (end, start) for kind, start, end in cells]
    return {name: [pair[place] for pair in ends] for place, name in enumerate(("from_id", "to_id"))}


def _listed(dataset: Dataset) -> Mapping[tuple[str, str], list[str]]:
    """(project, column of projects.csv) -> actors that ties name."""
    columns = {kind: column for column, kind in LISTED_KINDS.items()}
    listed: dict[tuple[str, str], list[str]] = defaultdict(list)
    ties = dataset.ties[dataset.ties["kind"].isin(columns)]
    for actor, project, kind in unpacked(ties, "from_id", "to_id", "kind"):
        listed[project, columns[kind]].append(actor)
    return listed


def _roles(
    columns: Mapping[str, Sequence[Any]], listed: Mapping[tuple[str, str], list[str]]
) -> dict[str, Sequence[tuple[str, ...]]]:
    """Return who leads, takes part in and funds each project, in a list of it or by a tie."""
    nothing: Sequence[tuple[str, ...]] = ((),) * len(columns["id"])
    return {
        column: [
            tuple(dict.fromkeys((*own, *listed.get((project, column), ()))))
            for project, own in zip(columns["id"], columns.get(column, nothing), strict=True)
        ]
        for column in LISTED_KINDS
    }


@dataclass(frozen=True, eq=False)
class _Pairing:
    """Pairs the rows about one thing; what a row says is brought into one form only where that is needed."""

    before: Said
    after: Said

    @cached_property
    def _names(self) -> Sequence[str]:
        return [name for name in dict.fromkeys((*self.before.columns, *self.after.columns)) if name not in _NUMBERS]

    @cached_property
    def _rows(self) -> tuple[Sequence[tuple[Any, ...]], Sequence[tuple[Any, ...]]]:
        return self.before.rows(self._names), self.after.rows(self._names)

    def _content(self, cells: tuple[Any, ...]) -> Hashable:
        """Return what can be compared: the order of a list says nothing, and neither does an empty cell."""
        return tuple(
            None if cell in _BLANK else frozenset(_entries(cell)) if name in _UNORDERED else cell
            for name, cell in zip(self._names, cells, strict=True)
        )

    def of(self, old: list[int], new: list[int]) -> Iterable[tuple[int, int]]:
        """Return (place in the newer, place in the older) of rows about one thing."""
        if not (old and new):
            return ()
        if len(old) == len(new) == 1:
            return ((new[0], old[0]),)
        before, after = self._rows
        if [before[place] for place in old] == [after[place] for place in new]:
            return zip(new, old, strict=True)
        return self._by_content(old, new)

    def _by_content(self, old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
        before, after = self._rows
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place in reversed(old):
            waiting[self._content(before[place])].append(place)
        rest = []
        for place in new:
            if equal := waiting[self._content(after[place])]:
                yield place, equal.pop()
            else:
                rest.append(place)
        left = sorted(place for places in waiting.values() for place in places)
        yield from _alike(self.before, self.after, left, rest)


def _alike(before: Said, after: Said, old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
    """Pair what shares most cells; equally good pairs in the order of the rows."""
    if len(old) * len(new) > _COMPARISONS:
        yield from zip(new, old, strict=False)
        return
    ours, theirs = [(a, before[a]) for a in old], [(b, after[b]) for b in new]
    scores = sorted((-_shared(one, other), b, a) for a, one in ours for b, other in theirs)
    taken: tuple[set[int], set[int]] = set(), set()
    for _, b, a in scores:
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            yield b, a


def _shared(old: Row, new: Row) -> int:
    return sum(name not in _NUMBERS and bool(value) and same(name, old.get(name), value) for name, value in new.items())
