"""Who works together and who stands alone: a common project counts, funding does not."""

from graph.answers.together import find_together
from tests.small_region import actor, project, region, tie


def test_actors_are_separated_by_whether_they_share_a_project():
    data = region(
        [actor("hs"), actor("stadt"), actor("kreis"), actor("bund"), actor("firma")],
        [project("lab"), project("solo")],
        [
            tie("hs", "leads", "lab"),
            tie("stadt", "partner", "lab"),
            tie("kreis", "partner", "lab"),
            tie("firma", "leads", "solo"),
            tie("bund", "funds", "lab", 1000),
        ],
    )

    found = find_together(data)

    assert found.connected == (("hs", 2), ("kreis", 2), ("stadt", 2))
    assert found.alone == ("bund", "firma")
    assert found.pairs == 3


def test_without_actors_nobody_works_and_nobody_stands_alone():
    found = find_together(region())

    assert (found.connected, found.alone, found.pairs) == ((), (), 0)
