"""What must be known about the filters of a view, and the click that helps: a range turned round, a missing date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph import selection
from graph.dataset import Dataset
from graph.selection import Selection
from views.address.filters import short_amount
from views.keeping import cached
from views.language.words import Words, plain
from views.view import View


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence about the filters, and what a click on its button asks instead."""

    name: str
    text: str
    button: str
    changes: Mapping[str, str]


# Two parameters that are a range: the name of their sentence -> the one that begins it, the one that ends it.
RANGES: Mapping[str, tuple[str, str]] = {
    "period": ("von", "bis"),
    "ending": ("endetvon", "endetbis"),
    "amount": ("betrag", "betragbis"),
}


def hints(view: View) -> tuple[Hint, ...]:
    """Say which ranges are turned round, and how many projects a period leaves out for want of a date."""
    return (*_turned_round(view), *_undated(view))


def filtered_out(view: View, elements: Iterable[str]) -> str:
    """Say which of the elements a view is asked about do not fit the filters; ``""`` where all do."""
    hidden = view.hidden(elements)
    if not hidden:
        return ""
    names = plain(view.t.names([view.short_names[element] for element in hidden]))
    return view.t.count("shell.filtered_out", len(hidden), names=names)


def undated_left_out(view: View) -> int:
    """Count the projects that the period asked for leaves out only because no date of them is known."""
    asked = view.selection
    return _undated_left_out(view.whole, asked) if asked.since or asked.until else 0


@cached
def _undated_left_out(dataset: Dataset, asked: Selection) -> int:
    return selection.dropped_undated(dataset, asked)


def _turned_round(view: View) -> Iterable[Hint]:
    t = view.t
    for name, (begin, end) in RANGES.items():
        first, last = getattr(view.query, begin), getattr(view.query, end)
        if first and last and int(first) > int(last):
            ends = {key: _WRITTEN.get(name, _year)(t, value) for key, value in (("first", first), ("last", last))}
            text = t(f"filter.turned_round.{name}", **ends)
            yield Hint(name, text, t("filter.turned_round.button", **ends), {begin: last, end: first})


def _year(_: Words, year: str) -> str:
    return year


def _undated(view: View) -> Iterable[Hint]:
    if left_out := undated_left_out(view):
        text = view.t.count("filter.undatiert.left_out", left_out)
        yield Hint("undated", text, view.t("filter.undatiert.include"), {"undatiert": "ja"})


# Range -> how its ends are written; the others are years.
_WRITTEN: Mapping[str, Callable[[Words, str], str]] = {"amount": short_amount}


def missing_here(view: View, page: str) -> str:
    """Say what the data lack for a page where no filter is to blame; ``""`` where one is, or without any data."""
    if view.selection.active or (view.whole.actors.empty and view.whole.projects.empty):
        return ""
    own = f"shell.missing.{page}"
    return view.t(own if view.t.has(own) else "shell.missing.other")
