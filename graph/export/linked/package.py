"""The tables as a Frictionless data package, version 1.

Specification: https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from graph.dataset import Dataset
from graph.export.stamp import STAMPS
from graph.schema import TABLES
from graph.slugs import slug
from graph.table_schema import table_schema

# licences that have a name on https://opendefinition.org, by how they begin
_LICENCES: Mapping[str, tuple[str, str]] = {
    "cc by-sa 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "cc by 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "dl-de/by-2-0": ("dl-de-by-2.0", "https://www.govdata.de/dl-de/by-2-0"),
    "dl-de/zero-2-0": ("dl-de-zero-2.0", "https://www.govdata.de/dl-de/zero-2-0"),
}


def data_package(dataset: Dataset, tables: Mapping[str, bytes]) -> bytes:
    """Write ``datapackage.json``, which describes the tables beside it.

    Parameters
    ----------
    dataset
        What the tables hold.
    tables
        Name of each file -> its content, as `graph.tables.write_tables` returns them.
    """
    about = dataset.about
    title = about.get("title", "")
    content = {
        "profile": "tabular-data-package",
        "name": slug(title) or "akteursnetz",
        "title": title,
        "description": " · ".join(about[stamp] for stamp in STAMPS if about.get(stamp)),
        "version": dataset.as_of,
        "licenses": licences(about.get("licence", "")),
        "contributors": [{"title": about["publisher"], "role": "publisher"}] if about.get("publisher") else [],
        "resources": [_resource(name, content) for name, content in tables.items()],
    }
    kept = {key: value for key, value in content.items() if value not in ("", [])}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def licences(said: str) -> list[dict[str, str]]:
    """Return a licence as packages name it; one we do not know keeps its words."""
    if not said:
        return []
    known = next((names for begin, names in _LICENCES.items() if said.casefold().startswith(begin)), None)
    return [{"name": known[0], "path": known[1], "title": said} if known else {"name": "other-open", "title": said}]


def _resource(name: str, content: bytes) -> dict[str, Any]:
    table = name.removesuffix(".csv")
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table, content),
    }


def _schema(table: str, content: bytes) -> dict[str, Any]:
    """Return the schema of a file: its own columns in their order, those of the contract with all that is known."""
    known = table_schema(TABLES[table])
    fields = {field["name"]: field for field in known["fields"]}
    header = next(csv.reader(io.StringIO(content.decode())))
    own = [fields.get(column, {"name": column, "type": "string"}) for column in header]
    keyed = {"primaryKey": known["primaryKey"]} if known.get("primaryKey") in header else {}
    return {"fields": own, **keyed, "missingValues": known["missingValues"]}
