"""Names cut where one that must be written finds no place; `graph/picture/canvas/names.js` does the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.naming import Wanted, placed_names
from graph.picture.forms import LONG, shorter

SHORTENINGS = 8  # times at most that names around one without a place are cut
ROUND_IT = 200.0, 90.0  # px to the side, and up and down, in which names are cut for one without a place

Forms = tuple[tuple[str, ...], tuple[str, ...]]  # a name on one line and on two
Writing = Callable[[Counts], tuple[list[Forms], Reals]]  # names in lines of so many characters, and their sizes


class _Try(NamedTuple):
    written: list[Forms]
    chosen: Counts
    boxes: Reals
    lacking: Counts  # names that must be written and have no place


def cut_to_fit(asked: Wanted, writing: Writing, most: int) -> tuple[list[Forms], Counts, Reals]:
    """Place names, and cut those around one that must be written and finds no place until it finds one.

    Only where that is not enough may a name cover a part of another node.

    Parameters
    ----------
    asked
        All about the names but their sizes.
    writing
        Writes each name in lines of so many characters at most.
    most
        Names that are written at most, beside those that must be.

    Returns
    -------
    tuple
        Both forms of each name, its candidate and its rectangle.
    """
    lengths = np.full(len(asked.owners), LONG)
    tried = best = _tried(asked, writing(lengths), most, 0.0)
    for _ in range(SHORTENINGS):
        cut = _cut_around(lengths, asked, tried.lacking)
        if np.array_equal(cut, lengths):
            break
        lengths = cut
        tried = _tried(asked, writing(lengths), most, 0.0)
        if len(tried.lacking) < len(best.lacking):
            best = tried
    if asked.covering and len(best.lacking):
        best = _tried(asked, writing(lengths), most, asked.covering)
    return best.written, best.chosen, best.boxes


def _tried(asked: Wanted, written: tuple[list[Forms], Reals], most: int, covering: float) -> _Try:
    """Place names of given forms and sizes, none over more than that part of another node."""
    chosen, boxes = placed_names(asked._replace(sizes=written[1], covering=covering), most)
    return _Try(written[0], chosen, boxes, np.flatnonzero((chosen < 0) & (asked.must > 0)))


def _cut_around(lengths: Counts, asked: Wanted, lacking: Counts) -> Counts:
    """Lengths of lines, the next shorter one around each name without a place."""
    at = asked.nodes[asked.owners, :2]
    apart = np.abs(at[:, None] - at[None, lacking])
    near = np.any(np.all(apart <= np.array(ROUND_IT), axis=2), axis=1)
    return np.where(near, np.array([shorter(length) for length in lengths.tolist()], np.int64), lengths)
