"""What is arranged and where: elements, the room of their names and lines, in px of the canvas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.lazy import later
from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.labels import Box
from graph.picture.name_size import name_rooms
from graph.picture.names import FULLY_NAMED, LEAST_NAMED, MANY, by_importance
from graph.picture.outline import halves
from graph.picture.packing import Points
from graph.picture.tied import pairs_of

stats = later("scipy.stats")

SURELY_NAMED = 24  # names that have room among many elements
ROOM = 2.0  # px around a shape with its name
OUTLINE = 1.0  # px around a shape
NEARLY_ALL = 0.5  # of all pairs that are tied in a network that stands in a ring
EVEN, EVEN_OF_MANY = 0.62, 0.75  # of a place is the place in an even lattice
LEAST_THROUGH = (
    0.035  # share of lines through foreign elements that is aimed at, and twice as many of more than all named
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is arranged and where: in px of the canvas.

    Attributes
    ----------
    ids
        Of the elements, sorted.
    before
        Their places in the whole network, in any unit, shape (n, 2).
    shapes
        Half width and half height by the usual measure, shape (n, 2).
    boxes
        Half width and half height of the room for the largest shape with its name, shape (n, 2).
    drop
        From the middle of a shape to the middle of its room, shape (n, 2).
    lines
        Pairs of tied elements, shape (m, 2).
    frame
        The canvas.
    corner
        Rectangle of the elements without ties.
    """

    ids: tuple[str, ...]
    before: Points
    shapes: Points
    boxes: Points
    drop: Points
    lines: Counts
    frame: Box
    corner: Box | None

    @classmethod
    def of(
        cls,
        nodes: Sequence[DrawnNode],
        edges: Sequence[DrawnEdge],
        sizes: Mapping[str, tuple[float, float]],
        zoom: float,
        canvas: tuple[Box, Box | None],
    ) -> Ground:
        """Measure elements and lines at a zoom; the canvas comes with the corner that is taken.

        Parameters
        ----------
        nodes
            Elements of the drawing.
        edges
            Lines of the drawing.
        sizes
            Width and height in px of each element with its name.
        zoom
            Scale at which the drawing is shown.
        canvas
            The canvas, and its corner that is taken.
        """
        kept = sorted(nodes, key=lambda node: node.id)
        usual, largest = (
            np.array([halves(node.shape, sizes[node.id][which]) for node in kept]).reshape(-1, 2) * zoom + OUTLINE
            for which in (0, 1)
        )
        rooms = _rooms(kept, canvas[0].right * canvas[0].bottom)
        return cls(
            ids=tuple(node.id for node in kept),
            before=np.array([(node.x, node.y) for node in kept]).reshape(-1, 2),
            shapes=usual,
            boxes=np.stack(
                [np.maximum(largest[:, 0], rooms[:, 0] / 2) + ROOM, largest[:, 1] + rooms[:, 1] / 2 + ROOM], axis=1
            ),
            drop=np.stack([np.zeros(len(kept)), rooms[:, 1] / 2], axis=1),
            lines=pairs_of(kept, edges),
            frame=canvas[0],
            corner=canvas[1],
        )

    @property
    def many(self) -> bool:
        """Whether there are too many elements for all to be followed."""
        return len(self.ids) > MANY

    @property
    def round(self) -> bool:
        """Whether nearly all are tied to each other, and too many for lines to find a way between them."""
        n = len(self.ids)
        return FULLY_NAMED < n <= MANY and len(self.lines) > NEARLY_ALL * n * (n - 1) / 2

    @property
    def radii(self) -> Reals:
        """Half of the shorter side of each shape."""
        radii: Reals = self.shapes.min(axis=1) - OUTLINE
        return radii

    @property
    def even(self) -> float:
        """Part of the way to the places of an even lattice."""
        return EVEN_OF_MANY if self.many else EVEN

    @property
    def few_through(self) -> float:
        """Share of the lines through foreign elements that is few."""
        return LEAST_THROUGH if len(self.ids) <= FULLY_NAMED else 2 * LEAST_THROUGH

    def order_kept(self, after: Points) -> float:
        """Kendall's tau of places before and after, on the axis where it is less; 1 where an axis has no order."""
        taus = (float(stats.kendalltau(self.before[:, axis], after[:, axis]).statistic) for axis in (0, 1))
        return min(1.0 if np.isnan(tau) else tau for tau in taus)


def _rooms(nodes: Sequence[DrawnNode], area: float) -> Points:
    """Width and height of the names that are likely to be written on a canvas; zeros for the others."""
    count = len(nodes) if len(nodes) <= FULLY_NAMED else LEAST_NAMED if len(nodes) <= MANY else SURELY_NAMED
    rooms = name_rooms(by_importance(nodes)[:count], area)
    return np.array([rooms.get(node.id, (0.0, 0.0)) for node in nodes]).reshape(-1, 2)
