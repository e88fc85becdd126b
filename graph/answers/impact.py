"""What a scenario changes: network figures, ties, actors without connection, euros."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from graph.answers.competence import competences
from graph.answers.scenario import Change, Scenario, play
from graph.dataset import Dataset, unpacked
from graph.ledger.sums import Sum, add_up, fundings_of
from graph.measures import network_summary
from graph.projection import cooperation, shared_projects

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure of the network before and after.

    Attributes
    ----------
    code
        One of `FIGURES`, or ``actors`` or ``projects``.
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
    recorded_leads, recorded_fields
        Whether any project has a lead, and anybody a Kompetenzfeld; where nothing is recorded nothing is lost either.
    gone
        Funding ties that vanish.
    at_risk
        Funding of the leaderless projects that stays recorded.
    without_effect
        Changes that change nothing.
    """

    figures: tuple[ComparedFigure, ...]
    lost: tuple[Pair, ...]
    new: tuple[Pair, ...]
    weaker: tuple[Pair, ...]
    left: tuple[str, ...]
    without_connection: tuple[str, ...]
    cut_off: tuple[str, ...]
    leaderless: tuple[str, ...]
    fields: tuple[str, ...]
    recorded_leads: bool
    recorded_fields: bool
    gone: Sum
    at_risk: Sum
    without_effect: tuple[Change, ...]


def find_impact(dataset: Dataset, scenario: Scenario) -> Impact:
    """Compare the data as recorded with the data after a scenario."""
    after, idle = play(dataset, scenario)
    old, new = cooperation(dataset), cooperation(after)
    kept = {tie.id for tie in fundings_of(after)}
    losses = _losses(dataset, after, old, new)
    return Impact(
        figures=_figures(dataset, old, after, new),
        lost=losses.lost,
        new=losses.new,
        weaker=_weaker(old, new),
        left=tuple(sorted(set(old) - set(new))),
        without_connection=losses.without_connection,
        cut_off=losses.cut_off,
        leaderless=losses.leaderless,
        fields=losses.fields,
        recorded_leads=bool(_led(dataset)),
        recorded_fields=bool(_active_fields(dataset)),
        gone=add_up(tie for tie in fundings_of(dataset) if tie.id not in kept),
        at_risk=add_up(tie for tie in fundings_of(after) if tie.recipient in losses.leaderless),
        without_effect=idle,
    )


class Losses(NamedTuple):
    """Who and what loses by a scenario, and which pairs start to cooperate; see `Impact`."""

    lost: tuple[Pair, ...]
    new: tuple[Pair, ...]
    without_connection: tuple[str, ...]
    cut_off: tuple[str, ...]
    leaderless: tuple[str, ...]
    fields: tuple[str, ...]


def find_losses(dataset: Dataset, scenario: Scenario) -> Losses:
    """Find who and what loses by a scenario, as `find_impact` but without figures and sums."""
    after, _ = play(dataset, scenario)
    return _losses(dataset, after, _plain(dataset), _plain(after))


def _plain(dataset: Dataset) -> nx.Graph:
    """Who works with whom, without what a screen shows of it."""
    network = nx.Graph()
    network.add_nodes_from(dataset.actors["id"])
    network.add_edges_from(shared_projects(dataset))
    return network


def _losses(dataset: Dataset, after: Dataset, old: nx.Graph, new: nx.Graph) -> Losses:
    stayed = set(old) & set(new)
    return Losses(
        lost=_pairs(old, new),
        new=_pairs(new, old),
        without_connection=tuple(sorted(actor for actor in stayed if old[actor] and not new[actor])),
        cut_off=tuple(sorted((_largest_part(old) & stayed) - _largest_part(new))),
        leaderless=tuple(sorted(_led(dataset) & set(after.projects["id"]) - _led(after))),
        fields=tuple(sorted(_active_fields(dataset) - _active_fields(after))),
    )


# Figures of a network that are compared, as in `graph.measures.NetworkSummary`
FIGURES = (
    "ties",
    "density",
    "components",
    "isolates",
    "largest_component",
    "mean_distance",
    "diameter",
    "degree_centralisation",
    "betweenness_centralisation",
    "clustering",
    "ei_index",
)


def _figures(before: Dataset, old: nx.Graph, after: Dataset, new: nx.Graph) -> tuple[ComparedFigure, ...]:
    one, other = network_summary(old), network_summary(new)
    return (
        ComparedFigure("actors", len(before.actors), len(after.actors)),
        ComparedFigure("projects", len(before.projects), len(after.projects)),
        *(ComparedFigure(code, getattr(one, code), getattr(other, code)) for code in FIGURES),
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
    actors, projects, ties = {*dataset.actors["id"]}, {*dataset.projects["id"]}, dataset.ties
    rows = unpacked(ties, "kind", "from_id", "to_id")
    return {project for kind, actor, project in rows if kind == "leads" and actor in actors and project in projects}


def _active_fields(dataset: Dataset) -> set[str]:
    return {field for competence in competences(dataset).values() for field in competence.fields}
