"""The bipartite configuration model: numbers of ties are kept on average, all else is chance.

Actors with equal numbers of projects are alike in the model, and so are projects with equal numbers of actors. It is
therefore solved for classes of equal numbers: 217 by 83 instead of 35,871 by 31,451 for all of Horizon 2020.

References
----------
Saracco, Di Clemente, Gabrielli & Squartini (2015), Randomizing bipartite networks: the case of the World Trade Web.
Sci. Rep. 5, 10595. The same as the stochastic degree sequence model of Neal (2014), Soc. Networks 39, 84-97.
Gale (1957), A theorem on flows in networks. Pac. J. Math. 7, 1073-1082 (which places no network can leave empty).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from graph.errors import AkteursnetzError
from graph.kernels.arrays import Counts, Reals
from graph.lazy import later

special = later("scipy.special")

_CLOSE = 1e-12  # largest error of a margin, as a share of the number of places in its row
_MOST_STEPS = 200


class NotBinaryError(AkteursnetzError, ValueError):
    """A table of who takes part where has cells that are neither 0 nor 1, or is no table."""


class Classes(NamedTuple):
    """Members of one side, grouped by how many ties they have.

    Attributes
    ----------
    ties
        Number of ties of a member of each class, rising.
    sizes
        Number of members of each class.
    of
        Class of each member.
    """

    ties: Counts
    sizes: Counts
    of: Counts


class Model(NamedTuple):
    """The configuration model of a two-mode network.

    Attributes
    ----------
    rows, columns
        Both sides by class.
    chances
        Probability of a tie between a member of each class of rows and one of each class of columns.
    """

    rows: Classes
    columns: Classes
    chances: Reals


def configuration_model(matrix: ArrayLike) -> Reals:
    """Probability of every tie of a two-mode network, were only the numbers of ties known.

    The network of largest entropy whose expected row and column sums are those given.

    Parameters
    ----------
    matrix
        Who takes part where, of shape (actors, projects), with 0 and 1.

    Returns
    -------
    ndarray
        Probabilities, of the same shape; its row and column sums are those of ``matrix``.

    Raises
    ------
    NotBinaryError
        When ``matrix`` does not have two dimensions or holds anything but 0 and 1.

    Examples
    --------
    >>> configuration_model([[0, 0, 1], [0, 1, 0], [1, 0, 1]]).round(4)
    array([[0.2158, 0.2158, 0.5684],
           [0.2158, 0.2158, 0.5684],
           [0.5684, 0.5684, 0.8631]])
    """
    cells = _binary(matrix)
    model = solve(cells.sum(axis=1), cells.sum(axis=0))
    return model.chances[np.ix_(model.rows.of, model.columns.of)]


def solve(row_ties: ArrayLike, column_ties: ArrayLike) -> Model:
    """Solve the model for given numbers of ties.

    Parameters
    ----------
    row_ties, column_ties
        Number of ties of each row and of each column, as of a network that exists; both have the same sum.
    """
    rows, columns = classes(row_ties), classes(column_ties)
    chances = np.zeros((len(rows.ties), len(columns.ties)))
    _fill(chances, rows, columns)
    return Model(rows, columns, chances)


def classes(ties: ArrayLike) -> Classes:
    """Group members by their number of ties."""
    values, of, sizes = np.unique(np.asarray(ties, dtype=np.int64), return_inverse=True, return_counts=True)
    return Classes(values, sizes.astype(np.int64), of.astype(np.int64).reshape(-1))


def _binary(matrix: ArrayLike) -> NDArray[np.int64]:
    cells = np.asarray(matrix)
    if cells.ndim != 2 or not np.isin(cells, (0, 1)).all():
        raise NotBinaryError("a table of 0 and 1 with rows and columns is needed")
    return cells.astype(np.int64)


class _Side(NamedTuple):
    """Some classes of one side: their places in the table, the ties left to give out, and their sizes."""

    at: Counts
    ties: Counts
    sizes: Counts


def _fill(chances: Reals, rows: Classes, columns: Classes) -> None:
    """Fill the table block by block: what is certain first, then the rest by `_free`."""
    open_blocks = [tuple(_Side(np.arange(len(side.ties)), side.ties, side.sizes) for side in (rows, columns))]
    while open_blocks:
        upper, lower = open_blocks.pop()
        if not len(upper.at) or not len(lower.at):
            continue
        turned = ((above, beside) for beside, above in _certain(chances.T, lower, upper))
        if smaller := _certain(chances, upper, lower) or list(turned):
            open_blocks += smaller
        else:
            chances[np.ix_(upper.at, lower.at)] = _free(upper, lower)


def _certain(chances: Reals, rows: _Side, columns: _Side) -> list[tuple[_Side, _Side]]:
    """Split a block where the numbers of ties leave no choice, and write what is certain.

    When the k rows with most ties need every place they can have (the condition of Gale and Ryser holds with equality),
    they are tied with every column of k or more ties, and no other row is tied with a column of k ties or fewer.

    Returns
    -------
    list
        The two blocks that are left, as sides in the order of ``chances``; empty when nothing is certain.
    """
    order = np.argsort(-rows.ties, kind="stable")
    counts = np.concatenate([[0], np.cumsum(rows.sizes[order])])
    needed = np.concatenate([[0], np.cumsum((rows.ties * rows.sizes)[order])])
    places = (np.minimum.outer(counts, columns.ties) * columns.sizes).sum(axis=1)
    for split in np.flatnonzero(needed == places):
        top, rest = _part(rows, order[:split]), _part(rows, order[split:])
        many, few = (_part(columns, columns.ties > counts[split]), _part(columns, columns.ties < counts[split]))
        if _size(rows, columns) in (_size(top, few), _size(rest, many)):
            continue
        chances[np.ix_(top.at, columns.at[columns.ties >= counts[split]])] = 1.0
        chances[np.ix_(rest.at, columns.at[columns.ties <= counts[split]])] = 0.0
        full = columns.sizes[columns.ties >= counts[split]].sum()
        return [(_less(top, full), few), (rest, _less(many, counts[split]))]
    return []


def _size(rows: _Side, columns: _Side) -> int:
    return len(rows.at) * len(columns.at)


def _part(side: _Side, which: NDArray[np.int64] | NDArray[np.bool_]) -> _Side:
    return _Side(side.at[which], side.ties[which], side.sizes[which])


def _less(side: _Side, given: int) -> _Side:
    return side._replace(ties=side.ties - given)


def _free(rows: _Side, columns: _Side) -> Reals:
    """Solve a block in which nothing is certain: maximise the likelihood by Newton's method with halved steps.

    The chance of a tie is ``1 / (1 + exp(-(a + b)))`` with one number a for each class of rows and b for each of
    columns.
    """
    sides = np.concatenate([rows.ties * rows.sizes, columns.ties * columns.sizes]).astype(float)
    pairs = np.outer(rows.sizes, columns.sizes).astype(float)
    numbers = np.log(np.concatenate([rows.ties, columns.ties]) / np.sqrt(rows.ties @ rows.sizes))
    for _ in range(_MOST_STEPS):
        chances = _chances(numbers, len(rows.at))
        missing = sides - _margins(pairs * chances)
        if (np.abs(missing) <= _CLOSE * _margins(pairs)).all():
            break
        numbers = _climbed(numbers, missing, pairs, sides)
    return _chances(numbers, len(rows.at))


def _chances(numbers: Reals, rows: int) -> Reals:
    chances: Reals = special.expit(np.add.outer(numbers[:rows], numbers[rows:]))
    return chances


def _margins(table: Reals) -> Reals:
    return np.concatenate([table.sum(axis=1), table.sum(axis=0)])


def _climbed(numbers: Reals, missing: Reals, pairs: Reals, sides: Reals) -> Reals:
    """Take one step of Newton's method, halved until the likelihood does not fall."""
    rows = len(pairs)
    chances = _chances(numbers, rows)
    spread = pairs * chances * (1 - chances)
    curvature = np.diag(_margins(spread))
    curvature[:rows, rows:], curvature[rows:, :rows] = spread, spread.T
    # one number is free: adding to all a what is taken from all b changes nothing
    direction = np.concatenate([np.ones(rows), -np.ones(len(numbers) - rows)])
    curvature += np.outer(direction, direction) * curvature.diagonal().mean() / len(direction)
    step = np.linalg.lstsq(curvature, missing, rcond=None)[0]
    before = _likelihood(numbers, pairs, sides)
    for _ in range(40):
        if _likelihood(numbers + step, pairs, sides) >= before - 1e-12 * abs(before):
            break
        step = step / 2
    return numbers + step


def _likelihood(numbers: Reals, pairs: Reals, sides: Reals) -> float:
    rows = len(pairs)
    return float(sides @ numbers - (pairs * np.logaddexp(0, np.add.outer(numbers[:rows], numbers[rows:]))).sum())
