"""Every format that promises it gives back the same dataset, whatever its texts and columns are called."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graph
from graph.dataset import Dataset
from graph.export.dataset_workbook import dataset_workbook
from graph.export.exchange.gexf import gexf
from graph.export.exchange.graphml import graphml
from graph.export.exchange.node_link import node_link
from graph.export.exchange.reader import read_network
from graph.tables import csv_bytes, write_tables

FORMATS: Mapping[str, Callable[[Dataset], dict[str, bytes]]] = {
    "csv": write_tables,
    "xlsx": lambda dataset: {"daten.xlsx": dataset_workbook(dataset)},
    "graphml": lambda dataset: read_network(graphml(dataset)),
    "gexf": lambda dataset: read_network(gexf(dataset)),
    "node-link": lambda dataset: read_network(node_link(dataset)),
}
# names that the formats, their readers or our own files use for something else
OWN_NAMES = (
    *("budget_eur_exact", "amount_eur_exact", "_exact", "column_", "column_label", "column_column_label"),
    *("budget_eur", "collective", "status", "project_id", "title", "from_id", "value"),
    *("id", "key", "label", "Label", "mode", "pid", "viz", "weight", "source", "target", "directed", "networkx_key"),
    *("self", "node_for_adding", "u_for_edge", "v_for_edge", "attr", "nodes", "edges", "graph", "for", "d0", "0"),
    *(
        "akteursnetz_tables",
        "_x0041_",
        "_x005F_",
        "_x005F_x0041_",
        "A_x0000_B",
        "=1+1",
        "'=1+1",
        "''=1+1",
        "'",
        "'\t0",
        "<a>",
    ),
)
TEXTS = ("_x0041_", "A_x0000_B", "_x005F_", "_x000D_", "''=1+1", "'=1+1", "=1+1", "'", '"', "a;b", "1,5", "007", "1e5")
TEXTS += ("_x005F_x0041_", "_x0041_x0042_", "<r><t>fett</t></r>", "<r></r>", "<r>_x005F_x0041_</r>")


def same(one: Dataset, other: Dataset) -> None:
    for name in ("actors", "projects", "ties", "sources", "events", "identifiers"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)
    assert one.about == other.about


def dataset_with(name: str, text: str) -> Dataset:
    """Elements and ties with a column of that name and that text in it."""
    return graph.load(
        {
            "actors.csv": csv_bytes(["id", "name", name], [["a", "Amt", text], ["b", text, "x"]]),
            "projects.csv": csv_bytes(
                ["id", "name", "lead", "partners", "budget_eur", name],
                [["p", "Brücke", "a", "b", "0.1", text], ["q", text, "b", "", "12345678901234567.89", ""]],
            ),
            "links.csv": csv_bytes(
                ["from_id", "to_id", "kind", "amount_eur", "note", name], [["a", "p", "funds", "1500", text, text]]
            ),
            "events.csv": csv_bytes(["project_id", "label", name], [["p", text, text]]),
            "sources.csv": csv_bytes(["id", "title"], [["s", text]]),
            "about.csv": csv_bytes(["key", "value"], [[name, text]]),
        }
    ).dataset


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("name", OWN_NAMES)
def test_a_column_called_like_something_of_the_format_comes_back(file_format: str, name: str):
    dataset = dataset_with(name, "geprüft")

    again = graph.load(FORMATS[file_format](dataset))

    same(again.dataset, dataset)


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("text", [*TEXTS, pytest.param("x" * 40_000, id="long")])
def test_a_text_that_looks_like_something_of_the_format_comes_back(file_format: str, text: str):
    if file_format == "xlsx":
        text = text[:32_767]  # characters a cell of Excel holds
    dataset = dataset_with("Bemerkung", text)

    same(graph.load(FORMATS[file_format](dataset)).dataset, dataset)


def test_an_amount_stays_where_a_column_beside_it_has_its_name_with_an_ending():
    dataset = graph.load(
        {
            "actors.csv": b"id,name\na,Amt\nb,Bau\n",
            "projects.csv": "id,name,lead,partners,budget_eur,budget_eur_exact\np1,X,a,b,1500,geprüft\n".encode(),
        }
    ).dataset

    for written in (graphml, gexf, node_link):
        again = graph.load(read_network(written(dataset)))
        assert again.dataset.projects["budget_eur"].tolist() == [1500]
        assert again.dataset.projects["budget_eur_exact"].tolist() == ["geprüft"]


def test_every_key_of_graphml_is_declared_once():
    root = ET.fromstring(graphml(dataset_with("status", "läuft")))

    keys = [key.get("id") for key in root.iter() if key.tag.endswith("}key")]
    assert len(keys) == len(set(keys))


_LETTERS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
_ANY_NAME = st.one_of(_LETTERS, st.sampled_from(OWN_NAMES))
_ANY_TEXT = st.one_of(_LETTERS, st.sampled_from(TEXTS), st.from_regex(re.compile("_x[0-9A-Fa-f]{4}_"), fullmatch=True))


@pytest.mark.parametrize("file_format", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=_ANY_NAME, text=_ANY_TEXT)
def test_text_and_names_of_columns_from_all_of_unicode_come_back(file_format: str, name: str, text: str):
    dataset = dataset_with(name, text)

    same(graph.load(FORMATS[file_format](dataset)).dataset, dataset)
