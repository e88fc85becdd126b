"""A workbook as Kumu imports it: a sheet of elements and a sheet of connections.

Format: https://docs.kumu.io/guides/import/import (columns Label, From and To first, several values separated by ``|``,
an ID where labels repeat).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import xlsxwriter

from graph.dataset import Dataset
from graph.money import write_amount
from graph.vocabulary import UNDIRECTED_KINDS, Mode

_ELEMENTS = ("ID", "Label", "Type", "Description", "Tags", "Mode", "Status", "Start", "End", "Location", "Website")
_CONNECTIONS = (
    "ID",
    "From",
    "To",
    "Direction",
    "Type",
    "Certainty",
    "Status",
    "Amount EUR",
    "Amount basis",
    "Description",
)
_LONGEST = 32_767  # characters a cell of Excel holds


def kumu(dataset: Dataset) -> bytes:
    """Write elements and connections; connections name elements by their ids, because labels may repeat."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        _sheet(book, "Elements", _ELEMENTS, _elements(dataset))
        _sheet(book, "Connections", _CONNECTIONS, _connections(dataset))
    return written.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, header: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    for number, row in enumerate((header, *rows)):
        for place, text in enumerate(row):
            if text:
                sheet.write_string(number, place, text[:_LONGEST])


def _elements(dataset: Dataset) -> Iterator[Sequence[str]]:
    for mode, frame, kind in ((Mode.ACTOR, dataset.actors, "type"), (Mode.PROJECT, dataset.projects, "kind")):
        for row in frame.to_dict("records"):
            tags = "|".join(_one(tag) for tag in row["kompetenzfelder"])
            texts = (row.get(name, "") for name in ("status", "start", "end", "location", "website"))
            label = _one(row["name"])
            yield (row["id"], label, _one(row[kind]), _one(row["description"]), tags, str(mode), *map(_one, texts))


def _connections(dataset: Dataset) -> Iterator[Sequence[str]]:
    for tie in dataset.ties.to_dict("records"):
        direction = "undirected" if tie["kind"] in UNDIRECTED_KINDS else "directed"
        yield (
            *(str(tie[name]) for name in ("id", "from_id", "to_id")),
            direction,
            *(_one(tie[name]) for name in ("kind", "certainty", "status")),
            write_amount(tie["amount_eur"]),
            *(_one(tie[name]) for name in ("amount_basis", "note")),
        )


def _one(value: object) -> str:
    """Return a text as one value: the sign that separates values is replaced."""
    return str(value).replace("|", "/")
