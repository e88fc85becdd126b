"""What `graph.kernels.naming` does, compiled: the candidates of a name, their costs, and how names make room.

References
----------
See there; Liang & Barsky (1984), A new concept and method for line clipping. ACM Trans. Graph. 3(1), 1-22.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.compiler import compiled
from graph.kernels.wanted import ANYTHING, Wanted

GAP, BETWEEN = 3.0, 2.0  # px between a shape and its name, and between two names
AROUND, FORMS = 8, 2  # places around a node; one line or two lines
DIRECTIONS, STEPS = 16, 3  # of the places a line leads to
NEAREST, STEP, LONGEST = 18.0, 20.0, 60.0  # px of the line to them; the last has 58 px, no leader line more than 60 px
CANDIDATES = FORMS * (AROUND + DIRECTIONS * STEPS)
TWO_LINES, LEADER, PER_LINE = 3.0, 25.0, 2.5  # costs, beside the number of the place
MOVED, PASSES = 2, 3  # names that may be asked to move for another; passes over the names without a place
TOLERATED = 0.2  # of another node that a name that must be there may cover
CUTS = 12  # lines that count below a name; more make no difference


class Written(NamedTuple):
    """What is known while names are placed, changed in place."""

    chosen: Counts  # candidate of each name, -1 where there is none
    boxes: Reals  # its rectangle
    costs: Reals  # of each candidate of each name, infinite where it cannot stand
    rectangles: Reals  # of each candidate of each name
    known: Counts  # 0 where no cost of a name is known, 1 for those of the places around its node, 2 for all


@compiled
def place(wanted: Wanted, written: Written, most: int, led: bool) -> None:
    """Give each name the best free place beside its node, then let those without one make room.

    Parameters
    ----------
    wanted, written, most, led
        The names; those placed so far, changed in place; how many at most beside those that must; whether names move.
    """
    count, k = 0, len(wanted.owners)
    for name in range(k):
        if count < most or wanted.must[name]:
            _look(wanted, written, name, 0.0, near=True)
            count += _take(written, name, _best(written, name))
    for step in range(PASSES + 1 if led else 0):
        for name in range(k):
            if written.chosen[name] < 0 and (count < most or wanted.must[name]):
                for other in range(k):
                    if written.known[other] < 2 and (other == name or (step > 0 and written.known[other] == 1)):
                        _look(wanted, written, other, 0.0, near=False)
                done = _make_room(written, name)
                if not done and step == PASSES and wanted.must[name]:
                    done = _insist(wanted, written, name)
                count += 1 if done else 0


@compiled
def _take(written: Written, name: int, candidate: int) -> int:
    """Write a name at one of its candidates, if there is one; how many are written."""
    if candidate < 0:
        return 0
    written.chosen[name] = candidate
    written.boxes[name] = written.rectangles[name, candidate]
    return 1


@compiled
def _insist(wanted: Wanted, written: Written, name: int) -> bool:
    """Write a name that must be written: in place of others, then over a little of another node, then over more."""
    if _push_aside(wanted, written, name):
        return True
    for tolerated in (TOLERATED, ANYTHING):
        _look(wanted, written, name, min(tolerated, wanted.covering), near=False)
        if _make_room(written, name) or _push_aside(wanted, written, name):
            return True
    return False


@compiled
def _make_room(written: Written, name: int) -> bool:
    """Write a name where those in its way can move elsewhere."""
    found = np.zeros(MOVED + 1, np.int64)
    for candidate in np.argsort(written.costs[name], kind="mergesort"):
        if written.costs[name, candidate] == np.inf:
            return False
        count = _in_the_way(written, name, candidate, found)
        if count <= MOVED:
            before, places = written.chosen.copy(), written.boxes.copy()
            _take(written, name, candidate)
            if _move(written, found, count) == count:
                return True
            written.chosen[:], written.boxes[:] = before, places
    return False


@compiled
def _move(written: Written, found: Counts, count: int) -> int:
    """Move names elsewhere, one after the other; how many found a place."""
    for index in range(count):
        written.chosen[found[index]] = -1
    moved = 0
    for index in range(count):
        moved += _take(written, found[index], _best(written, found[index]))
    return moved


@compiled
def _push_aside(wanted: Wanted, written: Written, name: int) -> bool:
    """Write a name that must be written in place of the fewest others that need not be."""
    best, least, found = -1, len(written.chosen) + 1, np.zeros(len(written.chosen), np.int64)
    for candidate in np.argsort(written.costs[name], kind="mergesort"):
        if written.costs[name, candidate] == np.inf:
            break
        count = _in_the_way(written, name, candidate, found)
        movable = count < least
        for index in range(count):
            movable = movable and not wanted.must[found[index]]
        if movable:
            best, least = candidate, count
    if best < 0:
        return False
    count = _in_the_way(written, name, best, found)
    _take(written, name, best)
    _move(written, found, count)
    return True


@compiled
def _in_the_way(written: Written, name: int, candidate: int, found: Counts) -> int:
    """Find the names already written that a candidate would cover; how many, at most as many as there is room for."""
    count = 0
    box = written.rectangles[name, candidate]
    for other in range(len(written.chosen)):
        if other != name and written.chosen[other] >= 0 and count < len(found):
            if _meet(box, written.boxes[other], BETWEEN):
                found[count] = other
                count += 1
    return count


@compiled
def _best(written: Written, name: int) -> int:
    """Cheapest candidate of a name that covers no other name, -1 without one."""
    best, found, costs = -1, np.zeros(1, np.int64), written.costs[name]
    for candidate in range(CANDIDATES):
        cheaper = costs[candidate] < np.inf and (best < 0 or costs[candidate] < costs[best])
        if cheaper and _in_the_way(written, name, candidate, found) == 0:
            best = candidate
    return best


@compiled
def _look(wanted: Wanted, written: Written, name: int, tolerated: float, near: bool) -> None:
    """Find out where a name can stand, and at what cost."""
    per_form, node = CANDIDATES // FORMS, wanted.nodes[wanted.owners[name]]
    shapes, lines = _surroundings(wanted, name)
    written.costs[name] = np.inf
    written.known[name] = 1 if near else 2
    for candidate in range(CANDIDATES):
        form, place = candidate // per_form, candidate % per_form
        wide, high = wanted.sizes[name, 2 * form], wanted.sizes[name, 2 * form + 1]
        if wide <= 0.0 or (near and place >= AROUND):
            continue
        box = _box(node, wide, high, place)
        if not _stands(wanted, shapes, box, tolerated) or (place >= AROUND and not _leads(shapes, box, node)):
            continue
        cost = 0.4 * place if place < AROUND else LEADER + (place - AROUND) // DIRECTIONS
        written.costs[name, candidate] = cost + TWO_LINES * form + PER_LINE * _cut_lines(lines, box)
        written.rectangles[name, candidate] = box


@compiled
def _box(node: Reals, wide: float, high: float, place: int) -> Reals:
    """Rectangle of a name at a place: below, right, left, above, the four corners, then around on three rings."""
    half_w, half_h = node[2], node[3]
    dx, dy = 0.0, 0.0
    if place in (0, 3):
        dy = (1.0 if place == 0 else -1.0) * (half_h + GAP + high / 2)
    elif place in (1, 2):
        dx = (1.0 if place == 1 else -1.0) * (half_w + GAP + wide / 2)
    elif place < AROUND:
        dx = (1.0 if place % 2 == 0 else -1.0) * (0.85 * half_w + 2.0 + wide / 2)
        dy = (1.0 if place < 6 else -1.0) * (0.55 * half_h + 2.0 + high / 2)
    else:
        far = NEAREST + STEP * ((place - AROUND) // DIRECTIONS)
        angle = 2.0 * np.pi * ((place - AROUND) % DIRECTIONS) / DIRECTIONS
        dx, dy = np.cos(angle) * (half_w + far + wide / 2), np.sin(angle) * (half_h + far + high / 2)
    x, y = node[0] + dx, node[1] + dy
    return np.array([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2])


@compiled
def _surroundings(wanted: Wanted, name: int) -> tuple[Reals, Reals]:
    """Shapes and lines that a name can meet at any of its places; the rest need not be looked at for each of them."""
    owner, sizes = wanted.owners[name], wanted.sizes[name]
    x, y, half_w, half_h = wanted.nodes[owner]
    far = 1.0 + NEAREST + STEP * (STEPS - 1)
    dx, dy = half_w + far + max(sizes[0], sizes[2]), half_h + far + max(sizes[1], sizes[3])
    gaps = np.abs(wanted.nodes[:, :2] - np.array([x, y])) - wanted.nodes[:, 2:]
    near = (gaps[:, 0] < dx) & (gaps[:, 1] < dy)
    near[owner] = False
    nodes, lines = wanted.nodes[near], wanted.lines
    low, high = np.minimum(lines[:, :2], lines[:, 2:]), np.maximum(lines[:, :2], lines[:, 2:])
    beside = (low[:, 0] <= x + dx) & (high[:, 0] >= x - dx) & (low[:, 1] <= y + dy) & (high[:, 1] >= y - dy)
    return np.hstack((nodes[:, :2] - nodes[:, 2:], nodes[:, :2] + nodes[:, 2:])), lines[beside]


@compiled
def _meet(a: Reals, b: Reals, gap: float) -> bool:
    return bool(a[0] < b[2] + gap and b[0] < a[2] + gap and a[1] < b[3] + gap and b[1] < a[3] + gap)


@compiled
def _stands(wanted: Wanted, shapes: Reals, box: Reals, tolerated: float) -> bool:
    """Whether a rectangle lies in the frame and on no other node."""
    frame = wanted.frame
    if box[0] < frame[0] or box[1] < frame[1] or box[2] > frame[2] or box[3] > frame[3]:
        return False
    for rectangle in wanted.kept_clear:
        if _meet(box, rectangle, 0.0):
            return False
    for shape in shapes:
        if _meet(box, shape, 1.0):
            wide, high = min(box[2], shape[2]) - max(box[0], shape[0]), min(box[3], shape[3]) - max(box[1], shape[1])
            covered = max(wide, 0.0) * max(high, 0.0)
            if covered >= tolerated * (shape[2] - shape[0]) * (shape[3] - shape[1]):
                return False
    return True


@compiled
def _leads(shapes: Reals, box: Reals, node: Reals) -> bool:
    """Whether the line from a node to its name is short enough and runs through no other node."""
    x, y, half_w, half_h = node
    ends = np.array([x, y, min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])])
    out_x, out_y = max(abs(ends[2] - x) - half_w, 0.0), max(abs(ends[3] - y) - half_h, 0.0)
    if np.sqrt(out_x * out_x + out_y * out_y) > LONGEST:
        return False
    for shape in shapes:
        if _cuts(shape, ends):
            return False
    return True


@compiled
def _cut_lines(lines: Reals, box: Reals) -> int:
    count = 0
    for line in lines:
        if _cuts(box, line):
            count += 1
            if count == CUTS:
                break
    return count


@compiled
def _cuts(box: Reals, line: Reals) -> bool:
    """Whether a line runs through a rectangle (Liang & Barsky)."""
    first, last = 0.0, 1.0
    for side in range(4):
        axis = side // 2
        step, room = line[axis + 2] - line[axis], box[axis + 2] - line[axis]
        if side % 2 == 0:
            step, room = -step, line[axis] - box[axis]
        if step == 0.0:
            if room < 0.0:
                return False
        elif step < 0.0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    return bool(first <= last)
