"""Every network and table file this program writes reads back in as the same region."""

import io
import zipfile

import pytest

import graph
from graph.export.dataset_workbook import dataset_workbook
from graph.export.exchange.gexf import gexf
from graph.export.exchange.graphml import graphml
from graph.export.exchange.kumu import kumu
from graph.export.exchange.node_link import node_link
from graph.intake.convert import convert
from graph.intake.files import tables_of
from graph.tables import write_tables


def archive(dataset):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in write_tables(dataset).items():
            packed.writestr(name, content)
    return written.getvalue()


WRITERS = {
    "graphml": graphml,
    "gexf": gexf,
    "node-link": node_link,
    "kumu": kumu,
    "workbook": dataset_workbook,
    "archive": archive,
}


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_written_reads_back_whatever_it_is_called(name, repository):
    dataset = graph.load(repository / "data").dataset

    translation = convert({"datei": WRITERS[name](dataset)})
    again = graph.load(tables_of(translation))

    assert translation.is_settled
    assert again.errors == []
    read = again.dataset
    assert (len(read.actors), len(read.projects), len(read.ties)) == (151, 260, 928)
    assert set(read.actors["id"]) == set(dataset.actors["id"])
    assert read.ties["amount_eur"].dropna().sum() == dataset.ties["amount_eur"].dropna().sum()
