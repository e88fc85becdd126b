"""The surroundings of one element."""

from __future__ import annotations

import numpy as np
import pandas as pd


def reached_from(ends: pd.DataFrame, ego: str, radius: int) -> dict[str, tuple[int, int]]:
    """Count the steps from an element to each within ``radius`` of them, and the ties of each to any other.

    Found in the columns of a table, so that the surroundings of one element cost no network of all.

    Parameters
    ----------
    ends
        Both ends of each tie in two columns; directions are ignored.
    ego
        The element in the middle, there in any case.
    radius
        Steps from the middle.
    """
    places, names = pd.factorize(np.concatenate([ends.iloc[:, side].to_numpy(dtype=object) for side in (0, 1)]))
    one, other = places.reshape(2, -1)
    steps = np.where(names == ego, 0, radius + 1)
    for step in range(1, radius + 1):
        inside = steps < step
        met = np.concatenate((other[inside[one]], one[inside[other]]))
        steps[met] = np.minimum(steps[met], step)
    near, ties = np.flatnonzero(steps <= radius), np.bincount(places, minlength=len(names))
    rows = zip(names[near].tolist(), steps[near].tolist(), ties[near].tolist(), strict=True)
    return {ego: (0, 0), **{name: (step, count) for name, step, count in rows}}
