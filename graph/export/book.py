"""A workbook in memory that is given up row by row when nobody waits for it."""

from __future__ import annotations

from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from graph.giving_up import Buffer, ensure_wanted

# a text is only ever a text
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class _Sheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose cells the library writes when the workbook is closed, most of the work of a long table."""

    def _write_cell(self, *cell: Any) -> None:  # noqa: ANN401  # as the library has it
        ensure_wanted()
        super()._write_cell(*cell)


class _Book(xlsxwriter.Workbook):  # type: ignore[misc]  # the library has no types
    worksheet_class = _Sheet


def opened(written: Buffer) -> xlsxwriter.Workbook:
    """Return a new workbook that is written there when it is closed."""
    return _Book(written, _OPTIONS)
