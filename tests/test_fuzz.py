"""No content raises: not when it is loaded, selected and measured, and not in any view and any format."""

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import graph
from tests.fuzzing import ALL_FORMATS, COMPARED, DOCUMENTS, VIEWS, WRITTEN, analyse, hand_out, show, tables

CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]
MOST_FORMATS = [name for name in ALL_FORMATS if name != "png"]


@seed(20_261_128)
@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
@given(tables())
def test_whatever_loads_can_be_selected_and_measured(files: dict[str, bytes]):
    analyse(graph.load(files).dataset)


@pytest.mark.parametrize(("page", "tab"), VIEWS)
@seed(20_261_128)
@settings(max_examples=4, deadline=None, suppress_health_check=CALM)
@given(tables(), st.sampled_from(MOST_FORMATS))
def test_whatever_loads_can_be_shown_and_written(page: str, tab: str, files: dict[str, bytes], file_format: str):
    show(graph.load(files).dataset, page, tab, [file_format])


@pytest.mark.parametrize(("page", "tab"), COMPARED)
@seed(20_261_128)
@settings(max_examples=4, deadline=None, suppress_health_check=CALM)
@given(tables(), tables(), st.sampled_from(MOST_FORMATS))
def test_whatever_loads_can_be_compared_with_whatever_was_before(
    page: str, tab: str, files: dict[str, bytes], before: dict[str, bytes], file_format: str
):
    show(graph.load(files).dataset, page, tab, [file_format], graph.load(before).dataset)


@pytest.mark.parametrize("written", WRITTEN)
@seed(20_261_128)
@settings(max_examples=6, deadline=None, suppress_health_check=CALM)
@given(tables(), tables(), st.sampled_from(list(DOCUMENTS)))
def test_whatever_loads_can_be_handed_out_as_a_document(
    written: str, files: dict[str, bytes], before: dict[str, bytes], file_format: str
):
    hand_out(graph.load(files).dataset, written, [file_format], graph.load(before).dataset)
