"""Which names are written: a budget by area, a priority, and no two on top of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

CANVAS = (1032.0, 600.0)  # px: the canvas beside the detail panel at 1440 x 900
EDGE = 30.0  # px between the picture and the border of the canvas
TOOLS = 44.0  # px at the right of the canvas that its buttons need
LARGEST_ZOOM = 1.5  # a picture of few nodes is not blown up further
AREA_PER_LABEL = 18_000  # px² of canvas; 34 labels on 1032 x 600
ACTOR_FONT, PROJECT_FONT = 13.0, 11.0  # px
GAP = 3.0  # px between the shape and its label, and the halo around the label
LINE_HEIGHT = 1.25
TRIES = 10  # candidates looked at for each label of the budget
PROJECTS_WITH_LABELS = 40  # in larger pictures only actors have labels

# Advance widths in parts of the font size, upper bounds of common sans-serif faces.
_NARROW, _WIDE = frozenset("fijlrtI.,;:'|!()[]/- "), frozenset("mwMWÄÖ@%&")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the canvas, in px; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node that would like to show its name.

    Attributes
    ----------
    id, text
        Node and its short name.
    x, y, size
        Centre and diameter in px on the canvas.
    bold
        Actors are written bold and larger than projects.
    """

    id: str
    text: str
    x: float
    y: float
    size: float
    bold: bool = True


def text_width(text: str, font: float, *, bold: bool = True) -> float:
    """Estimated width of a line of text in px: never less than what common sans-serif faces need."""
    parts = (0.36 if c in _NARROW else 0.92 if c in _WIDE else 0.68 if c.isupper() else 0.58 for c in text)
    return font * sum(parts) * (1.0 if bold else 0.95)


def label_box(candidate: Candidate) -> Box:
    """Where the name of a node is written: centred below its shape, with the halo."""
    font = ACTOR_FONT if candidate.bold else PROJECT_FONT
    half = text_width(candidate.text, font, bold=candidate.bold) / 2 + GAP
    top = candidate.y + candidate.size / 2
    return Box(candidate.x - half, top, candidate.x + half, top + font * LINE_HEIGHT + 2 * GAP)


def budget(width: float, height: float) -> int:
    """Count the labels a canvas of that size in px may show."""
    return int(width * height // AREA_PER_LABEL)


def fit_zoom(width: float, height: float, canvas: tuple[float, float] = CANVAS) -> float:
    """Zoom at which a picture of that size in px fills the canvas, with a margin for labels."""
    wide, high = canvas[0] - 2 * EDGE - TOOLS, canvas[1] - 2 * EDGE
    return min(wide / max(width, 1.0), high / max(height, 1.0), LARGEST_ZOOM)


def shown_labels(
    candidates: Iterable[Candidate],
    *,
    width: float,
    height: float,
    nodes: Sequence[tuple[str, float, float, float]] = (),
) -> list[str]:
    """Ids of the nodes that show their name, in the order of the candidates.

    Parameters
    ----------
    candidates
        Most important first. A name that would cover one already written is left out.
    width, height
        Size of the canvas in px.
    nodes
        Id, x, y and diameter of everything drawn: a name may touch another node, but not its inner half.
    """
    room = budget(width, height)
    ids = np.array([node for node, *_ in nodes])
    places = np.array([place for _, *place in nodes]).reshape(len(nodes), 3)
    written: dict[str, Box] = {}
    for candidate in islice(candidates, TRIES * room):
        if len(written) >= room:
            break
        box = label_box(candidate)
        if not candidate.text or any(box.meets(other) for other in written.values()):
            continue
        if not (_hidden(places, box) & (ids != candidate.id)).any():
            written[candidate.id] = box
    return list(written)


def _hidden(places: NDArray[np.float64], box: Box) -> NDArray[np.bool_]:
    """Which nodes, given as x, y and diameter, have their inner half under the box."""
    x, y, half = places[:, 0], places[:, 1], places[:, 2] / 4
    return (x + half > box.left) & (x - half < box.right) & (y + half > box.top) & (y - half < box.bottom)
