"""What the speaker reads below a slide: note, filters, state of the data, link, and the table behind the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.pictures import DrawnNetwork, Matrix
from graph.export.plain import one_line, readable
from graph.export.pptx.legend import alternative
from graph.export.pptx.texts import joined
from graph.export.table import ExportTable
from graph.export.words import rows_left

MOST_ROWS = 100


def notes(portfolio: Portfolio, exhibit: Exhibit, title: str, unnamed: Sequence[str] = ()) -> str:
    """Return the notes of a slide.

    Parameters
    ----------
    portfolio
        All that leaves together.
    exhibit
        What the slide shows.
    title
        What stands as title on the slide; one that is cut there is whole here.
    unnamed
        Names of elements that have none in the picture.
    """
    words = portfolio.words
    filters = ", ".join(exhibit.filters) or words["no_filters"]
    return joined(
        [
            "" if title.startswith(one_line(exhibit.title)) else exhibit.title,
            exhibit.note,
            exhibit.annotation,
            f"{words['filters']}: {filters}",
            *exhibit.remarks,
            exhibit.source,
            words["profile"].format(profile=portfolio.profile) if portfolio.profile else "",
            f"{words['link']}: {readable(exhibit.link)}" if exhibit.link else "",
            alternative(exhibit.picture, words["legend"]) if isinstance(exhibit.picture, DrawnNetwork) else "",
            f"{words['unnamed_names']} {', '.join(unnamed)}" if unnamed else "",
            *(table_text(table, words) for table in exhibit.tables),
            matrix_text(exhibit.picture) if isinstance(exhibit.picture, Matrix) and not exhibit.table else "",
        ]
    )


def table_text(table: ExportTable, words: Mapping[str, str]) -> str:
    """Table with tabs between its cells, as spreadsheets take it from the clipboard."""
    rows = [[column.header for column in table.columns]]
    rows += [[one_line(cell.text) for cell in row] for row in table.rows[:MOST_ROWS]]
    rest = len(table.rows) - MOST_ROWS
    lines = ["", table.caption, *("\t".join(row) for row in rows), *([rows_left(words, rest)] if rest > 0 else [])]
    return "\n".join(lines)


def matrix_text(matrix: Matrix) -> str:
    """Matrix with tabs between its cells."""
    rows = [[matrix.corner, *matrix.columns], *([row.header, *row.cells] for row in matrix.rows)]
    return "\n".join(["", *("\t".join(row) for row in rows)])
