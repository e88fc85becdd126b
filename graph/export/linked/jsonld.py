"""The data as JSON-LD: schema.org where it has a word, a vocabulary of our own for what ties actors and projects.

Every tie is a node of its own with all it says, so that a program that reads the file has the ties back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.export.plain import cleaned
from graph.export.stamp import STAMPS
from graph.money import write_amount
from graph.schema import TABLES, CellKind, ContractTable
from graph.vocabulary import Mode

VOCABULARY = "urn:akteursnetz:vocabulary:"
CONTEXT: Mapping[str, Any] = MappingProxyType(
    {"@vocab": "https://schema.org/", "akn": VOCABULARY, "xsd": "http://www.w3.org/2001/XMLSchema#"}
)
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")  # of EDTF what schema.org takes for a date
_FUNDS = "funds"
_ENDS = ("from_id", "to_id", "within")

Node = dict[str, Any]
NO_PAGES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class WebNames:
    """What actors, projects and ties are called in the web.

    Attributes
    ----------
    base
        Begins every name; the address of a site with a slash at its end, or a name that leads nowhere.
    pages
        Path of the page of an element below ``base``, by its id; such an element is called after its page.
    """

    base: str = "urn:akteursnetz:data:"
    pages: Mapping[str, str] = field(default_factory=lambda: NO_PAGES)

    def of(self, key: str) -> str:
        """Name of an actor or project."""
        page = self.pages.get(key)
        return f"{self.base}{page}#it" if page else f"{self.base}element/{quote(key, safe='')}"

    def page(self, key: str) -> str:
        """Address of the page of an element, ``""`` when it has none."""
        return f"{self.base}{self.pages[key]}" if key in self.pages and self.base.startswith("http") else ""

    def tie(self, key: str) -> str:
        """Name of a tie."""
        return f"{self.base}tie/{quote(key, safe='')}"


NAMES = WebNames()


def linked_data(dataset: Dataset, names: WebNames = NAMES) -> bytes:
    """Write all actors, projects and ties.

    Parameters
    ----------
    dataset
        What is written.
    names
        What elements are called.
    """
    about = _about(dataset, names)
    ties = [_tie(row, names) for row in _rows(dataset.ties)]
    content = {"@context": dict(CONTEXT), "@graph": [about, *elements(dataset, names).values(), *ties]}
    return (json.dumps(cleaned(content), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def elements(dataset: Dataset, names: WebNames = NAMES) -> dict[str, Node]:
    """Return the node of each actor and project by its id, without context.

    Parameters
    ----------
    dataset
        All data.
    names
        What elements are called.
    """
    found: dict[str, Node] = {}
    for mode, table, frame in (
        (Mode.ACTOR, TABLES["actors"], dataset.actors),
        (Mode.PROJECT, TABLES["projects"], dataset.projects),
    ):
        for row in _rows(frame):
            found[row["id"]] = _element(mode, table, row, names)
    _add_ties(dataset, found, names)
    return found


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False)]


def _about(dataset: Dataset, names: WebNames) -> Node:
    about = dataset.about
    words = {"name": "title", "license": "licence", "spatialCoverage": "region", "inLanguage": "language"}
    node: Node = {key: about[fact] for key, fact in words.items() if about.get(fact)}
    if publisher := about.get("publisher"):
        node["publisher"] = {"@type": "Organization", "name": publisher}
    node |= {f"akn:{stamp}": about[stamp] for stamp in STAMPS if about.get(stamp)}
    if dataset.as_of:
        node["dateModified"] = dataset.as_of
    return {"@id": f"{names.base}dataset", "@type": "Dataset", **node}


def _element(mode: Mode, table: ContractTable, row: Mapping[str, Any], names: WebNames) -> Node:
    """Return an actor or project without its ties; what is not recorded is left out."""
    key = row["id"]
    alternate = dict.fromkeys(name for name in (row.get("short_name", ""), *row.get("aliases", ())) if name)
    node: Node = {
        "@id": names.of(key),
        "@type": "Project" if mode is Mode.PROJECT else "Organization",
        "identifier": key,
        "name": row["name"],
        "alternateName": list(alternate),
        "url": row.get("website", ""),
        "mainEntityOfPage": names.page(key),
        "description": row.get("description", ""),
        "location": {"@type": "Place", "name": row["location"]} if row.get("location") else "",
        "knowsAbout" if mode is Mode.ACTOR else "keywords": list(row["kompetenzfelder"]),
        "akn:kind" if mode is Mode.PROJECT else "akn:type": row.get("kind" if mode is Mode.PROJECT else "type", ""),
        "akn:status": row.get("status", ""),
        **_dates(row),
        "additionalProperty": _further(table, row),
    }
    return {name: value for name, value in node.items() if value not in ("", [], None)}


def _dates(row: Mapping[str, Any]) -> Node:
    """Return start and end as recorded, and for those who know schema.org only where it has a form for them."""
    found: Node = {}
    for column, word in (("start", "foundingDate"), ("end", "dissolutionDate")):
        said = row.get(column, "")
        found[f"akn:{column}"] = said
        found[word] = said if _ISO.fullmatch(said) else ""
    return found


def _further(table: ContractTable, row: Mapping[str, Any]) -> list[Node]:
    """Columns the file has beyond the contract."""
    known = {column.name for column in table.columns}
    return [
        {"@type": "PropertyValue", "name": str(name), "value": str(value)}
        for name, value in row.items()
        if name not in known and str(value).strip()
    ]


def _add_ties(dataset: Dataset, found: Mapping[str, Node], names: WebNames) -> None:
    """Add to projects who takes part and who funds, in the words of schema.org."""
    projects = set(dataset.projects["id"])
    for kind, start, end in unpacked(dataset.ties, "kind", "from_id", "to_id"):
        if end in projects and start not in projects:
            listed = found[end].setdefault("funder" if kind == _FUNDS else "member", [])
            if {"@id": names.of(start)} not in listed:
                listed.append({"@id": names.of(start)})


def _tie(row: Mapping[str, Any], names: WebNames) -> Node:
    """Return a tie with everything its row says."""
    cells = {column.name: column.cell for column in TABLES["links"].columns}
    is_grant = row["kind"] == _FUNDS
    node: Node = {
        "@id": names.tie(row["id"]),
        "@type": ["akn:Tie", "MonetaryGrant"] if is_grant else "akn:Tie",
        "akn:from": {"@id": names.of(row["from_id"])},
        "akn:to": {"@id": names.of(row["to_id"])},
        "akn:within": {"@id": names.of(row["within"])} if row.get("within") else "",
    }
    for column, value in row.items():
        if column in _ENDS or column in ("id", "amount_eur"):
            continue
        node[f"akn:{column}"] = ";".join(value) if cells.get(column) is CellKind.LIST else str(value)
    if row["amount_eur"] is not None:
        exact = {"@type": "xsd:decimal", "@value": write_amount(row["amount_eur"])}
        node["amount"] = {"@type": "MonetaryAmount", "currency": "EUR", "value": exact}
    if is_grant:
        node |= {"funder": node["akn:from"], "fundedItem": node["akn:to"]}
    return {name: value for name, value in node.items() if value not in ("", [], None)}
