"""What it costs where elements stand, and the jumps that make it cost less, see `graph.kernels.clearing`.

Where nearly all are tied to each other, a line between two passes an element where both are seen from it in opposite
directions, and a line of its own passes a third one where both are seen in the same. So there it is enough to look at
neighbours in the order of directions: n log n steps, and not one for each line and each element.

References
----------
Davidson & Harel (1996), Drawing graphs nicely using simulated annealing. ACM Trans. Graph. 15, 301-331.
Marsaglia (2003), Xorshift RNGs. J. Stat. Softw. 8(14).
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.board import Board
from graph.kernels.compiler import compiled

SEED = 88172645463325252
THROUGH, CROSSING, COVERING, LENGTH, AWAY = 60.0, 1.5, 400.0, 12.0, 20.0  # costs
IN_AIR = 0.35  # of the cost of a line through an element, for one that touches the air around it
ROOMS, ROOMS_PART = 0.1, 0.25  # of the cost of covering: two rooms that meet, and more the more they share
APART = 5.0  # px between two shapes
USUAL = 1.5  # lines for each element; where there are more, short lines count less
SWAP_EVERY = 4  # rounds, one of which is of changes of places
SHRINKING = 0.2  # of its first reach that a jump has at the end
SEEN = 0.9  # of its half width: a line that only touches the rim of an element does not run through it
DIRECTIONS = 128  # of half a turn, in which neighbours are looked for
WIDER = 2.1  # angle in which they are, in parts of that under which an element is seen


@compiled
def descended(board: Board, start: Reals, jumps: int, reach: float) -> Reals:
    """Places after a number of jumps.

    Parameters
    ----------
    board, start, jumps, reach
        See `graph.kernels.clearing.cleared`.
    """
    n = board.moving
    at = start.copy()
    costs = np.full(n, -1.0)  # of each element where it stands, while nobody has moved since they were counted
    state = np.uint64(SEED)
    for jump in range(jumps if n > 1 else 0):
        state ^= state << np.uint64(13)
        state ^= state >> np.uint64(7)
        state ^= state << np.uint64(17)
        bits = np.int64(state >> np.uint64(24))
        if jump // n % SWAP_EVERY == SWAP_EVERY - 1:
            moved = _swap(board, at, costs, jump % n, int(bits % n))
        else:
            moved = _jump(board, at, costs, jump % n, int(bits), reach * (1.0 - (1.0 - SHRINKING) * jump / jumps))
        if moved:
            costs[:] = -1.0
    return at


@compiled
def _jump(board: Board, at: Reals, costs: Reals, i: int, bits: int, far: float) -> bool:
    """Try a place nearby; whether it is better."""
    x, y = at[i, 0], at[i, 1]
    before = _known(board, at, costs, i)
    at[i, 0] = x + far * ((bits & 0xFFFF) / 32768.0 - 1.0)
    at[i, 1] = y + far * (((bits >> 16) & 0xFFFF) / 32768.0 - 1.0)
    if _cost(board, at, i, before) < before:
        return True
    at[i, 0], at[i, 1] = x, y
    return False


@compiled
def _swap(board: Board, at: Reals, costs: Reals, i: int, j: int) -> bool:
    """Try each of two in the place of the other; whether that is better."""
    if i == j:
        return False
    before = _known(board, at, costs, i) + _known(board, at, costs, j)
    _change(at, i, j)
    first = _cost(board, at, i, before)
    if first < before and first + _cost(board, at, j, before - first) < before:
        return True
    _change(at, i, j)
    return False


@compiled
def _known(board: Board, at: Reals, costs: Reals, i: int) -> float:
    """Cost of where an element stands, counted only once while nobody moves."""
    if costs[i] < 0.0:
        costs[i] = _cost(board, at, i, np.inf)
    return float(costs[i])


@compiled
def _change(at: Reals, i: int, j: int) -> None:
    at[i, 0], at[j, 0] = at[j, 0], at[i, 0]
    at[i, 1], at[j, 1] = at[j, 1], at[i, 1]


@compiled
def _cost(board: Board, at: Reals, i: int, limit: float) -> float:
    """Cost of where one element stands, infinite outside the canvas; once it reaches a limit, no more is counted."""
    if not _inside(board, at, i):
        return np.inf
    cost = _away(board, at, i)
    if cost < limit:
        cost += _covering(board, at, i)
    dense = len(board.tied) > 0
    if cost < limit:
        cost += _in_directions(board, at, i, limit - cost) if dense else _passed(board, at, i, limit - cost)
    if cost < limit:
        cost += _led(board, at, i, limit - cost, not dense)
    return cost


@compiled
def _inside(board: Board, at: Reals, i: int) -> bool:
    left, right = at[i, 0] - board.boxes[i, 0], at[i, 0] + board.boxes[i, 0]
    middle = at[i, 1] + board.drops[i]
    top, bottom = middle - board.boxes[i, 1], middle + board.boxes[i, 1]
    frame = board.frame
    if left < frame[0] or right > frame[2] or top < frame[1] or bottom > frame[3]:
        return False
    for box in board.kept_clear:
        if right > box[0] and left < box[2] and bottom > box[1] and top < box[3]:
            return False
    return True


@compiled
def _area(board: Board) -> float:
    return float((board.frame[2] - board.frame[0]) * (board.frame[3] - board.frame[1]))


@compiled
def _away(board: Board, at: Reals, i: int) -> float:
    dx, dy = at[i, 0] - board.homes[i, 0], at[i, 1] - board.homes[i, 1]
    return float(AWAY * (dx * dx + dy * dy) * len(at) / board.loose / _area(board))


@compiled
def _covering(board: Board, at: Reals, i: int) -> float:
    """Cost of standing in the room of others, and much more on their shapes."""
    cost = 0.0
    x, y, wide, high = at[i, 0], at[i, 1], board.boxes[i, 0], board.boxes[i, 1]
    for k in range(len(at)):
        lack_x = wide + board.boxes[k, 0] - abs(x - at[k, 0])
        lack_y = high + board.boxes[k, 1] - abs(y + board.drops[i] - at[k, 1] - board.drops[k])
        if k != i and lack_x > 0.0 and lack_y > 0.0:
            least = min(board.boxes[k, 0] * board.boxes[k, 1], wide * high)
            cost += COVERING * (ROOMS + ROOMS_PART * lack_x * lack_y / least)
            near_x = board.shapes[i, 0] + board.shapes[k, 0] + APART - abs(x - at[k, 0])
            near_y = board.shapes[i, 1] + board.shapes[k, 1] + APART - abs(y - at[k, 1])
            if near_x > 0.0 and near_y > 0.0:
                cost += COVERING * (1.0 + min(near_x, near_y) / board.halves[i])
    return cost


@compiled
def _passed(board: Board, at: Reals, i: int, limit: float) -> float:
    """Cost of the lines of others that run through an element or past it."""
    cost = 0.0
    x, y, far = at[i, 0], at[i, 1], board.halves[i] + board.air
    for a, b in board.ends:
        if a == i or b == i:
            continue
        ax, ay, bx, by = at[a, 0], at[a, 1], at[b, 0], at[b, 1]
        if (ax < x - far and bx < x - far) or (ax > x + far and bx > x + far):
            continue
        if (ay < y - far and by < y - far) or (ay > y + far and by > y + far):
            continue
        cost += _passing_cost(_apart(x, y, ax, ay, bx - ax, by - ay), board.halves[i], board.air)
        if cost > limit:
            break
    return cost


@compiled
def _led(board: Board, at: Reals, i: int, limit: float, passing: bool) -> float:
    """Cost of the own lines of an element: their length, whom they run through if that is asked, what they cross."""
    cost = 0.0
    n, m = len(at), len(board.ends)
    x, y = at[i, 0], at[i, 1]
    length = LENGTH * min(1.0, USUAL * n / max(m, 1)) / np.sqrt(_area(board))
    widest = board.halves.max() + board.air
    for place in range(board.indptr[i], board.indptr[i + 1]):
        line = board.own[place]
        j = board.ends[line, 0] + board.ends[line, 1] - i
        ox, oy = at[j, 0], at[j, 1]
        dx, dy = ox - x, oy - y
        cost += length * np.sqrt(dx * dx + dy * dy)
        left, right, top, bottom = min(x, ox) - widest, max(x, ox) + widest, min(y, oy) - widest, max(y, oy) + widest
        for k in range(n if passing else 0):
            px, py = at[k, 0], at[k, 1]
            if left < px and px < right and top < py and py < bottom and k != i and k != j:
                cost += _passing_cost(_apart(px, py, x, y, dx, dy), board.halves[k], board.air)
        if board.crossings:
            cost += CROSSING * _crossed(board, at, i, j)
        for box in board.kept_clear:
            if _cuts_off(board, box, x, y, dx, dy):
                cost += THROUGH
        if cost > limit:
            break
    return cost


@compiled
def _cuts_off(board: Board, box: Reals, x: float, y: float, dx: float, dy: float) -> bool:
    """Whether a line that begins at (x, y) and goes (dx, dy) far runs through a corner of the canvas."""
    side = box[0] if box[0] > (board.frame[0] + board.frame[2]) / 2 else box[2]
    return bool((x - side) * (x + dx - side) < 0.0 and y + dy * (side - x) / dx > box[1])


@compiled
def _crossed(board: Board, at: Reals, i: int, j: int) -> int:
    """Count the lines that the line between two elements crosses."""
    count = 0
    x, y, dx, dy = at[i, 0], at[i, 1], at[j, 0] - at[i, 0], at[j, 1] - at[i, 1]
    for a, b in board.ends:
        if a == i or b == i or a == j or b == j:
            continue
        ax, ay, bx, by = at[a, 0], at[a, 1], at[b, 0], at[b, 1]
        one, two = dx * (ay - y) - dy * (ax - x), dx * (by - y) - dy * (bx - x)
        if one * two < 0.0:
            three = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            four = (bx - ax) * (y + dy - ay) - (by - ay) * (x + dx - ax)
            if three * four < 0.0:
                count += 1
    return count


@compiled
def _in_directions(board: Board, at: Reals, i: int, limit: float) -> float:
    """Cost of all lines that run through an element or past it, and of its own through others."""
    n, x, y, air, halves, tied = len(at), at[i, 0], at[i, 1], board.air, board.halves, board.tied
    distances, cell, first, following = _seen_from(at, i)
    cost = 0.0
    for near in range(n):
        nx, ny, away = at[near, 0] - x, at[near, 1] - y, distances[near]
        wide = WIDER * (max(halves[near], halves[i]) + air) / max(away, 1.0)
        reach = min(int(wide * DIRECTIONS / np.pi) + 1, DIRECTIONS // 2 - 1) if near != i else -1
        for turn in range(-reach, reach + 1):
            other = first[(cell[near] + turn) & (DIRECTIONS - 1)]
            while other >= 0:
                if away < distances[other] or (away == distances[other] and near < other):
                    ox, oy = at[other, 0] - x, at[other, 1] - y
                    ahead = nx * ox + ny * oy > 0.0  # its own line past the nearer one, or theirs past it
                    if tied[i if ahead else near, other]:
                        square = (
                            _apart(nx, ny, 0.0, 0.0, ox, oy) if ahead else _apart(0.0, 0.0, nx, ny, ox - nx, oy - ny)
                        )
                        cost += _passing_cost(square, halves[near if ahead else i], air)
                other = following[other]
        if cost > limit:
            break
    return cost


@compiled
def _seen_from(at: Reals, i: int) -> tuple[Reals, Counts, Counts, Counts]:
    """Distance and direction of each, and of each direction the first one in it, and the next one after each."""
    n = len(at)
    distances, cell = np.empty(n), np.empty(n, np.int64)
    first, following = np.full(DIRECTIONS, -1), np.empty(n, np.int64)
    for k in range(n):
        dx, dy = at[k, 0] - at[i, 0], at[k, 1] - at[i, 1]
        distances[k] = np.sqrt(dx * dx + dy * dy)
        cell[k] = int((np.arctan2(dy, dx) / np.pi + 1.0) * DIRECTIONS) & (DIRECTIONS - 1)
        following[k] = first[cell[k]]
        if k != i:
            first[cell[k]] = k
    return distances, cell, first, following


@compiled
def _passing_cost(square: float, half: float, air: float) -> float:
    """Cost of a line that passes an element at that squared distance: high over the shape, less in the air around."""
    far = half + air
    if square >= far * far:
        return 0.0
    gap = np.sqrt(square)
    if gap < half:
        return float(THROUGH * (1.0 + 0.5 * (1.0 - gap / half)))
    return float(THROUGH * IN_AIR * (1.0 - (gap - half) / air))


@compiled
def _apart(px: float, py: float, ax: float, ay: float, dx: float, dy: float) -> float:
    """Square of the distance of a point from a line that begins at (ax, ay) and goes (dx, dy) far."""
    length = dx * dx + dy * dy
    t = ((px - ax) * dx + (py - ay) * dy) / length if length > 0.0 else 0.0
    t = min(max(t, 0.0), 1.0)
    ex, ey = ax + t * dx - px, ay + t * dy - py
    return ex * ex + ey * ey
