"""The sentences of the answers: singular, plural, none, in both languages, and never a hole."""

import pytest

from graph.answers.bodies import find_bodies, find_loads, find_overlaps, merge_candidates
from graph.answers.candidate import Exclusion, Search, Why
from graph.answers.comparison import compare
from graph.answers.consortium import find_consortium
from graph.answers.contacts import contacts
from graph.answers.gaps import find_gaps
from graph.answers.groups import find_groups
from graph.answers.impact import ComparedFigure, find_impact
from graph.answers.missed import ranking_missed
from graph.answers.partners import find_partners
from graph.answers.paths import find_chains
from graph.answers.scenario import AddPartnership, AddProject, EndProject, RemoveActor, Scenario
from graph.answers.similarity import WEIGHTS
from graph.projection import cooperation
from tests.small_region import actor, project, region, tie
from views.fields import words as gaps
from views.language.speech import Speech
from views.language.words import LANGUAGES, words
from views.partners import comparison_words as comparison
from views.partners import words as partners
from views.whatif import words as whatif

NAMES = {"a": "HS Aalen", "b": "DHBW", "c": "Stadt Aalen", "d": "Verein", "e": "Kammer", "p": "MINT", "m": "Land"}


@pytest.fixture
def german():
    return Speech(words("de"), NAMES)


def mint(*more):
    rows = [tie("a", "leads", "p"), tie("b", "partner", "p"), tie("c", "partner", "p"), tie("m", "funds", "p", 1200)]
    return region([actor("d"), actor("e")], [project("p", "Photonik")], [*rows, *more])


def test_a_comparison_is_one_sentence_with_three_numbers(german):
    found = compare(mint(), ["a", "b"])

    assert comparison.sentence(german, found) == (
        "HS Aalen und DHBW haben 1 gemeinsamen Partner und 1 gemeinsames Projekt; "
        "1 Fördergeber ist beteiligt: Land (1\N{NO-BREAK SPACE}Tsd.\N{NO-BREAK SPACE}€)."
    )


def test_a_comparison_names_its_funders_with_what_is_known_of_their_money(german):
    more = [tie("e", "funds", "p"), tie("d", "funds", "p", 2_500_000), tie("x", "funds", "p"), tie("y", "funds", "p")]
    found = compare(mint(*more), ["a", "b"])

    said = comparison.sentence(german, found).replace("\N{NO-BREAK SPACE}", " ")

    assert said.endswith("; 5 Fördergeber sind beteiligt: " + said.split(": ")[1])
    assert "Verein (2,5 Mio. €)" in said
    assert said.endswith(" und 2 weitere.")


def test_a_comparison_without_anything_in_common_says_so(german):
    found = compare(mint(), ["a", "d"])

    assert comparison.sentence(german, found) == (
        "HS Aalen und Verein haben keinen gemeinsamen Partner und kein gemeinsames Projekt; "
        "ein Fördergeber ist dazu nicht erfasst."
    )
    assert comparison.details(german, found) == ["Nach den erfassten Daten arbeiten sie bisher nicht miteinander."]


def test_a_comparison_states_the_money_and_what_it_leaves_out(german):
    found = compare(mint(tie("e", "funds", "p")), ["a", "b"])

    assert comparison.details(german, found) == [
        "HS Aalen und DHBW arbeiten bereits miteinander.",
        "Für gemeinsame Projekte sind 1.200\N{NO-BREAK SPACE}€ Förderung erfasst.",
        "1 Förderung ist nicht in der Summe, weil ihr Betrag nicht zählt oder fehlt.",
    ]


def test_one_actor_cannot_be_compared(german):
    assert comparison.sentence(german, compare(mint(), ["a"])) == "Bitte wählen Sie mindestens zwei Akteure."


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("b", "HS Aalen und DHBW stehen in direktem Kontakt."),
        ("d", "Der kürzeste Weg von HS Aalen zu Verein führt über 1 Akteur: DHBW."),
        ("e", "Zwischen HS Aalen und Kammer ist nach den erfassten Daten kein Weg bekannt. "
              "Kammer hat keinen erfassten Kontakt."),
        ("a", "Bitte wählen Sie zwei verschiedene Akteure."),
        ("ghost", "Mindestens einer der beiden Akteure kommt in dieser Auswahl nicht vor."),
    ],
)  # fmt: skip
def test_a_connection_is_a_sentence_whatever_the_answer(german, target, said):
    network = contacts(mint(tie("b", "member_of", "d")))

    assert comparison.chains_sentence(german, find_chains(network, "a", target)) == said


def test_each_step_of_a_chain_says_what_makes_it(german):
    network = contacts(mint(tie("b", "member_of", "d", certainty="unconfirmed")))

    steps = find_chains(network, "a", "d").chains[0].steps

    assert [comparison.step(german, step) for step in steps] == [
        "gemeinsames Projekt MINT",
        "DHBW ist Mitglied von Verein (unsicher)",
    ]


def test_a_candidate_says_why_and_who_could_introduce_it(german):
    dataset = mint(tie("c", "cooperates_with", "d"))
    found = find_partners(dataset, Search("a"))

    assert partners.sentence(german, found) == (
        "Nach den erfassten Daten passt 1 Akteur: Verein. Gesucht wird im Kompetenzfeld Photonik."
    )
    assert partners.reasons(german, found.candidates[0]) == ["1 gemeinsamer Partner: Stadt Aalen"]
    assert partners.introduced_by(german, found.candidates[0]) == "Vermitteln könnte Stadt Aalen."
    assert partners.part(german, found.candidates[0].parts[0]) == (
        "gemeinsame Partner, wenige wiegen mehr", "100 von 100 Punkten, zählt zu 75\N{NO-BREAK SPACE}%",
    )  # fmt: skip
    assert partners.not_considered(german, found) == (
        "Nicht vorgeschlagen: 2 sind bereits Partner, 1 ist schon dabei und bei 2 ist nichts Gemeinsames erfasst."
    )


def test_a_search_without_result_says_so(german):
    found = find_partners(mint(), Search())

    assert partners.sentence(german, found) == (
        "Nach den erfassten Daten passt kein weiterer Akteur zu dieser Suche. Ein Kompetenzfeld ist nicht vorgegeben."
    )


def test_a_consortium_says_who_is_in_it_who_would_be_as_good_and_what_nobody_covers(german):
    found = find_consortium(mint(), ["Photonik", "Bioökonomie"], [])

    assert partners.consortium_sentence(german, found, found.consortia[0]) == (
        "HS Aalen deckt allein ab, wofür jemand erfasst ist. Eine bessere Auswahl gibt es nicht. "
        "Ebenso gut, unter anderem: DHBW; Stadt Aalen. Dafür ist niemand erfasst: Bioökonomie."
    )


def test_gaps_name_the_field_and_its_missing_types(german):
    dataset = region([actor("a", "Hochschule", kompetenzfelder=("Photonik",)), actor("b", "Kommune")], [], [])

    found = find_gaps(dataset)

    assert gaps.sentence(german, found) == (
        "In 1 von 2 Kombinationen aus Kompetenzfeld und Akteurstyp ist niemand erfasst."
    )
    assert gaps.missing_types(german, found, "Photonik") == (
        "Im Kompetenzfeld Photonik ist kein Akteur dieses Typs erfasst: Kommune."
    )
    assert gaps.sentence(german, find_gaps(region())) == "In dieser Auswahl ist kein Kompetenzfeld erfasst."


def test_groups_are_named_by_field_and_members(german):
    dataset = region(
        [
            *(actor(x, kompetenzfelder=("Photonik",)) for x in "ab"),
            *(actor(x, kompetenzfelder=("MINT",)) for x in "cde"),
        ],
        [],
        [tie("a", "cooperates_with", "b"), tie("c", "cooperates_with", "d"), tie("d", "cooperates_with", "e")],
    )

    assert gaps.groups_sentence(german, find_groups(cooperation(dataset))) == (
        "Das Netz bildet 2 Gruppen; die größte: MINT um Verein und Stadt Aalen (3 Akteure). "
        "Alle Zuordnungen sind stabil. Kein Akteur steht allein."
    )


def test_overlaps_are_hints_from_the_recorded_data(german):
    dataset = region([], [], [tie(x, "member_of", y) for x in "abc" for y in "de"])
    found = find_bodies(dataset)
    shared = find_overlaps(found)

    assert gaps.merge_sentence(german, merge_candidates(shared)) == (
        "Nach den erfassten Daten wäre bei 1 Paar zu prüfen, ob beide gebraucht werden: "
        "Verein und Kammer (100\N{NO-BREAK SPACE}% gleiche Mitglieder)."
    )
    assert gaps.loads_sentence(german, find_loads(found, more_than=2), 2) == (
        "Kein Akteur ist in mehr als 2 Netzwerken und Gremien."
    )


def test_a_scenario_says_who_loses_the_only_connection_and_what_money_is_at_stake(german):
    dataset = mint(tie("a", "cooperates_with", "d"))
    changes = (RemoveActor("a"),)

    found = find_impact(dataset, Scenario(changes))

    assert whatif.sentence(german, found, changes) == (
        "Nach den erfassten Daten verliert 1 Akteur seine einzige Verbindung: Verein."
    )
    assert whatif.details(german, found) == [
        "3 Kooperationen fallen weg, keine kommt hinzu, keine wird schwächer.",
        "1 Akteur verliert den Anschluss an das größte zusammenhängende Netz: Verein.",
        "1 Projekt verliert seine einzige Leitung: MINT.",
        "In jedem Kompetenzfeld bleibt jemand tätig.",
        "1.200\N{NO-BREAK SPACE}€ bekannte Förderung gehören zu Projekten, die ihre einzige Leitung verlieren.",
    ]


def test_figures_have_a_sign_in_their_difference(german):
    t = german.t

    assert whatif.figure_values(t, ComparedFigure("isolates", 2, 3)) == ("2", "3", "+1")
    assert whatif.figure_values(t, ComparedFigure("density", 0.5, 0.25)) == (
        "50,0\N{NO-BREAK SPACE}%",
        "25,0\N{NO-BREAK SPACE}%",
        "\N{MINUS SIGN}25,0 Prozentpunkte",
    )
    assert whatif.figure_values(t, ComparedFigure("mean_distance", None, 1.0)) == ("–", "1,00", "–")


def test_who_would_be_missed_most_is_named(german):
    dataset = region([], [], [tie("a", "cooperates_with", "b"), tie("b", "cooperates_with", "c")])

    assert whatif.missed_sentence(german, ranking_missed(dataset)) == (
        "Am meisten fehlen würde DHBW: 1 Paar anderer Akteure wäre nicht mehr verbunden."
    )
    assert whatif.missed_sentence(german, ()) == (
        "Nach den erfassten Daten hält kein einzelner Akteur das Netz zusammen."
    )


def test_names_of_the_data_are_never_markdown(german):
    speech = Speech(german.t, {"a": "**fett** [x](javascript:1)"})

    assert speech.name("a") == r"\*\*fett\*\* \[x\]\(javascript\:1\)"
    assert Speech(german.t, speech.names, show=str).name("a") == "**fett** [x](javascript:1)"
    assert speech.name("<b>") == r"unbekannte Kennung „\<b\>“"


def test_a_long_list_names_five_and_counts_the_rest(german):
    assert german.values(list("uvwxyz"), most=5) == "u, v, w, x, y und z"
    assert german.values(list("tuvwxyz"), most=5) == "t, u, v, w, x und 2 weitere"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_an_answer_has_its_words(language):
    t = words(language)

    assert all(t.count(f"answers.partners.reason.{code}", n, names="x") for code in Why for n in (1, 2))
    assert all(t.count(f"answers.partners.left_out.{code}", n) for code in Exclusion for n in (1, 2))
    assert all(t(f"answers.partners.part.{code}") for code in WEIGHTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_and_figure_has_its_words(language):
    say = Speech(words(language), NAMES)
    changes = (RemoveActor("a"), EndProject("p"), AddPartnership("d", "e"), AddProject("Labor", ("d",), "e"))

    found = find_impact(mint(), Scenario(changes))

    assert all(whatif.change(say, change) for change in changes)
    assert all(whatif.figure_name(say.t, figure) for figure in found.figures)
