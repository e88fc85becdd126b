"""What a scenario changes: network figures, ties, actors without connection, euros."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.build import participations
from graph.competence import competences
from graph.dataset import Dataset
from graph.projection import cooperation
from graph.scenario import Change, Scenario, apply, without_effect
from graph.sums import Sum, add_up, fundings_of

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the network before and after.

    Attributes
    ----------
    code
        Key of `FIGURES`, or ``actors`` or ``projects``.
    before, after
        Values; ``None`` where the figure is not defined, such as a mean distance without ties.
    """

    code: str
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """After minus before; ``None`` if one of them is not defined."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Impact:
    """The answer to "what if".

    Attributes
    ----------
    figures
        Network figures before and after.
    lost, new
        Sorted pairs of actors that no longer cooperate, and that start to.
    weaker
        Pairs that keep cooperating with fewer projects.
    left
        Removed actors.
    without_connection
        Actors that stay and lose their only connection.
    cut_off
        Actors that stay and lose the way to the largest connected part, those without any tie included.
    leaderless
        Projects that stay and lose their only lead.
    fields
        Kompetenzfelder in which nobody is active any longer.
    gone
        Funding ties that vanish.
    at_risk
        Funding of the leaderless projects that stays recorded.
    without_effect
        Changes that change nothing.
    """

    figures: tuple[Figure, ...]
    lost: tuple[Pair, ...]
    new: tuple[Pair, ...]
    weaker: tuple[Pair, ...]
    left: tuple[str, ...]
    without_connection: tuple[str, ...]
    cut_off: tuple[str, ...]
    leaderless: tuple[str, ...]
    fields: tuple[str, ...]
    gone: Sum
    at_risk: Sum
    without_effect: tuple[Change, ...]


def find_impact(dataset: Dataset, scenario: Scenario) -> Impact:
    """Compare the data as recorded with the data after a scenario."""
    after = apply(dataset, scenario)
    old, new = cooperation(dataset), cooperation(after)
    stayed = set(old) & set(new)
    leaderless = set(_led(dataset)) & set(after.projects["id"]) - set(_led(after))
    kept = {tie.id for tie in fundings_of(after)}
    return Impact(
        figures=_figures(dataset, old, after, new),
        lost=_pairs(old, new),
        new=_pairs(new, old),
        weaker=_weaker(old, new),
        left=tuple(sorted(set(old) - set(new))),
        without_connection=tuple(sorted(actor for actor in stayed if old[actor] and not new[actor])),
        cut_off=tuple(sorted((_largest_part(old) & stayed) - _largest_part(new))),
        leaderless=tuple(sorted(leaderless)),
        fields=tuple(sorted(_active_fields(dataset) - _active_fields(after))),
        gone=add_up(tie for tie in fundings_of(dataset) if tie.id not in kept),
        at_risk=add_up(tie for tie in fundings_of(after) if tie.recipient in leaderless),
        without_effect=without_effect(dataset, scenario),
    )


def _density(network: nx.Graph) -> float | None:
    return float(nx.density(network)) if len(network) > 1 else None


def _mean_distance(network: nx.Graph) -> float | None:
    """Mean number of steps inside the largest connected part."""
    part = network.subgraph(_largest_part(network))
    return float(nx.average_shortest_path_length(part)) if len(part) > 1 else None


def _core_share(network: nx.Graph) -> float | None:
    return len(_largest_part(network)) / len(network) if len(network) else None


# Figures of a cooperation network, by code
FIGURES: Mapping[str, Callable[[nx.Graph], float | None]] = {
    "cooperations": lambda network: network.number_of_edges(),
    "density": _density,
    "components": nx.number_connected_components,
    "isolates": nx.number_of_isolates,
    "largest_part": _core_share,
    "mean_distance": _mean_distance,
}


def _figures(before: Dataset, old: nx.Graph, after: Dataset, new: nx.Graph) -> tuple[Figure, ...]:
    return (
        Figure("actors", len(before.actors), len(after.actors)),
        Figure("projects", len(before.projects), len(after.projects)),
        *(Figure(code, figure(old), figure(new)) for code, figure in FIGURES.items()),
    )


def _pairs(network: nx.Graph, without: nx.Graph) -> tuple[Pair, ...]:
    return tuple(sorted(_pair(a, b) for a, b in network.edges if not without.has_edge(a, b)))


def _weaker(old: nx.Graph, new: nx.Graph) -> tuple[Pair, ...]:
    before, after = _weights(old), _weights(new)
    return tuple(sorted(pair for pair in before.keys() & after.keys() if after[pair] < before[pair]))


def _weights(network: nx.Graph) -> dict[Pair, float]:
    return {_pair(a, b): weight for a, b, weight in network.edges(data="weight")}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _largest_part(network: nx.Graph) -> set[str]:
    """Largest connected part; among equal ones the one with the first id, and none without ties."""
    parts = (part for part in nx.connected_components(network) if len(part) > 1)
    return set(min(parts, key=lambda part: (-len(part), min(part)), default=()))


def _led(dataset: Dataset) -> set[str]:
    ties = participations(dataset)
    return set(ties.loc[ties["kind"] == "leads", "to_id"])


def _active_fields(dataset: Dataset) -> set[str]:
    return {field for competence in competences(dataset).values() for field in competence.fields}
