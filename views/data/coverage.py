"""What the data cover and what not: sentences and tables of the page "Abdeckung"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from graph.answers import coverage
from graph.answers.coverage import DIMENSIONS, Share, SourceCoverage
from graph.dataset import Dataset
from graph.intake.registry import BY_NAME
from views.keeping import cached
from views.language.words import Words
from views.table import Cell, Column, Look, Table, date_cell, money_cell, number_cell, share_cell, year_cell
from views.view import View

SOURCE = "source"
PARTS = (SOURCE, *DIMENSIONS)
# what the elements of a dimension are called; dated projects are not those that are active in a year
_COUNTED = {"field": "projects", "type": "actors", "place": "actors", "year": "dated"}
# said only of sources that were read in as files; where none was, these columns would be empty
_OF_FILES = frozenset({"licence", "recipe", "rows_taken", "rows_left_out", "amount_taken_eur", "amount_left_out_eur"})
_RECORDED = ("with_amount", "with_date", "with_place", "with_source")


@cached
def by_source_of(dataset: Dataset) -> tuple[SourceCoverage, ...]:
    """See `graph.answers.coverage.coverage_by_source`."""
    return coverage.coverage_by_source(dataset)


@cached
def by_of(dataset: Dataset, dimension: str) -> tuple[Share, ...]:
    """See `graph.answers.coverage.coverage_by`."""
    return coverage.coverage_by(dataset, dimension)


def parts(view: View) -> dict[str, Table]:
    """Return the tables that are asked for, by part; all where none is named."""
    asked = [part for part in PARTS if part in view.query.wahl] or PARTS
    return {part: by_source(view) if part == SOURCE else by(view, part) for part in asked}


def sentence(view: View) -> str:
    """Say on how many sources the data rest, and how much rests on none."""
    found = by_source_of(view.part)
    named = [each for each in found if each.id and each.actors.elements + each.projects.elements + each.ties]
    none = next((each for each in found if not each.id), None)
    without = none.actors.elements + none.projects.elements if none else 0
    said = view.t.count("coverage.sentence", len(named))
    return f"{said} {view.t.count('coverage.without', without)}" if named else said


def lacking(view: View) -> list[str]:
    """Say what the registers among the sources do not hold, a sentence each."""
    recipes = dict.fromkeys(each.facts.get("recipe", "") for each in by_source_of(view.whole))
    known = [name for name in recipes if name in BY_NAME and view.t.has(f"coverage.lacks.{name}")]
    return [view.t(f"coverage.lacks.{name}") for name in known]


def by_source(view: View) -> Table:
    """List sources with what they hold, and how much of that is recorded in full."""
    t, found = view.t, by_source_of(view.part)
    columns: Mapping[str, tuple[Look, Callable[[SourceCoverage], Cell | str]]] = {
        "title": (Look.OUTSIDE, lambda each: _title(t, each)),
        "publisher": (Look.TEXT, lambda each: each.facts.get("publisher", "")),
        "date": (Look.DATE, lambda each: date_cell(t, each.facts.get("date", ""))),
        "licence": (Look.TEXT, lambda each: each.facts.get("licence", "")),
        "recipe": (Look.TEXT, lambda each: each.facts.get("recipe", "")),
        "rows_taken": (Look.NUMBER, lambda each: number_cell(t, _count(each.facts.get("rows_taken", "")))),
        "rows_left_out": (Look.TEXT, lambda each: _reasons(t, each.facts.get("rows_left_out", ""))),
        **_money(t),
        "actors": (Look.NUMBER, lambda each: number_cell(t, each.actors.elements)),
        "projects": (Look.NUMBER, lambda each: number_cell(t, each.projects.elements)),
        "ties": (Look.NUMBER, lambda each: number_cell(t, each.ties)),
        **{name: (Look.NUMBER, _of_projects(t, name)) for name in _recorded(t) if name != "with_source"},
    }
    shown = [name for name in columns if name not in _OF_FILES or any(each.facts.get(name) for each in found)]
    return Table(
        t.count("coverage.caption.source", sum(bool(each.id) for each in found)),
        tuple(Column(t(f"coverage.column.{name}"), columns[name][0]) for name in shown),
        tuple(tuple(columns[name][1](each) for name in shown) for each in found),
    )


def by(view: View, dimension: str) -> Table:
    """List the groups of a dimension with how much of their elements is recorded."""
    t, found = view.t, by_of(view.part, dimension)
    recorded = [name for name in _recorded(t) if not (name == "with_date" and dimension in ("type", "place"))]
    heads = (dimension, _COUNTED[dimension], *recorded)
    return Table(
        t(f"coverage.caption.{dimension}"),
        tuple(
            Column(t(f"coverage.column.{head}"), Look.NUMBER if place else Look.TEXT)
            for place, head in enumerate(heads)
        ),
        tuple(
            (
                _group(t, dimension, each.key),
                number_cell(t, each.elements),
                *(_part(t, each, name) for name in recorded),
            )
            for each in found
        ),
    )


def _group(t: Words, dimension: str, key: str) -> Cell | str:
    if dimension == "year" and key.isdecimal():
        return year_cell(int(key))
    return (t.recorded(key) if dimension == "type" else key) or t("format.missing.text")


def _recorded(t: Words) -> Sequence[str]:
    """Return what is told of elements; amounts that were taken out are not missing."""
    return _RECORDED[1:] if t.leaves_out_amounts else _RECORDED


def _title(t: Words, each: SourceCoverage) -> Cell:
    if not each.id:
        return Cell(t("coverage.no_source"))
    return Cell(each.facts.get("title", each.id), target=each.facts.get("url", ""))


def _money(t: Words) -> dict[str, tuple[Look, Callable[[SourceCoverage], Cell | str]]]:
    if t.leaves_out_amounts:
        return {}
    names = ("amount_taken_eur", "amount_left_out_eur")
    return {name: (Look.NUMBER, _of_money(t, name)) for name in names}


def _of_money(t: Words, name: str) -> Callable[[SourceCoverage], Cell | str]:
    return lambda each: _euros(t, each.facts.get(name, ""))


def _euros(t: Words, text: str) -> Cell:
    try:
        return money_cell(t, Decimal(text)) if text else Cell(t("format.missing.none"))
    except InvalidOperation:
        return Cell(text)


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 12 else None


def _reasons(t: Words, text: str) -> str:
    """Say why rows were left out: the codes of a report in words."""
    said = (part.partition(": ") for part in text.split("; ") if part)
    return "; ".join(
        f"{t(f'intake.reason.{reason}') if t.has(f'intake.reason.{reason}') else reason}: {count}"
        for reason, _, count in said
    )


def _of_projects(t: Words, name: str) -> Callable[[SourceCoverage], Cell | str]:
    return lambda each: _part(t, each.projects, name)


def _part(t: Words, each: Share, name: str) -> Cell:
    return share_cell(t, getattr(each, name) / each.elements if each.elements else None)
