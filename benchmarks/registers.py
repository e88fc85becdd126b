"""A made-up register that is cut by DuckDB: seconds and memory of a process, from Parquet and from CSV.

    python -m benchmarks registers [--participations 10000000] [--folder FOLDER]

Five participations a project, one region of 900. The aim is 1,000 MB for 10,000,000 participations.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

AIM_MEGABYTES = 1_000
_ROWS = """
SELECT CAST(i // 5 AS VARCHAR) AS "projectID", CAST(hash(i) % 2000000 AS VARCHAR) AS "organisationID",
       'Organisation ' || CAST(hash(i) % 2000000 AS VARCHAR) AS "name",
       'Ort ' || CAST(hash(i) % 20000 AS VARCHAR) AS "city",
       'DE' || CAST(100 + hash(i) % 900 AS VARCHAR) AS "nutsCode",
       CASE WHEN i % 5 = 0 THEN 'coordinator' ELSE 'participant' END AS "role",
       CAST(hash(i) % 1000000 AS VARCHAR) || '.50' AS "ecContribution"
FROM range({}) AS numbers(i)
"""
_CUT = """
import resource, sys, time
from graph.intake.engines import DuckDB
from graph.intake.large import cut_register
from graph.intake.region import region_of
from graph.intake.registry import RECIPES
start = time.perf_counter()
cut = cut_register(DuckDB(), [sys.argv[1]], region_of("DE500"), RECIPES)
kept = sum(1 for grid in cut.grids for _ in grid.rows()) - 1
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(kept, cut.report.rows.file, time.perf_counter() - start, peak)
"""


def main(arguments: Sequence[str]) -> None:
    """Make the register, cut it in a process of its own, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--participations", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path, help="where the register is made and kept; by default it is thrown away")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for source in made(folder, options.participations):
            kept, outside, seconds, megabytes = cut(source)
            said = f"{source.name}: {kept} rows kept, {outside} outside, {seconds:.1f} s"
            print(f"{said}, {megabytes} MB (aim {AIM_MEGABYTES})")


def made(folder: Path, participations: int) -> list[Path]:
    """Return the register as Parquet and as CSV, which are made unless they are there."""
    parquet, text = folder / "organization.parquet", folder / "organization.csv"
    with duckdb.connect(config={"memory_limit": "1GB"}) as connection:
        if not parquet.exists():
            connection.execute(f"COPY ({_ROWS.format(participations)}) TO '{parquet}'")
        if not text.exists():
            connection.execute(f"COPY (SELECT * FROM '{parquet}') TO '{text}' (DELIMITER ';', HEADER)")
    return [parquet, text]


def cut(source: Path) -> tuple[int, int, float, int]:
    """Return rows kept and outside, seconds, and megabytes of a process that cuts a register."""
    run = subprocess.run((sys.executable, "-c", _CUT, str(source)), check=True, capture_output=True, text=True)
    kept, outside, seconds, megabytes = run.stdout.split()[-4:]  # the last line: DuckDB may draw how far it is
    return int(kept), int(outside), float(seconds), int(megabytes)
