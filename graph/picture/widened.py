"""How far two columns stand apart and how much of each name is written: as far as leaves the picture well filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from graph.picture.beside import TIGHT, ColumnRoom, RowName, beside, font_in
from graph.picture.drawn import DrawnNode
from graph.picture.forms import wrapped
from graph.picture.labels import CANVAS, TOOLS
from graph.picture.placed import NameBeside

Rectangle = tuple[float, float, float, float]

GAPS = (400.0, 360.0, 320.0, 280.0, 240.0, 200.0)  # px between the columns, the widest first
LEAST_GAPS = (200.0, 200.0, 240.0, 320.0)  # px, by the number of elements between the columns; the last for more
WIDTHS = (54, 44, 36, 28, 22)  # characters of a line of a name at most
PAPER = 1.5  # times larger are names on paper, beside the picture: what is written here is to find room there too
FULL_ROWS = 28  # of a column; names of more are short, as full ones would find no room on paper
TWO_LINES = 2 * TIGHT * PAPER + 0.02  # of the font: a row so high has room for two lines
GRID = (12, 7)  # cells in which is looked whether the picture is filled
FILLED, BY_ELEMENT = 0.78, 1.7 / 84  # share of the cells that is enough, and that of few elements, each
MARGIN = 8.0  # px at the sides of the canvas


def widened(nodes: Sequence[DrawnNode], zoom: float) -> tuple[list[DrawnNode], tuple[float, float]]:
    """Place the columns as far apart as leaves the picture filled, and give each name its lines.

    Parameters
    ----------
    nodes
        Two columns around 0, and between them who stands above both.
    zoom
        px of the canvas for a unit of the drawing.

    Returns
    -------
    tuple
        The nodes, and left and right of all that is written, in units of the drawing.
    """
    if not nodes:
        return [], (0.0, 0.0)
    enough = min(FILLED, BY_ELEMENT * len(nodes))
    best, most = _tried(nodes, zoom, GAPS[0], (0, 0)), -1.0
    for gap, widths in product(_gaps(nodes), _widths(nodes)):
        made = _tried(nodes, zoom, gap, widths)
        share = min(_filled(made), enough) if _reach(made, zoom) <= CANVAS[0] - TOOLS - 2 * MARGIN else -1.0
        if share > most:
            best, most = made, share
        if most >= enough:
            break
    left, right = min(box[0] for _, box in best), max(box[2] for _, box in best)
    return [node for node, _ in best], (left / zoom, right / zoom)


def _gaps(nodes: Sequence[DrawnNode]) -> list[float]:
    """Distances of the columns that leave room for those who stand between them."""
    rows = Counter(_column(node, _half(nodes)) for node in nodes)
    return [gap for gap in GAPS if gap >= LEAST_GAPS[min(rows[0], len(LEAST_GAPS) - 1)]]


def _widths(nodes: Sequence[DrawnNode]) -> list[tuple[int, int]]:
    """Characters of a line at the left and at the right; 0 where columns are so long that names are short."""
    rows = Counter(_column(node, _half(nodes)) for node in nodes)
    return [(0, 0)] if max(rows[-1], rows[1]) > FULL_ROWS else list(product(WIDTHS, WIDTHS))


def _half(nodes: Sequence[DrawnNode]) -> float:
    return max(abs(node.x) for node in nodes)


def _tried(
    nodes: Sequence[DrawnNode], zoom: float, gap: float, widths: tuple[int, int]
) -> list[tuple[DrawnNode, Rectangle]]:
    """Nodes at a gap with their names of a width, and the room in px of each with its name."""
    half = _half(nodes)
    part = gap / 2 / zoom / half if half else 1.0
    made = []
    for column in (-1, 0, 1):
        inside = [node for node in nodes if _column(node, half) == column]
        pitch = _pitch(inside) * zoom
        row = ColumnRoom(zoom, pitch, 0.0, 1.0, even=False)
        for node in (replace(node, x=round(node.x * part, 1)) for node in inside):
            name = _named(node, column, widths[column > 0], row) if column else None
            made.append(
                (replace(node, beside=NameBeside(column, name.lines)) if name else node, _room(node, zoom, name))
            )
    order = {node.id: place for place, node in enumerate(nodes)}
    return sorted(made, key=lambda each: order[each[0].id])


def _column(node: DrawnNode, half: float) -> int:
    return 0 if abs(node.x) < 0.9 * half else 1 if node.x > 0 else -1


def _pitch(column: Iterable[DrawnNode]) -> float:
    rows = sorted(node.y for node in column)
    return (rows[-1] - rows[0]) / (len(rows) - 1) if len(rows) > 1 else float("inf")


def _named(node: DrawnNode, side: int, width: int, row: ColumnRoom) -> RowName:
    count = 2 if row.pitch >= TWO_LINES * font_in(node, row) else 1
    lines = wrapped(node.name, width, count) if width else ()
    whole = bool(lines) and not lines[-1].endswith("…")
    return beside(node, side, lines if whole else (node.short_name,), row)


def _room(node: DrawnNode, zoom: float, name: RowName | None) -> Rectangle:
    x, y, half = node.x * zoom, node.y * zoom, node.size / 2 * zoom
    left, top, right, bottom = name.box if name else (x, y, x, y)
    return min(left, x - half), min(top, y - half), max(right, x + half), max(bottom, y + half)


def _reach(made: Sequence[tuple[DrawnNode, Rectangle]], zoom: float) -> float:
    """Width in px of the canvas that holds both sides with names as large as on paper."""
    xs = [node.x * zoom for node, _ in made]
    left, right = min(box[0] for _, box in made), max(box[2] for _, box in made)
    on_paper = min(xs) + PAPER * (left - min(xs)), max(xs) + PAPER * (right - max(xs))
    middle = (left + right) / 2
    return 2 * max(on_paper[1] - middle, middle - on_paper[0])


def _filled(made: Sequence[tuple[DrawnNode, Rectangle]]) -> float:
    """Share of the cells of a grid over the picture that hold something."""
    boxes = np.array([box for _, box in made])
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    scale = np.array(GRID) * 0.999 / np.maximum(high - low, 1.0)
    first, last = ((corner - low) * scale for corner in (boxes[:, :2], boxes[:, 2:]))
    cells = np.zeros(GRID, bool)
    for (left, top), (right, bottom) in zip(first.astype(int).tolist(), last.astype(int).tolist(), strict=True):
        cells[left : right + 1, top : bottom + 1] = True
    return float(cells.mean())
