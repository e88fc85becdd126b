"""How much room names take on the canvas, and how long they may be where many of them share it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.giving_up import ensure_wanted
from graph.picture.beside import LINE
from graph.picture.drawn import DrawnNode
from graph.picture.forms import LONG, SHORTER, forms
from graph.picture.labels import ACTOR_FONT, PROJECT_FONT, name_width
from graph.vocabulary import Mode

PAD = 1.0  # px around the text of a name
SHARED = 0.42  # of the canvas that all names of a picture take at most, with the air that places beside nodes need


def font_of(node: DrawnNode) -> float:
    """Font size of the name of a node in px on the screen."""
    return PROJECT_FONT if node.mode == Mode.PROJECT else ACTOR_FONT


def name_size(node: DrawnNode, lines: Sequence[str], font: float) -> tuple[float, float]:
    """Width and height in px of a name with its padding.

    Parameters
    ----------
    node
        Whose name it is.
    lines
        The name.
    font
        Size of its type in px.
    """
    ensure_wanted()
    bold = node.mode != Mode.PROJECT
    wide = max((name_width(line, font, bold=bold) for line in lines), default=-2 * PAD)
    return wide + 2 * PAD, len(lines) * font * LINE + 2 * PAD


def name_rooms(nodes: Iterable[DrawnNode], area: float) -> dict[str, tuple[float, float]]:
    """Width and height in px that names are likely to need: shorter ones where all of them would not find room.

    Parameters
    ----------
    nodes
        Whose names are likely to be written.
    area
        Of the canvas in px².
    """
    named = list(nodes)
    for most in (LONG, *SHORTER):
        found = {node.id: _name_room(node, most) for node in named}
        if sum(wide * high for wide, high in found.values()) <= SHARED * area:
            break
    return found


def _name_room(node: DrawnNode, most: int) -> tuple[float, float]:
    """Width and height in px of the more compact form of a name."""
    sizes = [name_size(node, lines, font_of(node)) for lines in forms(node.short_name, most) if lines]
    return min(sizes, key=lambda size: (size[0] * 1.0 + 2.5 * size[1], size), default=(0.0, 0.0))


def size_beside(node: DrawnNode) -> tuple[float, float]:
    """Width and height in px of a name in the block of elements without ties."""
    return name_size(node, next(lines for lines in forms(node.short_name) if lines), font_of(node))
