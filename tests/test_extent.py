"""Limits of rows hold for what a visitor hands in; a folder and a store serve what their owner put there."""

from contextlib import closing
from pathlib import Path

import pytest

import store
from graph.load import load
from graph.reading.limits import MAX_ROWS, OWNER, VISITOR
from store import open_store
from store.intake import OPERATOR

ROWS = MAX_ROWS + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables with one actor more than a visitor may hand in."""
    path = tmp_path_factory.mktemp("large")
    actors = "".join(f"a{number},Akteur {number}\n" for number in range(ROWS))
    (path / "actors.csv").write_text(f"id,name\n{actors}", "utf-8")
    (path / "projects.csv").write_text("id,name,partners\np,P,a1;a2\n", "utf-8")
    return path


def test_a_folder_is_read_whole_and_an_upload_is_refused(folder):
    uploaded = {file.name: file.read_bytes() for file in folder.iterdir()}

    assert len(load(folder).dataset.actors) == ROWS
    assert "too-many-rows" in [issue.code for issue in load(uploaded).issues]
    assert len(load(uploaded, OWNER).dataset.actors) == ROWS
    assert "too-many-rows" in [issue.code for issue in load(folder, VISITOR).issues]


def test_a_store_takes_a_large_folder_in_and_is_read_whole(folder, tmp_path):
    address = f"sqlite:///{tmp_path / 'large.db'}"
    with closing(open_store(address)) as kept:
        kept.import_rows(OPERATOR, kept.preview_import(folder))

    assert len(store.load(address).dataset.actors) == ROWS
