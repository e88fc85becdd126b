"""What stands in a cell: the names in it, and its amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction.money import FoundAmount, find_amounts
from graph.extraction.place import MentionPlace, between
from graph.extraction.tables.roles import basis_of, unit_of
from graph.extraction.tables.table import PaperCell
from graph.money import UnreadableAmountError, read_amount

ASIDE = re.compile(r"\([^()]{3,30}\) ?")  # "(beantragt) 540.000"


def within(cell: PaperCell | None, places: Sequence[MentionPlace]) -> list[MentionPlace]:
    """Return the names in a cell."""
    if cell is None:
        return []
    return list(between(places, cell.start, cell.end))


def cell_amount(cell: PaperCell, unit: int = 1) -> FoundAmount | None:
    """Return the amount in a cell, with what its header says it is; ``None`` when there is none.

    Parameters
    ----------
    cell
        The cell.
    unit
        What the caption of the table multiplies its numbers by; a unit in the header of the cell comes before.
    """
    found = find_amounts(cell.text)
    if found:
        return FoundAmount(
            cell.start + found[0].start,
            cell.start + found[0].end,
            found[0].euro,
            found[0].basis or basis_of(cell.header),
        )
    aside = ASIDE.match(cell.text)
    if aside:
        return cell_amount(replace(cell, start=cell.start + aside.end(), text=cell.text[aside.end() :]), unit)
    try:
        euro = read_amount(cell.text)
    except UnreadableAmountError:
        return None
    if euro is None:
        return None
    return FoundAmount(cell.start, cell.end, euro * (unit_of(cell.header) or unit), basis_of(cell.header))
