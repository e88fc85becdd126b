"""Which names are written in a picture, and where: one rule for screen and all files.

Importance decides and room follows, see `graph.kernels.naming` for how places are found. The canvas in the browser asks
the same rule again when zoom or size change (`graph/picture/canvas/names.js`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, inf, pi

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.naming import ANYTHING, AROUND, CANDIDATES, DIRECTIONS, FORMS, Wanted
from graph.picture.beside import BESIDE, row_names
from graph.picture.cutting import Forms, cut_to_fit
from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.encoding import HUB
from graph.picture.forms import forms
from graph.picture.labels import CANVAS, PROJECT_FONT, Box
from graph.picture.name_size import PAD, font_of, name_size
from graph.picture.outline import halves
from graph.picture.placed import PlacedName

FULLY_NAMED = 60  # elements up to which every one is named
MANY, LEAST_NAMED = 150, 45  # elements, and the names of more than that on the canvas of the screen
FIRST = 15  # of each order of importance that are named in any case
WAYS_TO_LOOK = frozenset({"", "projects", "partners"})  # sizes of the network page, which is about ties
FEW = 24  # elements; of so few every one is named on a slide too, even where its name covers a part of a large one
LINES_COUNTED = 700  # in pictures of more lines names do not keep away from them

PER_FORM = CANDIDATES // FORMS


@dataclass(frozen=True, slots=True)
class Room:
    """Where names may stand, in px of the canvas with its origin at the place (0, 0) of the drawing.

    Attributes
    ----------
    frame
        The canvas.
    kept_clear
        Rectangles without names: headings, buttons, a legend.
    larger
        Size of names in parts of that on the screen.
    most
        Names written at most, beside the first of each order; ``None`` for the rule of the screen.
    measured
        Whether the view is about the measure that the area shows, and not about who is tied to whom.
    even
        Whether all names are as large as those of projects, and rather left out than written over another node.
    """

    frame: Box
    kept_clear: tuple[Box, ...] = ()
    larger: float = 1.0
    most: int | None = None
    measured: bool = False
    even: bool = False


def is_measured(size_name: str) -> bool:
    """Whether a drawing is about the measure its area shows."""
    return size_name not in WAYS_TO_LOOK


def by_importance(nodes: Iterable[DrawnNode], *, measured: bool = False) -> list[DrawnNode]:
    """Order of names: focus, selected, fields, then number of lines, or the measure that a view is about.

    Who is tied to nobody comes last.
    """

    def key(node: DrawnNode) -> tuple[bool, bool, bool, bool, int, int]:
        lines = 0 if measured else -node.neighbours
        return not node.focus, not node.selected, node.mode != HUB, node.neighbours == 0, lines, node.rank

    return sorted(nodes, key=key)


def first_named(nodes: Sequence[DrawnNode], edges: Iterable[DrawnEdge]) -> set[str]:
    """Nodes named in any case: all of few; else the focus, the selected, fields, and the first by lines and by area.

    Money beside another tie is a line of its own.

    Parameters
    ----------
    nodes, edges
        Everything that is seen.
    """
    if len(nodes) <= FULLY_NAMED:
        return {node.id for node in nodes}
    lines = Counter(end for edge in edges for end in (edge.source, edge.target))
    tied = [node for node in nodes if lines[node.id]]
    by_lines = sorted(tied, key=lambda node: (-lines[node.id], node.id))[:FIRST]
    by_area = sorted(nodes, key=lambda node: (-_area(node), -lines[node.id], node.id))[:FIRST]
    always = (node for node in nodes if node.focus or node.selected or node.mode == HUB)
    return {node.id for node in (*by_lines, *by_area, *always)}


def _area(node: DrawnNode) -> float:
    wide, high = halves(node.shape, node.size)
    return round(4 * wide * high, 1)


def most_names(count: int, canvas: tuple[float, float] = CANVAS) -> int:
    """Count the names of a picture of so many elements on a canvas of that size in px."""
    if count <= FULLY_NAMED:
        return count
    return round(
        (FULLY_NAMED if count <= MANY else LEAST_NAMED) * min(1.0, canvas[0] * canvas[1] / (CANVAS[0] * CANVAS[1]))
    )


def names(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], zoom: float, room: Room) -> dict[str, PlacedName]:
    """Names of a picture by node, in the units of the drawing.

    Parameters
    ----------
    nodes, edges
        Everything that is drawn.
    zoom
        px of the canvas for a unit of the drawing.
    room
        Where names may stand.
    """
    nodes = [node for node in nodes if not node.listed]
    seen = [node for node in nodes if not node.dimmed]
    if not seen:
        return {}
    beside = _in_block([node for node in seen if node.apart], zoom, room) | _in_rows(seen, zoom, room)
    wanted = by_importance(
        (node for node in seen if node.short_name.strip() and not node.apart and node.id not in beside),
        measured=room.measured,
    )
    place = {node.id: index for index, node in enumerate(nodes)}
    must = first_named(seen, edges)
    asked = Wanted(
        nodes=np.array([_shape(node, zoom) for node in nodes]).reshape(-1, 4),
        owners=np.array([place[node.id] for node in wanted], np.int64),
        sizes=np.zeros((len(wanted), 4)),
        must=np.array([node.id in must for node in wanted], np.uint8),
        lines=_segments(nodes, edges, zoom),
        kept_clear=np.array([*map(_rectangle, room.kept_clear), *_written(seen, beside, zoom)], float).reshape(-1, 4),
        frame=np.array(_rectangle(room.frame), float),
        covering=0.0 if room.even and len(seen) > FEW else ANYTHING,
    )
    canvas = room.frame.right - room.frame.left, room.frame.bottom - room.frame.top
    most = most_names(len(seen), canvas) if room.most is None else room.most
    written, chosen, boxes = cut_to_fit(asked, lambda lengths: _in_lengths(wanted, lengths, room), most)
    found = zip(wanted, written, chosen.tolist(), boxes.tolist(), strict=True)
    return beside | {
        node.id: _name(node, both, candidate, box, zoom) for node, both, candidate, box in found if candidate >= 0
    }


def _in_lengths(wanted: Sequence[DrawnNode], lengths: Counts, room: Room) -> tuple[list[Forms], Reals]:
    """Names in lines of so many characters, and width and height in px of both forms of each."""
    written = [forms(node.short_name, length) for node, length in zip(wanted, lengths.tolist(), strict=True)]
    sizes = [
        [side for lines in both for side in name_size(node, lines, _font(node, room))]
        for node, both in zip(wanted, written, strict=True)
    ]
    return written, np.array(sizes, float).reshape(-1, 4)


def _in_block(apart: Sequence[DrawnNode], zoom: float, room: Room) -> dict[str, PlacedName]:
    """Names in the block of elements without ties, from the top, without those that would overlap."""
    found: dict[str, PlacedName] = {}
    end = -inf
    for node in sorted(apart, key=lambda node: (node.y, node.id)):
        name = _beside(node, zoom, room)
        inside = not room.even or name.box[2] * zoom <= room.frame.right
        if inside and name.box[1] >= end - PAD / zoom:
            found[node.id], end = name, name.box[3]
    return found


def _in_rows(nodes: Sequence[DrawnNode], zoom: float, room: Room) -> dict[str, PlacedName]:
    """Names of two columns that stand in their rows."""
    found = row_names(nodes, zoom, (room.frame.left, room.frame.right), larger=room.larger, even=room.even)
    made = {}
    for node, lines, side, box in found:
        left, top, right, bottom = (end / zoom for end in box)
        made[node.id] = PlacedName(lines, left if side > 0 else right, top, side, (left, top, right, bottom))
    return made


def _written(
    nodes: Sequence[DrawnNode], beside: Mapping[str, PlacedName], zoom: float
) -> list[tuple[float, float, float, float]]:
    """Room in px of the names that stand in rows."""
    boxes = (beside[node.id].box for node in nodes if node.beside and node.id in beside)
    return [(left * zoom, top * zoom, right * zoom, bottom * zoom) for left, top, right, bottom in boxes]


def _beside(node: DrawnNode, zoom: float, room: Room) -> PlacedName:
    """Name of an element in the block of those without ties: in its row, at the right of the shape."""
    lines = next(lines for lines in forms(node.short_name) if lines)
    wide, high = name_size(node, lines, _font(node, room))
    left, top = node.x + node.size * 0.575 + BESIDE / zoom, node.y - high / 2 / zoom
    box = left, top, left + wide / zoom, top + high / zoom
    return PlacedName(lines, left + PAD / zoom, top + PAD / zoom, 1, box)


def _shape(node: DrawnNode, zoom: float) -> tuple[float, float, float, float]:
    wide, high = halves(node.shape, node.size)
    ring = 5.5 if node.focus or node.selected else 0.75
    return node.x * zoom, node.y * zoom, wide * zoom + ring, high * zoom + ring


def _font(node: DrawnNode, room: Room) -> float:
    return (PROJECT_FONT if room.even else font_of(node)) * room.larger


def _segments(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], zoom: float) -> np.ndarray:
    at = {node.id: (node.x * zoom, node.y * zoom) for node in nodes}
    drawn = [edge for edge in edges if not edge.dimmed and edge.source in at and edge.target in at]
    ends = [(*at[edge.source], *at[edge.target]) for edge in drawn] if len(drawn) <= LINES_COUNTED else []
    return np.array(ends, float).reshape(-1, 4)


def _rectangle(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _name(
    node: DrawnNode, both: tuple[tuple[str, ...], ...], candidate: int, box: Sequence[float], zoom: float
) -> PlacedName:
    form, place = divmod(candidate, PER_FORM)
    left, top, right, bottom = (side / zoom for side in box)
    align = _align(place)
    x = (left + right) / 2 if align == 0 else left + PAD / zoom if align > 0 else right - PAD / zoom
    leader = _leader(node, (left, top, right, bottom)) if place >= AROUND else None
    return PlacedName(both[form], x, top + PAD / zoom, align, (left, top, right, bottom), leader)


def _align(place: int) -> int:
    """1 where a name begins at its node, -1 where it ends there, 0 where it is centred."""
    if place >= AROUND:
        across = cos(2 * pi * ((place - AROUND) % DIRECTIONS) / DIRECTIONS)
        return 0 if abs(across) < 0.5 else 1 if across > 0 else -1
    return (0, 1, -1, 0, 1, -1, 1, -1)[place]


def _leader(node: DrawnNode, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Line from the outline of a node to the nearest point of its name."""
    to_x, to_y = min(max(node.x, box[0]), box[2]), min(max(node.y, box[1]), box[3])
    wide, high = halves(node.shape, node.size)
    dx, dy = to_x - node.x, to_y - node.y
    part = min(1.0, 1.0 / max(((dx / wide) ** 2 + (dy / high) ** 2) ** 0.5, 1e-9))
    return node.x + part * dx, node.y + part * dy, to_x, to_y
