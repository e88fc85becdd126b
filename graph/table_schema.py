"""The data contract as Frictionless Table Schema, for people who check their files with other programs.

It describes the files as `graph.tables.write_tables` writes them: headers and codes of the contract, EDTF dates, a
decimal point. Reading takes much more. Specification: https://specs.frictionlessdata.io/table-schema/ (version 1).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graph.schema import TABLES, CellKind, ContractColumn, ContractTable
from graph.vocabulary import VOCABULARIES

# the form of EDTF, levels 0 and 1; whether the day exists is for `graph.dates` to say
_DATE = "(-?[0-9X]{4}|Y-?[0-9]{5,12})(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?"
_EDTF = rf"{_DATE}|\.\.|({_DATE}|\.\.)?/({_DATE}|\.\.)?"

# kind of cell -> its field; a list is text, since version 1 of the specification knows no lists with a separator
_FIELDS: Mapping[CellKind, Mapping[str, Any]] = {
    CellKind.MONEY: {"type": "number", "constraints": {"minimum": 0}},
    CellKind.FLAG: {"type": "boolean", "trueValues": ["ja"], "falseValues": ["nein"]},
    CellKind.URL: {"type": "string", "format": "uri"},
    CellKind.DATE: {"type": "string", "constraints": {"pattern": _EDTF}},
}


def table_schemas() -> dict[str, bytes]:
    """Return ``actors.json`` and so on -> content."""
    return {
        f"{name}.json": (json.dumps(table_schema(table), ensure_ascii=False, indent=2) + "\n").encode()
        for name, table in TABLES.items()
    }


def table_schema(table: ContractTable) -> dict[str, Any]:
    """Return the schema of one table as a document of JSON; files may have more columns."""
    key = table.columns[0].name
    is_keyed = table.columns[0].cell is CellKind.ID and key in ("id", "key")
    schema = {"fields": [_field(column, unique=is_keyed and column.name == key) for column in table.columns]}
    return {**schema, **({"primaryKey": key} if is_keyed else {}), "missingValues": [""], "fieldsMatch": "subset"}


def _field(column: ContractColumn, *, unique: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": "string", **_FIELDS.get(column.cell, {})}
    constraints = {**field.pop("constraints", {})}
    if column.vocabulary:
        constraints["enum"] = list(dict.fromkeys(VOCABULARIES[column.vocabulary].values()))
    if column.required:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    return {**field, **({"constraints": constraints} if constraints else {})}
