"""A file under another name than last year: it is the same source where it says most of the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.dataset import Dataset
from graph.intake.draft import own_id
from graph.intake.file_actors import cells_of
from graph.reading.cells import parts
from graph.reading.header import table_of
from graph.reading.sheet import Sheet, SheetReading
from graph.schema import TABLES, CellKind

_ALIKE = 0.5  # of the smaller of two sets of projects, or of actors where there are none
_REFERRING = (CellKind.ID, CellKind.ACTORS, CellKind.REFERENCE)


def with_known_sources(reading: SheetReading, dataset: Dataset) -> SheetReading:
    """Return tables whose sources have the ids under which the data know them.

    Parameters
    ----------
    reading
        What files say.
    dataset
        The data with their sources, and which rows rest on them.
    """
    names = {own: known for own in _new_sources(reading, dataset) if (known := _known_as(own, reading, dataset))}
    if len(set(names.values())) < len(names) or not names:
        return reading
    # the actor that stands for the private persons of a file is called after it
    persons = {own_id(f"privatpersonen-{own}"): own_id(f"privatpersonen-{known}") for own, known in names.items()}
    return replace(reading, sheets=tuple(_renamed(sheet, {**names, **persons}) for sheet in reading.sheets))


def _new_sources(reading: SheetReading, dataset: Dataset) -> dict[str, str]:
    """Return the sources of files that the data do not know by id, and the recipe of each."""
    known = set(dataset.sources["id"])
    rows = cells_of(reading, "sources")
    return {row["id"]: row.get("recipe", "") for row in rows if row["id"] not in known and row.get("recipe")}


def _known_as(own: str, reading: SheetReading, dataset: Dataset) -> str:
    """Return the source of the data that a file is from, ``""`` when it is from none of them."""
    if "recipe" not in dataset.sources:
        return ""
    recipe = _new_sources(reading, dataset)[own]
    handed_in = {row["id"] for row in cells_of(reading, "sources")}
    columns = (dataset.sources[name] for name in ("id", "recipe"))
    others = [str(id) for id, its in zip(*columns, strict=True) if its == recipe and id not in handed_in]
    shares = sorted(((_share(own, other, reading, dataset), other) for other in others), reverse=True)
    is_clear = len(shares) == 1 or (len(shares) > 1 and shares[0][0] > shares[1][0])
    return shares[0][1] if is_clear and shares[0][0] >= _ALIKE else ""


def _share(own: str, other: str, reading: SheetReading, dataset: Dataset) -> float:
    """Return how much of two sources is the same, 0 to 1."""
    for table in ("projects", "actors"):
        said = {row["id"] for row in cells_of(reading, table) if own in parts(row.get("reference", ""))}
        frame = getattr(dataset, table)
        columns = (frame[name] for name in ("id", "reference"))
        kept = {str(id) for id, reference in zip(*columns, strict=True) if other in parts(str(reference))}
        if said and kept:
            return len(said & kept) / min(len(said), len(kept))
    return 0.0


def _renamed(sheet: Sheet, names: Mapping[str, str]) -> Sheet:
    table = table_of(sheet.name, sheet.header)
    if table is None:
        return sheet
    kinds = {column.name: column.cell for column in TABLES[table.name].columns}
    places = {place for place, header in enumerate(sheet.header) if kinds.get(header) in _REFERRING}
    rows = [
        [";".join(names.get(part, part) for part in parts(text)) if place in places else text for place, text in row]
        for row in (list(enumerate(cells)) for cells in sheet.rows)
    ]
    return replace(sheet, rows=rows)
