"""What a cell of an OpenDocument spreadsheet stores, as the text a person would have typed into a CSV file.

The same texts as `graph.reading.workbook_values` makes of the same cells in Excel's form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

from graph.reading.workbook_values import iso_text, number_text

_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_DAY = timedelta(days=1)
# part of a date style -> letter in a format of Excel's; a quarter or week is no month, so the day is kept
_LETTERS: Mapping[str, str] = {"year": "y", "month": "m", "day": "d", "quarter": "d", "week-of-year": "d"}


class Moments:
    """How precisely the styles of cells show a date."""

    def __init__(self) -> None:
        self._forms: dict[str, str] = {}  # date style -> letters
        self._of_cells: dict[str, str] = {}  # style of cells -> date style
        self._open = ""

    def opened(self, local: str, attributes: Mapping[str, str]) -> None:
        """Take in the start of an element of the styles."""
        name = attributes.get("style:name", "")
        if local == "date-style":
            self._open, self._forms[name] = name, ""
        elif local == "style" and attributes.get("style:family") == "table-cell":
            self._of_cells[name] = attributes.get("style:data-style-name", "")
        elif self._open:
            self._forms[self._open] += _LETTERS.get(local, "")

    def closed(self, local: str) -> None:
        """Take in the end of an element of the styles."""
        if local == "date-style":
            self._open = ""

    def form(self, style: str) -> str:
        """Return the letters of a style of cells, ``""`` when it shows no date."""
        return self._forms.get(self._of_cells.get(style, ""), "")


def value_text(said: Mapping[str, str], shown: str, form: str) -> str:
    """Return what a cell holds.

    Parameters
    ----------
    said
        Attributes of the cell without prefixes: ``value-type``, ``value``, ``date-value`` and so on.
    shown
        Its text as the file shows it, which counts where there is no value.
    form
        Letters of its date style, such as ``ym``.
    """
    attribute, written = _KINDS.get(said.get("value-type", ""), _TEXT)
    stored = said.get(attribute, "")
    return written(stored, form) if stored else shown


def _number(stored: str, _form: str) -> str:
    return number_text(stored, "", since_1904=False)


def _truth(stored: str, _form: str) -> str:
    return "true" if stored.strip().casefold() not in ("0", "false") else "false"


def _time(stored: str, _form: str) -> str:
    found = _DURATION.fullmatch(stored)
    if not found:
        return stored
    hours, minutes, seconds = map(int, found.groups())
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return f"{hours:02d}:{minutes:02d}" if length < _DAY else str(length)


def _as_it_is(stored: str, _form: str) -> str:
    return stored


_TEXT: tuple[str, Callable[[str, str], str]] = ("string-value", _as_it_is)
# type of a value -> attribute that holds it, and how it is written
_KINDS: Mapping[str, tuple[str, Callable[[str, str], str]]] = {
    "float": ("value", _number),
    "currency": ("value", _number),
    "percentage": ("value", _number),
    "boolean": ("boolean-value", _truth),
    "date": ("date-value", iso_text),
    "time": ("time-value", _time),
}
