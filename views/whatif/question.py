"""Which scenario is asked for."""

from __future__ import annotations

from graph.answers.scenario import RemoveActor, Scenario
from graph.answers.scenario_link import from_text, to_text
from graph.picture.contrast import ScenarioMoment
from views.view import View


def asked_scenario(view: View) -> Scenario:
    """Scenario of the address."""
    return from_text(view.query.szenario)[0]


def without(actor: str) -> str:
    """Text of the scenario in which one actor leaves."""
    return to_text(Scenario((RemoveActor(actor),)))


MOMENT_OF = {"unterschied": ScenarioMoment.DIFFERENCE, "vorher": ScenarioMoment.BEFORE, "nachher": ScenarioMoment.AFTER}
