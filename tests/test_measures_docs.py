"""docs/measures.md says of every measure what the code does."""

import re
from pathlib import Path

import pytest

from graph.brokerage import ROLES
from graph.measures import MEASURES, NetworkSummary

PAGE = (Path(__file__).parent.parent / "docs" / "measures.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##)", PAGE, re.DOTALL | re.MULTILINE))


def words(text):
    return " ".join(text.split())


def test_every_measure_has_its_section_in_the_order_of_the_registry():
    assert list(SECTIONS) == list(MEASURES)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_a_section_names_source_networks_direction_and_who_has_no_value(measure):
    section = words(SECTIONS[measure.id])

    assert f"Source: {measure.cite}." in section
    assert f"On: {', '.join(kind for kind in ('cooperation', 'two_mode', 'funding') if kind in measure.on)}." in section
    assert f"Strong: {measure.strong}." in section
    assert re.search(rf"Missing for: {measure.missing}\b", section)
    assert "Limits: " in section


@pytest.mark.parametrize("figure", NetworkSummary.__slots__)
def test_every_figure_on_a_network_is_explained(figure):
    assert re.search(rf"^\|[^|]*`{figure}`", PAGE, re.MULTILINE)


@pytest.mark.parametrize("role", [*ROLES, "total"])
def test_every_brokerage_role_is_explained(role):
    assert f"| `{role}` |" in PAGE
