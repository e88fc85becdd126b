"""The one seam to pyvis: every line is kept, every text is data, nothing points outside."""

import json
from html.parser import HTMLParser

import networkx as nx
import pytest
import pyvis.network

import graph
from graph.picture import vis
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.layout import layout
from graph.picture.palette import LINES, palette
from tests.small_region import actor, project, region, tie

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


# --- a network for a notebook -----------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a browser would make of a page: its elements, and the texts of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.elements and self.elements[-1][0] == "script":
            self.scripts.append(data)


def test_a_drawing_and_a_network_give_the_same_pyvis_network():
    dataset = region(
        actors=[actor("a"), actor("b")],
        projects=[project("p")],
        ties=[tie("a", "leads", "p"), tie("b", "partner", "p")],
    )
    network = graph.cooperation(dataset)
    drawn = draw(network, layout(network), Encoding(palette=palette([])))

    assert graph.pyvis_network(network).nodes == graph.pyvis_network(drawn).nodes
    assert isinstance(graph.pyvis_network(network), pyvis.network.Network)


def test_any_network_of_networkx_can_be_shown_and_stays_as_it_was():
    karate = nx.karate_club_graph()
    before = nx.to_dict_of_dicts(karate)

    shown = graph.pyvis_network(karate)

    assert (len(shown.nodes), len(shown.edges)) == (34, 78)
    assert nx.to_dict_of_dicts(karate) == before


def test_the_page_of_a_network_fetches_nothing_and_runs_only_its_own_scripts(drawing):
    page = Page(graph.pyvis_network(drawing).generate_html())

    assert [name for name, attributes in page.elements for key in attributes if key in ("src", "href")] == []
    assert [name for name, _ in page.elements if name == "script"] == ["script"] * 3
    policy = next(a["content"] for name, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


@pytest.mark.parametrize("text", [HOSTILE, "<!--<script>", "\u2028", "&lt;b&gt;", "]]>", '"};alert(1);{"', "Ä🦊"])
def test_every_text_of_a_network_is_only_text(text):
    network = nx.Graph()
    network.add_node(text, name=text, type=text)
    shown = graph.pyvis_network(network)
    shown.heading = text
    shown.add_node("further", label=text, title=text)

    page = Page(shown.generate_html())

    assert {name for name, _ in page.elements} == {"html", "head", "meta", "title", "style", "body", "div", "script"}
    assert json.loads(page.scripts[0])["nodes"][-1]["title"] == text


def test_a_network_is_written_as_pyvis_writes_it(drawing, tmp_path):
    shown = graph.pyvis_network(drawing)

    shown.write_html(str(tmp_path / "netz.html"))

    assert (tmp_path / "netz.html").read_text("utf-8") == shown.generate_html()
