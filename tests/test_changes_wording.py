"""How a change reads: what was, what is, what came and what went; names instead of ids."""

import pytest

from graph.history.change import ChangeKind, RowChange, ValueChange, compare_states
from tests.small_region import actor, project, region
from views.changes import words as changes
from views.language.speech import Speech
from views.language.words import LANGUAGES, words

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def german():
    return Speech(words("de"), {"ihk": "IHK", "wiro": "WiRO", "varta": "VARTA"}, str)


def said(german, before, after, **titles):
    older, newer = (
        region([actor("ihk"), actor("wiro"), actor("varta")], [project("p", **row)]) for row in (before, after)
    )
    (change,) = [each for each in compare_states(older, newer).changes if each.table == "projects"]
    return changes.fields(german, change, titles)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"status": "planned"}, {"status": "ongoing"}, "Status: geplant → laufend"),
        ({"end": "2021"}, {"end": "2022-23"}, "Ende: 2021 → Herbst 2022"),
        ({}, {"budget_eur": 1200}, f"Gesamtkosten: leer → 1.200{NBSP}€"),
        ({"website": "https://www.p.de/"}, {"website": ""}, "Webseite: www.p.de → leer"),
        ({"lead": ("ihk",)}, {"lead": ("ihk", "wiro")}, "Leitung: neu WiRO"),
        ({"lead": ("ihk", "varta")}, {"lead": ("varta", "wiro")}, "Leitung: neu WiRO, entfallen IHK"),
        ({}, {"partners": ("ihk",)}, "Partner: leer → IHK"),
        ({"description": "Ein Projekt."}, {"description": "Ein Projekt. Seit 2020."}, "Beschreibung: neu Seit 2020"),
        ({"reference": "a"}, {"reference": "a;b"}, "Quelle: neu Zweiter Bericht"),
    ],
)
def test_a_field_says_what_was_and_what_is(german, before, after, words):
    assert said(german, before, after, b="Zweiter Bericht") == words


@pytest.mark.parametrize(("column", "name"), [("outcome", "Ergebnis"), ("colour", "colour")])
def test_a_column_of_ones_own_stands_for_itself_unless_there_is_a_word_for_it(german, column, name):
    change = RowChange(ChangeKind.CHANGED, "projects", "p", ("p",), (ValueChange(column, "old", "young"),), {})

    assert changes.fields(german, change) == f"{name}: old → young"


def test_an_entry_whose_day_has_passed_says_so(german):
    older = region(projects=[project("p", end="2022")], as_of="2021-05-04")
    newer = region(projects=[project("p", end="2022")], as_of="2026-01-22")

    (change,) = compare_states(older, newer).changes

    assert change.kind is ChangeKind.ENDED
    assert changes.fields(german, change) == "Das erfasste Ende ist verstrichen."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_it_in_a_few_words(language):
    older, newer = region([actor("ihk")]), region([actor("ihk"), actor("wiro")])

    said = changes.brief(words(language), compare_states(older, newer))

    begin = {"de": "1 neu erfasst, nichts geändert", "en": "1 newly recorded, nothing changed"}
    assert said.startswith(begin[language])


@pytest.mark.parametrize(
    ("language", "as_of", "said"),
    [
        ("de", "", "seit einem Stand ohne Datum"),
        ("en", "", "since a state of unknown date"),
        ("de", "2026-01-22", "seit 22.01.2026"),
    ],
)
def test_a_state_without_a_date_can_stand_behind_since(language, as_of, said):
    t = words(language)

    assert t("change.since", date=changes.since(t, as_of)).casefold().endswith(said.casefold())
