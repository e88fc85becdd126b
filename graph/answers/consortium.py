"""The smallest set of actors that covers wanted fields and types with the fewest pairs of strangers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import networkx as nx

from graph.answers.competence import competences
from graph.answers.contacts import acquaintances
from graph.dataset import Dataset

ALTERNATIVES = 3
# Steps of the exact search, about a tenth of a second; a budget in steps gives the same answer on any machine
STEPS = 10_000


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one actor brings into a consortium; sorted.

    Attributes
    ----------
    actor
        Actor id.
    fields, types
        Wanted Kompetenzfelder and types it covers.
    given
        Whether it was set beforehand.
    """

    actor: str
    fields: tuple[str, ...]
    types: tuple[str, ...]
    given: bool


@dataclass(frozen=True, slots=True)
class Consortium:
    """A set of actors that covers all that can be covered.

    Attributes
    ----------
    contributions
        One per actor: the given ones first, then in id order.
    strangers
        Pairs without any recorded contact.
    pairs
        Number of all pairs.
    """

    contributions: tuple[Contribution, ...]
    strangers: tuple[tuple[str, str], ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class Consortia:
    """The answer of the consortium finder.

    Attributes
    ----------
    consortia
        Best first, all of the same size; empty when nothing can be covered.
    exact
        Whether no smaller set and none with fewer strangers exists. False when the search was cut short: then
        a good set is shown that need not be the best.
    uncovered_fields, uncovered_types
        Wanted, but no actor of the data has it.
    """

    consortia: tuple[Consortium, ...]
    exact: bool
    uncovered_fields: tuple[str, ...]
    uncovered_types: tuple[str, ...]


def find_consortium(
    dataset: Dataset,
    kompetenzfelder: Collection[str],
    types: Collection[str],
    *,
    members: Collection[str] = (),
    excluded: Collection[str] = (),
    steps: int = STEPS,
) -> Consortia:
    """Search the smallest sets of actors that cover fields and types, with the fewest strangers.

    An actor covers its type and the fields that are recorded for it or for its projects. Exact by branch and
    bound within ``steps``; beyond, the best set found so far or a greedy one.

    Parameters
    ----------
    dataset
        Checked tables.
    kompetenzfelder, types
        What must be covered.
    members
        Actors that are in anyway; unknown ids are ignored.
    excluded
        Actors that must not be proposed. Collective actors never are.
    steps
        How many steps the search may take before the best set so far is returned.
    """
    wanted = [("field", name) for name in sorted(set(kompetenzfelder))]
    wanted += [("type", name) for name in sorted(set(types))]
    network = acquaintances(dataset)
    covers = _coverage(dataset, network, wanted)
    given = sorted(set(members) & covers.keys())
    coverable = _union(covers[actor] for actor in covers if actor in given or _is_open(network, actor, excluded))
    missing = [need for bit, need in enumerate(wanted) if not coverable >> bit & 1]
    search = _Search(
        network,
        {a: mask for a, mask in covers.items() if mask and a not in given and _is_open(network, a, excluded)},
        tuple(given),
        coverable & ~_union(covers[actor] for actor in given),
        steps,
    )
    found = search.run() if coverable else []
    return Consortia(
        consortia=tuple(_consortium(network, covers, wanted, given, chosen) for chosen in found),
        exact=not search.cut_short,
        uncovered_fields=tuple(name for what, name in missing if what == "field"),
        uncovered_types=tuple(name for what, name in missing if what == "type"),
    )


@dataclass(frozen=True, slots=True)
class _Partial:
    """A consortium in the making."""

    chosen: tuple[str, ...]
    strangers: int
    open_needs: int


@dataclass(slots=True)
class _Search:
    """Branch and bound over sets of actors; needs are bits of an integer."""

    network: nx.Graph
    masks: Mapping[str, int]  # candidate -> needs it covers
    given: tuple[str, ...]
    needed: int
    steps: int
    cut_short: bool = False
    best: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)  # strangers, chosen

    def run(self) -> list[tuple[str, ...]]:
        """Chosen actors of the best sets."""
        greedy = self._greedy()
        for size in range(len(greedy) + 1):
            self._extend(_Partial((), 0, self.needed), size, frozenset())
            if self.best:
                return [chosen for _, chosen in self.best]
            if self.cut_short:
                break
        return [greedy]

    def _extend(self, partial: _Partial, left: int, barred: frozenset[str]) -> None:
        """Add up to ``left`` actors; ``barred`` ones have been tried before, so no set is visited twice."""
        if not partial.open_needs:
            self._keep(partial)
        elif left * self._widest(partial, barred) >= partial.open_needs.bit_count() and not self._is_worse(partial):
            for actor in self._candidates(partial.open_needs, barred):
                self.steps -= 1
                if self.steps < 0:
                    self.cut_short = True
                    return
                self._extend(self._with(partial, actor), left - 1, barred)
                barred |= {actor}

    def _with(self, partial: _Partial, actor: str) -> _Partial:
        return _Partial(
            (*partial.chosen, actor),
            partial.strangers + self._strangers_of(actor, partial.chosen),
            partial.open_needs & ~self.masks[actor],
        )

    def _widest(self, partial: _Partial, barred: Collection[str]) -> int:
        """Most open needs that one more actor can cover: too few mean a dead end."""
        return max(
            ((mask & partial.open_needs).bit_count() for actor, mask in self.masks.items() if actor not in barred),
            default=0,
        )

    def _candidates(self, open_needs: int, barred: Collection[str]) -> list[str]:
        needs = [1 << bit for bit in range(open_needs.bit_length()) if open_needs >> bit & 1]
        by_need = [[a for a, mask in self.masks.items() if mask & need and a not in barred] for need in needs]
        rarest = min(by_need, key=len)
        return sorted(rarest, key=lambda actor: (-(self.masks[actor] & open_needs).bit_count(), actor))

    def _keep(self, found: _Partial) -> None:
        self.best = sorted([*self.best, (found.strangers, tuple(sorted(found.chosen)))])[:ALTERNATIVES]

    def _is_worse(self, partial: _Partial) -> bool:
        return len(self.best) == ALTERNATIVES and partial.strangers >= self.best[-1][0]

    def _strangers_of(self, actor: str, chosen: Sequence[str]) -> int:
        return sum(not self.network.has_edge(actor, other) for other in (*self.given, *chosen))

    def _greedy(self) -> tuple[str, ...]:
        """Take who covers most of what is open, then who knows most of those chosen."""
        chosen: tuple[str, ...] = ()
        open_needs = self.needed
        while open_needs:
            gain = {actor: (mask & open_needs).bit_count() for actor, mask in self.masks.items()}
            best = min(gain, key=lambda actor: (-gain[actor], self._strangers_of(actor, chosen), actor))
            chosen, open_needs = (*chosen, best), open_needs & ~self.masks[best]
        return tuple(sorted(chosen))


def _coverage(dataset: Dataset, network: nx.Graph, wanted: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Which needs each actor covers, as bits."""
    competence = competences(dataset)
    has = {
        actor: {("type", network.nodes[actor]["type"]), *(("field", name) for name in competence[actor].fields)}
        for actor in sorted(network)
    }
    return {actor: sum(1 << bit for bit, need in enumerate(wanted) if need in own) for actor, own in has.items()}


def _is_open(network: nx.Graph, actor: str, excluded: Collection[str]) -> bool:
    return actor not in excluded and not network.nodes[actor]["collective"]


def _union(masks: Iterable[int]) -> int:
    together = 0
    for mask in masks:
        together |= mask
    return together


def _consortium(
    network: nx.Graph,
    covers: Mapping[str, int],
    wanted: Sequence[tuple[str, str]],
    given: Sequence[str],
    chosen: Sequence[str],
) -> Consortium:
    def covered(actor: str, kind: str) -> tuple[str, ...]:
        return tuple(name for bit, (what, name) in enumerate(wanted) if what == kind and covers[actor] >> bit & 1)

    together = (*given, *chosen)
    pairs = list(combinations(together, 2))
    return Consortium(
        tuple(Contribution(a, covered(a, "field"), covered(a, "type"), a in given) for a in together),
        tuple(pair for pair in pairs if not network.has_edge(*pair)),
        len(pairs),
    )
