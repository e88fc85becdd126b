"""No content raises: not when it is loaded, selected and measured, and not in any view and any format."""

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import graph
from tests.fuzzing import ALL_FORMATS, VIEWS, analyse, show, tables

CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]


@seed(20_261_128)
@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
@given(tables())
def test_whatever_loads_can_be_selected_and_measured(files: dict[str, bytes]):
    analyse(graph.load(files).dataset)


@pytest.mark.parametrize(("page", "tab"), VIEWS)
@seed(20_261_128)
@settings(max_examples=4, deadline=None, suppress_health_check=CALM)
@given(tables(), st.sampled_from([name for name in ALL_FORMATS if name != "png"]))
def test_whatever_loads_can_be_shown_and_written(page: str, tab: str, files: dict[str, bytes], file_format: str):
    show(graph.load(files).dataset, page, tab, [file_format])
