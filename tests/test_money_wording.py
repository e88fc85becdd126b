"""The sentences on money: singular, plural, none, in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from graph.ledger.cliff import cliff
from graph.ledger.dimensions import DIMENSIONS, Several
from graph.ledger.flow import flow
from graph.ledger.totals import coverage, totals, totals_by_year
from graph.ledger.years import YearRule
from graph.picture.charts import sankey
from tests.small_region import project, region, tie
from views.exhibit.links import view_of
from views.funding import words as money
from views.funding.caveats import caveats
from views.funding.exhibit import ending
from views.language.speech import Speech
from views.language.words import LANGUAGES, words

NBSP = "\N{NO-BREAK SPACE}"
NAMES = {"land": "Land", "bund": "Bund", "p": "MINT", "q": "Campus", "a": "WiRO", "b": "IHK"}


@pytest.fixture
def german():
    return Speech(words("de"), NAMES, str)


@pytest.fixture
def funded():
    return region(
        projects=[project("p", "MINT", end="2026-06", start="2025"), project("q")],
        ties=[
            tie("land", "funds", "p", 1_000_000),
            tie("bund", "funds", "p", Decimal("500000.50")),
            tie("bund", "funds", "q"),
            tie("land", "funds", "q", 10_000, "ceiling"),
            tie("a", "leads", "p"),
            tie("b", "partner", "p"),
        ],
    )


def test_the_flow_says_how_much_is_known(german, funded):
    amount = german.t.money_short(Decimal("1500000.50"))

    assert money.sentence(german, flow(funded)) == f"{amount} bekannte Förderung aus 2 Förderungen."


def test_no_amount_is_said_in_words(german):
    assert money.sentence(german, flow(region())) == (
        "Eine zählbare Fördersumme ist nach den erfassten Daten nicht bekannt."
    )


def test_the_reconciliation_names_the_total_the_unassigned_and_what_is_left_out(german):
    data = region(projects=[project("p")], ties=[tie("land", "funds", "p", 7), tie("bund", "funds", "p", 5, "ceiling")])

    found = flow(data, ("funder", "kompetenzfeld"))

    assert [money.reconciliation(german.t, found), money.left_out(german.t, found.left_out)] == [
        f"Abgleich: Fluss 7{NBSP}€ = Tabelle 7{NBSP}€ · davon nicht zuordenbar: Kompetenzfeld 7{NBSP}€",
        f"Nicht in der Summe: nur Obergrenze (1 Förderung, zusammen 5{NBSP}€).",
    ]


def test_the_rule_for_consortia_is_always_printed(german):
    said = money.rules(german.t, ("funder", "recipient"), Several.COMBINED, YearRule.EVENLY)

    assert said[0].startswith("Der Betrag eines Projekts bleibt beim Projekt")
    assert len(said) == 4


def test_coverage_counts_the_funded_projects_without_an_amount(german, funded):
    assert money.coverage(german, coverage(funded)) == (
        "Bei 1 von 2 geförderten Projekten ist kein zählbarer Betrag erfasst."
    )


def test_concentration_is_said_in_plain_words(german):
    data = region(projects=[project("p")], ties=[tie(f"f{i}", "funds", "p", 25) for i in range(4)])
    say = Speech(german.t, {f"f{i}": f"Geber {i}" for i in range(4)}, str)

    first, second = money.concentration(say, "funder", totals(data, "funder").concentration)

    assert (
        first
        == f"75{NBSP}% der zugeordneten Beträge entfallen auf Geber 0, Geber 1 und Geber 2, die drei größten von 4."
    )
    assert second == (
        "Die Konzentration ist mäßig (Herfindahl-Index 0,25); das entspricht rund 4 gleich großen Fördergebern."
    )


def test_one_funder_among_small_ones_counts_as_roughly_a_single_one(german):
    data = region(projects=[project("p")], ties=[tie("land", "funds", "p", 950), tie("bund", "funds", "p", 50)])

    assert money.concentration(german, "funder", totals(data, "funder").concentration)[1] == (
        "Die Konzentration ist hoch (Herfindahl-Index 0,91); das entspricht ungefähr einem einzigen Fördergeber."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", [*DIMENSIONS, "year"])
@pytest.mark.parametrize("form", ["one", "other"])
def test_every_breakdown_says_what_is_of_equal_size(by, language, form):
    assert words(language).has(f"money.equally.{by}.{form}")


def test_a_single_funder_is_named_without_an_index(german):
    data = region(projects=[project("p")], ties=[tie("land", "funds", "p", 25)])

    assert money.concentration(german, "funder", totals(data, "funder").concentration) == [
        "Alle zugeordneten Beträge entfallen auf Land."
    ]


def test_the_cliff_is_a_sentence_for_the_minutes(german, funded):
    found = cliff(funded, date(2026, 1, 15), 12)

    assert money.cliff_sentence(german, found).startswith(
        "Zwischen 15.01.2026 und 15.01.2027 endet die Förderung von 1 Projekt; "
        "daran hängen 2 Akteure, 2 Beteiligungen und"
    )
    assert money.cliff_details(german, found) == [
        "2 Akteure haben danach kein gefördertes Projekt mehr: WiRO und IHK.",
        "1 Kooperation bleibt ohne gefördertes Projekt.",
        "Bei 1 geförderten Projekt ist kein Ende der Förderung erfasst.",
    ]


def test_no_ending_is_said_in_words(german):
    found = cliff(region(), date(2026, 1, 15), 24)

    assert money.cliff_sentence(german, found) == (
        "Zwischen 15.01.2026 und 15.01.2028 endet nach den erfassten Daten keine Projektförderung."
    )
    assert money.cliff_details(german, found) == []


def test_ends_that_nobody_recorded_are_not_said_to_be_none(german):
    undated = region(projects=[project("p")], ties=[tie("land", "funds", "p", 25)])
    found = cliff(undated, date(2026, 1, 15), 24)

    assert money.cliff_sentence(german, found) == (
        "Zwischen 15.01.2026 und 15.01.2028 endet nach den erfassten Daten keine Projektförderung. "
        "Bei 1 geförderten Projekt ist kein Ende der Förderung erfasst."
    )
    assert money.cliff_details(german, found) == []
    assert ending(view_of(undated, "foerderung?reiter=klippe&stichtag=2026-01-15")).title == (
        "Bis 15.01.2028 ist kein Ende einer Projektförderung erfasst"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_charts_has_words(language, funded):
    say = Speech(words(language), NAMES, str)
    answer = flow(funded, ("funder", "kompetenzfeld", "project"))

    assert sankey(answer, money.flow_wording(say, answer))
    for found in (totals(funded, "recipient"), totals_by_year(funded)):
        assert all(bar.label and bar.text for bar in money.total_bars(say, found))
        assert money.totals_sentence(say, found)


def test_a_sum_says_what_may_be_counted_twice_and_how_to_say_that_it_is(german):
    passed = region(
        projects=[project("p"), project("q")],
        ties=[tie("bund", "funds", "p", 100), tie("p", "funds", "q", 30), tie("land", "funds", "q")],
    )

    assert caveats(german, totals(passed)) == (
        "Nicht in der Summe: Betrag nicht erfasst (1 Förderung). "
        f"Bis zu 30{NBSP}€ können doppelt gezählt sein: MINT erhält Förderung und gibt Förderung weiter. Ist das eine "
        "im anderen enthalten, erhält der weitergegebene Betrag die Betragsart „in anderem Betrag enthalten“."
    )
