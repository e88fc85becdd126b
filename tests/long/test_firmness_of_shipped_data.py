"""On the shipped data, every mark of every kind of statement equals leaving out each source by hand; minutes a kind."""

import pytest

import graph
from tests.leaving_out import marks, marks_by_hand

SHIPPED = graph.load("data").dataset


@pytest.mark.parametrize("kind", graph.STATEMENTS)
def test_marks_on_the_shipped_data_equal_leaving_out_every_source_by_hand(kind):
    found = graph.firmness(SHIPPED, kind)

    assert marks(found) == marks_by_hand(SHIPPED, found.statement)
