"""The published schema is that of the code, and the shipped files keep it."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.schema import TABLES
from graph.table_schema import table_schemas
from graph.vocabulary import VOCABULARIES

FOLDER = Path(__file__).parents[1] / "docs" / "table-schema"


def field(table: str, column: str) -> dict[str, Any]:
    fields = json.loads(table_schemas()[f"{table}.json"])["fields"]
    return next(field for field in fields if field["name"] == column)


def test_the_published_files_are_current():
    """When this fails: ``python -m graph schema docs/table-schema``."""
    published = {file.name: file.read_bytes() for file in FOLDER.iterdir()}

    assert published == table_schemas()


def test_a_schema_names_keys_codes_and_kinds_of_cells():
    assert json.loads(table_schemas()["actors.json"])["primaryKey"] == "id"
    assert field("actors", "id") == {
        "name": "id",
        "type": "string",
        "constraints": {"required": True, "unique": True},
    }
    assert field("links", "kind")["constraints"]["enum"][:2] == ["leads", "partner"]
    assert field("links", "amount_eur") == {"name": "amount_eur", "type": "number", "constraints": {"minimum": 0}}
    assert field("projects", "partners") == {"name": "partners", "type": "string"}
    assert "unique" not in field("links", "from_id")["constraints"]


@pytest.mark.parametrize("table", TABLES)
def test_the_shipped_files_keep_the_schema(table: str, repository: Path):
    with (repository / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    for column in TABLES[table].columns:
        constraints = field(table, column.name).get("constraints", {})
        texts = [row[column.name] for row in rows if row.get(column.name)]  # a file need not have every column
        assert len(texts) == len(rows) or "required" not in constraints
        assert len(set(texts)) == len(texts) or "unique" not in constraints
        assert set(texts) <= set(constraints.get("enum", texts))
        assert [text for text in texts if not re.fullmatch(constraints.get("pattern", "(?s).*"), text)] == []


@pytest.mark.parametrize(
    ("date", "valid"),
    [("2021", True), ("2021-23", True), ("201X", True), ("2021-05?/..", True), ("..", True), ("31.12.2021", False)],
)
def test_the_pattern_of_dates_is_that_of_edtf(date: str, valid: bool):
    assert bool(re.fullmatch(field("projects", "start")["constraints"]["pattern"], date)) is valid


def test_every_vocabulary_is_used():
    used = {column.vocabulary for table in TABLES.values() for column in table.columns} - {""}

    assert used == set(VOCABULARIES)
