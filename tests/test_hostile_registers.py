"""What is handed in to be translated costs 5 s and 300 MB at most, whatever it holds, and ends in a sentence."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="memory of a process is measured on Unix only")

from tests.hostile_registers import FILES, write_files

SECONDS = 5
MEGABYTES = 300


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Mapping[str, Any]:
    folder = tmp_path_factory.mktemp("hostile_registers")
    write_files(folder)
    command = (sys.executable, "-m", "tests.hostile_registers", str(folder))
    run = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True, timeout=600)
    return {found["file"]: found for found in json.loads(run.stdout)}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_costs_little_and_what_cannot_be_used_is_said(name: str, measured: Mapping[str, Any]):
    found = measured[name]

    assert found["seconds"] < SECONDS
    assert found["megabytes"] < MEGABYTES
    assert found["lines"] > 0
    if FILES[name][1]:
        assert not found["settled"]
        assert found["codes"]


def test_there_are_eighty_of_them():
    assert len(FILES) >= 80
