"""A text as it may be written in the places a store has: as it is, escaped in JSON, or in an address."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote, quote_plus

from graph.reading.rows import trimmed
from graph.schema import TABLES, CellKind
from store.entries import Cells
from store.errors import StoreError

MARK = "█████"  # stands where something was erased; the same everywhere, so that references still meet
SHORTEST = 3  # letters or digits; fewer stand nearly everywhere
_NAMING = (CellKind.ID, CellKind.ACTORS, CellKind.REFERENCE)


class Pattern:
    """Finds a text in any case, and takes it out.

    Raises
    ------
    StoreError
        ``too-short`` for less than `SHORTEST` letters or digits.
    """

    def __init__(self, text: str) -> None:
        wanted = trimmed(text)
        if sum(sign.isalnum() for sign in wanted) < SHORTEST:
            raise StoreError("too-short")
        forms = (wanted, json.dumps(wanted)[1:-1], quote(wanted), quote_plus(wanted))
        self._expression = re.compile("|".join(map(re.escape, dict.fromkeys(forms))), re.IGNORECASE)

    def found_in(self, *texts: str | None) -> bool:
        """Whether one of some texts holds it."""
        return any(text and self._expression.search(text) for text in texts)

    def found_in_cells(self, cells: Cells | None) -> bool:
        """Whether a cell or the name of a column holds it."""
        return cells is not None and self.found_in(*cells, *cells.values())

    def out_of(self, text: str) -> str:
        """Return the text with a mark in its place."""
        return self._expression.sub(MARK, text)

    def out_of_cells(self, table: str, cells: Cells) -> dict[str, str]:
        """Return cells with a mark in its place; a cell that held nothing else is empty, unless rows refer to it."""
        kept = _kept_columns(table)
        rest = {self.out_of(column): self.out_of(text) for column, text in cells.items()}
        return {column: text for column, text in rest.items() if text != MARK or column in kept}


def _kept_columns(table: str) -> Mapping[str, None]:
    columns = TABLES[table].columns if table in TABLES else ()
    return dict.fromkeys(column.name for column in columns if column.cell in _NAMING or column.required)
