"""Filtering: what stays, what goes, and what dropping a filter would bring back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.selection import Loosening, Selection, loosenings, select
from graph.vocabulary import Certainty, Status
from tests.small_region import actor, funded_regions, project, region, tie

REGION = region(
    [
        actor("HS", "Hochschule", kompetenzfelder=("Photonik",)),
        actor("Firma", "Unternehmen"),
        actor("Verein", "Verein/Netzwerk", kompetenzfelder=("Automotive",)),
        actor("Land", "Land/Bund/EU"),
    ],
    [
        project("Auto", "Automotive", status="ongoing", start="2022", end="2024", kind="Projekt"),
        project("Licht", "Photonik", status="completed", start="2018", end="2019", kind="Messe"),
        project("Ohne Datum", "Automotive", status="planned", kind="Projekt"),
    ],
    [
        tie("HS", "leads", "Auto"),
        tie("Firma", "partner", "Auto", certainty="unconfirmed"),
        tie("HS", "leads", "Licht"),
        tie("Land", "funds", "Auto", 5),
    ],
)


def kept(**criteria):
    part = select(REGION, Selection(**criteria))
    return set(part.actors["id"]), set(part.projects["id"])


def test_no_criterion_keeps_everything():
    assert select(REGION, Selection()) is REGION


def test_a_field_keeps_its_projects_their_actors_and_the_actors_of_the_field_that_stand_alone():
    assert kept(kompetenzfelder={"Automotive"}) == ({"HS", "Firma", "Land", "Verein"}, {"Auto", "Ohne Datum"})


def test_a_status_keeps_only_actors_tied_to_such_a_project():
    assert kept(kompetenzfelder={"Automotive"}, statuses={"ongoing"}) == ({"HS", "Firma", "Land"}, {"Auto"})


def test_a_project_without_a_status_is_one_of_unknown_status():
    data = region([], [project("offen"), project("unklar", status="unknown"), project("fertig", status="completed")])

    assert set(select(data, Selection(statuses={"unknown"})).projects["id"]) == {"offen", "unklar"}


def test_an_actor_type_keeps_the_projects_such_an_actor_is_tied_to():
    assert kept(types={"Unternehmen"}) == ({"Firma"}, {"Auto"})


def test_a_funder_keeps_what_it_funds():
    assert kept(funders={"Land"}) == ({"HS", "Firma", "Land"}, {"Auto"})


def test_a_lead_keeps_the_projects_that_such_an_actor_leads():
    assert kept(leads={"Hochschule"}) == ({"HS", "Firma", "Land"}, {"Auto", "Licht"})
    assert kept(leads={"Unternehmen"}) == (set(), set())


def test_a_least_amount_keeps_projects_with_so_much_known_funding():
    assert kept(least_eur=5)[1] == {"Auto"}
    assert kept(least_eur=6)[1] == set()


def test_what_cannot_be_added_up_is_no_known_funding():
    yearly = region((), [project("A")], [tie("Land", "funds", "A", 900, "per_year"), tie("Bund", "funds", "A")])

    assert select(yearly, Selection(least_eur=1)).projects.empty


def test_a_period_keeps_what_may_overlap_and_undated_projects_only_when_asked_for():
    assert kept(since=date(2020, 1, 1))[1] == {"Auto"}
    assert kept(since=date(2020, 1, 1), undated=True)[1] == {"Auto", "Ohne Datum"}
    assert kept(until=date(2018, 6, 30))[1] == {"Licht"}


def test_certainty_drops_ties_and_leaves_elements():
    part = select(REGION, Selection(certainties={"confirmed"}))

    assert "Firma>partner>Auto" not in set(part.ties["id"])
    assert "Firma" in set(part.actors["id"])


def test_text_is_looked_for_in_names_whatever_the_case():
    assert kept(text="LICHT") == ({"HS"}, {"Licht"})


def test_what_helps_most_comes_first_when_nothing_fits():
    nothing = Selection(kompetenzfelder={"Automotive"}, statuses={"completed"})

    assert (
        loosenings(REGION, nothing)
        == [
            Loosening("kompetenzfelder", projects=1, actors=1),
            Loosening("statuses", projects=2, actors=4),
        ][::-1]
    )


selections = st.builds(
    Selection,
    kompetenzfelder=st.frozensets(st.sampled_from(["Wasserstoff", "Photonik", "Automotive"])),
    types=st.frozensets(st.sampled_from(["Bund", "Land"])),
    statuses=st.frozensets(st.sampled_from([str(Status.ONGOING), ""]), max_size=1),
    certainties=st.frozensets(st.just(str(Certainty.CONFIRMED))),
    since=st.none() | st.just(date(2021, 1, 1)),
    undated=st.booleans(),
    text=st.sampled_from(["", "1"]),
)


@given(funded_regions(), selections)
def test_selecting_twice_is_selecting_once_and_nothing_is_added(dataset, selection):
    once = select(dataset, selection)

    assert select(once, selection).fingerprint == once.fingerprint
    for table in ("actors", "projects", "ties", "events"):
        assert len(getattr(once, table)) <= len(getattr(dataset, table))


@given(funded_regions(), selections)
def test_every_tie_that_stays_has_both_its_ends(dataset, selection):
    part = select(dataset, selection)
    elements = {*part.actors["id"], *part.projects["id"]}

    assert set(part.ties["from_id"]) | set(part.ties["to_id"]) <= elements


def test_selection_is_reachable_from_the_package():
    assert graph.select(REGION, graph.Selection(kinds={"Messe"})).projects["id"].tolist() == ["Licht"]


# --- exceptions, ends, programmes and amounts -------------------------------------------------------------------------

RICHER = region(
    [actor("HS", "Hochschule"), actor("Firma", "Unternehmen", kompetenzfelder=("Automotive",)), actor("Land")],
    [
        project("Dach", "Photonik", end="2024-06-30"),
        project("Teil", "Photonik", end="2026-03"),
        project("Rest", "Automotive", status="ongoing"),
    ],
    [
        tie("Teil", "part_of", "Dach"),
        tie("HS", "leads", "Teil"),
        tie("HS", "leads", "Dach"),
        tie("Firma", "partner", "Rest"),
        tie("Land", "funds", "Teil", 100),
        tie("Land", "funds", "Dach", 900),
    ],
)


def kept_of_richer(**criteria):
    part = select(RICHER, Selection(**criteria))
    return set(part.actors["id"]), set(part.projects["id"])


def test_an_exception_leaves_out_a_type_and_nothing_else():
    assert kept_of_richer(not_types={"Unternehmen"}) == ({"HS", "Land"}, {"Dach", "Teil", "Rest"})


def test_an_exception_leaves_out_a_field_with_its_projects_and_actors():
    assert kept_of_richer(not_fields={"Automotive"}) == ({"HS", "Land"}, {"Dach", "Teil"})


def test_a_project_fits_an_end_only_where_its_end_is_known_and_in_time():
    assert kept_of_richer(ends_since=date(2025, 1, 1), ends_until=date(2026, 12, 31)) == ({"HS", "Land"}, {"Teil"})
    assert kept_of_richer(ends_until=date(2024, 12, 31))[1] == {"Dach"}


def test_a_largest_amount_leaves_out_larger_and_unknown_fundings():
    assert kept_of_richer(most_eur=500) == ({"HS", "Land"}, {"Teil"})
    assert kept_of_richer(least_eur=100, most_eur=900)[1] == {"Teil", "Dach"}


def test_only_named_projects_stay():
    assert kept_of_richer(among={"Teil"}) == ({"HS", "Land"}, {"Teil"})


def test_each_new_criterion_can_be_dropped_by_its_name():
    asked = Selection(most_eur=5, ends_since=date(2025, 1, 1), not_types={"x"}, among={"y"}, not_fields={"z"})

    assert asked.active == ("among", "not_fields", "not_types", "most_eur", "ending")
    assert not any(asked.without(name).active.count(name) for name in asked.active)


exceptions = st.builds(
    Selection,
    not_types=st.frozensets(st.sampled_from(["Hochschule", "Unternehmen", ""])),
    not_fields=st.frozensets(st.sampled_from(["Automotive", "Photonik"])),
    ends_since=st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    among=st.frozensets(st.sampled_from(["Dach", "Teil", "Rest"])),
)


@given(exceptions)
def test_selecting_twice_with_exceptions_is_the_same_as_once(asked):
    once = select(RICHER, asked)
    twice = select(once, asked)

    assert list(twice.actors["id"]) == list(once.actors["id"])
    assert list(twice.projects["id"]) == list(once.projects["id"])
