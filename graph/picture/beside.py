"""Names of two columns: each in its row, in full where the row has room for it, else short, else cut.

They stand outside. Where rows are too low for that, every second one stands inside, towards the other column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from math import inf
from typing import NamedTuple

from graph.picture.drawn import DrawnNode
from graph.picture.forms import LONG, SHORTER, forms, one_line
from graph.picture.labels import ACTOR_FONT, PROJECT_FONT, name_width
from graph.picture.outline import halves
from graph.vocabulary import Mode

LINE = 1.16  # height of a line of a name in parts of its font
TIGHT = 0.985  # of its font, which a line on the screen and on paper needs at least; on slides it needs all of `LINE`
BESIDE = 5.0  # px between a shape and a name in its row


class ColumnRoom(NamedTuple):
    """Room of the rows of a column.

    Attributes
    ----------
    zoom
        px of the canvas for a unit of the drawing.
    pitch
        px between two rows.
    border
        px of the canvas where names end.
    larger
        Size of names in parts of that on the screen.
    even
        Whether all names are as large as those of projects.
    """

    zoom: float
    pitch: float
    border: float
    larger: float
    even: bool


class RowName(NamedTuple):
    """A name in its row, its room in px: left, top, right and bottom."""

    node: DrawnNode
    lines: tuple[str, ...]
    side: int
    box: tuple[float, float, float, float]


def row_names(
    nodes: Sequence[DrawnNode], zoom: float, borders: tuple[float, float], *, larger: float = 1.0, even: bool = False
) -> list[RowName]:
    """Names of both columns in their rows; none where a row of either is too low for its name.

    Parameters
    ----------
    nodes
        Everything that is seen.
    zoom
        px of the canvas for a unit of the drawing.
    borders
        Left and right of the canvas in px.
    larger
        Size of names in parts of that on the screen.
    even
        Whether all names are as large as those of projects.
    """
    found: list[RowName] = []
    for column, side in product((-1, 1), repeat=2):
        rows = sorted((node for node in nodes if _stands(node, column, side)), key=lambda node: (node.y, node.id))
        pitch = min((b.y - a.y for a, b in pairwise(rows)), default=inf) * zoom
        border = borders[side > 0] if column == side else inner_border(nodes, column, zoom)
        row = ColumnRoom(zoom, pitch, border, larger, even)
        written = [name for node in rows if (name := _in_row(node, row))]
        if len(written) < len(rows):
            return []
        found += written
    return found


def _stands(node: DrawnNode, column: int, side: int) -> bool:
    """Whether a node stands in a column and its name at that side of it."""
    return node.beside is not None and node.beside.side == side and (node.x > 0) == (column > 0)


def inner_border(nodes: Sequence[DrawnNode], column: int, zoom: float) -> float:
    """Where inside names of a column end, in px: in the middle if the other column has some too or is empty.

    Parameters
    ----------
    nodes
        Everything that is seen.
    column
        -1 for the left column, 1 for the right one.
    zoom
        px of the canvas for a unit of the drawing.
    """
    if any(_stands(node, -column, column) for node in nodes):
        return -column * BESIDE / 2
    reach = (abs(node.x) - halves(node.shape, node.size)[0] for node in nodes if _stands(node, -column, -column))
    return -column * (min(reach, default=0.0) * zoom - BESIDE)


def beside(node: DrawnNode, side: int, lines: tuple[str, ...], row: ColumnRoom) -> RowName:
    """Write lines beside a node.

    Parameters
    ----------
    node
        Whose name it is.
    side
        1 at the right, -1 at the left.
    lines
        The name.
    row
        Room of its row.
    """
    font = font_in(node, row)
    wide = max(name_width(line, font, bold=node.mode != Mode.PROJECT) for line in lines)
    start = node.x * row.zoom + side * (halves(node.shape, node.size)[0] * row.zoom + BESIDE)
    left, high, y = start if side > 0 else start - wide, len(lines) * font * LINE, node.y * row.zoom
    return RowName(node, lines, side, (left, y - high / 2, left + wide, y + high / 2))


def font_in(node: DrawnNode, row: ColumnRoom) -> float:
    """Size of the name of a node in px."""
    return (PROJECT_FONT if row.even or node.mode == Mode.PROJECT else ACTOR_FONT) * row.larger


def _in_row(node: DrawnNode, row: ColumnRoom) -> RowName | None:
    """First of the full, the short and the cut name that fits between shape and border, and between two rows."""
    if node.beside is None:
        return None
    for lines in (node.beside.lines, *shorter_forms(node)):
        name = beside(node, node.beside.side, lines, row)
        if inside(name, row) and len(lines) * font_in(node, row) * (LINE if row.even else TIGHT) <= row.pitch:
            return name
    return None


def inside(name: RowName, row: ColumnRoom) -> bool:
    """Whether a name ends before the border of its row."""
    return name.box[0] >= row.border if name.side < 0 else name.box[2] <= row.border


def shorter_forms(node: DrawnNode) -> list[tuple[str, ...]]:
    """List the short name, and what it is cut to on two lines and on one, the longest first."""
    name = node.short_name
    cut = ((forms(name, most)[1], (one_line(name, most),)) for most in (LONG, *SHORTER))
    return [(name,), *(lines for both in cut for lines in both if lines)]
