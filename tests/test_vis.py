"""The one seam to pyvis: every line is kept, every text is data, nothing points outside."""

import json

import networkx as nx
import pytest

from graph.picture import vis
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.palette import LINES, palette

HOSTILE = "</script><img src=x onerror=alert(1)>href"


@pytest.fixture
def drawing():
    network = nx.MultiDiGraph()
    network.add_node("hs", mode="actor", name="Hochschule Aalen", short_name="HS Aalen", type="Hochschule")
    network.add_node("bau", mode="project", name=HOSTILE, status="planned")
    network.add_edge("hs", "bau", kind="leads")
    network.add_edge("hs", "bau", kind="funds", amount_eur=1)
    return draw(network, {"hs": (0.0, 0.0), "bau": (100.0, 50.0)}, Encoding(palette=palette(["Hochschule"])))


def test_every_node_and_every_line_of_a_pair_arrives(drawing):
    network = vis.network(drawing)

    assert [node["id"] for node in network.nodes] == ["hs", "bau"]
    assert [(line["id"], line["arrows"]) for line in network.edges] == [("hs>bau", ""), ("hs>bau>funds", "to")]


def test_a_node_keeps_its_place_and_looks(drawing):
    hs = vis.network(drawing).nodes[0]

    assert (hs["x"], hs["y"], hs["size"], hs["shape"], hs["label"]) == (0.0, 0.0, 12.0, "dot", "HS Aalen")
    assert hs["color"]["background"] == "#89C4FB"


def test_a_project_not_begun_is_hollow_in_the_colour_of_the_page(drawing):
    assert vis.network(drawing, theme="dark").nodes[1]["color"]["background"] == LINES["dark"]["paper"]


def test_there_are_no_titles_because_pyvis_may_treat_them_as_html(drawing):
    network = vis.network(drawing)

    assert all("title" not in item for item in (*network.nodes, *network.edges))


def test_nothing_moves_by_itself(drawing):
    assert vis.network(drawing).options["physics"] == {"enabled": False}


def test_options_can_be_written_as_json():
    assert json.loads(json.dumps(vis.OPTIONS)) == vis.OPTIONS


def test_ten_thousand_nodes_are_filled_in_as_fast_as_a_list_allows():
    """pyvis looks up every id in a list; with ours beside it the work does not grow with the square."""
    ids = vis._Ids()
    for number in range(10_000):
        ids.append(str(number))

    assert "9999" in ids
    assert "10000" not in ids


def test_the_library_of_the_wheel_is_the_newest_one_and_says_its_version():
    text = vis.library().read_text(encoding="utf-8")

    assert vis.library_version() == "9.1.2"
    assert "@version 9.1.2" in text[:2000]
    assert "</script" not in text.lower()
