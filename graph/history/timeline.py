"""Projects on a line of time: bars with honest ends, single events as marks, grouped and folded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from graph.dataset import Dataset, unpacked
from graph.history.spans import Span, span
from graph.ledger.breakdown import Category
from graph.ledger.dimensions import CategoryRole, dimension
from graph.vocabulary import Status

LIMIT = 24  # bars shown one by one at first sight; the groups below are folded to a line each

_STATUSES = tuple(Status)


@dataclass(frozen=True, slots=True)
class Mark:
    """A single event of a project, a day or a short span.

    Attributes
    ----------
    project
        Id.
    span
        What is known of its start and end.
    label, status
        As in the data.
    text
        Its date as EDTF: a day, or an interval when it lasts longer.
    """

    project: str
    span: Span
    label: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A project on the line of time.

    Attributes
    ----------
    project
        Id.
    status
        Its status, or ``""``.
    span
        What is known of its start and end.
    marks
        Its events in order.
    first, last
        First and last day to be drawn, events included.
    """

    project: str
    status: str
    span: Span
    marks: tuple[Mark, ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Projects of one category.

    Attributes
    ----------
    category
        Role and code; all projects are in one group of role ``item`` without a code when nothing groups them.
    bars
        The projects, the earliest first.
    folded
        Draw one line for the group instead of one for each project.
    per_year
        Number of projects drawn in each year, for the line of a folded group.
    """

    category: Category
    bars: tuple[TimelineBar, ...]
    folded: bool
    per_year: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Grouped bars, and the ids of the projects without any date, sorted."""

    by: str
    groups: tuple[BarGroup, ...]
    undated: tuple[str, ...]

    @property
    def dated(self) -> int:
        """Number of projects with a bar or a mark."""
        return sum(len(group.bars) for group in self.groups)


def timeline(dataset: Dataset, by: str = "", *, unfolded: Set[str] | None = None, limit: int = LIMIT) -> Timeline:
    """Lay the projects out in time.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    by
        Code of a dimension of projects in `graph.ledger.dimensions.DIMENSIONS`; ``""`` for no groups.
    unfolded
        Codes of the items (and roles ``several``, ``unassigned``) drawn project by project. ``None`` unfolds
        groups from the top as long as the bars fit ``limit``.
    limit
        Bars that fit.

    Raises
    ------
    UnknownDimensionError
        If ``by`` is not in the registry.
    """
    bars = project_bars(dataset)
    groups: dict[Category, list[TimelineBar]] = defaultdict(list)
    categories = dimension(by).categories(dataset) if by else {bar.project: ("",) for bar in bars}
    for bar in bars:
        groups[_category(categories.get(bar.project, ()))].append(bar)
    order = sorted(groups, key=lambda kind: _place(kind, by, len(groups[kind])))
    shown = _fitting(order, groups, limit) if unfolded is None else _named(order, unfolded)
    drawn = {bar.project for bar in bars}
    return Timeline(
        by=by,
        groups=tuple(_group(kind, groups[kind], folded=kind not in shown) for kind in order),
        undated=tuple(sorted(set(dataset.projects["id"]) - drawn)),
    )


def project_bars(dataset: Dataset) -> list[TimelineBar]:
    """Bars of all projects with a date or a dated event, the earliest first."""
    marks = _marks(dataset)
    projects = dataset.projects
    rows = unpacked(projects, "id", "status", "start", "end")
    bars = (_bar(key, status, span(start, end), marks.get(key, ())) for key, status, start, end in rows)
    return sorted((bar for bar in bars if bar), key=lambda bar: (bar.first, bar.last, bar.project))


def _marks(dataset: Dataset) -> Mapping[str, Sequence[Mark]]:
    marks: dict[str, list[Mark]] = defaultdict(list)
    events = dataset.events
    rows = unpacked(events, "project_id", "start", "end", "label", "status")
    for project, start, end, label, status in rows:
        when = span(start, end)
        if when.dated:
            text = start if start == end or not end else f"{start}/{end}"
            marks[project].append(Mark(project, when, label, status, text))
    return {
        project: sorted(own, key=lambda mark: (mark.span.first or date.min, mark.label))
        for project, own in marks.items()
    }


def _bar(project: str, status: str, when: Span, marks: Sequence[Mark]) -> TimelineBar | None:
    spans = [when, *(mark.span for mark in marks)]
    days = [day for each in spans for day in (each.first, each.last) if day]
    return TimelineBar(project, status, when, tuple(marks), min(days), max(days)) if days else None


def _category(codes: tuple[str, ...]) -> Category:
    if not codes:
        return Category(CategoryRole.UNASSIGNED)
    return Category(CategoryRole.ITEM, codes[0]) if len(codes) == 1 else Category(CategoryRole.SEVERAL)


def _place(kind: Category, by: str, size: int) -> tuple[int, int, str]:
    """Items first: statuses in their own order, others by size."""
    if kind.role is not CategoryRole.ITEM:
        return (1 if kind.role is CategoryRole.SEVERAL else 2), 0, ""
    return 0, _STATUSES.index(Status(kind.code)) if by == "status" else -size, kind.code


def _fitting(order: Iterable[Category], groups: Mapping[Category, Sequence[TimelineBar]], limit: int) -> set[Category]:
    shown, lines = set(), 0
    for kind in order:
        if lines + len(groups[kind]) > limit:
            break
        lines += len(groups[kind])
        shown.add(kind)
    return shown


def _named(order: Iterable[Category], codes: Set[str]) -> set[Category]:
    return {kind for kind in order if (kind.code if kind.role is CategoryRole.ITEM else str(kind.role)) in codes}


def _group(kind: Category, bars: Sequence[TimelineBar], *, folded: bool) -> BarGroup:
    years = Counter(year for bar in bars for year in range(bar.first.year, bar.last.year + 1))
    return BarGroup(kind, tuple(bars), folded, tuple(sorted(years.items())))
