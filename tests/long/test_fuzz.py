"""20,000 sets of files: loaded, selected, measured, shown in every view and written in every format.

Run it alone: ``python -m pytest tests/long/test_fuzz.py``; it takes hours.
"""

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import graph
from tests.fuzzing import ALL_FORMATS, VIEWS, analyse, show, tables

INPUTS = 20_000
CALM = list(HealthCheck)


@seed(1)
@settings(max_examples=INPUTS, deadline=None, suppress_health_check=CALM)
@given(tables())
def test_20000_sets_of_files_can_be_loaded_selected_and_measured(files: dict[str, bytes]):
    analyse(graph.load(files).dataset)


@pytest.mark.parametrize(("page", "tab"), VIEWS)
@seed(2)
@settings(max_examples=-(-INPUTS // len(VIEWS)), deadline=None, suppress_health_check=CALM)
@given(tables(), st.sampled_from(ALL_FORMATS))
def test_20000_sets_of_files_can_be_shown_and_written(page: str, tab: str, files: dict[str, bytes], file_format: str):
    show(graph.load(files).dataset, page, tab, [file_format])
