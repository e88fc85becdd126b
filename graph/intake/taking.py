"""What a person says of files, and what becomes of them: the translation, and the tables as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.intake.convert import OWN, Translation, convert_opened
from graph.intake.grid import Grid
from graph.intake.looking import SeenTable, look_at
from graph.intake.opening import open_files
from graph.intake.recipe import Recipe, from_json
from graph.reading.header import table_of

MOST_TABLES = 12  # of which a person is shown the first rows


@dataclass(frozen=True, slots=True)
class IntakeAnswers:
    """What a person says of files before they are translated; plain values.

    Attributes
    ----------
    region, keep, persons
        As for `graph.intake.convert.convert`; no region is ``""``.
    mappings
        Recipes as JSON, the first counts.
    writing
        Header of a column -> how it is written.
    """

    region: str = ""
    keep: str = "consortium"
    persons: str = "collective"
    mappings: tuple[str, ...] = ()
    writing: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakenFiles:
    """What became of files.

    Attributes
    ----------
    translation
        See `graph.intake.convert.Translation`.
    looks
        Tables as they are, for somebody who has to say what they mean.
    is_ours
        The files are tables of the contract already, and need no translation.
    """

    translation: Translation
    looks: tuple[SeenTable, ...] = ()
    is_ours: bool = False


def take(files: Mapping[str, bytes], asked: IntakeAnswers) -> TakenFiles:
    """Translate files in this process."""
    opened = open_files(files)
    looks = tuple(look for grid in opened.grids[:MOST_TABLES] if (look := look_at(grid)))
    is_table = not opened.networks and any(map(_is_table, opened.grids))
    mappings: Sequence[Recipe] = [from_json(text) for text in asked.mappings]
    translation = convert_opened(
        opened,
        region=asked.region or None,
        keep=asked.keep,
        persons=asked.persons,
        mappings=mappings,
        writing=asked.writing,
    )
    return TakenFiles(translation, looks, is_table and translation.report.recipe in ("", OWN))


def _is_table(grid: Grid) -> bool:
    """Whether the reader of our own tables would take a table for one of them."""
    return any(table_of(grid.name, header) for _, header in grid.preview(1))


def plain(asked: IntakeAnswers) -> dict[str, Any]:
    """Return what is asked as JSON holds it."""
    return {
        "region": asked.region,
        "keep": asked.keep,
        "persons": asked.persons,
        "mappings": list(asked.mappings),
        "writing": dict(asked.writing),
    }
