"""Dates somebody may have typed by mistake: years nobody means, and years of two digits that read as a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.dates import OPEN, is_edtf, is_far, is_plausible
from graph.issue import Issue
from graph.reading.date_forms import years_meant
from graph.reading.rows import Rows, Tables
from graph.schema import CellKind, fact_of

_YEAR_AND_TWO_DIGITS = re.compile(r"[0-9]{4}-[0-9]{2}")


def check_years(tables: Tables) -> Iterator[Issue]:
    """Report dates in years before 1800 or after 2149; of a far one it is proposed that there is no end."""
    for rows in tables.values():
        for column in _date_columns(rows):
            for row, text in enumerate(rows.columns[column]):
                if text and not is_plausible(text):
                    hint = OPEN if column == "end" and is_far(text.rpartition("/")[2]) else ""
                    yield rows.finding("implausible-year", row, column, value=text, hint=hint)
    yield from _facts(tables["about"])


def check_short_years(tables: Tables) -> Iterator[Issue]:
    """Report texts such as ``2021-23`` and ``2011-12``, read as autumn and December, with the years perhaps meant.

    Nothing is said of a text that some row explains in words beside it: there the form is known to mean what it says.

    Parameters
    ----------
    tables
        With cells as they are typed.
    """
    explained = _explained(tables)
    for rows in tables.values():
        for column in _date_columns(rows):
            for row, text in enumerate(rows.columns[column]):
                meant = years_meant(text) if _YEAR_AND_TWO_DIGITS.fullmatch(text) and is_edtf(text) else ""
                if meant and text not in explained:
                    yield rows.finding("ambiguous-period", row, column, value=text, hint=meant)


def _explained(tables: Tables) -> frozenset[str]:
    found: set[str] = set()
    for rows in tables.values():
        words = rows.columns.get("date_text", ())
        for column in _date_columns(rows):
            found |= {text for text, said in zip(rows.columns[column], words, strict=False) if said}
    return frozenset(found)


def _date_columns(rows: Rows) -> list[str]:
    return [column.name for column in rows.table.columns if column.cell is CellKind.DATE]


def _facts(about: Rows) -> Iterator[Issue]:
    columns: Mapping[str, list[str]] = about.columns
    for row, (key, value) in enumerate(zip(columns["key"], columns["value"], strict=True)):
        if fact_of(key).cell is CellKind.DATE and value and is_edtf(value) and not is_plausible(value):
            yield about.finding("implausible-year", row, "value", value=value)
