"""The sources on which answers hang, and pairs beside what chance would give, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.evidence.statements import Statement
from views.evidence import words
from views.language.words import unmarked
from views.rows import rows_of
from views.table import Cell, Column, Look, Table, date_cell, number_cell
from views.view import View


def carrying(view: View, found: Mapping[str, Sequence[Statement]]) -> Table:
    """List sources by how many of the main answers would change without them."""
    t, table = view.t, view.whole.sources
    rows = [row for row in rows_of(table) if row.id in found]
    rows.sort(key=lambda row: (-len(found[row.id]), row.title, row.id))
    return Table(
        t.count("evidence.carrying.caption", len(rows)),
        (
            Column(t("daten.sources.title"), Look.OUTSIDE),
            Column(t("evidence.carrying.answers"), Look.BAR),
            Column(t("evidence.carrying.which")),
            Column(t("daten.sources.publisher")),
            Column(t("daten.sources.date"), Look.DATE),
        ),
        tuple(
            (
                Cell(row.title or row.id, target=row.url),
                number_cell(t, len(found[row.id])),
                "; ".join(unmarked(words.said(view, statement)) for statement in found[row.id]),
                row.publisher,
                date_cell(t, row.date),
            )
            for row in rows
        ),
    )
