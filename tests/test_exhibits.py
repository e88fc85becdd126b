"""Views as exhibits: the same drawing, sentence, rows and words as on screen, in both languages."""

import io
import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import openpyxl
import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

import graph
from graph.__main__ import main
from graph.dataset import Dataset
from graph.export import FORMATS, KEYS, export
from graph.picture.encoding import TINT, Fill, Shape
from graph.picture.message import message
from graph.picture.scene import drawing_of, positions_of
from tests.slides import every_shape
from views.exhibit.committee import standard_portfolio
from views.exhibit.decision import decision
from views.exhibit.links import UnknownViewError, exhibit_of, view_of
from views.exhibit.pages import EXHIBITS
from views.exhibit.portfolio import portfolio
from views.exhibit.words import file_words, format_names, legend_groups
from views.language.words import LANGUAGES, words
from views.loaded import SHIPPED, states_beside
from views.network import words as wording
from views.network.legend_html import legend_html
from views.network.tables import neighbours
from views.view import scene_of

FEW = "https://netz.example/netzwerk?fokus=hochschule-aalen"
SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 11, 23)
EMU = 9525  # per px


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


def on_screen(view):
    scene = scene_of(view.query)
    return drawing_of(view.whole, view.part, scene, positions_of(view.whole, scene))


def file_of(view, link, name):
    return export(name, portfolio(view, [exhibit_of(view, link)], day=DAY)).content


# --- export equals screen ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def view(shipped):
    return view_of(shipped, FEW)


@pytest.fixture(scope="module")
def drawing(view):
    drawn = on_screen(view)
    assert 10 < len(drawn.nodes) <= 60, "few enough for native shapes"
    return drawn


def test_svg_has_the_positions_colours_and_lines_of_the_screen(view, drawing):
    root = ET.fromstring(file_of(view, FEW, "svg"))
    groups = {g.get("data-id"): g for g in root.iter(f"{SVG}g") if g.get("data-id")}
    lines = {path.get("data-id"): path for path in root.iter(f"{SVG}path") if path.get("data-id")}

    assert set(groups) == {node.id for node in drawing.nodes}
    assert set(lines) == {edge.id for edge in drawing.edges}
    for node in drawing.nodes:
        shape = [e for e in groups[node.id] if e.tag != f"{SVG}title"][1]
        if node.shape is Shape.ACTOR:
            assert (float(shape.get("cx")), float(shape.get("cy"))) == pytest.approx((node.x, node.y), abs=0.01)
        assert shape.get("fill") in {node.colour, "none"}
        assert shape.get("fill-opacity") == (f"{TINT:g}" if node.fill is Fill.TINT else None)
    assert all((lines[edge.id].get("stroke-dasharray") is not None) == edge.dashed for edge in drawing.edges)


def test_slides_have_the_positions_and_counts_of_the_screen(view, drawing):
    made = pptx.Presentation(io.BytesIO(file_of(view, FEW, "pptx")))
    group = next(s for s in made.slides[0].shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP and s.name == "Bild")
    shapes = [s for s in every_shape(group.shapes) if s.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
    # lines are tied to both ends; what only leads to a name is not
    connectors = (s._element for s in every_shape(group.shapes) if s._element.tag.endswith("cxnSp"))
    lines = [s for s in connectors if s.nvCxnSpPr.cNvCxnSpPr.stCxn is not None]
    # nodes are added from the least to the most important
    centres = [(s.left + s.width / 2, s.top + s.height / 2) for s in shapes]
    expected = [(node.x, node.y) for node in reversed(drawing.nodes)]

    filled = [
        (str(shape.fill.fore_color.rgb), node.colour.lstrip("#").upper())
        for shape, node in zip(shapes, reversed(drawing.nodes), strict=True)
        if node.fill is Fill.FULL
    ]

    assert len(lines) == len(drawing.edges)
    assert len(centres) == len(expected)
    assert len(filled) > 3
    assert [drawn for drawn, _ in filled] == [wanted for _, wanted in filled]
    for axis in (0, 1):
        low, high = (pick(range(len(expected)), key=lambda i: expected[i][axis]) for pick in (min, max))
        scale = (centres[high][axis] - centres[low][axis]) / (expected[high][axis] - expected[low][axis])
        for place, point in zip(centres, expected, strict=True):
            assert place[axis] == pytest.approx(
                centres[low][axis] + scale * (point[axis] - expected[low][axis]), abs=20_000
            )


def test_the_web_page_has_the_positions_and_legend_of_the_screen(view, drawing):
    text = file_of(view, FEW, "html").decode()
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])
    nodes = data["networks"][0]["message"]["nodes"]

    assert nodes["id"] == [node.id for node in drawing.nodes]
    assert [*zip(nodes["x"], nodes["y"], strict=True)] == [(node.x, node.y) for node in drawing.nodes]
    assert len(data["networks"][0]["message"]["lines"]["from"]) == len(drawing.edges)
    assert data["networks"][0]["message"] == json.loads(json.dumps(message(drawing))), "what the canvas gets on screen"


@pytest.mark.parametrize("name", ["svg", "pptx", "html"])
def test_every_entry_of_the_legend_on_screen_stands_in_the_file(view, drawing, name):
    screen = re.findall(r"<span>(.*?)</span>", legend_html(view.t, drawing))
    content = file_of(view, FEW, name)
    if name == "pptx":
        slide = pptx.Presentation(io.BytesIO(content)).slides[0]
        said = {s.text_frame.text for g in slide.shapes if hasattr(g, "shapes") for s in g.shapes if s.has_text_frame}
    else:
        said = set(re.findall(r">([^<>]+)<", content.decode()))

    assert len(screen) > 6
    assert [entry for entry in screen if entry not in said] == []


def test_a_table_has_exactly_the_rows_of_the_screen_and_numbers_are_numbers(view, drawing):
    screen = neighbours(view, drawing)
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(view, FEW, "xlsx"))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert len(rows) == len(screen.rows)
    assert [row[0] for row in rows] == [row[0].text for row in screen.rows]
    assert [row[3] for row in rows] == [row[3].value for row in screen.rows]


def test_title_and_sentence_are_those_of_the_screen(view, drawing):
    exhibit = exhibit_of(view, FEW)

    assert exhibit.title == "Hochschule Aalen: 38 Partner, 40 Projekte"
    assert exhibit.sentence == wording.sentence(view, drawing)
    assert exhibit.link == FEW


# --- exhibits ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", EXHIBITS)
def test_every_page_that_can_be_taken_away_says_its_title_sentence_and_source(shipped, page, language):
    seen = view_of(shipped, f"{page}?lang={language}")
    exhibit = exhibit_of(seen, page)

    assert exhibit.title
    assert exhibit.sentence
    assert exhibit.source.startswith({"de": "Quelle: ", "en": "Source: "}[language])
    assert "\\" not in exhibit.title + exhibit.sentence + exhibit.source, "no signs of Markdown"


@pytest.mark.parametrize("page", EXHIBITS)
def test_nothing_found_is_an_exhibit_too(shipped, page):
    link = f"{page}?suche=gibtesnicht"
    seen = view_of(shipped, link)

    assert file_of(seen, link, "pptx")
    assert file_of(seen, link, "pdf")


def test_filters_are_named_one_by_one(shipped):
    exhibit = exhibit_of(view_of(shipped, "netzwerk?feld=wasserstoff&status=ongoing&von=2022"), "netzwerk")

    assert exhibit.filters == ("Wasserstoff", "laufend", "ab 2022")


def test_a_page_without_an_exhibit_is_said_to_be_unknown(shipped):
    with pytest.raises(UnknownViewError):
        exhibit_of(view_of(shipped, "gibtesnicht"), "gibtesnicht")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_files_exists_and_every_format_has_a_name(language):
    t = words(language)

    assert set(file_words(t)) == set(KEYS)
    assert set(format_names(t)) == set(FORMATS)


def test_the_legend_has_the_entries_of_the_drawing_in_their_order(view, drawing):
    groups = legend_groups(view.t, drawing)

    assert [entry.sample for group in groups for entry in group.entries] == [e.node or e.line for e in drawing.legend]
    assert len({group.channel for group in groups}) == len(groups)


# --- the ready portfolio ----------------------------------------------------------------------------------------------


def last_state() -> Dataset:
    """The last state saved beside the shipped data."""
    return graph.load([*states_beside(SHIPPED).values()][-1]).dataset


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ready_portfolio_has_seven_exhibits_in_their_order(shipped, language):
    view = replace(view_of(shipped, f"netzwerk?lang={language}"), older=last_state())

    made = standard_portfolio(view, day=DAY)

    assert len(made.exhibits) == 7
    assert made.cover
    assert made.exhibits[3].picture.drawing.nodes
    assert all(exhibit.title and exhibit.source for exhibit in made.exhibits)


def test_without_an_earlier_state_nothing_is_said_to_be_new(shipped):
    assert len(standard_portfolio(view_of(shipped, "netzwerk")).exhibits) == 6


def test_what_is_new_is_listed_and_the_rest_is_counted(shipped):
    seen = replace(view_of(shipped, "veraenderungen"), older=last_state())
    blocks = exhibit_of(seen).picture.blocks

    assert blocks[0].heading.startswith("Neu (")
    assert blocks[0].points[-1].startswith("und ")


def test_a_decision_has_boxes_to_tick(shipped):
    shown = decision(view_of(shipped, ""), "Wir beginnen.", ("Alle sind bereit.",)).picture

    assert shown.proposal == "Wir beginnen."
    assert shown.outcomes == ("angenommen", "mit Änderungen angenommen", "vertagt")


# --- the command ------------------------------------------------------------------------------------------------------


def run(*arguments):
    return main(["export", *arguments])


def test_the_command_writes_slides_for_links(tmp_path, capsys):
    file = tmp_path / "deck.pptx"

    status = run(
        "data", "--view", "ueberblick", "netzwerk?fokus=wiro", "--to", str(file), "--draft", "--confirmed-only"
    )

    slides = pptx.Presentation(str(file)).slides
    assert status == 0
    assert len(slides) == 2
    assert "Fassung: nur belegte Angaben" in "\n".join(s.text_frame.text for s in slides[1].shapes if s.has_text_frame)
    assert capsys.readouterr().out.startswith(str(file))


def test_the_command_takes_names_out_of_pictures_and_tables(tmp_path):
    file = tmp_path / "netz.html"

    run("data", "--view", "netzwerk?ganz=ja", "--to", str(file), "--anonymous-companies", "--key", "x")

    text = file.read_text("utf-8")
    assert "Unternehmen 7" in text
    assert "VARTA" not in text
    assert "Fassung: Unternehmen anonym" in text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--view", "gibtesnicht", "--to", "var/x.pdf"], "gibtesnicht"),
        (["--to", "var/x.doc"], "doc"),
        (["--to", "var/x.pptx", "--template", "README.md"], "keine PowerPoint-Datei"),
    ],
)
def test_the_command_says_why_it_writes_nothing(capsys, arguments, reason):
    assert run("data", *arguments) == 1
    assert reason in capsys.readouterr().err


def test_what_changed_names_nobody_that_is_anonymous(tmp_path):
    file = tmp_path / "neu.html"

    run("data", "--view", "veraenderungen", "veraenderungen?reiter=weitere", "--to", str(file), "--anonymous-companies")

    text = file.read_text("utf-8")
    assert "Seit 04.05.2021" in text
    assert "Unternehmen 7" in text
    assert "VARTA" not in text
