"""Figures on a whole network, as one flat record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from graph.kernels.csr import LABELS, CompactNetwork, is_recorded
from graph.measures.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from graph.measures.contacts import clustering, core_number, ties_by_side
from graph.measures.core_periphery import core_periphery
from graph.measures.sample import Sampling
from graph.measures.study import Study, study
from graph.measures.two_mode import is_two_mode, two_mode_clustering


@dataclass(frozen=True, slots=True)
class NetworkSummary:
    """Figures on a network; ``None`` where a figure is not defined.

    Attributes
    ----------
    actors, ties
        Number of nodes and of ties, self-ties included.
    density
        Ties between different nodes as a share of those possible; ``None`` with fewer than two nodes.
    components, isolates
        Connected parts, direction ignored; nodes without a tie to another node.
    largest_component
        Nodes in the largest connected part.
    mean_distance, diameter
        Mean and longest distance over all ordered pairs of nodes with a path; ``None`` when there is none.
    reachable
        Share of the ordered pairs with a path: what ``mean_distance`` speaks about.
    degree_centralisation, betweenness_centralisation
        See `graph.measures.centralisation`; ``None`` for directed networks and fewer than three nodes.
    closeness_centralisation
        The same within the largest component.
    transitivity
        Share of the pairs of contacts that are tied; ``None`` when nobody has two contacts.
    clustering
        Mean of the actors' local clustering, 0 counted for fewer than two contacts, as in NetworkX.
    two_mode_clustering
        Share of the three-step paths that a fourth step closes; ``None`` for networks of one mode, whose
        ``transitivity`` says the same (in a two-mode network it is always 0).
    core_share
        Actors in the core (`graph.measures.core_periphery`) as a share of all.
    highest_core
        Largest k for which a part exists in which everyone has k ties.
    ei_index
        Ties across types less ties within, as a share of both; ``None`` without a tie of known types.
    outside_share
        Share of the ties with an end outside the region, among ties with both places recorded; ``None`` when
        the region is not given.
    funded, unfunded
        Ties with and without a funded project behind them; ``None`` when funded projects are not given.
    betweenness_samples
        Sources that betweenness was estimated from; ``None`` when it is exact.
    """

    actors: int
    ties: int
    density: float | None
    components: int
    isolates: int
    largest_component: int
    mean_distance: float | None
    diameter: int | None
    reachable: float | None
    degree_centralisation: float | None
    betweenness_centralisation: float | None
    closeness_centralisation: float | None
    transitivity: float | None
    clustering: float | None
    two_mode_clustering: float | None
    core_share: float | None
    highest_core: int | None
    ei_index: float | None
    outside_share: float | None
    funded: int | None
    unfunded: int | None
    betweenness_samples: int | None


def network_summary(
    network: nx.Graph | CompactNetwork | Study,
    *,
    by: str = "type",
    inside: Callable[[str], bool] | None = None,
    funded_projects: Collection[str] | None = None,
    sampling: Sampling | None = None,
) -> NetworkSummary:
    """Sum up a network.

    Parameters
    ----------
    network
        Directed or not; parallel ties are added up.
    by
        Node attribute the E-I index sorts actors by.
    inside
        Tells from a node's ``location`` whether it lies in the region.
    funded_projects
        Ids of projects that somebody funds; needs a NetworkX graph with the edge attribute ``projects``.
    sampling
        From which size on betweenness is estimated.
    """
    studied = study(network, sampling=sampling, labels={*LABELS, by})
    funded, unfunded = _funded(network, funded_projects)
    size, own = studied.network.size, int(np.count_nonzero(~np.isnan(studied.network.loops)))
    between = len(studied.network.indices) // (1 if studied.network.directed else 2)
    connected = studied.undirected.indptr
    return NetworkSummary(
        actors=size,
        ties=between + own,
        density=_share(between, _possible(studied)),
        components=int(studied.components.max(initial=-1)) + 1,
        isolates=int(np.count_nonzero(connected[1:] == connected[:-1])),
        largest_component=len(studied.largest_component),
        mean_distance=_share(studied.distances.total.sum(), studied.distances.reaching.sum()),
        diameter=int(studied.distances.longest[0]) or None,
        reachable=_share(studied.distances.reaching.sum(), size * (size - 1)),
        degree_centralisation=degree_centralisation(studied),
        betweenness_centralisation=betweenness_centralisation(studied),
        closeness_centralisation=closeness_centralisation(studied),
        transitivity=_transitivity(studied),
        clustering=float(clustering(studied).mean()) if size else None,
        two_mode_clustering=two_mode_clustering(studied) if is_two_mode(studied) else None,
        core_share=_share(core_periphery(studied).size, size),
        highest_core=int(core_number(studied).max()) if size else None,
        ei_index=_ei_index(studied, by),
        outside_share=_outside_share(studied, inside),
        funded=funded,
        unfunded=unfunded,
        betweenness_samples=None if studied.betweenness.exact else studied.betweenness.samples,
    )


def ei_by_group(network: nx.Graph | CompactNetwork | Study, by: str = "type") -> pd.DataFrame:
    """Ties within and across the groups of actors, and the E-I index of each group.

    Parameters
    ----------
    by
        Node attribute that sorts actors into groups.

    Returns
    -------
    pd.DataFrame
        Index: the groups. Columns ``actors, internal, external, ei_index``; a tie within a group counts once,
        one across counts for both groups; ``ei_index`` is NaN for a group without ties.
    """
    studied = study(network, labels=(by,))
    values, group = studied.groups(by)
    own, other = ties_by_side(studied, by)
    known = group >= 0
    sums = (np.bincount(group[known], weights[known], len(values)) for weights in (np.ones(len(group)), own, other))
    actors, internal, external = (column.astype(np.int64) for column in sums)
    internal //= 2
    both = internal + external
    return pd.DataFrame(
        {
            "actors": actors,
            "internal": internal,
            "external": external,
            "ei_index": np.where(both > 0, (external - internal) / np.maximum(both, 1), np.nan),
        },
        index=pd.Index(list(values), name=by, dtype=object),
    )


def _possible(studied: Study) -> int:
    ordered = studied.network.size * (studied.network.size - 1)
    return ordered if studied.network.directed else ordered // 2


def _transitivity(studied: Study) -> float | None:
    ties = np.diff(studied.undirected.indptr)
    return _share(2 * studied.triangles.sum(), (ties * (ties - 1)).sum())


def _ei_index(studied: Study, by: str) -> float | None:
    own, other = (side.sum() for side in ties_by_side(studied, by))
    return _share(other - own, other + own)


def _outside_share(studied: Study, inside: Callable[[str], bool] | None) -> float | None:
    if inside is None:
        return None
    places = studied.network.labels.get("location", (None,) * studied.network.size)
    known = np.array([is_recorded(place) for place in places], dtype=bool)
    here = np.array([is_recorded(place) and inside(str(place)) for place in places], dtype=bool)
    start, end = studied.network.rows, studied.network.indices
    placed = known[start] & known[end]
    return _share(np.count_nonzero(placed & ~(here[start] & here[end])), np.count_nonzero(placed))


def _funded(network: object, funded_projects: Collection[str] | None) -> tuple[int | None, int | None]:
    if funded_projects is None or not isinstance(network, nx.Graph):
        return None, None
    wanted = frozenset(funded_projects)
    behind: Iterable[Collection[Hashable]] = (projects for _, _, projects in network.edges(data="projects", default=()))
    funded = [not wanted.isdisjoint(projects) for projects in behind]
    return sum(funded), len(funded) - sum(funded)


def _share(part: int | np.integer, whole: int | np.integer) -> float | None:
    return float(part / whole) if whole else None
