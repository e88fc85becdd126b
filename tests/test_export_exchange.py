"""Networks for other programs, read back by NetworkX; and back to tables, checked by our own reader."""

import io
import json
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest
from hypothesis import given

import graph
from graph.export.exchange.gexf import NAMESPACE, VIZ, gexf
from graph.export.exchange.graphml import graphml
from graph.export.exchange.kumu import kumu
from graph.export.exchange.network import exchange_network
from graph.export.exchange.node_link import node_link
from graph.export.exchange.reader import UnreadableNetworkError, read_network
from tests.exhibits import PLACES, drawing_of, three_actors
from tests.small_region import actor, project, region, tie
from tests.strategies import datasets

WRITERS = {"graphml": graphml, "gexf": gexf, "json": node_link}


def from_graphml(content):
    return nx.read_graphml(io.BytesIO(content), force_multigraph=True)


def from_gexf(content):
    return nx.read_gexf(io.BytesIO(content), version="1.3")


def from_json(content):
    return nx.node_link_graph(json.loads(content), edges="edges")


READERS = {"graphml": from_graphml, "gexf": from_gexf, "json": from_json}


def parallel_ties():
    return region(
        [actor("a", "Kommune", collective=True), actor("b")],
        [project("p")],
        [
            tie("a", "funds", "p", 100),
            tie("a", "funds", "p", Decimal("0.25")),
            tie("a", "leads", "p"),
            tie("b", "funds", "p"),
        ],
    )


@pytest.mark.parametrize("name", WRITERS)
def test_networkx_reads_all_nodes_and_parallel_ties(name):
    network = READERS[name](WRITERS[name](parallel_ties()))

    assert network.is_directed()
    assert network.is_multigraph()
    assert sorted(network) == ["a", "b", "p"]
    assert sorted(network.edges(keys=False)) == [("a", "p"), ("a", "p"), ("a", "p"), ("b", "p")]


@pytest.mark.parametrize("name", WRITERS)
def test_amounts_are_numbers_flags_are_truth_values_and_missing_is_missing(name):
    network = READERS[name](WRITERS[name](parallel_ties()))
    amounts = [seen.get("amount_eur", "missing") for _, _, seen in network.edges(data=True)]

    assert sorted(map(str, amounts)) == ["0.25", "100.0", "missing", "missing"]
    assert network.nodes["a"]["collective"] is True
    assert network.nodes["b"]["collective"] is False
    assert "type" not in network.nodes["b"]


@pytest.mark.parametrize("name", WRITERS)
def test_the_shipped_data_are_read_back_the_same(name, repository):
    dataset = graph.load(repository / "data").dataset

    report = graph.load(read_network(WRITERS[name](dataset)))

    assert report.dataset.fingerprint == dataset.fingerprint


@pytest.mark.parametrize("name", WRITERS)
@given(dataset=datasets())
def test_any_dataset_is_read_back_the_same(name, dataset):
    assert graph.load(read_network(WRITERS[name](dataset))).dataset.fingerprint == dataset.fingerprint


@pytest.mark.parametrize("name", WRITERS)
def test_an_amount_no_floating_point_number_can_hold_comes_back_to_the_cent(name):
    amount = Decimal("12345678901234567.89")
    dataset = region([actor("a")], [project("p")], [tie("a", "funds", "p", amount)])

    assert graph.load(read_network(WRITERS[name](dataset))).dataset.ties["amount_eur"].tolist() == [amount]


@pytest.mark.parametrize("name", WRITERS)
def test_extra_columns_with_the_names_of_others_come_back(name):
    plain = region([actor("a")])
    extra = {"label": "x", "weight": "y", "mode": "z", "viz": "v", "column_label": "w"}
    dataset = replace(plain, actors=plain.actors.assign(**extra))

    actors = graph.load(read_network(WRITERS[name](dataset))).dataset.actors

    assert actors[list(extra)].iloc[0].to_dict() == extra


@pytest.mark.parametrize("name", WRITERS)
def test_an_empty_dataset_is_an_empty_network(name):
    assert len(READERS[name](WRITERS[name](region()))) == 0


def test_ties_without_direction_say_so():
    dataset = region([actor("a"), actor("b")], [], [tie("a", "cooperates_with", "b")])

    assert [seen["directed"] for *_, seen in exchange_network(dataset).edges(data=True)] == [False]


def test_the_input_is_not_changed():
    dataset = parallel_ties()
    before = dataset.fingerprint

    for write in (*WRITERS.values(), kumu):
        write(dataset)

    assert dataset.fingerprint == before


# --- GEXF -------------------------------------------------------------------------------------------------------------


def test_gexf_holds_places_sizes_and_colours_of_the_picture_with_y_upwards():
    content = gexf(three_actors(), drawing_of(three_actors(), PLACES), "2026-11-23")
    network = from_gexf(content)

    assert network.nodes["stadt"]["viz"]["position"] == {"x": 220.0, "y": -40.0, "z": 0.0}
    assert network.nodes["hs"]["viz"]["color"]["r"] == 0x89
    assert network.nodes["hs"]["viz"]["size"] == 56.0


def test_gexf_follows_the_order_and_the_types_of_its_schema():
    root = ET.fromstring(gexf(parallel_ties(), None, "2026-11-23"))
    g = f"{{{NAMESPACE}}}"

    assert root.tag == f"{g}gexf"
    assert root.get("version") == "1.3"
    assert [child.tag for child in root] == [f"{g}meta", f"{g}graph"]
    assert [child.tag for child in root.find(f"{g}graph")] == [
        f"{g}attributes",
        f"{g}attributes",
        f"{g}nodes",
        f"{g}edges",
    ]
    declared = {
        (kind.get("class"), entry.get("id")): entry.get("type")
        for kind in root.iter(f"{g}attributes")
        for entry in kind
    }
    assert set(declared.values()) <= {"string", "double", "boolean"}
    assert all(
        ("node", value.get("for")) in declared for node in root.iter(f"{g}node") for value in node.iter(f"{g}attvalue")
    )
    ids = [edge.get("id") for edge in root.iter(f"{g}edge")]
    assert len(set(ids)) == len(ids) == 4


def test_gexf_looks_stand_in_the_namespace_of_looks():
    root = ET.fromstring(gexf(three_actors(), drawing_of(three_actors(), PLACES)))

    assert {e.tag for e in root.iter() if e.tag.startswith(f"{{{VIZ}}}")} == {
        f"{{{VIZ}}}{name}" for name in ("color", "position", "size", "shape")
    }


# --- Kumu -------------------------------------------------------------------------------------------------------------


def test_kumu_gets_a_sheet_of_elements_and_a_sheet_of_connections_with_the_headers_it_asks_for():
    book = openpyxl.load_workbook(io.BytesIO(kumu(three_actors())))
    elements, connections = (
        [[cell.value for cell in row] for row in book[name]] for name in ("Elements", "Connections")
    )

    assert book.sheetnames == ["Elements", "Connections"]
    assert elements[0][:5] == ["ID", "Label", "Type", "Description", "Tags"]
    assert elements[1][:5] == ["hs", "Hochschule Aalen", "Hochschule", None, "Photonik"]
    assert connections[0][:5] == ["ID", "From", "To", "Direction", "Type"]
    assert connections[1][:5] == ["hs>leads>ki", "hs", "ki", "directed", "leads"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_kumu_does_not_split_a_name_at_the_sign_that_separates_values():
    book = openpyxl.load_workbook(io.BytesIO(kumu(region([actor("a", name="A|B")]))))

    assert book["Elements"]["B2"].value == "A/B"


# --- foreign files ----------------------------------------------------------------------------------------------------

BOMB = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><gexf>&a;</gexf>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"{}",
        b"[1]",
        b"<html/>",
        b"<gexf/>",
        b"<graphml",
        BOMB,
        OUTSIDE,
        b"\x00\x01",
        b'{"nodes": 1, "edges": 2}',
    ],
)
def test_what_is_no_network_of_ours_is_refused_or_has_no_rows(content):
    try:
        tables = read_network(content)
    except UnreadableNetworkError:
        return
    assert len(graph.load(tables).dataset.actors) == 0


def test_entities_are_refused_before_anything_is_read():
    for content in (BOMB, OUTSIDE):
        with pytest.raises(UnreadableNetworkError):
            read_network(content)
