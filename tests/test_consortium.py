"""The smallest set of actors for a project."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.answers.consortium import find_consortium
from tests.small_region import actor, region, tie
from tests.strategies import FIELDS, datasets


def makers():
    return region(
        [
            actor("uni", "Hochschule", kompetenzfelder=("Photonik",)),
            actor("firm", "Unternehmen", kompetenzfelder=("Automotive",)),
            actor("allround", "Unternehmen", kompetenzfelder=("Photonik", "Automotive")),
            actor("college", "Hochschule"),
            actor("banks", "Bank", collective=True),
        ],
        [],
        [tie("college", "cooperates_with", "allround")],
    )


def actors_of(consortium):
    return [contribution.actor for contribution in consortium.contributions]


def test_one_actor_that_covers_everything_is_enough():
    found = find_consortium(makers(), ["Photonik", "Automotive"], ["Unternehmen"])

    assert actors_of(found.consortia[0]) == ["allround"]
    assert found.exact


def test_among_sets_of_equal_size_who_know_each_other_come_first():
    best, second = find_consortium(makers(), ["Photonik", "Automotive"], ["Unternehmen", "Hochschule"]).consortia[:2]

    assert (actors_of(best), best.strangers) == (["allround", "college"], ())
    assert (actors_of(second), second.strangers) == (["allround", "uni"], (("allround", "uni"),))


def test_every_actor_says_what_it_brings():
    best = find_consortium(makers(), ["Photonik"], ["Hochschule"]).consortia[0]

    assert [(c.actor, c.fields, c.types) for c in best.contributions] == [("uni", ("Photonik",), ("Hochschule",))]


def test_members_that_are_set_count_first():
    best = find_consortium(makers(), ["Photonik", "Automotive"], [], members=["firm"]).consortia[0]

    assert [(c.actor, c.given) for c in best.contributions] == [("firm", True), ("allround", False)]
    assert find_consortium(makers(), ["Automotive"], [], members=["firm"]).consortia[0].pairs == 0


def test_what_nobody_covers_is_named_and_the_rest_is_still_covered():
    found = find_consortium(makers(), ["Photonik", "Bioökonomie"], ["Bank", "Kammer"])

    assert (found.uncovered_fields, found.uncovered_types) == (("Bioökonomie",), ("Bank", "Kammer"))
    assert actors_of(found.consortia[0]) == ["allround"]


def test_excluded_actors_are_not_proposed():
    found = find_consortium(makers(), ["Photonik"], [], excluded=["allround"])

    assert [actors_of(consortium) for consortium in found.consortia] == [["uni"]]


@pytest.mark.parametrize(("fields", "types"), [([], []), (["nothing"], []), ([], ["<b>"])])
def test_nothing_to_cover_gives_no_consortium(fields, types):
    assert find_consortium(makers(), fields, types).consortia == ()


def test_a_search_cut_short_still_covers_everything_and_says_so():
    fields = [f"F{i}" for i in range(8)]
    people = [actor(f"a{i}-{j}", "T", kompetenzfelder=(fields[i],)) for i in range(8) for j in range(6)]

    found = find_consortium(region(people), fields, [], steps=100)

    covered = {field for c in found.consortia[0].contributions for field in c.fields}
    assert not found.exact
    assert covered == set(fields)


@given(
    datasets(max_actors=6),
    st.sets(st.sampled_from(FIELDS), max_size=3),
    st.sets(st.sampled_from(["Hochschule", "Kommune"])),
)
@settings(max_examples=30, deadline=None)
def test_no_smaller_set_and_none_with_fewer_strangers_exists(dataset, fields, types):
    found = find_consortium(dataset, fields, types)

    if not found.consortia:
        return
    best = found.consortia[0]
    assert (len(best.contributions), len(best.strangers)) == _by_brute_force(dataset, fields, types, found)


def _by_brute_force(dataset, fields, types, found):
    """Smallest size and fewest strangers over all sets of actors."""
    from graph.answers.competence import competences
    from graph.answers.contacts import contacts

    network, competence = contacts(dataset), competences(dataset)
    needed = (fields - set(found.uncovered_fields), types - set(found.uncovered_types))
    people = [a for a in network if not network.nodes[a]["collective"]]
    sizes = []
    for size in range(1, len(people) + 1):
        for chosen in combinations(people, size):
            has = set().union(*(competence[a].fields for a in chosen)), {network.nodes[a]["type"] for a in chosen}
            if needed[0] <= has[0] and needed[1] <= has[1]:
                sizes.append((size, sum(not network.has_edge(a, b) for a, b in combinations(chosen, 2))))
        if sizes:
            return min(sizes)
    return None
