"""Which names are written in a picture, and where: one rule for screen and all files.

Importance decides and room follows, see `graph.kernels.naming` for how places are found. The canvas in the browser asks
the same rule again when zoom or size change (`graph/picture/canvas/names.js`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi

import numpy as np

from graph.giving_up import ensure_wanted
from graph.graphemes import clusters
from graph.kernels.naming import AROUND, CANDIDATES, DIRECTIONS, FORMS, Wanted, placed_names
from graph.picture.drawn import DrawnEdge, DrawnNode, PlacedName
from graph.picture.labels import ACTOR_FONT, CANVAS, PROJECT_FONT, Box, name_width
from graph.picture.outline import halves
from graph.vocabulary import Mode

LINE = 1.16  # height of a line of a name in parts of its font
PAD = 1.0  # px around the text of a name
LONG = 26  # characters; a longer name stands on two lines only
LONGEST_WORD = 30  # characters; a longer word is cut, as it would find no place at all
FULLY_NAMED = 60  # elements up to which every one is named
MANY, LEAST_NAMED = 150, 45  # elements, and the names of more than that on the canvas of the screen
FIRST = 15  # of each order of importance that are named in any case
BESIDE = 5.0  # px between a shape in the block of elements without ties and its name
WAYS_TO_LOOK = frozenset({"", "projects", "partners"})  # sizes of the network page, which is about ties
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
    """

    frame: Box
    kept_clear: tuple[Box, ...] = ()
    larger: float = 1.0
    most: int | None = None
    measured: bool = False


def is_measured(size_name: str) -> bool:
    """Whether a drawing is about the measure its area shows."""
    return size_name not in WAYS_TO_LOOK


def font_of(node: DrawnNode) -> float:
    """Font size of the name of a node in px on the screen."""
    return PROJECT_FONT if node.mode == Mode.PROJECT else ACTOR_FONT


def forms(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write a name on one line and on two, each empty where the name has no such form.

    >>> forms("IHK Ostwürttemberg")
    (('IHK Ostwürttemberg',), ('IHK', 'Ostwürttemberg'))
    >>> forms("Zentrum für Digitalisierung Ostwürttemberg")
    ((), ('Zentrum für', 'Digitalisierung …'))

    A break in the name is kept: what stands before it is the first line.
    """
    if "\n" in text:
        first, second = text.split("\n", 1)
        return (), (_one_line(first), _one_line(second))
    words = [_short_word(word) for word in _words(text)]
    whole = _joined(words)
    if len(whole) <= LONG:
        return (whole,), _halved(words)
    halved = _halved(words)
    if halved and max(map(len, halved)) <= LONG:
        return (), halved
    return ((whole,), ()) if len(words) < 2 else ((), _shortened(words))


def _words(text: str) -> list[str]:
    """Parts between which a line may end; a hyphen or slash stays at the end of its part."""
    spaced = " ".join(text.split())
    return [part for part in re.split(r"(?<=[ /])|(?<=[^\s-]{3}-)(?=\w{3})", spaced) if part]


def _joined(words: Sequence[str]) -> str:
    return "".join(words).strip()


def _short_word(word: str) -> str:
    signs = clusters(word)
    return word if len(signs) <= LONGEST_WORD else f"{''.join(signs[: LONGEST_WORD - 1])}… "


def _one_line(text: str) -> str:
    """Keep the words that one line holds."""
    words = [_short_word(word) for word in _words(text)]
    count = _filled(words, LONG)
    return _joined(words[:count]) + (" …" if count < len(words) else "")


def _halved(words: Sequence[str]) -> tuple[str, ...]:
    """Two lines, the longer one as short as can be."""
    if len(words) < 2:
        return ()
    splits = ((_joined(words[:cut]), _joined(words[cut:])) for cut in range(1, len(words)))
    return min(splits, key=lambda lines: (max(map(len, lines)), len(lines[0])))


def _shortened(words: Sequence[str]) -> tuple[str, ...]:
    """Two lines of whole words, and an ellipsis where words are left out."""
    first = _filled(words, LONG)
    rest = words[first:]
    second = _filled(rest, LONG - 2)
    tail = _joined(rest[:second])
    return _joined(words[:first]), tail if second == len(rest) else f"{tail} …"


def _filled(words: Sequence[str], most: int) -> int:
    """Count the words that a line of so many characters holds; at least one."""
    fitting = [cut for cut in range(1, len(words) + 1) if len(_joined(words[:cut])) <= most]
    return max(fitting, default=1)


def by_importance(nodes: Iterable[DrawnNode], *, measured: bool = False) -> list[DrawnNode]:
    """Order of names: focus, selected, then number of lines, or the measure that a view is about.

    Who is tied to nobody comes last.
    """

    def key(node: DrawnNode) -> tuple[bool, bool, bool, int, int]:
        lines = 0 if measured else -node.neighbours
        return not node.focus, not node.selected, node.neighbours == 0, lines, node.rank

    return sorted(nodes, key=key)


def first_named(nodes: Sequence[DrawnNode]) -> set[str]:
    """Nodes named in any case: all of few; else the focus, the selected, and the first by lines and by area."""
    if len(nodes) <= FULLY_NAMED:
        return {node.id for node in nodes}
    tied = [node for node in nodes if node.neighbours]
    by_lines = sorted(tied, key=lambda node: (-node.neighbours, node.id))[:FIRST]
    by_area = sorted(nodes, key=lambda node: (-_area(node), -node.neighbours, node.id))[:FIRST]
    return {node.id for node in (*by_lines, *by_area)} | {node.id for node in nodes if node.focus or node.selected}


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
    beside = {node.id: _beside(node, zoom, room.larger) for node in seen if node.apart}
    wanted = by_importance(
        (node for node in seen if node.short_name.strip() and not node.apart), measured=room.measured
    )
    place = {node.id: index for index, node in enumerate(nodes)}
    must = first_named(seen)
    written = [forms(node.short_name) for node in wanted]
    asked = Wanted(
        nodes=np.array([_shape(node, zoom) for node in nodes]).reshape(-1, 4),
        owners=np.array([place[node.id] for node in wanted], np.int64),
        sizes=np.array(
            [_sizes(node, both, room.larger) for node, both in zip(wanted, written, strict=True)], float
        ).reshape(-1, 4),
        must=np.array([node.id in must for node in wanted], np.uint8),
        lines=_segments(nodes, edges, zoom),
        kept_clear=np.array([_rectangle(box) for box in room.kept_clear], float).reshape(-1, 4),
        frame=np.array(_rectangle(room.frame), float),
    )
    canvas = room.frame.right - room.frame.left, room.frame.bottom - room.frame.top
    most = most_names(len(seen), canvas) if room.most is None else room.most
    chosen, boxes = placed_names(asked, most)
    found = zip(wanted, written, chosen.tolist(), boxes.tolist(), strict=True)
    return beside | {
        node.id: _name(node, both, candidate, box, zoom) for node, both, candidate, box in found if candidate >= 0
    }


def _beside(node: DrawnNode, zoom: float, larger: float) -> PlacedName:
    """Name of an element in the block of those without ties: in its row, at the right of the shape."""
    lines = next(lines for lines in forms(node.short_name) if lines)
    wide, high = _size(node, lines, larger)
    left, top = node.x + node.size * 0.575 + BESIDE / zoom, node.y - high / 2 / zoom
    box = left, top, left + wide / zoom, top + high / zoom
    return PlacedName(lines, left + PAD / zoom, top + PAD / zoom, 1, box)


def _shape(node: DrawnNode, zoom: float) -> tuple[float, float, float, float]:
    wide, high = halves(node.shape, node.size)
    ring = 5.5 if node.focus or node.selected else 0.75
    return node.x * zoom, node.y * zoom, wide * zoom + ring, high * zoom + ring


def _sizes(node: DrawnNode, both: tuple[tuple[str, ...], ...], larger: float) -> list[float]:
    return [side for lines in both for side in _size(node, lines, larger)]


def _size(node: DrawnNode, lines: Sequence[str], larger: float) -> tuple[float, float]:
    ensure_wanted()
    font, bold = font_of(node) * larger, node.mode != Mode.PROJECT
    wide = max((name_width(line, font, bold=bold) for line in lines), default=-2 * PAD)
    return wide + 2 * PAD, len(lines) * font * LINE + 2 * PAD


def name_room(node: DrawnNode) -> tuple[float, float]:
    """Width and height in px that the name of a node is likely to need: of its forms the more compact."""
    sizes = [_size(node, lines, 1.0) for lines in forms(node.short_name) if lines]
    return min(sizes, key=lambda size: (size[0] * 1.0 + 2.5 * size[1], size), default=(0.0, 0.0))


def size_beside(node: DrawnNode) -> tuple[float, float]:
    """Width and height in px of a name in the block of elements without ties."""
    return _size(node, next(lines for lines in forms(node.short_name) if lines), 1.0)


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
