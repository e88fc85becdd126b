"""Pictures as SVG and PNG: the drawing on screen, with title, legend and source inside."""

import struct
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from graph.export.png import rendered
from graph.export.svg.page import exhibit_svg
from graph.export.svg.paragraph import Style, cut, fitted
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.palette import FILLS
from graph.picture.spread import Arrange
from tests.exhibits import (
    LINK,
    PLACES,
    SOURCE,
    all_kinds,
    chart_exhibit,
    decision_exhibit,
    drawing_of,
    empty_exhibit,
    matrix_exhibit,
    network_exhibit,
    portfolio_of,
    text_exhibit,
    three_actors,
)

SVG = "{http://www.w3.org/2000/svg}"


def drawn(exhibit, **rest):
    return ET.fromstring(exhibit_svg(portfolio_of(exhibit, **rest), exhibit))


def texts(root):
    return [element.text for element in root.iter(f"{SVG}text")]


def said(root):
    return " ".join(texts(root))


def marks(root, kind):
    """Elements of the drawing by the id of the node or line."""
    return {e.get("data-id"): e for e in root.iter(f"{SVG}{kind}") if e.get("data-id")}


def test_title_sentence_legend_and_source_stand_inside_as_real_text():
    text = said(drawn(network_exhibit()))

    assert "Hochschule Aalen verbindet zwei Projekte" in text
    assert "Im Umkreis 1 liegen 3 Akteure." in text
    assert "Legende: shape" in text
    assert "circle 2" in text
    assert SOURCE in text
    assert "Filter: laufend, seit 2021" in text
    assert LINK in text


def test_nodes_stand_where_they_stand_on_screen():
    nodes = marks(drawn(network_exhibit()), "g")

    circle = nodes["hs"].findall(f"{SVG}circle")[-1]
    box = nodes["ki"].findall(f"{SVG}rect")[-1]

    assert (float(circle.get("cx")), float(circle.get("cy"))) == PLACES["hs"]
    assert float(box.get("x")) + float(box.get("width")) / 2 == PLACES["ki"][0]
    assert set(nodes) == set(PLACES)


def test_colours_are_those_of_the_palette():
    nodes = marks(drawn(network_exhibit()), "g")

    # the first circle hides lines below the node
    assert nodes["hs"].findall(f"{SVG}circle")[1].get("fill") == FILLS[0][0]
    assert nodes["stadt"].findall(f"{SVG}circle")[1].get("fill") == FILLS[2][0]


def test_an_uncertain_tie_is_dashed_and_money_has_an_arrow():
    root = drawn(network_exhibit())
    lines = marks(root, "path")

    assert lines["stadt>ki"].get("stroke-dasharray") == "7 5"
    assert lines["hs>ki"].get("stroke-dasharray") is None
    assert lines["bund>ki"].get("stroke") == "#624BBC"
    assert len(list(root.iter(f"{SVG}polygon"))) == 1


def test_a_completed_project_is_paler_than_a_running_one():
    nodes = marks(drawn(network_exhibit()), "g")

    opacity = {key: nodes[key].findall(f"{SVG}rect")[-1].get("fill-opacity") for key in ("alt", "ki")}

    assert opacity == {"alt": "0.35", "ki": None}


def test_the_focus_has_a_ring():
    nodes = marks(drawn(network_exhibit()), "g")

    assert [circle.get("stroke") for circle in nodes["hs"].findall(f"{SVG}circle")][-1] == "#1E6765"


def test_what_is_dimmed_on_screen_is_faint():
    drawing = drawing_of(three_actors(), PLACES, dimmed=frozenset({"stadt"}))

    root = drawn(network_exhibit(drawing))

    assert [group.get("opacity") for group in marks(root, "g")["stadt"].findall(f"{SVG}g")] == ["0.12"]
    assert marks(root, "path")["stadt>ki"].get("stroke-opacity") == "0.12"


def test_names_that_are_written_on_screen_are_written_and_others_can_be_read_on_hover():
    root = drawn(network_exhibit())

    assert "HS Aalen" in texts(root)
    assert marks(root, "g")["hs"].find(f"{SVG}title").text == "Hochschule Aalen"


def test_circles_of_the_legend_are_as_large_as_in_the_picture():
    root = drawn(network_exhibit())
    zoom = next(float(g.get("data-zoom")) for g in root.iter(f"{SVG}g") if g.get("data-zoom"))
    radius = float(marks(root, "g")["hs"].findall(f"{SVG}circle")[-2].get("r")) * zoom

    radii = [float(circle.get("r")) for circle in root.iter(f"{SVG}circle")]

    assert any(abs(r - radius) < 0.3 for r in radii)


def test_a_picture_has_an_accessible_name_a_description_and_a_language():
    root = drawn(network_exhibit())

    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Hochschule Aalen verbindet zwei Projekte"
    assert root.find(f"{SVG}desc").text == "Netzwerk um die Hochschule Aalen"
    assert root.get("lang") == "de"


@pytest.mark.parametrize(
    ("exhibit", "words"),
    [
        (chart_exhibit(), ["Photonik", "Wasserstoff", "1,3 Mio. €"]),
        (matrix_exhibit(), ["Forschungseinrichtung", "11", "–"]),
        (text_exhibit(), ["KI-Werkstatt", "Altes Vorhaben"]),
        (decision_exhibit(), ["Die Runde beschließt ein Vorhaben.", "vertagt", "Begründung"]),
        (empty_exhibit(), ["Mit diesen Filtern bleibt kein Element übrig."]),
    ],
)
def test_every_kind_of_exhibit_says_what_it_shows(exhibit, words):
    text = said(drawn(exhibit))

    assert [word for word in words if word not in text] == []


def test_a_draft_is_marked_and_the_profile_is_named():
    text = said(drawn(network_exhibit(), watermark="Entwurf", profile="ohne Beträge"))

    assert "Entwurf" in text
    assert "Fassung: ohne Beträge" in text


def test_a_long_title_is_broken_into_lines_and_never_leaves_the_picture():
    exhibit = network_exhibit()
    long = exhibit.__class__(title="Donaudampfschifffahrtsgesellschaft " * 12, source="x" * 400)

    lines = [text for text in texts(drawn(long)) if text.startswith("Donau")]

    assert len(lines) == 3
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("exhibit", all_kinds(), ids=lambda exhibit: exhibit.title)
def test_a_picture_is_2400_pixels_wide_and_shows_text_without_fonts_of_the_system(exhibit):
    svg = exhibit_svg(portfolio_of(exhibit), exhibit)

    png = rendered(svg)
    width = struct.unpack(">I", png[16:20])[0]

    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert width == 2400


def test_text_takes_ink_so_the_shipped_typeface_is_found():
    blank = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"></svg>'
    written = blank.replace(
        "></svg>", ' font-family="Source Sans Pro"><text x="5" y="30" font-size="24">Öß</text></svg>'
    )

    assert rendered(written, 100) != rendered(blank, 100)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("kurz", ("kurz", 1)),
        ("", ("", 0)),
        ("ein Ministerium für Wirtschaft und Energie", ("ein Ministerium für Wirtschaft…", 2)),
        ("Wirtschaftsförderungsgesellschaft mbH Region", ("Wirtschaftsförderungs…", 2)),
    ],
)
def test_a_text_is_cut_without_the_hyphens_that_broke_its_words(text, kept):
    assert cut(text, Style(10), 80, 2) == kept


def test_a_long_noun_is_broken_where_two_are_joined():
    assert fitted("Wirtschaftsförderungsgesellschaft", Style(10), 90) == ["Wirtschafts-", "förderungs-", "gesellschaft"]
    assert fitted("https://beispiel.example/einelangeadresse", Style(10), 90)[0] == "https://beispiel.ex"


# --- what programs find in a network's SVG, as docs/exports.md promises -------------------------------------------


def arranged(ties, **names):
    """Exhibit of an arranged network, and its drawing."""
    network = nx.Graph(ties)
    nx.set_node_attributes(network, {n: {"mode": "actor", "short_name": names.get(n, n)} for n in network})
    places = {node: (float(index), float(index % 2)) for index, node in enumerate(sorted(network))}
    drawing = draw(network, places, Encoding(), arrange=Arrange(dict.fromkeys(network, (24.0, 24.0))))
    return network_exhibit(drawing), drawing


def test_the_picture_is_one_group_with_its_zoom():
    (zoomed,) = [g for g in drawn(network_exhibit()).iter(f"{SVG}g") if g.get("data-zoom")]

    assert float(zoomed.get("data-zoom")) > 0
    assert set(marks(zoomed, "g")) == set(PLACES)
    assert all(group.find(f"{SVG}title").text for group in marks(zoomed, "g").values())


def test_every_name_says_whose_it_is():
    exhibit, drawing = arranged([("a", "b"), ("b", "c")], b="Zentrum für Digitalisierung Ostwürttemberg")

    names = {text.get("data-label"): text for text in drawn(exhibit).iter(f"{SVG}text") if text.get("data-label")}

    assert set(names) == {"a", "b", "c"} == {node.id for node in drawing.nodes}
    assert all(text.get("text-anchor") in {"start", "middle", "end"} for text in names.values())
    spans = names["b"].findall(f"{SVG}tspan")
    assert len(spans) == 2
    assert all(span.get("x") and span.get("y") and span.text for span in spans)


def test_a_line_begins_and_ends_at_its_nodes():
    exhibit, drawing = arranged([("a", "b"), ("b", "c")])
    places = {node.id: (node.x, node.y) for node in drawing.nodes}

    lines = {key: path.get("d") for key, path in marks(drawn(exhibit), "path").items()}

    assert set(lines) == {"a>b", "b>c"}
    straight = f"M{places['a'][0]:.2f} {places['a'][1]:.2f}L{places['b'][0]:.2f} {places['b'][1]:.2f}"
    assert lines["a>b"] == straight


def test_a_line_that_bends_begins_and_ends_in_the_middle_of_its_nodes_as_on_the_screen():
    network = nx.Graph([("a", "c"), ("a", "b")])
    nx.set_node_attributes(network, "actor", "mode")
    places = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (200.0, 0.0)}
    drawing = draw(network, places, Encoding(), arrange=Arrange({}, held=True))

    (path,) = [mark for key, mark in marks(drawn(network_exhibit(drawing)), "path").items() if key == "a>c"]

    assert path.get("d").startswith("M0.00 0.00Q")
    assert path.get("d").endswith(" 200.00 0.00")


def test_signs_in_nodes_are_large_enough_to_read_or_left_out():
    root = drawn(arranged([(f"a{n}", f"a{n + 1}") for n in range(200)])[0])
    (zoomed,) = [g for g in root.iter(f"{SVG}g") if g.get("data-zoom")]

    sizes = [float(text.get("font-size")) * float(zoomed.get("data-zoom")) for text in zoomed.iter(f"{SVG}text")]

    assert min(sizes) >= 9


def test_elements_without_ties_have_a_heading_beside_the_picture():
    exhibit, _ = arranged([("a", "b"), ("b", "c"), ("z", "z")])

    assert "ohne Verbindung in dieser Auswahl (1)" in said(drawn(exhibit)).replace("\n", " ")
