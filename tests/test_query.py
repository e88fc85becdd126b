"""The visitor's question in the address: what is written, what is read, and what old links may rely on."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_region import actor, project, region, tie
from ui.query import follow
from views.address.codec import address, decode, encode, slug
from views.address.page import address_page
from views.address.parameters import CHOICES, CODES, PARAMETERS, Query
from views.language.words import words
from views.view import selection_of


def test_defaults_are_not_written():
    assert encode(Query()) == {}


def test_filters_are_written_short_and_readable():
    asked = Query(feld=("wasserstoff", "automotive"), status=("ongoing",), von="2022", fokus="wiro")

    assert encode(asked) == {
        "feld": "wasserstoff,automotive",
        "status": "ongoing",
        "von": "2022",
        "fokus": "wiro",
    }


def test_reading_what_was_written_gives_the_same_question():
    asked = Query(lang="en", feld=("photonik",), beleg=("conflicting",), ansicht="kooperation", ganz="ja")

    assert decode(encode(asked)) == (asked, ())


@pytest.mark.parametrize(
    ("parameters", "unknown"),
    [
        ({"status": "ongoing,flying"}, ("status=flying",)),
        ({"umkreis": "99"}, ("umkreis=99",)),
        ({"nonsense": "1"}, ("nonsense=1",)),
        ({"von": "../../etc"}, ("von=../../etc",)),
        ({"__class__": "x"}, ("__class__=x",)),
        ({"stichtag": "2021-02-31"}, ("stichtag=2021-02-31",)),
        ({"stichtag": "9999-12-31"}, ("stichtag=9999-12-31",)),
        ({"stand": "../../../etc/passwd"}, ("stand=../../../etc/passwd",)),
    ],
)
def test_what_cannot_be_understood_is_named_and_left_out(parameters, unknown):
    query, found = decode(parameters)

    assert found == unknown
    assert query.umkreis == "1"


def test_a_link_inside_the_app_may_empty_a_parameter(monkeypatch: pytest.MonkeyPatch):
    state = {"query": Query(zelle="wasserstoff:kommune", feld=("photonik",)), "history": []}
    monkeypatch.setattr("ui.query.st.session_state", state)

    follow("zeitverlauf?ordnung=&zelle=&reiter=jahre")

    assert state["query"] == Query(ordnung="", zelle="", reiter="jahre", feld=("photonik",))
    assert state["goto"] == "zeitverlauf"


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=40), max_size=6))
def test_no_address_whatsoever_breaks_the_reader(parameters):
    query, _ = decode(parameters)

    assert decode(encode(query))[0] == query


def test_slugs_survive_umlauts_and_punctuation():
    assert slug("Maschinen-, Anlagen- und Werkzeugbau") == "maschinen-anlagen-und-werkzeugbau"
    assert slug("Öffentliche Straßen") == "oeffentliche-strassen"
    assert slug("…") == "x"


def test_slugs_are_looked_up_in_the_data_and_unknown_ones_are_named():
    dataset = region([actor("HS", "Hochschule")], [project("Auto", "Automotive")])

    selection, unknown = selection_of(Query(feld=("automotive", "raumfahrt"), typ=("hochschule",)), dataset)

    assert selection.kompetenzfelder == {"Automotive"}
    assert selection.types == {"Hochschule"}
    assert unknown == ("feld=raumfahrt",)


def test_two_values_with_the_same_slug_get_different_ones():
    dataset = region(projects=[project("A", "K.I."), project("B", "KI"), project("C", "K I")])

    selection, _ = selection_of(Query(feld=("k-i", "k-i-2", "ki")), dataset)

    assert selection.kompetenzfelder == {"K I", "K.I.", "KI"}


def test_an_address_within_the_app_is_escaped():
    assert address("steckbrief", id="a&b=c") == "steckbrief?id=a%26b%3Dc"


def test_the_contract_of_links_is_written_down_here():
    """Changing a name, code or default changes what old links mean; say so in the changelog when you must."""
    assert Query() == Query(
        lang="de", ansicht="alles", zaehlung="full", umkreis="1", farbe="typ", groesse="projekte", rest="aus",
        liste="akteure",
    )  # fmt: skip
    assert CHOICES["ansicht"] == ("alles", "kooperation", "foerderung")
    assert CHOICES["zaehlung"] == ("full", "fractional", "binary")
    assert CODES["beleg"] == ("confirmed", "unconfirmed", "conflicting")


def test_the_documentation_explains_every_parameter_as_it_is():
    assert Path("docs/address.md").read_text("utf-8") == address_page(words("en"))


def test_each_parameter_belongs_to_a_topic_that_exists():
    topics = {parameter.topic for parameter in PARAMETERS.values()} - {"filter", "frame"}

    assert {topic for topic in topics if not Path("views", topic).is_dir()} == set()


def test_every_default_is_a_value_that_may_be_asked_for():
    assert [p.name for p in PARAMETERS.values() if p.values and not p.is_list and p.default not in p.values] == []


def test_a_programme_in_the_address_keeps_it_and_its_parts():
    dataset = region(
        projects=[project("Dach"), project("Teil"), project("Fremd")], ties=[tie("Teil", "part_of", "Dach")]
    )

    selection, unknown = selection_of(Query(programm=("Dach", "Nie")), dataset)

    assert selection.among == {"Dach", "Teil"}
    assert unknown == ("programm=Nie",)
