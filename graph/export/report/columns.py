"""How wide the columns of a table are in a document, whatever its format."""

from __future__ import annotations

from math import inf

from graph.export.columns import Setting, column_needs
from graph.export.table import ExportTable, ValueKind
from graph.export.widths import flat_widths, weighed_widths
from graph.picture.labels import text_width

SMALL = 8.5  # pt of the text in a table of a PDF, and of notes
IN_TABLES = 8.0  # pt of the text in a table where the face is a wide one
_AROUND = 8.0  # pt beside the text of a cell
_TABLE = 480.0  # pt for the cells of a table
_DIVIDED = 44.0  # pt above which a word is divided
_BOLD = 1.08  # width of a bold word beside one that is not
_SAMPLE = 40  # rows looked at for the widths of columns
_WIDE_FACE = 1.13  # Arial and Liberation Sans beside Source Sans, in which texts are measured
_DIVIDED_BADLY = 150.0  # pt above which a word is divided by programs that know no syllables


def widths_of(table: ExportTable, *, size: float = SMALL, divided: float = _DIVIDED) -> list[float]:
    """Widths in pt with which the rows need few lines, and only long words are divided.

    Parameters
    ----------
    table
        What is shown.
    size
        Of its texts in pt.
    divided
        Width in pt above which a word may be divided.
    """
    texts = [[text_width(cell.text, size) for cell in row] for row in table.rows[:_SAMPLE]]
    least = [_longest_word(table, place, size, divided) for place in range(len(table.columns))]
    first = weighed_widths(column_needs(table, Setting(SMALL, _AROUND, _DIVIDED)), _TABLE)
    room = [max(width - _AROUND, 1) for width in first]
    return [width + _AROUND for width in flat_widths(texts, least, _with_least(room, least))]


def shares_of(table: ExportTable) -> list[float]:
    """Widths of columns as shares of that of the table, for programs that set the text themselves."""
    widths = widths_of(table, size=IN_TABLES * _WIDE_FACE, divided=_DIVIDED_BADLY)
    return [width / sum(widths) for width in widths]


def _with_least(room: list[float], least: list[float]) -> list[float]:
    """Give columns their longest word at the cost of those that have more than theirs."""
    lacking = sum(max(need - width, 0) for width, need in zip(room, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(room, least, strict=True))
    if not lacking or not spare:
        return room
    given = min(lacking, spare)
    return [
        width - given * (width - need) / spare if width > need else width + given * (need - width) / lacking
        for width, need in zip(room, least, strict=True)
    ]


def _longest_word(table: ExportTable, place: int, size: float, divided: float) -> float:
    """Width in pt of the longest word of a column; a long one of a text may be divided, a number may not."""
    column = table.columns[place]
    most = divided if column.kind is ValueKind.TEXT else inf
    header = max((text_width(word, size) * _BOLD for word in column.header.split()), default=0.0)
    words = (word for row in table.rows[:_SAMPLE] for word in row[place].text.split())
    return max(min(header, most), *(min(text_width(word, size), most) for word in words), 0.0)
