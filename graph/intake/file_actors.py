"""The actors that files name, as the tables of the contract have them after a translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.intake.known import NAME, compared, name_scheme
from graph.reading.header import table_of
from graph.reading.sheet import SheetReading


@dataclass(frozen=True, slots=True)
class FileActor:
    """An actor of the files: its id, name, place, source, the scheme of its names, and its identifiers."""

    own: str
    name: str
    place: str
    source: str
    scheme: str
    identifiers: tuple[tuple[str, str], ...]
    is_collective: bool = False

    @property
    def is_registered(self) -> bool:
        """Whether it is one organisation of a file that was translated, and not a row of our own tables."""
        return not self.is_collective and self.scheme != NAME


def actors_of(reading: SheetReading) -> Iterator[FileActor]:
    """Yield the actors that files name."""
    recipes = {row["id"]: row.get("recipe", "") for row in cells_of(reading, "sources")}
    called: dict[str, list[tuple[str, str]]] = {}
    for row in cells_of(reading, "identifiers"):
        called.setdefault(row["actor_id"], []).append(compared(row["scheme"], row["value"]))
    for row in cells_of(reading, "actors"):
        source = row.get("reference", "")
        scheme = name_scheme(recipes.get(source, ""))
        identifiers = tuple(called.get(row["id"], ()))
        is_collective = bool(row.get("collective"))
        yield FileActor(row["id"], row["name"], row.get("location", ""), source, scheme, identifiers, is_collective)


def cells_of(reading: SheetReading, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one table of the contract as cells by column."""
    for sheet in reading.sheets:
        table = table_of(sheet.name, sheet.header)
        if (
            table is not None
            and table.name == name
            and {c.name for c in table.columns if c.required} <= {*sheet.header}
        ):
            yield from (dict(zip(sheet.header, row, strict=False)) for row in sheet.rows)
