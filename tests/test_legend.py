"""The legend says what occurs in the picture, in words, and shows text of the data as text."""

import base64
import re

import networkx as nx
import pytest

from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.palette import palette
from views.language.words import LANGUAGES, words
from views.network.legend_html import legend_html

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def drawing():
    network = nx.MultiDiGraph()
    network.add_nodes_from(["hs", "land"], mode="actor", type="Hochschule")
    network.nodes["land"]["type"] = HOSTILE
    network.add_node("bau", mode="project", status="cancelled")
    network.add_edge("hs", "bau", kind="leads")
    network.add_edge("land", "bau", kind="funds", amount_eur=None, certainty="unconfirmed")
    encoding = Encoding(palette=palette(["Hochschule", HOSTILE]), size={"hs": 12.0}, size_name="projects")
    return draw(network, {"hs": (0, 0), "land": (80, 0), "bau": (40, 50)}, encoding)


def lines(html):
    """Text of each line of the legend as a person reads it."""
    return [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<(?:p|li)[ >].*?</(?:p|li)>", html)]


def test_each_question_is_followed_by_its_answers_with_counts(drawing):
    assert lines(legend_html(words("de"), drawing))[:-1] == [
        "Form zeigt: Element",
        "Akteur 1",
        "Projekt 1",
        "hier nur Fördergeber 1",
        "Farbe zeigt: Akteurstyp",
        "&lt;img src=x onerror=alert(1)&gt; 1",
        "Hochschule 1",
        "Füllung zeigt: Status des Projekts",
        "abgesagt 1",
        "Linie zeigt: Beleglage",
        "belegt 1",
        "Förderung, unsicher 1",
        "Strichstärke zeigt: Rolle und Betrag",
        "Leitung 1",
        "kein zählbarer Betrag 1",
        "Größe zeigt: Zahl der Projekte",
        "12",
        "6",
        "1",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_only_images_are_our_own_samples(drawing, language):
    html = legend_html(words(language), drawing)

    sources = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert html.count("<img") == len(sources)
    assert all(base64.b64decode(source).startswith(b"<svg ") for source in sources)


def test_lines_have_the_colours_of_the_theme(drawing):
    def samples(theme):
        html = legend_html(words("de"), drawing, theme=theme)
        return b"".join(base64.b64decode(source) for source in re.findall(r"base64,([^\"]+)", html))

    assert b"#624BBC" in samples("light")
    assert b"#A78BFA" in samples("dark")
