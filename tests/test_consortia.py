"""Large consortia are named where they carry a figure, and one can count without them."""

import pytest

from graph.consortia import Carrying, carrying
from graph.overview import overview
from graph.selection import Selection, select
from tests.small_region import project, region, tie
from views.address.parameters import Query
from views.exhibit.links import exhibit_of, view_of
from views.language.words import words
from views.network.consortia import carried
from views.overview import words as wording
from views.roles.words import reference
from views.time.answer import carrying_in_years
from views.time.words import years_carried
from views.view import View

MANY = [f"a{place:02d}" for place in range(8)]


def begun(**starts):
    """Eight actors in one project; two of them share another one; four more work in pairs."""
    return region(
        projects=[project(key, start=starts.get(key, "")) for key in ("bund", "weg", "markt")],
        ties=[
            *(tie(actor, "partner", "bund") for actor in MANY),
            tie("a00", "leads", "weg"),
            tie("a01", "partner", "weg"),
            tie("x", "leads", "markt"),
            tie("y", "partner", "markt"),
            tie("a06", "cooperates_with", "a07"),
        ],
    )


@pytest.fixture
def alliance():
    return begun()


def test_a_project_that_carries_many_cooperations_alone_is_found(alliance):
    assert carrying(alliance) == (Carrying("bund", members=8, only=27, declared=1, pairs=29),)


def test_in_a_small_network_no_project_is_called_carrying():
    small = region(projects=[project("weg")], ties=[tie(actor, "partner", "weg") for actor in "abc"])

    assert carrying(small) == ()


def test_without_it_the_rest_is_counted_and_no_actor_is_lost(alliance):
    rest = select(alliance, Selection(excluded={"bund"}))

    assert (overview(rest).cooperations, overview(rest).projects, overview(rest).actors) == (3, 2, 10)
    assert Selection(excluded={"bund"}).active == ("excluded",)


def test_the_figure_and_the_sentence_name_it(alliance):
    seen = View(Query(), words("de"), alliance, alliance, Selection(), ())

    assert (
        carried(seen)
        == "Von 29 Kooperationen bestehen 27 nur durch bund (8 Beteiligte; 1 davon ist auch eigens genannt)."
    )
    (_, _, left_out, _) = wording.figures(seen.t, overview(alliance), wording.carried(seen))[2]
    assert left_out.endswith("; 27 davon nur durch bund (1 auch eigens genannt)")


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("netzwerk?ansicht=kooperation&gruppen=aus", "Von 29 Kooperationen bestehen 27 nur durch bund"),
        ("netzwerk?ansicht=kooperation&fokus=x", ""),
        ("netzwerk?ansicht=kooperation&fokus=a02", "Von 28 Kooperationen bestehen 27 nur durch bund"),
        ("netzwerk?ansicht=kooperation&gruppen=aus&abprojekte=2", ""),
    ],
)
def test_the_network_counts_what_it_draws(alliance, link, said):
    sentence = exhibit_of(view_of(alliance, link)).sentence

    assert said in sentence if said else "nur durch" not in sentence


def test_what_is_measured_is_what_is_counted(alliance):
    assert "Von 29 Kooperationen" in reference(view_of(alliance, "rollen?ohne=bund&bezug=gesamt"))
    assert "nur durch" not in reference(view_of(alliance, "rollen?ohne=bund"))


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        ({}, ""),
        ({"weg": "2024"}, ""),
        ({"bund": "2024"}, "Von 28 Kooperationen in diesen Jahren bestehen 27 nur durch bund"),
        ({"bund": "2024", "markt": "2023"}, "Von 29 Kooperationen in diesen Jahren bestehen 27 nur durch bund"),
    ],
)
def test_the_years_name_what_carries_them_and_not_what_has_no_date(starts, said):
    view = view_of(begun(**starts), "zeitverlauf?reiter=netz", "de")
    shown = years_carried(view, carrying_in_years(view))

    assert shown.startswith(said) if said else shown == ""


@pytest.mark.parametrize(
    ("page", "asked", "named"),
    [
        ("netzwerk", {"ansicht": "kooperation", "gruppen": "aus"}, {"Zukunft Ostwürttemberg"}),
        (
            "netzwerk",
            {"ansicht": "kooperation", "fokus": "bosch-as"},
            {"Automotive-Forum 2018", "Automotive-Forum 2022"},
        ),
        ("netzwerk", {"ansicht": "kooperation", "fokus": "voith"}, set()),
        ("netzwerk", {"ansicht": "kooperation", "gruppen": "feld"}, set()),
        ("rollen", {"bezug": "gesamt"}, set()),
    ],
)
def test_the_buttons_count_without_those_that_carry_the_figure_beside_them(open_page, page, asked, named):
    labels = {button.label.replace("\\", "") for button in open_page(page, **asked).button}

    assert {text for text in labels if text.startswith("Ohne ")} == {f"Ohne {name} zählen" for name in named}
