"""What chance would give: the configuration model of Horizon 2020 beside a plain fixed point with NumPy.

    python -m benchmarks chance --cordis FOLDER

FOLDER (or the environment variable AKTEURSNETZ_CORDIS) holds ``h2020_participations.csv.gz`` with the columns
``rcn, pic, type``; without it a heavy-tailed network of the same size is drawn. Both ways are given the
same numbers of ties and are compared by their largest error of a margin.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.networks import Size, heavy_tailed, horizon_2020
from graph.expected.configuration import Model, classes, solve

FILE = "h2020_participations.csv.gz"
AIM = 1.0  # seconds for the whole of Horizon 2020
LARGE = Size(actors=35_871, projects=31_451, participations=144_726)
_CLOSE, _MOST_STEPS = 1e-9, 20_000

Counts = NDArray[np.int64]


class Solved(NamedTuple):
    """A solution, how long it took and its largest error of a margin, in ties."""

    seconds: float
    error: float
    steps: int


def numbers_of_ties(folder: Path | None) -> tuple[Counts, Counts]:
    """Number of projects of every actor, and of actors of every project; each pair counts once."""
    known = folder is not None and (folder / FILE).is_file()
    rows = (horizon_2020(folder) if folder and known else heavy_tailed(LARGE))[["from_id", "to_id"]].drop_duplicates()
    return rows["from_id"].value_counts().to_numpy(), rows["to_id"].value_counts().to_numpy()


def plain(row_ties: Counts, column_ties: Counts) -> tuple[Model, int]:
    """Solve the same by repeating the equations of the model until nothing moves (Saracco et al. 2015)."""
    rows, columns = classes(row_ties), classes(column_ties)
    x = rows.ties / np.sqrt(row_ties.sum())
    y = columns.ties / np.sqrt(row_ties.sum())
    steps, moved = 0, np.inf
    while moved >= _CLOSE and steps < _MOST_STEPS:
        odds = np.outer(x, y)
        new_x = rows.ties / ((columns.sizes * y) / (1 + odds)).sum(axis=1)
        new_y = columns.ties / ((rows.sizes * x)[:, None] / (1 + np.outer(new_x, y))).sum(axis=0)
        moved = max(np.abs(new_x / x - 1).max(), np.abs(new_y / y - 1).max())
        x, y, steps = new_x, new_y, steps + 1
    odds = np.outer(x, y)
    return Model(rows, columns, odds / (1 + odds)), steps


def largest_error(model: Model) -> float:
    """Largest distance of an expected number of ties from the one given."""
    by_row = (model.chances * model.columns.sizes).sum(axis=1) - model.rows.ties
    by_column = (model.chances * model.rows.sizes[:, None]).sum(axis=0) - model.columns.ties
    return float(max(np.abs(by_row).max(), np.abs(by_column).max()))


def timed(way: Callable[[], tuple[Model, int]], times: int = 3) -> Solved:
    """Solve several times and return the fastest."""
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        model, steps = way()
        found.append(Solved(time.perf_counter() - begin, largest_error(model), steps))
    return min(found)


def main(arguments: list[str] | None = None) -> None:
    """Compare both ways and print seconds, error and steps."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks chance", description=__doc__)
    parser.add_argument("--cordis", type=Path, default=os.environ.get("AKTEURSNETZ_CORDIS"), metavar="FOLDER")
    options = parser.parse_args(arguments)
    row_ties, column_ties = numbers_of_ties(Path(options.cordis) if options.cordis else None)
    ours = timed(lambda: (solve(row_ties, column_ties), 0))
    other = timed(lambda: plain(row_ties, column_ties), times=1)
    print(f"{len(row_ties)} actors, {len(column_ties)} projects, {row_ties.sum()} ties")
    print(f"ours, Newton's method      {ours.seconds:7.3f} s   largest error {ours.error:.1e}   (aim {AIM} s)")
    print(f"plain fixed point, NumPy   {other.seconds:7.3f} s   largest error {other.error:.1e}   {other.steps} steps")


if __name__ == "__main__":
    main()
