"""How far two columns stand apart and how much of each name is written: as far as leaves the picture well filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import numpy as np

from graph.picture.beside import TIGHT, ColumnRoom, RowName, beside, font_in, inner_border, shorter_forms
from graph.picture.breaking import clipped
from graph.picture.drawn import DrawnNode
from graph.picture.forms import LONG, wrapped
from graph.picture.labels import CANVAS, TOOLS
from graph.picture.placed import NameBeside

Rectangle = tuple[float, float, float, float]

GAPS = (400.0, 360.0, 320.0, 280.0, 240.0, 200.0)  # px between the columns, the widest first
NARROW = (170.0, 140.0)  # px, where even names in the gap do not fill it
LEAST_GAPS = (200.0, 200.0, 240.0, 320.0)  # px, by the number of elements between the columns; the last for more
WIDTHS = (54, 44, 36, 28, 22)  # characters of a line of a name at most
PAPER = 1.5  # times larger are names on paper, beside the picture: what is written here is to find room there too
SLIDE = 1.75  # times larger are names on slides, for which there is room inside
FULL_ROWS = 28  # of a column; names of more are short, as full ones would find no room on paper
OUTSIDE_ROWS = 30  # of a column; of more every second name stands inside, as a row would be lower than a name on paper
OUTSIDE, EVERY_SECOND, INSIDE = 0, 1, 2  # where names of a column stand
TWO_LINES = 2 * TIGHT * PAPER + 0.02  # of the font: a row so high has room for two lines
GRID = (12, 7)  # cells in which is looked whether the picture is filled
FILLED, BY_ELEMENT = 0.82, 1.7 / 84  # share of the cells that is enough, and that of few elements, each
MARGIN = 8.0  # px at the sides of the canvas
SPARE = 1.03  # times what is enough is tried for with names inside, which fill less on paper
CUT = 0.02  # of the picture, which a name that need not be cut is worth
ROUND_SHAPE = 16.0  # px on paper of half a shape and the distance to its name


class Spacing(NamedTuple):
    """How two columns stand.

    Attributes
    ----------
    gap
        px between them.
    widths
        Characters of a line of a name at the left and at the right.
    inside
        Where names of the left and of the right column stand.
    """

    gap: float
    widths: tuple[int, int]
    inside: tuple[int, int] = (OUTSIDE, OUTSIDE)


def widened(
    nodes: Sequence[DrawnNode], zoom: float, ties: Sequence[tuple[str, str]] = ()
) -> tuple[list[DrawnNode], tuple[float, float]]:
    """Place the columns as far apart as leaves the picture filled, and give each name its lines.

    Parameters
    ----------
    nodes
        Two columns around 0, and between them who stands above both.
    zoom
        px of the canvas for a unit of the drawing.
    ties
        Ends of the lines, which are to run through nobody else in narrow gaps.

    Returns
    -------
    tuple
        The nodes, and left and right of all that is written, in units of the drawing.
    """
    if not nodes:
        return [], (0.0, 0.0)
    enough = min(FILLED, BY_ELEMENT * len(nodes))
    spacings = list(_spacings(nodes))
    best, most = _tried(nodes, zoom, spacings[0]), -1.0
    for spacing in spacings:
        aim = enough * (SPARE if any(spacing.inside) else 1.0)
        if spacing.inside != spacings[0].inside and most >= enough:
            break
        made = _tried(nodes, zoom, spacing)
        share = _share(made, aim) if _holds(made, zoom, ties if spacing.gap in NARROW else ()) else -1.0
        if share > most:
            best, most = made, share
        if most >= aim:
            break
    left, right = min(box[0] for _, box in best), max(box[2] for _, box in best)
    return [_complete(node) for node, _ in best], (left / zoom, right / zoom)


def _complete(node: DrawnNode) -> DrawnNode:
    """Give a name that has no room in any spacing its short form; where it is written it is cut."""
    if node.beside is None or node.beside.lines:
        return node
    return replace(node, beside=NameBeside(node.beside.side, (node.short_name,)))


def _spacings(nodes: Sequence[DrawnNode]) -> Iterator[Spacing]:
    """List what is tried, the best to read first: names outside, then every second one inside, then narrower gaps."""
    rows = Counter(_column(node, _half(nodes)) for node in nodes)
    needed = tuple(EVERY_SECOND if rows[side] > OUTSIDE_ROWS else OUTSIDE for side in (-1, 1))
    gaps = _gaps(nodes)
    for gap, widths in product(gaps, product(WIDTHS, WIDTHS)):
        yield Spacing(gap, widths, (needed[0], needed[1]))
    more = [(EVERY_SECOND, EVERY_SECOND), (INSIDE, EVERY_SECOND) if rows[-1] < rows[1] else (EVERY_SECOND, INSIDE)]
    for inside, gap in product(more, (*gaps, *(() if rows[0] else NARROW))):
        yield Spacing(gap, (LONG, LONG), inside)


def _gaps(nodes: Sequence[DrawnNode]) -> list[float]:
    """Distances of the columns that leave room for those who stand between them."""
    rows = Counter(_column(node, _half(nodes)) for node in nodes)
    return [gap for gap in GAPS if gap >= LEAST_GAPS[min(rows[0], len(LEAST_GAPS) - 1)]]


def _half(nodes: Sequence[DrawnNode]) -> float:
    return max(abs(node.x) for node in nodes)


def _tried(nodes: Sequence[DrawnNode], zoom: float, spacing: Spacing) -> list[tuple[DrawnNode, Rectangle]]:
    """Nodes with their names in a spacing, and the room in px of each with its name."""
    half = _half(nodes)
    part = spacing.gap / 2 / zoom / half if half else 1.0
    placed = [replace(node, x=round(node.x * part, 1)) for node in nodes]
    columns = {side: _rows(placed, side) for side in (-1, 1)}
    sides = {node.id: side for column in columns for node, side in _sided(columns[column], column, spacing)}
    marked = [replace(node, beside=NameBeside(sides[node.id], ())) if node.id in sides else node for node in placed]
    made = {}
    for column, rows in columns.items():
        row = ColumnRoom(zoom, _pitch(rows) * zoom, inner_border(marked, column, zoom), 1.0, even=False)
        width, long = spacing.widths[column > 0], len(rows) > FULL_ROWS
        for node in rows:
            outside = sides[node.id] == column
            made[node.id] = _named(node, column, width, row, long=long) if outside else _within(node, -column, row)
    return [_with_room(node, zoom, made.get(node.id)) for node in marked]


def _rows(nodes: Sequence[DrawnNode], side: int) -> list[DrawnNode]:
    half = _half(nodes)
    return sorted((node for node in nodes if _column(node, half) == side), key=lambda node: (node.y, node.id))


def _sided(rows: Sequence[DrawnNode], column: int, spacing: Spacing) -> Iterator[tuple[DrawnNode, int]]:
    """At which side of its shape each name of a column stands."""
    where = spacing.inside[column > 0]
    for place, node in enumerate(rows):
        within = where == INSIDE or (where == EVERY_SECOND and place % 2 == 1)
        yield node, -column if within else column


def _within(node: DrawnNode, side: int, row: ColumnRoom) -> RowName | None:
    """Write a name inside, as long as there is room on paper; none where no cut of it is so short."""
    high = row.pitch >= TWO_LINES * font_in(node, row)
    names = [beside(node, side, lines, row) for lines in shorter_forms(node) if high or len(lines) == 1]
    edge = abs(node.x * row.zoom - row.border)
    return next((name for name in names if SLIDE * (name.box[2] - name.box[0]) + ROUND_SHAPE <= edge), None)


def _share(made: Sequence[tuple[DrawnNode, Rectangle]], aim: float) -> float:
    """Share that is filled, up to the aim, less a little for each name that is cut inside."""
    missing = sum(
        node.beside.side * node.x < 0 and node.beside.lines != (node.short_name,) for node, _ in made if node.beside
    )
    return max(min(_filled(made), aim) - CUT * missing, 0.0)


def _holds(made: Sequence[tuple[DrawnNode, Rectangle]], zoom: float, ties: Sequence[tuple[str, str]]) -> bool:
    """Whether each name has its lines, both sides fit on paper and the ties run through nobody else."""
    written = all(node.beside is None or node.beside.lines for node, _ in made)
    fits = _reach(made, zoom) <= CANVAS[0] - TOOLS - 2 * MARGIN
    return written and fits and not _through([node for node, _ in made], ties)


def _through(nodes: Sequence[DrawnNode], ties: Sequence[tuple[str, str]]) -> bool:
    """Whether a straight line between two nodes runs through a third one."""
    places = {node.id: complex(node.x, node.y) for node in nodes}
    at, half = np.array(list(places.values())), np.array([node.size / 2 for node in nodes])
    for one, other in ((places[a], places[b]) for a, b in ties if a != b):
        along = np.clip(((at - one) * np.conj(other - one)).real / abs(other - one) ** 2, 0.0, 1.0)
        near = np.abs(at - one - along * (other - one)) < half
        if np.any(near & (at != one) & (at != other)):
            return True
    return False


def _with_room(node: DrawnNode, zoom: float, name: RowName | None) -> tuple[DrawnNode, Rectangle]:
    written = replace(node, beside=NameBeside(name.side, name.lines)) if name else node
    return written, _room(node, zoom, name)


def _column(node: DrawnNode, half: float) -> int:
    return 0 if abs(node.x) < 0.9 * half else 1 if node.x > 0 else -1


def _pitch(column: Iterable[DrawnNode]) -> float:
    rows = sorted(node.y for node in column)
    return (rows[-1] - rows[0]) / (len(rows) - 1) if len(rows) > 1 else float("inf")


def _named(node: DrawnNode, side: int, width: int, row: ColumnRoom, *, long: bool) -> RowName:
    """Write the full name where it fits in lines of that width, else the short one; in long columns only that."""
    count = 2 if row.pitch >= TWO_LINES * font_in(node, row) else 1
    lines = () if long else wrapped(node.name, width, count)
    if lines and not lines[-1].endswith("…"):
        return beside(node, side, lines, row)
    short = (
        (clipped(" ".join(node.short_name.split()), width),) if count == 1 else wrapped(node.short_name, width, count)
    )
    return beside(node, side, (node.short_name,) if len(node.short_name) <= width else short, row)


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
