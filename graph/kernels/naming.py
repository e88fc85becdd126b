"""Where names stand around their nodes: the most important first, and a name that finds no place makes room.

Each name has candidates: eight places around its node, on one line or two, and then places further away that a thin
line leads to. The first pass gives each name the best free candidate. A name without one then asks those in its way
to move, and only if they cannot, and it must be written, does a less important one give way.

`graph/picture/canvas/naming.js` does the same in the browser; `tests/golden/names.json` holds the cases of both.

References
----------
Christensen, Marks & Shieber (1995), An empirical study of algorithms for point-feature label placement. ACM Trans.
Graph. 14, 203-232.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.naming_kernel import AROUND, CANDIDATES, DIRECTIONS, FORMS, Written, place
from graph.kernels.wanted import ANYTHING, Wanted

__all__ = ["ANYTHING", "AROUND", "CANDIDATES", "DIRECTIONS", "FORMS", "Wanted", "placed_names"]


def placed_names(wanted: Wanted, most: int, *, led: bool = True) -> tuple[Counts, Reals]:
    """Find a place for each name.

    Parameters
    ----------
    wanted
        The names.
    most
        Names that are written at most, beside those that must be.
    led
        Whether a line may lead to a name that finds no place around its node.

    Returns
    -------
    chosen
        Candidate of each name, -1 for names that are not written: ``form * 56 + place``; places 0 to 7 are around the
        node, the others are led to.
    boxes
        Left, top, right and bottom of each name, shape (k, 4).
    """
    k = len(wanted.owners)
    written = Written(
        np.full(k, -1, np.int64),
        np.zeros((k, 4)),
        np.full((k, CANDIDATES), np.inf),
        np.zeros((k, CANDIDATES, 4)),
        np.zeros(k, np.int64),
    )
    place(wanted, written, most, led)
    return written.chosen, written.boxes
