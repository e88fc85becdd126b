"""A network file holds what the picture shows, with weights and places, and says what was taken out."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import networkx as nx
import openpyxl
import pytest

import graph
from graph.build import funding
from graph.export import export
from graph.export.exchange.reader import read_network
from graph.export.exchange.shown import shown, shown_network
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.palette import palette
from graph.projection import cooperation
from tests.exhibits import PLACES, drawing_of, network_exhibit, portfolio_of, text_exhibit, three_actors

DATA = three_actors()
NETWORKS = ("graphml", "gexf", "json")


def drawn(network):
    return draw(network, PLACES, Encoding(palette=palette(DATA.actors["type"]), size={}, size_name="projects"))


def file(name, drawing, **rest):
    return export(name, portfolio_of(network_exhibit(drawing), dataset=DATA, **rest)).content


def network_in(name, content):
    read = {
        "graphml": lambda: nx.read_graphml(io.BytesIO(content), force_multigraph=True),
        "gexf": lambda: nx.read_gexf(io.BytesIO(content), version="1.3"),
        "json": lambda: nx.node_link_graph(json.loads(content), edges="edges"),
    }
    return read[name]()


@pytest.mark.parametrize("name", NETWORKS)
def test_the_ties_of_a_two_mode_picture_leave_with_all_they_say(name):
    network = network_in(name, file(name, drawing_of(DATA, PLACES)))

    assert sorted((a, seen["kind"], b, seen["weight"]) for a, b, seen in network.edges(data=True)) == [
        ("bund", "funds", "ki", 1.0),
        ("hs", "leads", "ki", 1.0),
        ("hs", "partner", "alt", 1.0),
        ("stadt", "partner", "ki", 1.0),
    ]
    assert (network.nodes["stadt"]["x"], network.nodes["stadt"]["y"]) == (220.0, 40.0)
    assert graph.load(read_network(file(name, drawing_of(DATA, PLACES)))).dataset.ties["id"].tolist() == [
        "hs>leads>ki",
        "stadt>partner>ki",
        "bund>funds>ki",
        "hs>partner>alt",
    ]


@pytest.mark.parametrize("name", NETWORKS)
def test_a_cooperation_leaves_with_its_weight_and_its_certainty(name):
    network = network_in(name, file(name, drawn(cooperation(DATA, "full"))))
    lines = [
        (sorted((a, b)), seen["kind"], seen["weight"], seen["certainty"]) for a, b, seen in network.edges(data=True)
    ]

    assert sorted(network) == ["bund", "hs", "stadt"]
    assert lines == [(["hs", "stadt"], "cooperation", 1.0, "unconfirmed")]


@pytest.mark.parametrize("name", NETWORKS)
def test_a_sum_of_fundings_leaves_with_its_amount(name):
    network = network_in(name, file(name, drawn(funding(DATA))))
    amounts = [(a, seen["kind"], seen.get("amount_eur")) for a, _, seen in network.edges(data=True)]

    assert ("bund", "funds", 1250000.5) in amounts


@pytest.mark.parametrize("name", NETWORKS)
def test_what_is_dimmed_or_not_in_the_picture_is_not_in_the_file(name):
    only_ki = drawing_of(DATA, PLACES, dimmed={"alt", "stadt"})
    content = file(name, only_ki)

    assert sorted(network_in(name, content)) == ["bund", "hs", "ki"]
    assert b"Altes Vorhaben" not in content
    # no list names somebody who is not in the file
    assert {issue.severity for issue in graph.load(read_network(content)).issues} == {"info"}


def test_nodes_and_edges_leave_as_two_tables():
    content = file("network_csv", drawn(cooperation(DATA, "full")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }

    assert sorted(tables) == ["about.csv", "edges.csv", "nodes.csv"]
    assert [(row["id"], row["label"], row["x"]) for row in tables["nodes.csv"]] == [
        ("hs", "HS Aalen", "0"),
        ("stadt", "Stadt Aalen", "220"),
        ("bund", "Bund", "120"),
    ]
    (edge,) = tables["edges.csv"]
    assert (edge["source"], edge["target"], edge["type"], edge["weight"]) == ("hs", "stadt", "Undirected", "1")


def test_kumu_has_the_strength_of_a_cooperation():
    book = openpyxl.load_workbook(io.BytesIO(file("kumu", drawn(cooperation(DATA, "full")))))
    header, row = ([cell.value for cell in cells] for cells in book["Connections"])

    assert dict(zip(header, row, strict=True))["Strength"] == "1"
    assert [cell.value for cell in book["Elements"]["A"]] == ["ID", "hs", "stadt", "bund"]


def test_several_pictures_leave_as_one_network_and_views_of_something_else_with_all_the_data():
    left, right = drawing_of(DATA, PLACES, dimmed={"alt"}), drawing_of(DATA, PLACES, dimmed={"ki", "bund", "stadt"})
    both = portfolio_of(network_exhibit(left), network_exhibit(right), dataset=DATA)
    mixed = portfolio_of(network_exhibit(left), text_exhibit(), dataset=DATA)

    assert sorted(shown_network(DATA, [left, right])) == sorted([*DATA.actors["id"], *DATA.projects["id"]])
    assert len(network_in("json", export("json", both).content)) == 5
    assert len(network_in("json", export("json", mixed).content)) == 5


def test_sources_that_nothing_in_the_picture_refers_to_stay_behind():
    source = {"id": "geheim", "title": "Vermerk", "publisher": "", "date": "", "url": ""}
    dataset = replace(DATA, sources=type(DATA.sources)([source], columns=DATA.sources.columns))

    assert shown(dataset, [drawing_of(DATA, PLACES)]).dataset.sources.empty


@pytest.mark.parametrize("name", ["graphml", "gexf", "json", "kumu", "network_csv", "data_xlsx", "data_csv"])
def test_a_file_of_data_names_what_was_taken_out_and_that_it_is_a_draft(name):
    content = file(name, drawing_of(DATA, PLACES), profile="ohne Beträge", watermark="Entwurf")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(part) for part in archive.namelist())
    text = content.decode("utf-8", "replace")

    assert "ohne Beträge" in text
    assert "Entwurf" in text
