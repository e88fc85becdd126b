"""How far ranks move when doubtful ties and planned projects are left out."""

import networkx as nx
import pytest

from graph.rankrange import confirmed_only, rank_ranges, variants, without_planned
from tests.small_region import actor, project, region, tie


def doubtful_region():
    return region(
        actors=[actor("a"), actor("b"), actor("c")],
        projects=[project("p1", status="ongoing"), project("p2", status="planned")],
        ties=[
            tie("a", "leads", "p1"),
            tie("b", "partner", "p1"),
            tie("c", "partner", "p1", certainty="unconfirmed"),
            tie("c", "leads", "p2"),
            tie("b", "partner", "p2"),
        ],
        events=[{"project_id": "p2", "label": "Auftakt"}],
    )


def test_only_confirmed_ties_are_left():
    assert list(confirmed_only(doubtful_region()).ties["certainty"].unique()) == ["confirmed"]


def test_planned_projects_leave_with_their_ties_and_dates():
    left = without_planned(doubtful_region())

    assert list(left.projects["id"]) == ["p1"]
    assert set(left.ties["to_id"]) == {"p1"}
    assert left.events.empty


def test_leaving_out_does_not_change_the_dataset():
    dataset = doubtful_region()

    variants(dataset)

    assert dataset.fingerprint == doubtful_region().fingerprint


def test_every_variant_has_all_actors():
    networks = variants(doubtful_region())

    assert set(networks) == {"recorded", "confirmed", "carried_out", "confirmed_and_carried_out"}
    assert all(set(network) == {"a", "b", "c"} for network in networks.values())


def test_a_range_goes_from_the_best_to_the_worst_rank():
    table = rank_ranges(variants(doubtful_region()), "degree")

    # recorded and carried out: all know each other; confirmed: b knows a and c; both: only a-b is left
    assert table["value"].to_dict() == {"a": 2, "b": 2, "c": 2}
    assert table["rank"].to_dict() == {"a": 1, "b": 1, "c": 1}
    assert table["best"].to_dict() == {"a": 1, "b": 1, "c": 1}
    assert table["worst"].to_dict() == {"a": 2, "b": 1, "c": 3}


def test_an_actor_without_a_value_in_a_variant_has_no_rank_there():
    recorded, confirmed = nx.Graph(["ab", "bc"]), nx.Graph(["ab"])
    confirmed.add_node("c")

    table = rank_ranges({"recorded": recorded, "confirmed": confirmed}, "constraint")

    assert table["unranked"].to_dict() == {"a": 0, "b": 0, "c": 1}
    assert table["rank"].to_dict() == {"a": 2, "b": 1, "c": 2}
    assert table["best"].to_dict() == {"a": 1, "b": 1, "c": 2}


def test_who_never_has_a_value_never_has_a_rank():
    alone = nx.empty_graph(["a"])

    row = rank_ranges({"recorded": alone}, "constraint").loc["a"]

    assert row[["value", "rank", "best", "worst"]].isna().all()
    assert row["unranked"] == 1


def test_ranks_of_an_empty_network_are_an_empty_table():
    assert rank_ranges({"recorded": nx.Graph()}, "degree").empty


@pytest.mark.parametrize("status", ["idea", "applied", "planned", "tentative"])
def test_a_tie_of_a_status_nobody_has_promised_is_left_out(status):
    dataset = region(
        projects=[project("p", status="ongoing")],
        ties=[tie("a", "leads", "p"), tie("b", "partner", "p", status=status)],
    )

    assert list(without_planned(dataset).ties["from_id"]) == ["a"]
