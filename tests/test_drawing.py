"""What is drawn: one variable, one meaning; a colour never changes; names never overlap."""

from decimal import Decimal
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.load import load
from graph.picture.drawing import draw
from graph.picture.drawn import LineRole
from graph.picture.encoding import Colour, Encoding, Fill, Shape, amount_class, diameter, weight_class
from graph.picture.labels import Box, budget, text_width
from graph.picture.layout import layout
from graph.picture.palette import ACTOR_TYPES, FILLS, NEUTRAL, palette
from graph.picture.scene import Network, Scene, Size, drawing_of, positions_of
from tests.conftest import REPOSITORY

TYPES = Encoding(palette=palette(["Hochschule", "Kommune"]))


@pytest.fixture
def mint():
    """HS Aalen leads a running project, the town of Aalen is an uncertain partner."""
    network = nx.Graph()
    network.add_node("hs", mode="actor", name="Hochschule Aalen", short_name="HS Aalen", type="Hochschule")
    network.add_node("aalen", mode="actor", name="Stadt Aalen", short_name="Stadt Aalen", type="Kommune")
    network.add_node("mint", mode="project", name="MINT-Region", kind="Projekt", status="ongoing")
    network.add_edge("mint", "hs", kind="leads", certainty="confirmed", ties=("hs>leads>mint",))
    network.add_edge("aalen", "mint", kind="partner", certainty="unconfirmed", ties=("aalen>partner>mint",))
    return network


PLACES = {"hs": (-200.0, 0.0), "aalen": (200.0, 0.0), "mint": (0.0, 100.0)}


def node(drawing, key):
    return next(n for n in drawing.nodes if n.id == key)


def edge(drawing, key):
    return next(e for e in drawing.edges if e.id == key)


# --- shape, fill, colour, code ----------------------------------------------------------------------------------------


def test_actors_are_circles_in_the_colour_of_their_type_and_projects_are_neutral_boxes(mint):
    drawing = draw(mint, PLACES, TYPES)

    hs, project = node(drawing, "hs"), node(drawing, "mint")
    assert (hs.shape, hs.category, hs.code, hs.colour) == (Shape.ACTOR, "Hochschule", "HS", "#89C4FB")
    assert (project.shape, project.category, project.code, project.colour) == (
        Shape.PROJECT,
        "",
        "",
        NEUTRAL.fill,
    )


def test_by_kompetenzfeld_projects_have_the_colour_of_their_first_field_and_actors_are_neutral(mint):
    mint.nodes["mint"]["kompetenzfelder"] = ("MINT", "Automotive")

    drawing = draw(mint, PLACES, Encoding(Colour.KOMPETENZFELD, palette(["Automotive", "MINT"])))

    assert node(drawing, "mint").category == "MINT"
    assert node(drawing, "hs").category == ""


def test_by_group_every_node_has_the_colour_of_its_group(mint):
    encoding = Encoding(Colour.GROUP, palette(["1", "2"]), groups={"hs": "1", "mint": "1", "aalen": "2"})

    drawing = draw(mint, PLACES, encoding)

    assert [node(drawing, key).category for key in ("hs", "mint", "aalen")] == ["1", "1", "2"]
    assert node(drawing, "hs").colour == node(drawing, "mint").colour != node(drawing, "aalen").colour


@pytest.mark.parametrize(
    ("status", "fill"),
    [
        ("ongoing", Fill.FULL),
        ("approved", Fill.FULL),
        ("completed", Fill.TINT),
        ("planned", Fill.HOLLOW),
        ("postponed", Fill.HOLLOW),
        ("cancelled", Fill.CROSSED),
        ("unknown", Fill.UNKNOWN),
        ("", Fill.UNKNOWN),
    ],
)
def test_the_fill_of_a_project_says_how_far_it_has_come(mint, status, fill):
    mint.nodes["mint"]["status"] = status

    assert node(draw(mint, PLACES, TYPES), "mint").fill is fill


def test_who_only_gives_money_is_a_diamond_and_who_also_takes_part_is_not():
    network = nx.MultiDiGraph()
    network.add_nodes_from(["bund", "kreis"], mode="actor")
    network.add_node("bau", mode="project")
    network.add_edge("bund", "bau", kind="funds")
    network.add_edge("kreis", "bau", kind="funds")
    network.add_edge("kreis", "bau", kind="leads")

    drawing = draw(network, dict.fromkeys(network, (0.0, 0.0)), TYPES)

    assert node(drawing, "bund").shape is Shape.FUNDER
    assert node(drawing, "kreis").shape is Shape.ACTOR


# --- size -------------------------------------------------------------------------------------------------------------


def test_the_area_grows_with_the_value():
    assert [round(diameter(value, 40), 1) for value in (0, 10, 40)] == [18.0, 37.0, 56.0]


def test_a_missing_value_is_drawn_small_and_stays_missing(mint):
    drawing = draw(mint, PLACES, Encoding(palette=TYPES.palette, size={"hs": 4.0}, size_name="projects"))

    assert (node(drawing, "hs").size, node(drawing, "hs").value) == (56.0, 4.0)
    assert (node(drawing, "aalen").size, node(drawing, "aalen").value) == (18.0, None)


def test_a_code_is_shown_in_large_nodes_only(mint):
    drawing = draw(mint, PLACES, Encoding(palette=TYPES.palette, size={"hs": 4.0, "aalen": 0.0}))

    assert node(drawing, "hs").code_shown
    assert not node(drawing, "aalen").code_shown


# --- lines ------------------------------------------------------------------------------------------------------------


def test_lines_show_the_role_by_width_and_uncertainty_by_dashes(mint):
    drawing = draw(mint, PLACES, TYPES)

    leads, partner = edge(drawing, "hs>mint"), edge(drawing, "aalen>mint")
    assert (leads.kind, leads.width, leads.dashed, leads.arrow) == ("leads", 3.0, False, False)
    assert (partner.kind, partner.width, partner.dashed) == ("partner", 1.2, True)


def test_a_node_known_by_uncertain_ties_only_has_a_dashed_outline(mint):
    drawing = draw(mint, PLACES, TYPES)

    assert node(drawing, "aalen").border_dashed
    assert not node(drawing, "mint").border_dashed


def test_cooperation_shows_the_number_of_projects_by_width():
    network = nx.Graph()
    network.add_edge("a", "b", kind="cooperation", weight=3, projects=("x", "y", "z"), declared=False)

    line = draw(network, {"a": (0.0, 0.0), "b": (9.0, 0.0)}, TYPES).edges[0]

    assert (line.width_class, line.width, line.ties, line.line) == ("3-4", 3.5, 3, LineRole.TIE)


@pytest.mark.parametrize(("weight", "name"), [(0.5, "1"), (1, "1"), (2, "2"), (4, "3-4"), (5, "5+"), (40, "5+")])
def test_weights_fall_into_four_classes(weight, name):
    assert weight_class(weight)[0] == name


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (0, ("100k", 1.0)),
        (100_000, ("100k", 1.0)),
        (Decimal("100000.01"), ("500k", 2.0)),
        (2_000_000, ("2m", 4.0)),
        (2_000_001, ("more", 6.0)),
        (None, ("unknown", 1.5)),
    ],
)
def test_amounts_fall_into_classes_and_unknown_is_one_of_its_own(amount, expected):
    assert amount_class(amount) == expected


def test_money_is_a_violet_arrow_with_the_sum_of_what_may_be_added():
    network = nx.MultiDiGraph()
    network.add_edge("land", "bau", kind="funds", amount_eur=200_000, amount_basis="granted")
    network.add_edge("land", "bau", kind="funds", amount_eur=50_000, amount_basis="own_funds")
    network.add_edge("land", "bau", kind="funds", amount_eur=9_000_000, amount_basis="ceiling")

    lines = draw(network, {"land": (0.0, 0.0), "bau": (9.0, 0.0)}, TYPES).edges

    assert [(e.line, e.arrow, e.amount_eur, e.ties) for e in lines] == [(LineRole.FUNDING, True, 250_000, 3)]


def test_money_beside_another_tie_of_the_same_pair_is_a_second_line_with_a_bow():
    network = nx.MultiDiGraph()
    network.add_edge("land", "bau", kind="funds", amount_eur=None)
    network.add_edge("land", "bau", kind="partner")
    network.add_edge("land", "bau", kind="leads")

    lines = draw(network, {"land": (0.0, 0.0), "bau": (9.0, 0.0)}, TYPES).edges

    assert [(e.id, e.kind, e.curved, e.ties) for e in lines] == [
        ("land>bau", "leads", False, 2),
        ("land>bau>funds", "funds", True, 1),
    ]


def test_a_tie_to_oneself_and_nodes_without_a_place_are_not_drawn(mint):
    mint.add_edge("hs", "hs", kind="partner")

    drawing = draw(mint, {"hs": (0.0, 0.0), "mint": (1.0, 1.0)}, TYPES)

    assert {n.id for n in drawing.nodes} == {"hs", "mint"}
    assert [e.id for e in drawing.edges] == ["hs>mint"]


# --- emphasis and legend ----------------------------------------------------------------------------------------------


def test_emphasis_is_drawn_and_dimmed_nodes_dim_their_lines(mint):
    drawing = draw(mint, PLACES, TYPES, focus="mint", selected="hs", dimmed=frozenset({"aalen"}))

    assert node(drawing, "mint").focus
    assert node(drawing, "hs").selected
    assert node(drawing, "aalen").dimmed
    assert edge(drawing, "aalen>mint").dimmed
    assert not edge(drawing, "hs>mint").dimmed


def test_the_legend_counts_what_is_in_the_view_and_not_what_is_dimmed(mint):
    drawing = draw(mint, PLACES, TYPES, dimmed=frozenset({"aalen"}))

    assert [(entry.channel, entry.value, entry.count) for entry in drawing.legend] == [
        ("shape", "circle", 1),
        ("shape", "box", 1),
        ("colour", "Hochschule", 1),
        ("fill", "ongoing", 1),
        ("line", "certain", 1),
        ("width", "leads", 1),
    ]


def test_the_legend_shows_the_size_by_three_real_numbers(mint):
    drawing = draw(mint, PLACES, Encoding(palette=TYPES.palette, size={"hs": 81.0, "aalen": 2.0}))

    sizes = [(entry.value, round(entry.node.size)) for entry in drawing.legend if entry.channel == "size"]
    assert sizes == [("81", 56), ("40", 45), ("8", 30)]


def test_drawing_changes_neither_the_network_nor_the_places(mint):
    before = dict(mint.nodes(data=True)), list(mint.edges(data=True)), dict(PLACES)

    draw(mint, PLACES, TYPES, focus="mint", dimmed=frozenset({"hs"}))

    assert (dict(mint.nodes(data=True)), list(mint.edges(data=True)), dict(PLACES)) == before


# --- palette ----------------------------------------------------------------------------------------------------------


def test_known_types_have_their_colour_whatever_else_is_in_the_data():
    assert palette(["Kommune"])["Kommune"] == palette(["Zoo", "Kommune", "Amt"])["Kommune"]


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=12, unique=True))
def test_up_to_twelve_values_have_different_colours(values):
    assert len({swatch.fill for swatch in palette(values, known={}).values()}) == len(values)


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=1, max_size=20, unique=True), st.randoms())
def test_colours_do_not_depend_on_the_order_of_the_values(values, random):
    shuffled = random.sample(values, len(values))

    assert palette(values) == palette(shuffled)


def test_all_values_have_different_codes_of_two_letters():
    codes = [swatch.code for swatch in palette([*ACTOR_TYPES, "Hofladen", "Handwerk", "Hotel", "Hospiz"]).values()]

    assert len(set(codes)) == len(codes)
    assert {len(code) for code in codes} == {2}


def test_the_twelve_known_types_share_a_colour_only_where_one_is_an_older_name():
    places = [place for name, (place, _) in ACTOR_TYPES.items() if name != "Fördergeber"]

    assert sorted(places) == list(range(len(FILLS)))


def test_an_empty_value_has_no_colour():
    assert palette(["", "Kommune"]).keys() == {"Kommune"}


# --- labels -----------------------------------------------------------------------------------------------------------


def test_the_budget_follows_the_area_of_the_canvas():
    assert budget(1032, 600) == 34


def test_wide_letters_need_more_room_than_narrow_ones():
    assert text_width("WMW", 13) > 2 * text_width("ili", 13)


DEFAULT_VIEWS = {
    "whole": Scene(),
    "cooperation": Scene(network=Network.COOPERATION, size=Size.PARTNERS),
    "funding": Scene(network=Network.FUNDING),
    "by field": Scene(colour=Colour.KOMPETENZFELD),
    "around WiRO": Scene(focus="wiro"),
    "around HS Aalen": Scene(focus="hochschule-aalen", distance=2),
    "whole, places held": Scene(hold=True),
}


@pytest.mark.parametrize("name", DEFAULT_VIEWS)
def test_in_the_default_views_names_are_written_and_none_overlap(name):
    region = load(REPOSITORY / "data").dataset
    scene = DEFAULT_VIEWS[name]

    drawing = drawing_of(region, region, scene, positions_of(region, scene))

    boxes = [Box(*node.written.box) for node in drawing.shown if node.label_shown]
    assert len(boxes) >= 40
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))


def test_a_small_network_names_all_its_nodes(mint):
    assert all(n.label_shown for n in draw(mint, layout(mint), TYPES).nodes)
