"""Records in JSON as a table: a list of objects, alone or as the one long list of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.intake.grid import Grid, grid_of
from graph.intake.networks.web import text_of

_DEEPEST = 4
_MOST_ROWS = 200_000
_NETWORKS = (
    frozenset({"elements"}),
    frozenset({"nodes"}),
    frozenset({"graph"}),
    frozenset({"graphs"}),
)


def json_grid(file: str, name: str, document: object) -> Grid | None:
    """Return the records of a document, each nested name as ``outer:inner``; ``None`` when there are none.

    Parameters
    ----------
    file
        Name of the file.
    name
        Name of the table in its file.
    document
        What the JSON text holds.
    """
    listed = _records(document)
    if not listed:
        return None
    rows = [dict(_flat(record, "", 0)) for record in listed[:_MOST_ROWS]]
    header = list(dict.fromkeys(key for row in rows for key in row))
    cells = [(line, [row.get(key, "") for key in header]) for line, row in enumerate(rows, 2)]
    return grid_of(file, name, [(1, header), *cells])


def _records(document: object) -> list[Mapping[str, Any]]:
    if isinstance(document, list) and document and all(isinstance(each, dict) for each in document):
        # CX is a list of objects too, but each holds one list
        return [] if "CXVersion" in document[0] or all(len(each) == 1 for each in document) else document
    if isinstance(document, dict) and not any(keys <= set(document) for keys in _NETWORKS):
        lists = [value for value in document.values() if isinstance(value, list) and value]
        records = [value for value in lists if all(isinstance(each, dict) for each in value)]
        return max(records, key=len, default=[])
    return []


def _flat(record: Mapping[str, Any], prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        inner = value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) else value
        if isinstance(inner, dict) and depth < _DEEPEST:
            yield from _flat(inner, f"{prefix}{key}:", depth + 1)
        elif text := text_of(inner):
            yield f"{prefix}{key}", text
