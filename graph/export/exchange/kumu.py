"""A workbook as Kumu imports it: a sheet of elements and a sheet of connections.

Format: https://docs.kumu.io/guides/import/import (columns Label, From and To first, several values separated by ``|``,
an ID where labels repeat).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter

from graph.dataset import Dataset
from graph.export.book import opened
from graph.export.exchange.shown import certainty, shown, weight
from graph.export.plain import clean
from graph.export.stamp import STAMPS
from graph.export.xlsx import write_text
from graph.giving_up import Buffer
from graph.money import write_amount
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
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
    "Within",
    "Description",
)


def kumu(dataset: Dataset, drawings: Sequence[Drawing] | None = None) -> bytes:
    """Write elements and connections; connections name elements by their ids, because labels may repeat.

    Parameters
    ----------
    dataset
        What is written.
    drawings
        Pictures whose elements and lines are written; by default all elements and ties are.
    """
    nodes: tuple[DrawnNode, ...] = ()
    lines: tuple[DrawnEdge, ...] = ()
    if drawings is not None:
        part = shown(dataset, drawings)
        dataset, nodes, lines = part.dataset, part.nodes, part.derived
    written = Buffer()
    with opened(written) as book:
        _sheet(book, "Elements", _ELEMENTS, [*_elements(dataset), *_drawn(dataset, nodes)])
        header = (*_CONNECTIONS, "Strength") if lines else _CONNECTIONS
        _sheet(book, "Connections", header, [*_connections(dataset), *map(_line, lines)])
        if stamps := [(key, dataset.about[key]) for key in STAMPS if key in dataset.about]:
            _sheet(book, "About", ("Key", "Value"), stamps)
    return written.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    for number, row in enumerate((header, *rows)):
        for place, text in enumerate(row):
            write_text(sheet, (number, place), clean(text))


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
            *(_one(tie[name]) for name in ("amount_basis", "within", "note")),
        )


def _drawn(dataset: Dataset, nodes: Sequence[DrawnNode]) -> Iterator[Sequence[str]]:
    """Yield elements that the picture has and the data have not."""
    known = {*dataset.actors["id"], *dataset.projects["id"]}
    for node in nodes:
        if node.id not in known:
            yield node.id, _one(node.name), _one(node.kind), "", "", node.mode


def _line(edge: DrawnEdge) -> Sequence[str]:
    direction = "directed" if edge.arrow else "undirected"
    amount = write_amount(edge.amount_eur)
    said = ("", amount, "", "", "", f"{weight(edge):.15g}")
    return edge.id, edge.source, edge.target, direction, edge.kind, certainty(edge), *said


def _one(value: object) -> str:
    """Return a text as one value: the sign that separates values is replaced."""
    return str(value).replace("|", "/")
