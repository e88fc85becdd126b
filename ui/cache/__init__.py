"""Every cache of the app: two-line wrappers, keyed by plain values, over pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph import cutpoints, openpoints, overview, profile, projection, selection
from graph.answers import (
    actor_matrix,
    bodies,
    comparison,
    consortium,
    contacts,
    gaps,
    groups,
    impact,
    partners,
    paths,
    standing,
    together,
)
from graph.answers.actor_matrix import Matrix
from graph.answers.bodies import Body
from graph.answers.candidate import Search
from graph.answers.comparison import Comparison
from graph.answers.consortium import Consortia, Consortium
from graph.answers.gaps import Gaps
from graph.answers.groups import Grouping
from graph.answers.impact import Impact
from graph.answers.partners import Found
from graph.answers.paths import Chains
from graph.answers.scenario import Scenario
from graph.answers.standing import Broker, Ranking
from graph.answers.together import Together
from graph.cutpoints import Bridge, CutPoint
from graph.dataset import Dataset
from graph.issue import Report
from graph.load import load
from graph.measures import CorePeriphery, NetworkSummary, core_periphery, network_summary
from graph.openpoints import OpenPoint
from graph.overview import Overview
from graph.picture import arrangement, contrast, scene
from graph.picture.contrast import Moment
from graph.picture.drawn import Drawing
from graph.picture.scene import Positions, Scene
from graph.profile import Profile
from graph.selection import Loosening, Selection
from store import Present, shared_store
from ui.cache.store import cached, forget_before, shared_part, shared_source


def folder_report(folder: str) -> Report:
    """Dataset of a folder or archive, read again when one of its files changed."""
    files = sorted(Path(folder).glob("*")) if Path(folder).is_dir() else [Path(folder)]
    return _folder_report(folder, tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@shared_source
def _folder_report(folder: str, state: tuple[tuple[str, int, int], ...]) -> Report:  # noqa: ARG001  # is a key
    return load(folder)


def store_report(address: str, now: Present) -> Report:
    """Dataset of a store at its present revision."""
    forget_before(address, now.last_erasure)
    return _store_report(address, now.revision, now.last_erasure)


@shared_source
def _store_report(address: str, revision: int, erased: int) -> Report:  # noqa: ARG001  # is a key
    return load(shared_store(address).files(revision))


@shared_source
def upload_report(digest: str, _files: Mapping[str, bytes]) -> Report:  # noqa: ARG001  # the digest is a key
    """Dataset of uploaded files; ``digest`` stands for their content."""
    return load(_files)


@shared_part
def part(dataset: Dataset, asked: Selection) -> Dataset:
    """See `graph.selection.select`."""
    return selection.select(dataset, asked)


@cached
def loosenings(dataset: Dataset, asked: Selection) -> list[Loosening]:
    """See `graph.selection.loosenings`."""
    return selection.loosenings(dataset, asked)


@cached
def overview_of(dataset: Dataset) -> Overview:
    """See `graph.overview.overview`."""
    return overview.overview(dataset)


@cached
def profile_of(dataset: Dataset, element: str) -> Profile | None:
    """See `graph.profile.profile`."""
    return profile.profile(dataset, element)


@cached
def open_points_of(dataset: Dataset) -> tuple[OpenPoint, ...]:
    """See `graph.openpoints.open_points`."""
    return openpoints.open_points(dataset)


@cached
def positions_of(dataset: Dataset, asked: Scene) -> Positions:
    """See `graph.picture.scene.positions_of`; ask with colour, size and rest at their defaults to share the result."""
    return scene.positions_of(dataset, asked)


@cached
def drawing_of(whole: Dataset, shown: Dataset, asked: Scene, selected: str | None = None) -> Drawing:
    """See `graph.picture.scene.drawing_of`."""
    placing = Scene(asked.network, asked.counting, asked.membership, asked.focus, asked.distance)
    return scene.drawing_of(whole, shown, asked, positions_of(whole, placing), selected)


@cached
def comparison_of(dataset: Dataset, actors: tuple[str, ...]) -> Comparison:
    """See `graph.answers.comparison.compare`."""
    return comparison.compare(dataset, actors)


@cached
def closest_pairs_of(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """See `graph.answers.comparison.closest_pairs`."""
    return comparison.closest_pairs(dataset)


@cached
def comparison_drawing(dataset: Dataset, found: Comparison) -> Drawing:
    """See `graph.picture.arrangement.draw_comparison`."""
    return arrangement.draw_comparison(dataset, found)


@cached
def chains_of(dataset: Dataset, source: str, target: str) -> Chains:
    """See `graph.answers.paths.find_chains`."""
    return paths.find_chains(contacts.contacts(dataset), source, target)


@cached
def chains_drawing(dataset: Dataset, found: Chains) -> Drawing:
    """See `graph.picture.arrangement.draw_chains`."""
    return arrangement.draw_chains(dataset, found)


@cached
def partners_for(dataset: Dataset, search: Search) -> Found:
    """See `graph.answers.partners.find_partners`."""
    return partners.find_partners(dataset, search)


@cached
def consortia_for(dataset: Dataset, search: Search) -> Consortia:
    """See `graph.answers.consortium.find_consortium`; the asking actor is a member."""
    members = (search.actor, *search.members)
    return consortium.find_consortium(
        dataset, search.kompetenzfelder, search.types, members=members, excluded=search.dismissed
    )


@cached
def consortium_drawing(dataset: Dataset, found: Consortium) -> Drawing:
    """See `graph.picture.arrangement.draw_consortium`."""
    return arrangement.draw_consortium(dataset, found)


@cached
def gaps_of(dataset: Dataset) -> Gaps:
    """See `graph.answers.gaps.find_gaps`."""
    return gaps.find_gaps(dataset)


@cached
def groups_of(dataset: Dataset) -> Grouping:
    """See `graph.answers.groups.find_groups`, of the cooperation network."""
    return groups.find_groups(projection.cooperation(dataset))


@cached
def matrix_of(dataset: Dataset, by: str, most: int) -> Matrix:
    """See `graph.answers.actor_matrix.actor_matrix`, of the ``most`` actors with most partners."""
    network = projection.cooperation(dataset)
    return actor_matrix.actor_matrix(actor_matrix.densest(network, most), by, groups=groups_of(dataset).group_of)


@cached
def shared_projects_of(dataset: Dataset, a: str, b: str) -> tuple[str, ...]:
    """See `graph.answers.actor_matrix.shared_projects`."""
    return actor_matrix.shared_projects(projection.cooperation(dataset), a, b)


@cached
def together_in(dataset: Dataset) -> Together:
    """See `graph.answers.together.find_together`."""
    return together.find_together(dataset)


@cached
def bodies_of(dataset: Dataset) -> tuple[Body, ...]:
    """See `graph.answers.bodies.find_bodies`."""
    return bodies.find_bodies(dataset)


@cached
def impact_of(dataset: Dataset, scenario: Scenario) -> Impact:
    """See `graph.answers.impact.find_impact`."""
    return impact.find_impact(dataset, scenario)


@cached
def scenario_drawing(whole: Dataset, part: Dataset, scenario: Scenario, moment: Moment) -> Drawing:
    """See `graph.picture.contrast.draw_scenario`; actors stand where the network page has them."""
    places = positions_of(whole, Scene(scene.Network.COOPERATION))
    return contrast.draw_scenario(part, scenario, places, moment)


@cached
def ranking_of(dataset: Dataset, measure: str) -> Ranking:
    """See `graph.answers.standing.ranking`."""
    return standing.ranking(dataset, measure)


@cached
def standing_drawing(whole: Dataset, part: Dataset, measure: str, *, by_group: bool) -> Drawing:
    """See `graph.answers.standing.draw_standing`; actors stand where the network page has them."""
    places = positions_of(whole, Scene(scene.Network.COOPERATION))
    grouping = groups_of(part) if by_group else None
    return standing.draw_standing(whole, part, places, ranking_of(part, measure), grouping)


@cached
def value_pairs_of(dataset: Dataset, across: str, up: str) -> dict[str, tuple[float, float]]:
    """See `graph.answers.standing.value_pairs`."""
    return standing.value_pairs(dataset, across, up)


@cached
def brokers_of(dataset: Dataset) -> tuple[Broker, ...]:
    """See `graph.answers.standing.brokers`."""
    return standing.brokers(dataset)


@cached
def cut_points_of(dataset: Dataset) -> tuple[CutPoint, ...]:
    """See `graph.cutpoints.cut_points`, of the cooperation network."""
    return cutpoints.cut_points(projection.cooperation(dataset))


@cached
def bridges_of(dataset: Dataset) -> tuple[Bridge, ...]:
    """See `graph.cutpoints.bridges`, of the cooperation network."""
    return cutpoints.bridges(projection.cooperation(dataset))


@cached
def core_of(dataset: Dataset) -> CorePeriphery:
    """See `graph.measures.core_periphery`, of the cooperation network."""
    return core_periphery(projection.cooperation(dataset))


@cached
def summary_of(dataset: Dataset) -> NetworkSummary:
    """See `graph.measures.network_summary`, of the cooperation network."""
    funded = set(dataset.ties.loc[dataset.ties["kind"] == "funds", "to_id"])
    inside = dataset.is_inside if dataset.places else None
    return network_summary(projection.cooperation(dataset), funded_projects=funded, inside=inside)
