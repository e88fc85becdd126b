"""One network while it is being measured: what several measures need is computed once and kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx
import numpy as np

from graph.dataset import Dataset
from graph.kernels.arrays import Contacts, Counts, Reals, Ties, Vertices
from graph.kernels.brandes import dependencies
from graph.kernels.connection import components
from graph.kernels.csr import LABELS, CompactNetwork, both_directions, compact, contacts, frozen, groups
from graph.kernels.dijkstra import dependencies_by_length
from graph.kernels.traversal import Distances, distances
from graph.kernels.triangles import Redundancy, Upward, count_triangles, redundancy, upward
from graph.measures.sample import Estimate, Sampling, estimate


@dataclass(frozen=True, eq=False)
class Study:
    """A network with everything measures share.

    Attributes
    ----------
    network
        The network as arrays.
    dataset
        The tables behind it, for measures that count records; ``None`` when only the network is known.
    sampling
        When betweenness is estimated from a sample of actors, and from how many.
    """

    network: CompactNetwork
    dataset: Dataset | None = None
    sampling: Sampling = field(default_factory=Sampling)

    @cached_property
    def contacts(self) -> Contacts:
        """Ties regardless of direction, each of weight 1 (both directions: 2)."""
        return contacts(self.network, weighted=False)

    @cached_property
    def weighted_contacts(self) -> Contacts:
        """Ties regardless of direction with their strength."""
        return contacts(self.network, weighted=True)

    @cached_property
    def undirected(self) -> Ties:
        """Who knows whom, regardless of direction."""
        if not self.network.directed:
            return self.network.ties
        return Ties(self.contacts.indptr, self.contacts.indices)

    @cached_property
    def all_ties(self) -> Ties:
        """Ties out and in, see `graph.kernels.csr.both_directions`."""
        return both_directions(self.network)

    @cached_property
    def upward(self) -> Upward:
        """Ties by rank, for walks through triangles."""
        return upward(self.undirected)

    @cached_property
    def triangles(self) -> Counts:
        """Triangles at each node."""
        return count_triangles(self.upward)

    @cached_property
    def redundancy(self) -> Redundancy:
        """Constraint and effective size, all ties alike."""
        return redundancy(self.upward, self.contacts)

    @cached_property
    def weighted_redundancy(self) -> Redundancy:
        """Constraint and effective size by strength of ties."""
        weighted = self.weighted_contacts
        return redundancy(upward(Ties(weighted.indptr, weighted.indices)), weighted)

    @cached_property
    def distances(self) -> Distances:
        """Distances to each node from all others."""
        return distances(self.network.ties, directed=self.network.directed)

    @cached_property
    def components(self) -> Vertices:
        """Component number of each node, direction ignored."""
        return components(self.undirected)

    @cached_property
    def largest_component(self) -> Vertices:
        """Nodes of the largest component; of the first one when several are largest."""
        if not self.network.size:
            return np.empty(0, np.int32)
        largest = np.argmax(np.bincount(self.components))
        return np.flatnonzero(self.components == largest).astype(np.int32)

    @cached_property
    def betweenness(self) -> Estimate:
        """Betweenness by steps, exact or estimated."""
        ties, directed = self.network.ties, self.network.directed
        return estimate(
            self.network.size,
            lambda sources: dependencies(ties, sources, directed=directed),
            self.sampling.sources,
        )

    @cached_property
    def weighted_betweenness(self) -> Estimate:
        """Betweenness where a strong tie is a short way: length = 1 / strength, no way through strength 0."""
        ties, lengths = self._lengths
        return estimate(
            self.network.size,
            lambda sources: dependencies_by_length(ties, lengths, sources),
            self.sampling.slower.sources,
        )

    @property
    def _lengths(self) -> tuple[Ties, Reals]:
        strong = self.network.weights > 0
        indptr = np.concatenate(([0], np.cumsum(strong)))[self.network.indptr]
        ties = Ties(frozen(indptr), frozen(self.network.indices[strong]))
        return ties, frozen(1.0 / self.network.weights[strong])

    def groups(self, by: str) -> tuple[tuple[object, ...], Vertices]:
        """Values of a node attribute and the number of each node's value."""
        return groups(self.network, by)


def study(
    network: nx.Graph | CompactNetwork | Study,
    *,
    dataset: Dataset | None = None,
    sampling: Sampling | None = None,
    labels: Collection[str] = LABELS,
) -> Study:
    """Prepare a network for measuring; a study stays as it is.

    Parameters
    ----------
    network
        Any network without parallel ties; those of a multigraph are added up (`graph.kernels.csr.compact`).
    dataset
        The tables behind it.
    sampling
        See `Sampling`.
    labels
        Node attributes to take along.
    """
    if isinstance(network, Study):
        return network
    return Study(compact(network, labels=labels), dataset, sampling or Sampling())
