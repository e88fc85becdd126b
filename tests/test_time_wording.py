"""The sentences on time and change: singular, plural, none, in both languages."""

import pytest

from graph.history.change import compare_states
from graph.history.periods import periods
from graph.history.renames import suggested_renames
from graph.history.timeline import timeline
from graph.picture.charts import ChartLook, panels, timebars, trend
from tests.small_region import actor, project, region, tie
from views.changes import words as changes
from views.language.speech import Speech
from views.language.words import LANGUAGES, words
from views.time import words as times


@pytest.fixture
def german():
    return words("de")


@pytest.fixture
def dated():
    return region(
        projects=[project("p", "MINT", start="2020", end="2021"), project("q", start="2021-05-04"), project("r")],
        ties=[tie(a, "partner", p) for p in ("p", "r") for a in ("a", "b")] + [tie("c", "partner", "r")],
        events=[{"project_id": "p", "start": "2020-10-22", "end": "2020-10-22", "label": "Workshop"}],
    )


def test_the_timeline_says_how_many_projects_have_a_date(german, dated):
    found = timeline(dated)

    assert times.timeline_sentence(german, found) == "2 Projekte mit Datum, 2020 bis 2021."
    assert times.timeline_details(german, found) == ["1 Projekt ohne Datum steht nur in der Tabelle."]


def test_a_timeline_without_dates_says_so(german):
    assert (
        times.timeline_sentence(german, timeline(region())) == "In dieser Auswahl hat kein Projekt ein erfasstes Datum."
    )


def test_a_year_says_what_is_new_kept_and_ended(german, dated):
    first, second = periods(dated).periods

    assert times.period_sentence(german, first) == (
        "2020: 1 Kooperation zwischen 2 Akteuren; 1 neu, keine fortgesetzt, keine beendet."
    )
    assert times.period_sentence(german, second).endswith("keine neu, 1 fortgesetzt, keine beendet.")


def test_undated_collaborations_are_said_to_be_shown_or_not(german, dated):
    found = periods(dated)

    assert times.periods_details(german, found, undated=True)[0] == (
        "2 Kooperationen ohne Datum sind in jedem Jahr mitgezählt."
    )
    assert "nicht enthalten" in times.periods_details(german, found, undated=False)[0]


def test_changes_are_a_sentence_for_the_minutes(german):
    older = region([actor("a")], [project("p", status="ongoing")], as_of="2021-05-04")
    newer = region([actor("b"), actor("c")], [project("p", status="completed")], as_of="2026-01-22")

    found = compare_states(older, newer)

    assert changes.sentence(german, found) == (
        "Zwischen dem Stand 04.05.2021 und dem Stand 22.01.2026 bei Akteuren und Projekten: 2 neu erfasst, "
        "nichts geändert, 1 beendet und 1 entfernt."
    )


def test_equal_states_are_said_to_be_equal(german):
    data = region([actor("a")])

    assert changes.sentence(german, compare_states(data, data)) == "Die beiden Stände unterscheiden sich nicht."


def test_field_changes_read_from_old_to_new(german):
    older = region(projects=[project("p", status="planned", end="2021")])
    newer = region(projects=[project("p", status="ongoing", end="2022-23", budget_eur=1200)])

    (change,) = compare_states(older, newer).changes

    assert changes.fields(Speech(german, {}, str), change) == (
        "Status: geplant → laufend; Ende: 2021 → Herbst 2022; Gesamtkosten: leer → 1.200\N{NO-BREAK SPACE}€"
    )


def test_a_rename_is_suggested_in_words(german):
    older, newer = region([actor("hs", name="HS Aalen")]), region([actor("x", name="Hochschule", aliases=("hs",))])
    for data, name in ((older, "HS Aalen"), (newer, "Hochschule")):
        assert list(data.actors["name"]) == [name]
    found = compare_states(older, newer)

    assert changes.details(Speech(german, {}, str), found, suggested_renames(found))[1] == (
        "HS Aalen könnte jetzt als Hochschule geführt werden: Ein Eintrag nennt den anderen als weiteren Namen."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_of_time_has_its_words(language, dated):
    t = words(language)
    say = Speech(t, dict(zip("pqr", "PQR", strict=True)), str)
    found, years = timeline(dated, "status"), periods(dated).periods
    titles = times.chart_titles(t) | {"description": "x"}
    look = ChartLook(locale=times.chart_locale(t))

    assert timebars(found, times.timeline_wording(say, found, dated), look)
    assert panels(years, {"a": (0, 0), "b": (1, 1)}, titles | times.state_words(t), look)
    assert trend(years, titles | times.figure_words(t), look)
    assert len(times.chart_locale(t)["time"]["months"]) == 12
    assert set(times.timeline_legend(t)) == set(times.LEGEND)


def test_a_single_year_is_not_said_as_a_span(german):
    found = timeline(region(projects=[project("p", start="2023-06-05")]))

    assert times.timeline_sentence(german, found) == "1 Projekt mit Datum, 2023."
