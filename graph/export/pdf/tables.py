"""Tables of a handout, in columns as wide as they need to be; how many rows there is room for, the layout tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.export.columns import Setting, columned
from graph.export.svg.paragraph import Style, cut
from graph.export.table import ExportTable, ValueKind

_CELL_LINES = 3  # lines of a cell; what is longer ends with an ellipsis
_TABLE = 493.0  # pt for the cells of a table
_SET = 0.9  # of the width that `text_width` keeps free, which our typeface needs at most
_SIZE, _AROUND = 8.5 * _SET, 7.0  # pt of the type as it is measured, and of the space beside a text
_DIVIDED = 80.0  # pt
_TWO_PAGES = 120  # rows of one line that two pages hold


def tables_of(tables: Sequence[ExportTable], words: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield tables with the rows that two pages would hold; the layout leaves out those that find no room.

    Parameters
    ----------
    tables
        Those with rows.
    words
        Words by their keys, in the language of the file.
    """
    style = Style(_SIZE)
    for table in tables:
        shown, widths, said = columned(table, words, Setting(_SIZE, _AROUND, _DIVIDED), _TABLE)
        yield {
            "caption": " · ".join(part for part in (shown.caption, said) if part),
            "columns": [column.header for column in shown.columns],
            "numbers": [column.kind is not ValueKind.TEXT for column in shown.columns],
            "widths": widths,
            "rows": [
                [cut(cell.text, style, widths[place] - _AROUND, _CELL_LINES)[0] for place, cell in enumerate(row)]
                for row in shown.rows[:_TWO_PAGES]
            ],
            "all": len(table.rows),
        }
