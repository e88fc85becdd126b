"""Files made to do harm are refused with a reason, within five seconds and 300 MB."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="memory of a process is measured on Unix only")

from tests.hostile_files import FILES, write_files

SECONDS = 5
MEGABYTES = 300
CODES = {**{name: code for name, (_, code) in FILES.items()}, "sparse-400-mb.csv": "too-large"}


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Mapping[str, Any]:
    folder = tmp_path_factory.mktemp("hostile")
    write_files(folder)
    command = (sys.executable, "-m", "tests.hostile_files", str(folder))
    run = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True, timeout=300)
    return {found["file"]: found for found in json.loads(run.stdout)}


@pytest.mark.parametrize("name", CODES)
def test_a_hostile_file_is_refused_with_its_reason_in_little_time_and_memory(name: str, measured: Mapping[str, Any]):
    found = measured[name]

    assert CODES[name] in found["codes"]
    assert found["seconds"] < SECONDS
    assert found["megabytes"] < MEGABYTES


def test_there_are_enough_of_them():
    assert len(CODES) >= 40
