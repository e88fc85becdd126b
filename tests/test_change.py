"""What changed between two states of the data."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.history.change import COMPARED, ChangeKind, RowChange, ValueChange, apply_diff, compare_states
from graph.history.renames import Evidence, Rename, suggested_renames
from tests.small_region import actor, funded_regions, project, region, tie


def kinds(diff):
    return [(change.table, change.id, str(change.kind)) for change in diff.changes]


def test_new_and_removed_rows_are_found_in_every_table():
    older = region([actor("a")], [project("p")], [tie("a", "leads", "p")])
    newer = region(
        [actor("b")],
        [project("q")],
        [tie("b", "leads", "q")],
        [{"project_id": "q", "start": "2026-05-04", "end": "2026-05-04", "label": "Sitzung"}],
    )

    assert kinds(compare_states(older, newer)) == [
        ("actors", "b", "new"),
        ("actors", "a", "removed"),
        ("projects", "q", "new"),
        ("projects", "p", "removed"),
        ("ties", "b>leads>q", "new"),
        ("ties", "a>leads>p", "removed"),
        ("events", "q Sitzung 2026-05-04 2026-05-04", "new"),
    ]


def test_a_changed_row_says_what_each_field_was_and_is():
    older = region(projects=[project("p")], ties=[tie("land", "funds", "p", 100, status="approved")])
    newer = region(projects=[project("p")], ties=[tie("land", "funds", "p", Decimal("120.50"), status="ongoing")])

    (change,) = compare_states(older, newer).changes

    assert (change.kind, change.elements) == (ChangeKind.CHANGED, ("land", "p"))
    assert change.fields == (
        ValueChange("amount_eur", 100, Decimal("120.50")),
        ValueChange("status", "approved", "ongoing"),
    )


@pytest.mark.parametrize("status", ["completed", "cancelled"])
def test_a_project_that_is_completed_or_cancelled_has_ended(status):
    older = region(projects=[project("p", status="ongoing")])
    newer = region(projects=[project("p", status=status)])

    (change,) = compare_states(older, newer).changes

    assert change.kind is ChangeKind.ENDED
    assert change.fields == (ValueChange("status", "ongoing", status),)


def test_a_project_whose_last_day_has_passed_has_ended_although_nothing_was_edited():
    older = region(projects=[project("p", end="2021-09")], as_of="2021-05-04")
    newer = region(projects=[project("p", end="2021-09")], as_of="2026-11-24")

    (change,) = compare_states(older, newer).of("projects", ChangeKind.ENDED)

    assert (change.id, change.fields) == ("p", ())


def test_what_was_over_before_has_not_ended_again():
    older = region(projects=[project("p", end="2021-03", status="completed")], as_of="2021-05-04")

    assert compare_states(older, replace(older, about={"as_of": "2026-11-24"})).changes == ()


def test_another_order_of_rows_is_no_change_but_is_restored():
    older, newer = region([actor("a"), actor("b")]), region([actor("b"), actor("a")])

    diff = compare_states(older, newer)

    assert diff.empty
    assert list(apply_diff(diff, older).actors["id"]) == ["b", "a"]


def test_an_added_column_is_a_change_only_where_it_holds_something():
    older = region([actor("a"), actor("b")])
    newer = replace(older, actors=older.actors.assign(telefon=["07361", ""]))

    diff = compare_states(older, newer)

    assert [(c.id, c.fields) for c in diff.changes] == [("a", (ValueChange("telefon", "", "07361"),))]
    assert apply_diff(diff, older).fingerprint == newer.fingerprint


def test_a_renamed_id_is_suggested_by_alias_name_or_likeness_and_nothing_is_merged():
    older = region(
        [
            actor("hs-aalen"),
            {"id": "wiro-1", "name": "WiRO  Ostwürttemberg"},
            {"id": "gd", "name": "Stadt Schwäbisch Gmuend"},
            {"id": "ihk", "name": "IHK Ostwürttemberg"},
        ]
    )
    newer = region(
        [
            actor("hochschule-aalen", aliases=("HS-Aalen",)),
            {"id": "wiro", "name": "wiro ostwürttemberg"},
            {"id": "gmuend", "name": "Stadt Schwäbisch Gmünd"},
            {"id": "hwk", "name": "Handwerkskammer Ulm"},
        ]
    )

    diff = compare_states(older, newer)

    assert suggested_renames(diff) == (
        Rename("actors", "hs-aalen", "hochschule-aalen", Evidence.ALIAS),
        Rename("actors", "wiro-1", "wiro", Evidence.NAME),
        Rename("actors", "gd", "gmuend", Evidence.ALIKE),
    )
    assert len(diff.of("actors", ChangeKind.REMOVED)) == 4


def test_similar_names_of_different_towns_are_not_suggested():
    older, newer = region([actor("Hochschule Aalen")]), region([actor("Hochschule Aachen")])

    assert suggested_renames(compare_states(older, newer)) == ()


def test_repeated_events_are_told_apart():
    event = {"project_id": "p", "start": "2021", "label": "Treffen"}
    older = region(projects=[project("p")], events=[event])
    newer = region(projects=[project("p")], events=[event, event])

    diff = compare_states(older, newer)

    assert isinstance(diff.changes[0], RowChange)
    assert len(diff.changes) == 1
    assert apply_diff(diff, older).fingerprint == newer.fingerprint


def roads(*grants, **rest):
    """A road with several grants of the state, each given as (euros, year)."""
    return region(projects=[project("weg")], ties=[tie("amt", "funds", "weg", e, start=y) for e, y in grants], **rest)


def test_parallel_ties_in_another_order_are_no_change():
    assert compare_states(roads((100, "2021"), (200, "2022")), roads((200, "2022"), (100, "2021"))).empty


def test_a_later_date_of_the_data_alone_is_no_change():
    older, newer = roads((100, "2021"), as_of="2026-01-01"), roads((100, "2021"), as_of="2026-11-30")

    assert compare_states(older, newer).empty
    assert apply_diff(compare_states(older, newer), older).as_of == "2026-11-30"


def test_of_parallel_ties_the_one_that_is_gone_is_removed():
    (change,) = compare_states(roads((100, "2021"), (200, "2022")), roads((200, "2022"))).changes

    assert (change.kind, change.row["amount_eur"]) == (ChangeKind.REMOVED, 100)


def test_of_parallel_ties_the_most_alike_are_paired():
    older = roads((100, "2021"), (200, "2022"), (300, "2023"))
    newer = roads((300, "2023"), (250, "2022"), (100, "2021"))

    (change,) = compare_states(older, newer).changes

    assert change.fields == (ValueChange("amount_eur", 200, 250),)


def test_who_leads_and_funds_is_the_same_in_a_list_and_as_a_tie():
    listed = region(
        projects=[project("weg", lead=("hof",), funders=("amt", "land"), reference="s")],
        ties=[tie("hof", "leads", "weg", reference="s"), tie("amt", "funds", "weg", reference="s")],
    )
    tied = region(
        projects=[project("weg", funders=("land",), reference="s")],
        ties=[tie("amt", "funds", "weg"), tie("hof", "leads", "weg")],
    )

    assert compare_states(listed, replace(tied, actors=listed.actors)).empty


def test_another_order_of_a_list_is_no_change_but_is_restored():
    older = region(projects=[project("weg", "Bau", "Land", reference="a; b", location="Au;Berg")])
    newer = region(projects=[project("weg", "Land", "Bau", reference="b;a", location="Berg; Au")])

    diff = compare_states(older, newer)

    assert diff.empty
    assert apply_diff(diff, older).fingerprint == newer.fingerprint


def test_a_tie_without_direction_may_name_its_ends_in_either_order():
    assert compare_states(
        region(ties=[tie("a", "cooperates_with", "b")]),
        region([actor("a"), actor("b")], ties=[tie("b", "cooperates_with", "a")]),
    ).empty


@settings(deadline=None, max_examples=40)
@given(funded_regions(), st.randoms())
def test_the_order_of_rows_never_matters(data, random):
    order = list(range(len(data.ties)))
    random.shuffle(order)
    shuffled = replace(data, ties=data.ties.iloc[order].reset_index(drop=True))

    diff = compare_states(data, shuffled)

    assert diff.empty
    assert apply_diff(diff, data).fingerprint == shuffled.fingerprint


@settings(deadline=None, max_examples=40)
@given(funded_regions())
def test_a_state_compared_with_itself_shows_nothing(data):
    assert compare_states(data, data).empty


@settings(deadline=None, max_examples=40)
@given(funded_regions(), funded_regions(), st.sampled_from(["", "2021-05-04"]), st.sampled_from(["", "2026-11-24"]))
def test_a_diff_applied_to_the_older_state_gives_the_newer(older, newer, before, now):
    older = replace(older, about={"as_of": before} if before else {})
    newer = replace(newer, about={"as_of": now} if now else {})

    applied = apply_diff(compare_states(older, newer), older)

    for name in COMPARED:
        assert getattr(applied, name).to_dict("list") == getattr(newer, name).to_dict("list")
    assert compare_states(applied, newer).empty
