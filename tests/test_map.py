"""The map: where places lie, what stays open, what the picture shows and what a click means."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import numpy as np
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from graph.export import export
from graph.export.png import rendered
from graph.picture.aside import beside_lines
from graph.picture.folding import By, fold
from graph.picture.ground import borders_in, drawn_at, ground_for, within
from graph.places.locating import Unplaced, located, places_in
from graph.places.outlines import borders
from graph.selection import Selection, select
from tests.small_region import actor, project, region, tie
from views.address.parameters import Query
from views.exhibit.links import exhibit_of
from views.exhibit.portfolio import portfolio
from views.language.words import words
from views.network import maps
from views.network import words as wording
from views.network.picture import drawing_of
from views.network.tables import off_the_map
from views.view import View, selection_of

VALLEY = region(
    actors=[
        actor("schule", location="Aalen"),
        actor("kammer", location="Heidenheim"),
        actor("verein", location="Heidenheim an der Brenz"),
        actor("firma", location="Aalen; Giengen"),
        actor("netz", location="online"),
        actor("still"),
    ],
    projects=[project("labor"), project("messe")],
    ties=[
        tie("schule", "leads", "labor"),
        tie("kammer", "partner", "labor"),
        tie("kammer", "leads", "messe"),
        tie("firma", "partner", "messe"),
    ],
)


def view_of(dataset, page="netzwerk", lang="de", **asked):
    query = Query(lang=lang, **asked)
    selection, unknown = selection_of(query, dataset)
    return View(query, words(lang), dataset, select(dataset, selection), selection, unknown, page=page)


@pytest.mark.parametrize(
    ("recorded", "name", "county"),
    [
        ("Aalen", "Aalen", "Ostalbkreis"),
        ("73430 Aalen", "Aalen", "Ostalbkreis"),
        ("MÜNCHEN", "München", "Stadt München"),
        ("Frankfurt (Oder)", "Frankfurt (Oder)", "Stadt Frankfurt (Oder)"),
        ("Landkreis Heidenheim", "Landkreis Heidenheim", "Landkreis Heidenheim"),
        ("Ostalbkreis", "Ostalbkreis", "Ostalbkreis"),
    ],
)
def test_a_place_is_found_however_it_is_written(recorded, name, county):
    site = located([recorded]).sites[recorded]

    assert (site.name, site.county) == (name, county)


def test_of_two_places_of_a_name_the_one_near_another_place_of_the_data_is_meant():
    assert located(["Heidenheim", "Giengen an der Brenz"]).sites["Heidenheim"].county == "Landkreis Heidenheim"
    assert located(["Heidenheim", "Westheim", "Gunzenhausen"]).sites["Heidenheim"].name == "Heidenheim"


def test_a_name_that_several_places_have_stays_open_and_is_never_guessed():
    found = located(["Neustadt", "Oz, hinter dem Regenbogen"])

    assert found.sites == {}
    assert found.unplaced == {"Neustadt": Unplaced.AMBIGUOUS, "Oz, hinter dem Regenbogen": Unplaced.UNKNOWN}


@given(st.lists(st.text(max_size=20), max_size=5))
def test_every_recorded_place_is_either_found_or_said_to_be_open(cells):
    found = located(cells)

    names = {place for cell in cells for place in places_in(cell)}
    assert {*found.sites, *found.unplaced} == names
    assert not {*found.sites} & {*found.unplaced}


def test_an_actor_with_two_places_counts_in_both():
    groups = {bubble.key: bubble.actors for bubble in fold(VALLEY, By.PLACE).bubbles}

    assert groups["Aalen"] == ("firma", "schule")
    assert groups["Giengen"] == ("firma",)
    assert groups[""] == ("still",)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"form": "karte", "ort": ("westhausen",)}, "1 Ort auf der Karte."),
        ({"form": "karte", "ort": ("westhausen",), "gruppen": "kreis"}, "1 Kreis auf der Karte."),
        ({"ort": ("westhausen",), "gruppen": "kreis"}, "1 Kreis: 1 Akteur"),
    ],
)
def test_a_filter_moves_no_place_that_only_its_neighbours_make_certain(asked, said):
    data = region(actors=[actor("mill", location="Westhausen"), actor("school", location="Aalen")])
    view = view_of(data, **asked)

    assert wording.sentence(view, drawing_of(view)).startswith(said)


def test_two_spellings_of_a_place_are_one_point_of_the_map():
    groups = {bubble.key: bubble.actors for bubble in fold(VALLEY, By.SITE).bubbles}

    assert groups == {
        "Aalen": ("firma", "schule"),
        "Heidenheim": ("kammer", "verein"),
        "Giengen": ("firma",),
        "": ("netz", "still"),
    }


def test_a_map_draws_places_and_what_they_share():
    drawing = maps.drawing_of(view_of(VALLEY, form="karte"))

    assert [(node.name, node.value) for node in drawing.nodes] == [
        ("Aalen: 2 Akteure", 2.0),
        ("Heidenheim: 2 Akteure", 2.0),
        ("Giengen: 1 Akteur", 1.0),
    ]
    assert {edge.id: edge.ties for edge in drawing.edges} == {
        "ort:Aalen>ort:Heidenheim": 2,
        "ort:Aalen>ort:Giengen": 1,
        "ort:Giengen>ort:Heidenheim": 1,
    }
    assert drawing.borders


def test_north_is_above_and_east_is_right():
    places = {node.id: (node.x, node.y) for node in maps.drawing_of(view_of(VALLEY, form="karte")).nodes}

    assert places["ort:Aalen"][1] < places["ort:Heidenheim"][1] < places["ort:Giengen"][1]
    assert places["ort:Aalen"][0] < places["ort:Heidenheim"][0] < places["ort:Giengen"][0]


def test_a_place_far_away_stands_at_the_border_and_says_how_far():
    far = replace(
        VALLEY, actors=region(actors=[*VALLEY.actors.to_dict("records"), actor("bund", location="Berlin")]).actors
    )
    drawing = maps.drawing_of(view_of(far, form="karte"))

    berlin = next(node for node in drawing.nodes if node.id == "ort:Berlin")
    assert berlin.name == "Berlin: 1 Akteur, 480 km entfernt"
    left, top, right, bottom = drawing.ground
    assert left < berlin.x < right
    assert top < berlin.y < (top + bottom) / 2


def test_who_is_not_on_the_map_is_listed_with_the_reason():
    table = off_the_map(view_of(VALLEY, form="karte"))

    assert [tuple(str(getattr(cell, "text", cell)) for cell in row) for row in table.rows] == [
        ("netz", "online", "Ort nicht im Verzeichnis deutscher Orte"),
        ("still", "k.\N{NO-BREAK SPACE}A.", "kein Ort erfasst"),
    ]


def test_the_sentence_counts_places_and_who_is_on_none():
    assert wording.sentence(view_of(VALLEY, form="karte"), None) == (
        "3 Orte auf der Karte. Die meisten Akteure: Aalen und Heidenheim (je 2 Akteure). "
        "2 Akteure stehen nicht auf der Karte."
    )
    assert wording.sentence(view_of(region(actors=[actor("a")]), form="karte"), None) == (
        "In dieser Auswahl lässt sich kein Ort auf die Karte setzen. 1 Akteur steht nicht auf der Karte."
    )


def test_counties_are_shown_where_the_address_asks_for_them():
    drawing = maps.drawing_of(view_of(VALLEY, form="karte", gruppen="kreis"))

    assert {node.name for node in drawing.nodes} == {"Ostalbkreis: 2 Akteure", "Landkreis Heidenheim: 3 Akteure"}
    assert wording.sentence(view_of(VALLEY, form="karte", gruppen="kreis"), None).startswith("2 Kreise auf der Karte.")


def test_a_map_of_fundings_says_that_its_lines_are_projects_in_common():
    assert wording.sentence(view_of(VALLEY, form="karte", ansicht="foerderung"), None).endswith(
        "Zwischen Orten zählen auch in dieser Ansicht gemeinsame Projekte, keine Förderung."
    )


def test_a_click_on_a_place_filters_by_every_way_it_is_written():
    view = view_of(VALLEY, form="karte")

    assert maps.filter_for(view, "ort:Heidenheim") == {"ort": ("heidenheim", "heidenheim-an-der-brenz")}
    assert maps.filter_for(view, "ort:Nirgends") is None
    assert maps.filter_for(view, "schule") is None
    by_county = view_of(VALLEY, form="karte", gruppen="kreis")
    assert maps.filter_for(by_county, "ort:Ostalbkreis") == {"kreis": ("ostalbkreis",)}


def test_the_filter_of_a_place_keeps_actors_there_and_their_projects():
    part = view_of(VALLEY, ort=("aalen",)).part

    assert set(part.actors["id"]) == {"schule", "firma"}
    assert set(part.projects["id"]) == {"labor", "messe"}


def test_the_filter_of_a_county_keeps_actors_at_its_places():
    view = view_of(VALLEY, kreis=("landkreis-heidenheim",))

    assert set(view.part.actors["id"]) == {"kammer", "verein", "firma"}
    assert select(view.part, view.selection).actors.equals(view.part.actors)


def test_a_selection_of_places_names_its_criterion():
    assert Selection(locations={"Aalen"}).active == ("locations",)


@pytest.mark.parametrize("name", ["svg", "html", "pptx", "pdf", "a3"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_files_with_a_map_name_the_sources_of_places_and_borders(name, lang):
    view = view_of(VALLEY, form="karte", lang=lang)

    text = text_of(name, export(name, portfolio(view, [exhibit_of(view)])).content)
    assert "GeoNames, CC BY 4.0" in text
    assert "GeoBasis-DE / BKG 2017" in text


def test_a_map_as_pixels_is_drawn_with_the_credit_that_stands_in_the_vector_picture():
    view = view_of(VALLEY, form="karte")
    written = portfolio(view, [exhibit_of(view)])
    vectors = export("svg", written).content.decode()
    pixels = np.asarray(Image.open(BytesIO(export("png", written).content)).convert("L"), int)

    def drawn(text):
        return np.asarray(Image.open(BytesIO(rendered(text, pixels.shape[1]))).convert("L"), int)

    without = drawn(vectors.replace("GeoNames, CC BY 4.0", "").replace("BKG 2017", ""))
    assert (pixels == drawn(vectors)).all()
    assert (np.abs(pixels - without) > 100).sum() > 300, "the letters of both are seen"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_labels_of_distant_places_are_short_enough_to_be_written_in_full(lang):
    far = region(actors=[*(actor(f"a{n}", location="Aalen") for n in range(12)), actor("b", location="Berlin")])
    drawing = exhibit_of(view_of(far, form="karte", lang=lang)).picture.drawing

    (berlin,) = (node for node in drawing.nodes if node.id == "ort:Berlin")
    assert (
        berlin.written.lines
        == {
            "de": ("Berlin", "1 Akteur, 480 km entfernt"),
            "en": ("Berlin", "1 org, 480 km away"),
        }[lang]
    )


def text_of(name, content):
    if name in {"pdf", "a3"}:
        pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(content)]
        return " ".join(" ".join(pages).split())
    if name == "pptx":
        shapes = [shape for slide in Presentation(BytesIO(content)).slides for shape in slide.shapes]
        return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    return content.decode()


points = st.tuples(st.floats(5.9, 15.0), st.floats(47.3, 55.0))


@given(st.lists(st.tuples(points, st.integers(1, 50)), min_size=1, max_size=12))
def test_every_place_stands_within_the_map_whatever_the_places(weighted):
    places, weights = zip(*weighted, strict=True)
    ground = ground_for(places, weights, (988.0, 600.0))
    at, _ = drawn_at(ground, {str(index): place for index, place in enumerate(places)})

    left, top, right, bottom = ground.window
    assert all(left < x < right and top < y < bottom for x, y in at.values())


def test_borders_end_at_the_edge_of_the_map():
    ground = ground_for([(10.1, 48.8), (9.2, 48.8)], [3, 1], (988.0, 600.0))

    left, top, right, bottom = ground.window
    for line in borders_in(ground):
        assert all(left - 0.1 <= x <= right + 0.1 for x in line[::2])
        assert all(top - 0.1 <= y <= bottom + 0.1 for y in line[1::2])


def test_a_line_is_cut_where_it_leaves_a_window():
    assert within((-5, 5), (15, 5), (0, 0, 10, 10)) == ([0.0, 5.0], [10.0, 5.0])
    assert within((-5, 5), (-1, 5), (0, 0, 10, 10)) is None


def test_borders_are_lines_of_at_least_two_points():
    assert len(borders()) > 1000
    assert all(len(border) >= 2 for border in borders())
    assert all(np.any(a != b) for border in borders()[:200] for a, b in pairwise(border))


def test_lines_between_places_bend_around_the_places_between_them():
    """Oberkochen lies on the way from Aalen to Heidenheim."""
    on_the_way = region(
        actors=[
            actor("schule", location="Aalen"),
            actor("optik", location="Oberkochen"),
            actor("kammer", location="Heidenheim an der Brenz"),
        ],
        ties=[tie("schule", "leads", "labor"), tie("kammer", "partner", "labor")],
        projects=[project("labor")],
    )

    (line,) = maps.drawing_of(view_of(on_the_way, form="karte")).edges

    assert line.bend != 0


def test_a_circle_that_a_line_between_others_runs_through_steps_aside_and_stays_near():
    places = np.array([[-200.0, 0.0], [200.0, 0.0], [0.0, 4.0]])
    window = (-400.0, -300.0, 400.0, 300.0)

    moved = beside_lines(places, np.array([20.0, 20.0, 12.0]), [(0, 1)], window)

    assert moved[2][1] - (moved[0][1] + moved[1][1]) / 2 >= 12.0
    assert np.hypot(*(moved - places).T).max() <= 30.0


def test_circles_that_no_line_runs_through_stay_where_they_are():
    places = np.array([[-200.0, 0.0], [200.0, 0.0], [0.0, 90.0]])

    assert (beside_lines(places, np.full(3, 12.0), [(0, 1)], (-400.0, -300.0, 400.0, 300.0)) == places).all()
