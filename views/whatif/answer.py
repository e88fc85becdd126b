"""What a scenario changes, kept."""

from __future__ import annotations

from collections import Counter

from graph.answers import impact
from graph.answers.impact import Impact
from graph.answers.missed import Missed, ranking_missed
from graph.answers.scenario import Scenario, named_in
from graph.dataset import Dataset
from graph.picture import contrast, scene
from graph.picture.contrast import ScenarioMoment
from graph.picture.drawn import Drawing
from graph.picture.few import few_of
from graph.picture.scene import MOST_COMPLETE, Scene
from graph.projection import around
from views.keeping import cached
from views.network.answer import positions_of


@cached
def impact_of(dataset: Dataset, scenario: Scenario) -> Impact:
    """See `graph.answers.impact.find_impact`."""
    return impact.find_impact(dataset, scenario)


@cached
def missed_of(dataset: Dataset) -> tuple[Missed, ...]:
    """See `graph.answers.missed.ranking_missed`."""
    return ranking_missed(dataset)


@cached
def scenario_drawing(whole: Dataset, part: Dataset, scenario: Scenario, moment: ScenarioMoment) -> Drawing:
    """See `graph.picture.contrast.draw_scenario`; actors stand where the network page has them.

    Parameters
    ----------
    whole
        All data, also those that do not fit the filters.
    part
        The part of the data that fits the filters.
    scenario
        Changes that are thought of.
    moment
        Which state is drawn: before, after, or the difference.
    """
    shown = few_of(part, _concerned(part, scenario))
    placed = whole if len(whole.actors) <= MOST_COMPLETE else shown
    return contrast.draw_scenario(shown, scenario, positions_of(placed, Scene(scene.Network.COOPERATION)), moment)


def _concerned(dataset: Dataset, scenario: Scenario) -> Counter[str]:
    """Count for each actor the ties to what a scenario names; who is named comes before them."""
    named = named_in(scenario)
    counted = Counter(around(dataset, named).ties["from_id"].tolist())
    counted.update(dict.fromkeys(named, len(dataset.ties)))
    return counted
