"""Which bow a line needs so that it runs through no foreign element.

References
----------
Dobkin, Gansner, Koutsofios & North (1997), Implementing a general-purpose edge router. Proc. Graph Drawing, LNCS 1353,
262-271; here one quadratic curve is enough.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Flags, Reals
from graph.kernels.compiler import compiled

BOWS = np.array([12.0, 20.0, 30.0, 42.0, 56.0])  # height of a bow in units of the drawing, the flattest first
ROUNDEST = 0.4
HIGH = 0.39  # height of a bow in parts of its roundness and of the distance of its ends
CLEAR = 3.0  # units of the drawing that a line keeps away from an element
PARTS = 12  # straight parts in which a bow is looked at


def bows(circles: Reals, ends: Counts, usual: Reals, standing: Flags) -> Reals:
    """Find the roundness of each line: 0 for a straight one, negative to the other side.

    Parameters
    ----------
    circles
        Middle and radius of each element, shape (n, 3).
    ends
        Both ends of each line, shape (m, 2).
    usual
        Roundness of each line where nothing is in its way, shape (m,).
    standing
        Whether each element is drawn, shape (n,).
    """
    return _bows(circles, ends, usual, standing)


@compiled
def _bows(circles: Reals, ends: Counts, usual: Reals, standing: Flags) -> Reals:
    made = usual.copy()
    for line in range(len(ends)):
        a, b = ends[line, 0], ends[line, 1]
        if _met(circles, standing, a, b, usual[line]) == 0:
            continue
        length = max(np.hypot(circles[a, 0] - circles[b, 0], circles[a, 1] - circles[b, 1]), 1.0)
        done = False
        for high in BOWS:
            roundness = min(high / (HIGH * length), ROUNDEST)
            for side in (1.0, -1.0):
                if not done and _met(circles, standing, a, b, side * roundness) == 0:
                    made[line] = side * roundness
                    done = True
    return made


@compiled
def _met(circles: Reals, standing: Flags, a: int, b: int, roundness: float) -> int:
    """Count the foreign elements that a line between two runs through."""
    ax, ay, bx, by = circles[a, 0], circles[a, 1], circles[b, 0], circles[b, 1]
    part, turn = abs(roundness) * 0.5 + 0.5, roundness * 0.5 + 0.5
    angle = np.arctan2(ay - by, bx - ax) + turn * np.pi
    reach = part * np.hypot(bx - ax, by - ay)
    vx, vy = ax + reach * np.sin(angle), ay + reach * np.cos(angle)
    parts = PARTS if roundness != 0.0 else 1
    left, right = min(ax, bx, vx), max(ax, bx, vx)
    top, bottom = min(ay, by, vy), max(ay, by, vy)
    count = 0
    for k in range(len(circles)):
        far = circles[k, 2] + CLEAR
        x, y = circles[k, 0], circles[k, 1]
        if (
            k == a
            or k == b
            or not standing[k]
            or x < left - far
            or x > right + far
            or y < top - far
            or y > bottom + far
        ):
            continue
        px, py = ax, ay
        for step in range(1, parts + 1):
            t = step / parts
            qx = (1 - t) ** 2 * ax + 2 * t * (1 - t) * vx + t * t * bx
            qy = (1 - t) ** 2 * ay + 2 * t * (1 - t) * vy + t * t * by
            if _gap(x, y, px, py, qx, qy) < far:
                count += 1
                break
            px, py = qx, qy
    return count


@compiled
def _gap(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> float:
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = min(max(((px - ax) * dx + (py - ay) * dy) / length, 0.0), 1.0) if length > 0.0 else 0.0
    return float(np.hypot(ax + t * dx - px, ay + t * dy - py))
