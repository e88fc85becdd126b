"""A table of a paper, whatever form it came in: rows with what stands in them by its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extraction.tables.roles import ColumnRole


@dataclass(frozen=True, slots=True)
class PaperCell:
    """Words of a cell, or of a line of it: ``[start, end)`` of the copy."""

    start: int
    end: int
    role: ColumnRole
    text: str
    header: str = ""
    child: bool = False  # a bullet below the line before


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its area when it has one, its items, and the cells beside them.

    ``paired`` says whether each term belongs to the item of the same number.
    """

    area: PaperCell | None
    items: Sequence[PaperCell]
    terms: Sequence[PaperCell]
    others: Sequence[PaperCell] = field(default=())
    paired: bool = False

    @property
    def leaves(self) -> list[PaperCell]:
        """Items that a term may belong to: those that are not the heading of bullets below them."""
        heads = {at - 1 for at, item in enumerate(self.items) if item.child and not self.items[at - 1].child}
        return [item for at, item in enumerate(self.items) if at not in heads]


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rows under one header; ``start`` is where the header begins in the copy."""

    start: int
    end: int
    rows: Sequence[Row]
    has_owner: bool = False  # a column says who leads or takes part
    of_parties: bool = False  # its rows are those who take part in what the table is about
    unit: int = 1  # what its caption multiplies its numbers by: "Angaben in T€"
