"""The page on roles in the network, as a script run without a browser."""

from dataclasses import replace

import pytest

from graph.answers.standing import brokers, ranking
from graph.measures import MEASURES, Sampling
from tests.page_script import tables
from tests.small_region import actor, project, region, tie
from tests.test_pages import LANGUAGES, said
from views.exhibit.links import no_state, view_of
from views.language.speech import Speech
from views.language.words import words
from views.roles import answer
from views.roles import tables as role_tables
from views.roles import words as roles

TABS = ("rang", "streuung", "bruecken", "gruppen", "ausfall", "netz")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", TABS)
def test_every_part_says_a_sentence_and_has_a_table(open_page, tab, language):
    app = open_page("rollen", lang=language, reiter=tab, feld=("automotive",))

    assert not app.exception
    assert {"de": "Berechnet im gefilterten Netz.", "en": "Computed on the filtered network."}[language] in said(app)
    assert tables(app)


@pytest.mark.parametrize("tab", TABS)
def test_every_part_answers_when_nothing_fits(open_page, tab):
    app = open_page("rollen", reiter=tab, suche="gibt es nicht")

    assert not app.exception
    assert len(app.info) == 1


def test_without_filters_there_is_only_one_network_to_measure(open_page):
    assert "Berechnet im" not in said(open_page("rollen")).replace("Berechnet im\n", "")


def test_the_actor_one_comes_from_is_spoken_of_first(open_page):
    app = open_page("rollen", mass="betweenness", fokus="hochschule-aalen")

    place, leader = (
        said(app).index("**HS Aalen** steht bei „Brückenrolle“ auf Platz"),
        said(app).index("**WiRO** hat die"),
    )
    assert place < leader


def test_the_sentence_names_who_is_first_with_value_and_range(open_page):
    app = open_page("rollen", mass="degree")

    assert "Bei „Zahl der Partner“ liegt **WiRO** vorn (51)." in said(app)


def test_the_whole_network_can_be_measured_whatever_the_filters(open_page):
    app = open_page("rollen", feld=("automotive",), bezug="gesamt")

    assert "Berechnet im gesamten Netz." in said(app)
    assert "(51)" in said(app)


def test_what_breaks_is_said_in_sentences(open_page):
    app = open_page("rollen", reiter="ausfall")

    assert "Ohne **WiRO** verlieren 11 Akteure den Anschluss: " in said(app)


@pytest.mark.parametrize("measure", ["constraint", "degree_two_mode", "funds_received"])
def test_actors_without_a_value_are_listed_too(open_page, measure):
    app = open_page("rollen", mass=measure, gruppierung="gruppe")

    assert not app.exception
    assert [len(rows) for rows in tables(app).values()] == [151]


def test_a_sentence_that_ends_with_an_abbreviation_has_one_full_stop(open_page):
    assert ".." not in said(open_page("rollen", reiter="ausfall"))


def test_a_measure_tells_best_and_worst_rank():
    dataset = region(
        actors=[actor("a"), actor("b"), actor("c")],
        projects=[project("p1", status="ongoing"), project("p2", status="planned")],
        ties=[tie("a", "leads", "p1"), tie("b", "partner", "p1"), tie("c", "leads", "p2"), tie("b", "partner", "p2")],
    )

    found = ranking(dataset, "degree")

    assert [(one.actor, one.value, one.rank, one.best, one.worst) for one in found.standings] == [
        ("b", 2, 1, 1, 1),
        ("a", 1, 2, 1, 2),
        ("c", 1, 2, 2, 3),
    ]
    assert [one.actor for one in found.first] == ["b"]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_of_the_registry_ranks_all_actors(measure):
    dataset = region(actors=[actor("a"), actor("b")], projects=[project("p1")], ties=[tie("a", "leads", "p1")])

    assert {one.actor for one in ranking(dataset, measure).standings} == {"a", "b"}


@pytest.mark.parametrize(
    ("z", "said"),
    [
        (2.0, "deutlich öfter als zu erwarten"),
        (-1.9, "etwa wie zu erwarten"),
        (-2.5, "deutlich seltener als zu erwarten"),
        (None, "nicht vergleichbar"),
    ],
)
def test_bridging_roles_are_compared_with_chance_in_words_and_in_figures_apart(z, said):
    types = {"a": "Verein", "b": "Kommune", "c": "Hochschule"}
    ties = [tie("a", "leads", "p"), tie("b", "partner", "p"), tie("a", "leads", "q"), tie("c", "partner", "q")]
    data = region([actor(key, kind) for key, kind in types.items()], [project("p"), project("q")], ties)
    (found,) = brokers(data)
    found = replace(found, z=dict.fromkeys(found.z, z))
    view = view_of(data, "rollen?reiter=bruecken", "de", no_state)

    in_words, in_figures = role_tables.brokers(view, [found]), role_tables.broker_figures(view, [found])

    assert in_words.rows[0][3].text == said
    assert not any("z" in cell.header.split() or "(z)" in cell.header for cell in in_words.columns)
    assert [cell.datum for cell in in_figures.rows[0][1:]] == [z] * 5


def test_who_has_no_type_brokers_nothing():
    assert brokers(region(actors=[actor("a", type="")], projects=[], ties=[])) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("part", ["name", "what", "read", "limits"])
def test_every_measure_of_the_registry_is_explained(measure, part, language):
    assert words(language).has(f"measure.{measure}.{part}")


@pytest.mark.parametrize("tab", TABS)
def test_a_network_without_ties_gives_sentences(open_page, tab):
    app = open_page("rollen", reiter=tab, typ=("stiftung",), gruppierung="gruppe")

    assert not app.exception
    assert len(app.title) == 1


def test_an_estimated_measure_says_from_how_many_sources_and_how_far_off():
    network = region(ties=[tie(f"a{i}", "cooperates_with", f"a{i + 1}") for i in range(12)])

    found = ranking(network, "betweenness", sampling=Sampling(exact_up_to=5, samples=6))

    assert found.sample.sources == 6
    assert found.sample.error > 0
    said = roles.first(Speech(words("de"), {f"a{i}": f"A{i}" for i in range(13)}), found)
    assert "Geschätzt von 6 Ausgangspunkten aus" in said


def test_an_exact_measure_says_nothing_of_an_estimate():
    assert ranking(region(ties=[tie("a", "cooperates_with", "b")]), "betweenness").sample is None


def test_ties_to_other_places_lead_outside():
    placed = region(
        [actor("a", location="Aalen"), actor("b", location="Berlin"), actor("c", location="Aalen; Heidenheim")],
        ties=[tie("a", "cooperates_with", "b"), tie("a", "cooperates_with", "c")],
        places="Aalen;Heidenheim",
    )

    assert answer.summary_of(placed).outside_share == 0.5


def test_without_stated_places_nothing_is_said_about_outside():
    assert answer.summary_of(region(ties=[tie("a", "cooperates_with", "b")])).outside_share is None
