"""``akteursnetz schema FOLDER``: the format of the tables as Frictionless Table Schema, a JSON file each."""

from __future__ import annotations

import argparse
from pathlib import Path

from graph.table_schema import table_schemas


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("folder", type=Path, help="folder to write the files to, such as docs/table-schema")


def run(options: argparse.Namespace) -> int:
    """Write the files; 0."""
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, content in table_schemas().items():
        (options.folder / name).write_bytes(content)
    return 0
