"""What a scenario changes, kept."""

from __future__ import annotations

from graph.answers import impact
from graph.answers.impact import Impact
from graph.answers.scenario import Scenario
from graph.dataset import Dataset
from graph.picture import contrast, scene
from graph.picture.contrast import ScenarioMoment
from graph.picture.drawn import Drawing
from graph.picture.scene import Scene
from views.keeping import cached
from views.network.answer import positions_of


@cached
def impact_of(dataset: Dataset, scenario: Scenario) -> Impact:
    """See `graph.answers.impact.find_impact`."""
    return impact.find_impact(dataset, scenario)


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
    places = positions_of(whole, Scene(scene.Network.COOPERATION))
    return contrast.draw_scenario(part, scenario, places, moment)
