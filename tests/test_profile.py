"""What is recorded about one element, what is open, and the figures of the landing page."""

import pytest

from graph.ledger.amounts import Omission
from graph.openpoints import open_points
from graph.overview import FieldCount, funding_total, overview
from graph.profile import Partner, profile
from tests.small_region import actor, project, region, tie
from views.elements import words as wording
from views.language.words import words

REGION = region(
    [actor("HS", "Hochschule", reference="q1"), actor("Firma", reference="q1"), actor("Land", reference="q1")],
    [
        project("Auto", "Automotive", status="ongoing", start="2022", reference="q2"),
        project("Licht", "Photonik", "Automotive", status="", reference=""),
    ],
    [
        tie("HS", "leads", "Auto", reference="q2;q3"),
        tie("Firma", "partner", "Auto", reference="q2", certainty="unconfirmed", note="erschlossen"),
        tie("Land", "funds", "Auto", 100, reference="q2"),
        tie("Land", "funds", "Licht", reference="q2"),
        tie("Land", "funds", "Licht", 30, basis="per_year", reference="q2"),
        tie("HS", "member_of", "Verein", reference="q2"),
    ],
)


def test_the_profile_of_an_actor_ranks_partners_and_sorts_ties_by_what_they_are():
    shown = profile(REGION, "HS")

    assert shown.partners == (Partner("Firma", ("Auto",), declared=False, certainty="unconfirmed"),)
    assert [end.other for end in shown.participations] == ["Auto"]
    assert [end.other for end in shown.bodies] == ["Verein"]
    assert shown.sources == ("q1", "q2", "q3")


def test_the_profile_of_a_project_has_its_actors_and_its_money():
    shown = profile(REGION, "Licht")

    assert shown.partners == ()
    assert [(end.amount_eur, end.left_out) for end in shown.money] == [
        (None, Omission.UNKNOWN),
        (30, Omission.PER_YEAR),
    ]


def test_an_unknown_id_has_no_profile():
    assert profile(REGION, "nobody") is None


def test_the_landing_page_counts_and_says_what_it_leaves_out():
    facts = overview(REGION)

    assert (facts.actors, facts.projects, facts.ongoing, facts.cooperations) == (4, 2, 1, 1)
    assert facts.isolates == 2
    assert facts.funding.amount_eur == 100
    assert facts.funding.left_out == {Omission.PER_YEAR: 1, Omission.UNKNOWN: 1}
    assert facts.fields == (
        FieldCount("Automotive", projects=2, ongoing=1, actors=2),
        FieldCount("Photonik", projects=1, ongoing=0, actors=0),
    )


def test_a_sum_without_any_known_amount_is_missing_and_not_zero():
    assert funding_total(region(projects=[project("P")], ties=[tie("L", "funds", "P")])).amount_eur is None


def test_every_doubt_is_listed_with_the_elements_it_is_about():
    found = [(point.doubt, point.elements) for point in open_points(REGION)]

    assert found == [
        ("unconfirmed", ("Firma", "Auto")),
        ("without_amount", ("Land", "Licht")),
        ("without_source", ("Verein",)),
        ("without_source", ("Licht",)),
        ("without_date", ("Licht",)),
        ("without_status", ("Licht",)),
    ]


def test_an_actor_that_supports_an_actor_takes_part_in_no_project_by_it():
    data = region(
        [actor("verein"), actor("hof")],
        [project("weg")],
        [tie("verein", "partner", "weg"), tie("verein", "supports", "hof"), tie("verein", "leads", "weg")],
    )

    verein, hof = profile(data, "verein"), profile(data, "hof")

    assert (verein.taking_part, verein.leading) == (("weg",), ("weg",))
    assert [end.other for end in verein.others] == ["hof"]
    assert (hof.taking_part, [end.other for end in hof.others]) == ((), ["verein"])


@pytest.mark.parametrize(
    ("ties", "said"),
    [
        ([], "Verein: nach den erfassten Daten ohne Projekt und ohne Partner."),
        (
            [tie("a", "funds", "p", 10)],
            "Verein: gibt 1 Förderung; nach den erfassten Daten selbst an keinem Projekt beteiligt und ohne Partner.",
        ),
        (
            [tie("a", "funds", "p"), tie("a", "funds", "p", 5)],
            "Verein: gibt 2 Förderungen; nach den erfassten Daten selbst an keinem Projekt beteiligt und ohne Partner.",
        ),
        ([tie("b", "funds", "a", 10)], "Verein: nach den erfassten Daten ohne Projekt und ohne Partner."),
        ([tie("a", "leads", "p")], "Verein: 1 Projekt, leitend; kein Partner nach den erfassten Daten."),
        (
            [tie("a", "partner", "p"), tie("b", "leads", "p")],
            "Verein: 1 Projekt, nicht leitend; 1 Partner nach den erfassten Daten.",
        ),
        (
            [tie("a", "partner", "p"), tie("a", "leads", "q")],
            "Verein: 2 Projekte, 1 davon leitend; kein Partner nach den erfassten Daten.",
        ),
    ],
)
def test_the_sentence_of_an_actor_speaks_of_what_there_is(ties, said):
    data = region([actor("a", "Verein")], [project("p"), project("q")], ties)

    assert wording.sentence(words("de"), profile(data, "a")) == said
