"""The table of measures: one row per actor, one column per measure."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
import numpy as np
import pandas as pd

from graph.dataset import Dataset
from graph.errors import UnknownMeasureError
from graph.kernels.csr import CompactNetwork
from graph.measures.registry import MEASURES, On, Strong, on_network
from graph.measures.sample import Estimate, Sampling
from graph.measures.study import Study, study
from graph.measures.two_mode import is_two_mode


def measure_table(
    network: nx.Graph | CompactNetwork | Study,
    ids: Collection[str] | None = None,
    *,
    dataset: Dataset | None = None,
    sampling: Sampling | None = None,
) -> pd.DataFrame:
    """Measure every node of a network.

    Values and normalisation are NetworkX's defaults, ``degree`` is the plain count.

    Parameters
    ----------
    network
        Directed or not; parallel ties are added up; a network asked several times is best prepared once
        (`graph.measures.study`).
    ids
        Measures wanted, see `MEASURES`; by default all that say something on the kind of network given.
    dataset
        The tables behind the network, for measures that count records.
    sampling
        From which size on betweenness is estimated. ``table.attrs["sampled"]`` then holds, by measure, the
        number of samples and the widest 95 % error.

    Returns
    -------
    pd.DataFrame
        Index: node ids in the order of the network, named ``id``. Columns: the measures, in the order asked for.
        Missing values are NaN (``None`` for money), never 0.

    Raises
    ------
    UnknownMeasureError
        If a measure does not exist.
    NeedsDatasetError
        If a measure counts records and there is no dataset.
    NotTwoModeError
        If a two-mode measure is asked of another network.
    UnusableWeightError
        If a weight is negative, infinite or not a number.
    """
    studied = study(network, dataset=dataset, sampling=sampling)
    wanted = default_measures(studied) if ids is None else ids
    for unknown in (key for key in wanted if key not in MEASURES):
        raise UnknownMeasureError(f"{unknown!r} is not one of {', '.join(MEASURES)}")
    columns = {key: MEASURES[key].compute(studied) for key in wanted}
    index = pd.Index(np.fromiter(studied.network.ids, object, studied.network.size), name="id", tupleize_cols=False)
    table = pd.DataFrame(columns, index=index)
    table.attrs["sampled"] = {
        key: {"samples": estimate.samples, "error": float(np.nanmax(estimate.error, initial=0.0))}
        for key, estimate in _estimates(studied, wanted).items()
        if not estimate.exact
    }
    return table


def default_measures(studied: Study) -> tuple[str, ...]:
    """Measures that say something on a network of this kind, records left out when there is no dataset."""
    kind = On.COOPERATION
    if studied.network.directed:
        kind = On.FUNDING
    elif is_two_mode(studied):
        kind = On.TWO_MODE
    return on_network(kind, with_records=studied.dataset is not None)


def rank(values: pd.Series, measure: str) -> pd.Series:
    """Rank of each actor by a measure, 1 for the strongest position; equal values share the better rank.

    Actors without a value have no rank (NaN).
    """
    ascending = MEASURES[measure].strong is Strong.LOW
    return values.astype(np.float64).rank(method="min", ascending=ascending)


def _estimates(studied: Study, wanted: Collection[str]) -> dict[str, Estimate]:
    estimates = ((key, MEASURES[key].estimate) for key in wanted)
    return {key: estimate(studied) for key, estimate in estimates if estimate}
