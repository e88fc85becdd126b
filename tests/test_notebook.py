"""The notebook of the documentation runs from beginning to end, and one call opens every source."""

import json
import shutil
from pathlib import Path

import pytest

import graph
import store
from store.intake import take_in

ROOT = Path(__file__).parent.parent
NOTEBOOK = json.loads((ROOT / "docs" / "notebook.ipynb").read_text("utf-8"))


def test_the_notebook_goes_from_tables_to_measures_picture_and_export(tmp_path: Path, monkeypatch, capsys):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}

    for cell in NOTEBOOK["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)

    assert len(names["measures"]) == len(names["picture"].nodes)
    assert "endet" in capsys.readouterr().out
    assert {file.name for file in tmp_path.iterdir()} == {"data", "klippe.pdf", "measures.csv", "wasserstoff.html"}


def test_the_notebook_is_kept_without_what_a_run_left_in_it():
    code = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]

    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)] * len(code)


def test_a_store_and_the_files_it_was_made_from_are_opened_by_the_same_call(tmp_path: Path):
    address = f"sqlite:///{tmp_path}/region.db"
    take_in(ROOT / "data", address)

    kept, read = store.load(address).dataset, store.load(str(ROOT / "data")).dataset

    assert sorted(kept.actors["id"]) == sorted(read.actors["id"])
    assert len(kept.ties) == len(read.ties)


def test_files_are_read_as_graph_reads_them():
    files = {"actors.csv": b"id,name\na,A\n", "projects.csv": b"id,name\n"}

    assert store.load(files).dataset.fingerprint == graph.load(files).dataset.fingerprint


def test_looking_for_a_store_that_is_not_there_makes_none(tmp_path: Path):
    with pytest.raises(store.StoreError, match="not-found"):
        store.load(f"sqlite:///{tmp_path}/typo.db")

    assert list(tmp_path.iterdir()) == []
