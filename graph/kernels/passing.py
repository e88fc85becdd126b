"""How large elements may be for lines to pass them, compiled.

References
----------
Ericson (2005), Real-Time Collision Detection. Morgan Kaufmann, section 5.1.2: closest point on a line segment.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.compiler import compiled


@compiled
def passing_parts(circles: Reals, ends: Counts) -> Reals:
    """Part of their size that foreign circles (x, y, radius) could have for each line to touch the first of them."""
    parts = np.full(len(ends), np.inf)
    for line in range(len(ends)):
        a, b = ends[line]
        x, y, dx, dy = circles[a, 0], circles[a, 1], circles[b, 0] - circles[a, 0], circles[b, 1] - circles[a, 1]
        for k in range(len(circles)):
            if k != a and k != b:
                square = _apart(circles[k, 0], circles[k, 1], x, y, dx, dy)
                parts[line] = min(parts[line], np.sqrt(square) / circles[k, 2])
    return parts


@compiled
def _apart(px: float, py: float, ax: float, ay: float, dx: float, dy: float) -> float:
    """Square of the distance of a point from a line that begins at (ax, ay) and goes (dx, dy) far."""
    length = dx * dx + dy * dy
    t = ((px - ax) * dx + (py - ay) * dy) / length if length > 0.0 else 0.0
    t = min(max(t, 0.0), 1.0)
    ex, ey = ax + t * dx - px, ay + t * dy - py
    return ex * ex + ey * ey
