"""An exhibit as blocks of a document: its sentence with linked numbers, picture, table, and what a reader must know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from graph.export import Exhibit
from graph.export.pictures import Chart, DrawnNetwork, Matrix, Text
from graph.export.report.document import Block, Bullets, Heading, Illustration, Listing, Paragraph, Run
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from views.language.words import Words

_MOST_COLUMNS = 7  # of a table on a page of paper
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
# a number with its unit, or a day: 1.234, 12,5 %, 48,3 Mio. €, €1.5m, 22.01.2026, 22 Jan 2026
_NUMBER = re.compile(
    rf"\d{{1,2}}\s{_MONTH}\s\d{{4}}"
    r"|€?\d[\d.,\u00a0]*\d?(?:\s?(?:%|€|Mrd\.\s€|Mio\.\s€|Tsd\.\s€|bn|m|k)(?!\w))?"
)


def linked(text: str, link: str, *, strong: bool = False) -> Paragraph:
    """Return a sentence whose numbers lead to the view that shows them.

    Parameters
    ----------
    text
        Plain text.
    link
        Address of the view; without one nothing is linked.
    strong
        Whether the words stand out.
    """
    if not link:
        return Paragraph((Run(text, strong=strong),))
    runs, end = [], 0
    for found in _NUMBER.finditer(text):
        number = found.group().rstrip(".,\u00a0")
        runs += [Run(text[end : found.start()], strong=strong), Run(number, link)]
        end = found.start() + len(number)
    runs.append(Run(text[end:], strong=strong))
    return Paragraph(tuple(run for run in runs if run.text))


def blocks_of(t: Words, exhibit: Exhibit, *, level: int = 2, rows: int = 12, bare: bool = False) -> Iterator[Block]:
    """Yield an exhibit as blocks; what it does not have is left out, its sentence always stays.

    Parameters
    ----------
    t
        Words of the language.
    exhibit
        With its link, where there is one.
    level
        Of its heading.
    rows
        Most rows of each table; how many more there are is said.
    bare
        Leave out the picture.
    """
    yield Heading(exhibit.title, level)
    if exhibit.sentence:
        yield linked(exhibit.sentence, exhibit.link)
    if exhibit.annotation:
        yield Paragraph((Run(exhibit.annotation),))
    if exhibit.figures:
        yield Bullets(tuple(_figure(exhibit, place) for place in range(len(exhibit.figures))))
    if not bare:
        yield from _picture(exhibit)
    for table in _tables(exhibit):
        yield from _listed(t, exhibit, table, rows)
    notes = " ".join(exhibit.remarks)
    if notes:
        yield replace(linked(notes, exhibit.link), quiet=True)
    yield _source(t, exhibit)


def without_columns(table: ExportTable, headers: Set[str]) -> ExportTable:
    """Return a table without the columns of some headers, as far as it has them."""
    kept = [place for place, column in enumerate(table.columns) if column.header not in headers]
    rows = (tuple(row[place] for place in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=tuple(rows))


def _figure(exhibit: Exhibit, place: int) -> Paragraph:
    figure = exhibit.figures[place]
    note = f" ({figure.note})" if figure.note else ""
    return linked(f"{figure.label}: {figure.value}{note}", exhibit.link)


def _picture(exhibit: Exhibit) -> Iterator[Block]:
    shown = exhibit.picture
    if isinstance(shown, Chart) or (isinstance(shown, DrawnNetwork) and shown.drawing.nodes):
        yield Illustration(shown, exhibit.title, shown.description or exhibit.sentence or exhibit.title)
    if isinstance(shown, Text):
        for block in shown.blocks:
            if block.points:
                if block.heading:
                    yield Paragraph((Run(block.heading, strong=True),))
                yield Bullets(tuple(linked(point, exhibit.link) for point in block.points))


def _tables(exhibit: Exhibit) -> tuple[ExportTable, ...]:
    """Tables of an exhibit; a matrix is one too."""
    if isinstance(exhibit.picture, Matrix) and not exhibit.tables:
        return (_of_matrix(exhibit.picture, exhibit.title),)
    return exhibit.tables


def _of_matrix(matrix: Matrix, caption: str) -> ExportTable:
    columns = (ExportColumn(matrix.corner), *(ExportColumn(name, ValueKind.NUMBER) for name in matrix.columns))
    rows = tuple((ExportCell(row.header), *(ExportCell(text) for text in row.cells)) for row in matrix.rows)
    return ExportTable(caption, columns, rows)


def _listed(t: Words, exhibit: Exhibit, table: ExportTable, most: int) -> Iterator[Block]:
    if not table.rows or not most:
        return
    narrow = ExportTable(
        table.caption or exhibit.title,
        table.columns[:_MOST_COLUMNS],
        tuple(row[:_MOST_COLUMNS] for row in table.rows[:most]),
    )
    yield Listing(narrow)
    if len(table.rows) > most:
        yield Paragraph((Run(t.count("bericht.more_rows", len(table.rows) - most), exhibit.link),), quiet=True)


def _source(t: Words, exhibit: Exhibit) -> Paragraph:
    filters = t("bericht.filters", filters=", ".join(exhibit.filters)) if exhibit.filters else ""
    words = " · ".join(part for part in (exhibit.source, filters) if part)
    view = (Run(" · "), Run(t("bericht.open_view"), exhibit.link)) if exhibit.link else ()
    return Paragraph((Run(words), *view), quiet=True)
