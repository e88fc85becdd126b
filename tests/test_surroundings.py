"""The surroundings of an element: what it is tied to, and who is there with it, as many as a picture can name."""

from graph.selection import only
from graph.surroundings import surroundings
from tests.small_region import actor, project, region, tie


def kept(data):
    return sorted((*data.actors["id"], *data.projects["id"]))


BUSY = region(
    [actor(one) for one in ("uni", "stadt", "kreis", "bank", "fern")],
    [project("p"), project("q"), project("r")],
    [
        tie("uni", "leads", "p"),
        tie("uni", "partner", "q"),
        *(tie("stadt", "partner", one) for one in ("p", "q")),
        tie("kreis", "partner", "p"),
        tie("bank", "funds", "uni", 10),
        *(tie("fern", "partner", one) for one in ("r",)),
    ],
)


def test_an_actor_is_shown_with_its_projects_funders_and_partners_and_what_ties_them():
    near = surroundings(BUSY, "uni", 25)

    assert kept(near) == ["bank", "kreis", "p", "q", "stadt", "uni"]
    assert sorted(near.ties["id"]) == [
        "bank>funds>uni",
        "kreis>partner>p",
        "stadt>partner>p",
        "stadt>partner>q",
        "uni>leads>p",
        "uni>partner>q",
    ]


def test_where_there_is_no_room_the_best_connected_ends_and_the_closest_partners_stay():
    assert kept(surroundings(BUSY, "uni", 5)) == ["kreis", "p", "q", "stadt", "uni"]


def test_a_project_is_shown_with_its_own_ends_only():
    assert kept(surroundings(BUSY, "p", 25)) == ["kreis", "p", "stadt", "uni"]


def test_who_is_tied_to_nothing_is_alone():
    assert kept(surroundings(region([actor("a"), actor("b")]), "a", 25)) == ["a"]


def test_a_partners_amount_leaves_with_its_project():
    data = region(
        [actor("bund"), actor("a")], [project("p")], [tie("bund", "funds", "a", 10, within="p"), tie("a", "leads", "p")]
    )

    assert only(data, {"bund", "a"}).ties["id"].tolist() == []
