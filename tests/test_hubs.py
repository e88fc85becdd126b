"""Fields of competence as nodes of the network: drawn, listed and linked, but never counted as actors or projects."""

import json

import pytest

from graph.build import two_mode
from graph.export import export
from graph.export.exchange.shown import shown
from graph.picture.hubs import field_of, heading_key, own_lines, with_hubs
from graph.picture.scene import Network, Scene, drawing_of, positions_of
from tests.small_region import actor, project, region, tie
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio
from views.network import hubs


@pytest.fixture
def data():
    return region(
        [actor("uni", "Hochschule", kompetenzfelder=("Holz",)), actor("saege", "Unternehmen"), actor("land")],
        [project("p", "Holz", "MINT", status="ongoing")],
        [tie("uni", "leads", "p"), tie("land", "funds", "p", 100)],
    )


def drawn(data, **asked):
    scene = Scene(hubs=True, **asked)
    return drawing_of(data, data, scene, positions_of(data, scene))


def hub_lines(drawing):
    return {(edge.source, edge.target) for edge in drawing.edges if edge.kind == "field"}


@pytest.mark.parametrize(
    ("network", "lines"),
    [
        (Network.ALL, {("feld#Holz", "uni"), ("feld#Holz", "p"), ("feld#MINT", "p")}),
        (Network.COOPERATION, {("uni", "feld#Holz")}),
        (Network.FUNDING, {("feld#Holz", "p"), ("feld#MINT", "p")}),
    ],
)
def test_whatever_carries_a_field_is_tied_to_it(data, network, lines):
    assert hub_lines(drawn(data, network=network)) == lines


def test_adding_hubs_leaves_the_network_as_it_is(data):
    network = two_mode(data)
    before = sorted(network.edges)
    with_hubs(network)

    assert sorted(network.edges) == before


def test_nobody_comes_nearer_through_a_field():
    data = region([actor("a", kompetenzfelder=("Holz",)), actor("b", kompetenzfelder=("Holz",))])

    assert {node.id for node in drawn(data, focus="a", distance=2).nodes} == {"a", "feld#Holz"}


def test_who_only_gives_money_stays_a_funder_and_uncertain_ties_stay_uncertain():
    data = region(
        [actor("land", kompetenzfelder=("Holz",)), actor("a", kompetenzfelder=("Holz",))],
        [project("p")],
        [tie("land", "funds", "p", 100), tie("a", "partner", "p", certainty="unconfirmed")],
    )
    nodes = {node.id: node for node in drawn(data).nodes}

    assert nodes["land"].shape == "diamond"
    assert nodes["a"].border_dashed


def test_the_sentence_counts_no_field_and_says_so(data):
    said = exhibit_of(view_of(data, "netzwerk?feldknoten=ja&gruppen=aus")).sentence

    assert said == (
        "Zu sehen sind 3 Akteure, 1 Projekt, 2 Verbindungen und 1 ohne Verbindung. Dazu 2 Kompetenzfelder als Punkte; "
        "sie zählen nicht als Akteure oder Projekte, ihre Linien nicht als Verbindungen."
    )


def test_what_stands_apart_beside_fields_is_said_to_carry_none(data):
    with_fields, without = drawn(data), drawing_of(data, data, Scene(), positions_of(data, Scene()))

    assert (heading_key(with_fields.nodes), heading_key(without.nodes)) == ("unconnected_hubs", "unconnected")


@pytest.mark.parametrize("link", ["netzwerk?gruppen=aus", "netzwerk?ansicht=kooperation&gruppen=aus&farbe=feld"])
def test_every_other_figure_is_that_of_the_picture_without_fields(data, link):
    plain, made = (exhibit_of(view_of(data, f"{link}{more}")) for more in ("", "&feldknoten=ja"))

    assert made.title == plain.title
    assert made.sentence.startswith(plain.sentence.split(" Gezählt")[0])
    assert [cell.text for row in made.table.rows for cell in row] == [
        cell.text for row in plain.table.rows for cell in row
    ]
    legend, other = (
        {(entry.text) for group in each.picture.legend for entry in group.entries} for each in (made, plain)
    )
    assert legend - other == {
        text for text in legend if text.startswith(("Kompetenzfeld ", "Zugehörigkeit zum Kompetenzfeld "))
    }


def test_every_field_has_its_name_however_many_elements_there_are():
    actors = [actor(f"a{n:02}", kompetenzfelder=(f"Feld {n % 20:02}",)) for n in range(90)]
    data = region(actors, [project("p")], [tie(row["id"], "partner", "p") for row in actors])

    assert all(node.written for node in drawn(data).nodes if node.mode == "field")


def test_a_table_lists_the_fields_with_all_that_carries_them(data):
    view = view_of(data, "netzwerk?feldknoten=ja&gruppen=aus")
    table = next(table for table in exhibit_of(view).tables if table.caption.startswith("2 Kompetenzfelder"))

    assert [[cell.text for cell in row] for row in table.rows] == [["Holz", "2", "p, uni"], ["MINT", "1", "p"]]


def test_groups_columns_and_the_map_draw_no_field(data):
    for more in ("gruppen=typ", "form=spalten&gruppen=aus", "form=karte"):
        made = exhibit_of(view_of(data, f"netzwerk?feldknoten=ja&{more}"))

        assert not [node for node in made.picture.drawing.nodes if node.mode == "field"], more


def test_a_click_on_a_field_means_the_field_and_on_its_line_what_names_the_field(data):
    view = view_of(data, "netzwerk?feldknoten=ja")

    assert [hubs.clicked_field(view, each) for each in ("feld#Holz", "uni>feld#Holz", "uni", None)] == [
        "Holz",
        "",
        "",
        "",
    ]
    assert [hubs.clicked_line(view, each) for each in ("uni>feld#Holz", "feld#Holz>uni", "uni>p", "feld#Holz")] == [
        ("Holz", "uni"),
        ("Holz", "uni"),
        None,
        None,
    ]
    assert hubs.filter_for(view, "feld#MINT") == {"feld": ("mint",)}
    assert [field_of("feld#a>b"), field_of("p>q")] == ["a>b", ""]


def test_pictures_show_fields_and_files_of_the_network_keep_them_as_a_property(data):
    view = view_of(data, "netzwerk?feldknoten=ja&gruppen=aus")
    made = exhibit_of(view)
    part = shown(data, [made.picture.drawing])

    assert 'data-id="feld#Holz"' in export("svg", portfolio(view, [made])).content.decode()
    assert {node.id for node in part.nodes} == {"uni", "saege", "land", "p"}
    assert len(own_lines(made.picture.drawing.edges)) == 2
    listed = json.loads(export("json", portfolio(view, [made])).content)
    assert {node["id"] for node in listed["nodes"]} == {"uni", "saege", "land", "p"}
