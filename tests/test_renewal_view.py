"""What remains when the money ends, and pairs beside chance, in words, tables and files."""

import pytest

from tests.small_region import project, region, tie
from tests.test_expected_ties import joined
from views.evidence import expected
from views.exhibit.links import exhibit_of, view_of
from views.funding import renewal
from views.language.words import unmarked

PAIRS = region(
    projects=[
        project("p", start="2018-01-01", end="2020-12-31"),
        project("q", start="2022-01-01"),
        project("r", start="2019-01-01", end="2023-12-31"),
        project("s", start="2020-01-01"),
    ],
    ties=[
        *(tie(actor, "partner", key) for key, actors in (("p", "ab"), ("q", "ab"), ("r", "cd")) for actor in actors),
        *(tie("f", "funds", key) for key in "prs"),
    ],
    as_of="2025-12-31",
)
APART = joined({f"a-{n}": ["a", f"x{n}"] for n in range(8)} | {f"b-{n}": ["b", f"y{n}"] for n in range(8)})
LINK = "foerderung?reiter=bleibt"


def test_the_sentence_says_how_many_worked_together_again():
    assert renewal.in_brief(view_of(PAIRS, LINK)) == (
        "Von 2 Partnerschaften aus geförderten Projekten, die beendet sind, hat 1 (50\N{NO-BREAK SPACE}%) danach "
        "wieder ein gemeinsames Projekt."
    )


def test_without_an_ended_project_nothing_is_claimed():
    view = view_of(region(), LINK)

    assert renewal.in_brief(view).startswith("In dieser Auswahl ist keine Partnerschaft erfasst")
    assert exhibit_of(view).picture is None


def test_the_table_says_share_band_and_who_can_still_be_judged():
    rows = renewal.by_years(view_of(PAIRS, LINK)).rows

    assert [[getattr(cell, "text", cell) for cell in row] for row in rows] == [
        ["1", "0\N{NO-BREAK SPACE}%", "0\N{NO-BREAK SPACE}% bis 0\N{NO-BREAK SPACE}%", "2"],
        ["2", "50\N{NO-BREAK SPACE}%", "0\N{NO-BREAK SPACE}% bis 87\N{NO-BREAK SPACE}%", "1"],
        ["3", "50\N{NO-BREAK SPACE}%", "0\N{NO-BREAK SPACE}% bis 87\N{NO-BREAK SPACE}%", "0"],
        ["5", "50\N{NO-BREAK SPACE}%", "0\N{NO-BREAK SPACE}% bis 87\N{NO-BREAK SPACE}%", "0"],
    ]


def test_funded_projects_without_an_end_are_named():
    assert renewal.notes(view_of(PAIRS, LINK))[-1] == (
        "Bei einem geförderten Projekt ist nicht erfasst, wann das Projekt endet; es zählt nicht mit: s."
    )


@pytest.mark.parametrize(("renewed", "names"), [(True, ["a", "b", "p", "q"]), (False, ["c", "d", "r"])])
def test_partnerships_are_listed_with_the_projects(renewed, names):
    (row,) = renewal.pairs(view_of(PAIRS, LINK), renewed=renewed).rows

    assert [cell.text for cell in row if cell.target] == names


def test_the_exhibit_has_picture_tables_and_the_sentence_on_causes():
    made = exhibit_of(view_of(PAIRS, LINK))

    assert made.picture.description.startswith("Kurve über die Jahre")
    assert len(made.tables) == 3
    assert made.remarks[0].startswith("Das zeigt keine Ursache")


def test_a_pair_that_keeps_apart_is_listed_as_working_together_seldom():
    view = view_of(APART, "vergleich?reiter=selten")

    assert expected.seldom_in_brief(view) == "Ein Paar arbeitet auffällig selten zusammen."
    (row,) = expected.seldom(view).rows
    assert [cell.text for cell in row[:4]] == ["a", "b", "0", "4,0"]


def test_two_compared_actors_are_set_beside_chance():
    view = view_of(APART, "vergleich?vergleich=a,b")

    assert "Kein gemeinsames Projekt, zu erwarten wären 4,0: auffällig selten." in [
        unmarked(remark) for remark in exhibit_of(view).remarks
    ]


def test_a_profile_shows_for_each_partner_what_chance_would_give():
    view = view_of(joined({"p": ["a", "b"], "q": ["a", "b"]}), "steckbrief?id=a")
    table = next(table for table in exhibit_of(view).tables if "Zu erwarten" in [c.header for c in table.columns])

    assert [cell.text for cell in table.rows[0]][:3] == ["b", "2", "2,0 · wie zu erwarten"]
