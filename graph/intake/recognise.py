"""Which recipe reads some tables: by the words of their headers, never by the names of the files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.intake.grid import Grid, Row
from graph.intake.header import Header, find_header, missing
from graph.intake.recipe import Part, Recipe
from graph.intake.registry import RECIPES

_NUMBER = re.compile(r"[-−+]?[0-9][0-9.,\s]*%?")
OFFERED = 3  # recipes a person chooses between when none fits by itself


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """A table that one part of a recipe reads."""

    part: str
    grid: Grid
    header: Header


@dataclass(frozen=True, slots=True)
class Guess:
    """How well a recipe reads some tables.

    Attributes
    ----------
    recipe
        The recipe.
    tables
        The tables it reads.
    share
        Part of the columns of these tables that it understands, 0 to 1.
    missing
        Required fields that no column means; empty when the recipe can be used.
    """

    recipe: Recipe
    tables: tuple[RecognisedTable, ...]
    share: float
    missing: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing the recipe needs is missing."""
        return not self.missing and bool(self.tables)


def recognise(grids: Sequence[Grid], recipes: Iterable[Recipe] = RECIPES) -> tuple[Guess, ...]:
    """Return the recipes that may read some tables, the best one first.

    Parameters
    ----------
    grids
        Tables of one or more files.
    recipes
        Recipes to try.
    """
    previews = [grid.preview() for grid in grids]
    guesses = [
        guess
        for recipe in recipes
        if recipe.parts and (guess := _guess(recipe, list(zip(grids, previews, strict=True))))
    ]
    return tuple(sorted(guesses, key=_rank, reverse=True))


def _rank(guess: Guess) -> tuple[object, ...]:
    understood = sum(len(table.header.places) for table in guess.tables)
    weight = float(guess.recipe.rules.get("weight", 1))
    return guess.is_complete, weight * understood * (0.5 + guess.share), guess.recipe.name


def _guess(recipe: Recipe, grids: Sequence[tuple[Grid, Sequence[Row]]]) -> Guess | None:
    found: list[RecognisedTable] = []
    lacking: list[str] = []
    for name, part in recipe.parts.items():
        headers = [
            (grid, header)
            for grid, preview in grids
            if not any(table.grid is grid for table in found)
            and (header := find_header(grid, part, preview))
            and (header := _with_words(header, part, preview)).places
        ]
        complete = [(grid, header) for grid, header in headers if not missing(header.places, part)]
        found += [RecognisedTable(name, grid, header) for grid, header in complete]
        if not complete and not part.optional:
            nearest = min((missing(header.places, part) for _, header in headers), key=len, default=part.required)
            lacking += nearest
            found += [
                RecognisedTable(name, grid, header)
                for grid, header in headers
                if missing(header.places, part) == nearest
            ][:1]
    if not found or not any(table.header.places for table in found):
        return None
    return Guess(recipe, tuple(found), _share(found), tuple(lacking))


def _with_words(header: Header, part: Part, preview: Sequence[Row]) -> Header:
    """Leave out columns of numbers that are called as a column of words is."""
    below = [cells for line, cells in preview if line > header.last]
    numbers = {
        field
        for field in part.texts
        if (place := header.places.get(field, -1)) >= 0
        and _only_numbers(cells[place] for cells in below if place < len(cells))
    }
    return replace(header, places={field: place for field, place in header.places.items() if field not in numbers})


def _only_numbers(cells: Iterable[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    return bool(said) and all(_NUMBER.fullmatch(cell) for cell in said)


def _share(tables: Sequence[RecognisedTable]) -> float:
    columns = sum(sum(bool(text) for text in table.header.texts) for table in tables)
    understood = sum(len(table.header.places) for table in tables)
    return understood / columns if columns else 0.0


def fields_of(table: RecognisedTable) -> Mapping[str, int]:
    """Return field -> place of the columns of a table."""
    return table.header.places
