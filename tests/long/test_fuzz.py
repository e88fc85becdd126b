"""20,000 sets of files: loaded, selected, measured, shown in every view and written in every format.

Run it alone: ``python -m pytest tests/long/test_fuzz.py``; it takes hours.
"""

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import graph
from tests.fuzzing import ALL_FORMATS, COMPARED, DOCUMENTS, VIEWS, WRITTEN, analyse, hand_out, show, tables

INPUTS = 20_000
OTHER_INPUTS = 500  # for each comparison and each document, which is some twenty exhibits
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


@pytest.mark.parametrize(("page", "tab"), COMPARED)
@seed(3)
@settings(max_examples=OTHER_INPUTS, deadline=None, suppress_health_check=CALM)
@given(tables(), tables(), st.sampled_from(ALL_FORMATS))
def test_500_sets_of_files_can_be_compared_with_what_was_before(
    page: str, tab: str, files: dict[str, bytes], before: dict[str, bytes], file_format: str
):
    show(graph.load(files).dataset, page, tab, [file_format], graph.load(before).dataset)


@pytest.mark.parametrize("written", WRITTEN)
@seed(4)
@settings(max_examples=OTHER_INPUTS, deadline=None, suppress_health_check=CALM)
@given(tables(), tables(), st.sampled_from(list(DOCUMENTS)))
def test_500_sets_of_files_can_be_handed_out_as_each_document(
    written: str, files: dict[str, bytes], before: dict[str, bytes], file_format: str
):
    hand_out(graph.load(files).dataset, written, [file_format], graph.load(before).dataset)
