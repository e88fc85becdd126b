"""Tables of a paper: with cells, or pasted with the columns lost."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.reading import Reading
from graph.extraction.tables.blocks import block_tables
from graph.extraction.tables.grid import grid_tables
from graph.extraction.tables.pasted import pasted_tables
from graph.extraction.tables.roles import caption_unit
from graph.extraction.tables.stacked import stacked_tables
from graph.extraction.tables.table import PaperCell, PaperTable, Row

__all__ = ["PaperCell", "PaperTable", "Row", "tables_of"]


def tables_of(reading: Reading) -> list[PaperTable]:
    """Return the tables of a paper in the order of the text."""
    found: list[PaperTable] = []
    for read in (grid_tables, block_tables, stacked_tables, pasted_tables):  # the form that says more comes first
        found += [one for one in read(reading.text) if not any(one.start < b.end and b.start < one.end for b in found)]
    with_units = [replace(one, unit=caption_unit(reading.text, one.start)) for one in found]
    return sorted(with_units, key=lambda table: table.start)
