"""A record of the data for catalogues such as GovData: DCAT-AP.de 2.0 as JSON-LD.

Specification: https://www.dcat-ap.de/def/dcatde/2.0/spec/. WebNames and addresses are written as the data say them;
what is not known is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.dataset import Dataset
from graph.export.linked.package import licences
from graph.export.plain import cleaned

_EU = "http://publications.europa.eu/resource/authority"
CONTEXT: Mapping[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# licences the list of DCAT-AP.de has, by their names on opendefinition.org
_LICENCES: Mapping[str, str] = {
    "CC-BY-SA-4.0": "http://dcat-ap.de/def/licenses/cc-by-sa/4.0",
    "CC-BY-4.0": "http://dcat-ap.de/def/licenses/cc-by/4.0",
    "CC0-1.0": "http://dcat-ap.de/def/licenses/cc-zero",
    "dl-de-by-2.0": "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
    "dl-de-zero-2.0": "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
}
# ending -> name in the list of file types of the EU, media type
_TYPES: Mapping[str, tuple[str, str]] = {
    "csv": ("CSV", "text/csv"),
    "jsonld": ("JSON_LD", "application/ld+json"),
    "json": ("JSON", "application/json"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "graphml": ("XML", "application/graphml+xml"),
    "zip": ("ZIP", "application/zip"),
}


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """What a record says beside the data.

    Attributes
    ----------
    title, description
        In the language of the record.
    language
        ``de`` or ``en``.
    base
        Address of the site with a slash at its end; ``""`` when it is not known, then addresses are relative.
    files
        Paths of the files to download, below ``base``.
    titles
        Title of a file by its path.
    """

    title: str
    description: str
    language: str
    base: str
    files: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


def catalogue(dataset: Dataset, record: CatalogueRecord) -> bytes:
    """Write a catalogue with one dataset and a distribution for each file.

    Parameters
    ----------
    dataset
        What is described.
    record
        What is said of it.
    """
    described = _dataset(dataset, record)
    content = {
        "@context": dict(CONTEXT),
        "@id": f"{record.base}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _text(record.title, record),
        "dct:description": _text(record.description, record),
        "dct:publisher": _publisher(dataset, record),
        "dcat:dataset": described,
    }
    return (json.dumps(cleaned(content), ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(dataset: Dataset, record: CatalogueRecord) -> dict[str, Any]:
    node = {
        "@id": f"{record.base}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _text(record.title, record),
        "dct:description": _text(record.description, record),
        "dct:publisher": _publisher(dataset, record),
        "dct:identifier": f"{record.base}#dataset",
        "dct:language": {"@id": f"{_EU}/language/{'DEU' if record.language == 'de' else 'ENG'}"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/ECON"},
        "dcat:landingPage": {"@id": f"{record.base}index.html"} if record.base else None,
        "dct:spatial": {"@type": "dct:Location", "rdfs:label": region}
        if (region := dataset.about.get("region"))
        else None,
        "dct:modified": _day(dataset.as_of),
        "dcat:distribution": [_distribution(dataset, record, path) for path in record.files],
    }
    return {key: value for key, value in node.items() if value}


def _distribution(dataset: Dataset, record: CatalogueRecord, path: str) -> dict[str, Any]:
    address, (kind, media) = f"{record.base}{path}", _TYPES.get(path.rpartition(".")[2], ("OTHER", ""))
    node = {
        "@id": f"{address}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _text(record.titles.get(path, path), record),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dct:format": {"@id": f"{_EU}/file-type/{kind}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"} if media else None,
        "dct:license": _licence(dataset.about.get("licence", "")),
        "dct:modified": _day(dataset.as_of),
    }
    return {key: value for key, value in node.items() if value}


def _licence(said: str) -> dict[str, Any] | None:
    if not said:
        return None
    known = _LICENCES.get(licences(said)[0]["name"])
    return {"@id": known} if known else {"@type": "dct:LicenseDocument", "rdfs:label": said}


def _publisher(dataset: Dataset, record: CatalogueRecord) -> dict[str, Any]:
    name = dataset.about.get("publisher") or record.title
    return {"@id": f"{record.base}#publisher", "@type": "foaf:Agent", "foaf:name": name}


def _text(said: str, record: CatalogueRecord) -> dict[str, str]:
    return {"@value": said, "@language": record.language}


def _day(said: str) -> dict[str, str] | None:
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    kind = kinds.get(len(said)) if said.replace("-", "").isdigit() else None
    return {"@value": said, "@type": f"xsd:{kind}"} if kind else None
