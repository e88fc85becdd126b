"""A table of organisations whose ties stand in another table: somebody has said what one of the two means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.intake.grid import Grid
from graph.intake.header import find_header, missing
from graph.intake.recipe import Part, Recipe
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.registry import BY_NAME
from graph.intake.shapes import pair

_TIES = ("knoten-und-kanten", "kanten")  # recipes whose words tell a table of ties


def is_half(recipe: Recipe) -> bool:
    """Whether a recipe reads organisations, and says nothing of the table of their ties."""
    return recipe.shape == "pair" and "ties" not in recipe.parts


def with_ties(guess: Guess, grids: Sequence[Grid], told: Sequence[tuple[Recipe, Grid]] = ()) -> Guess:
    """Return a table of organisations with the table whose ties end at them; alone when there is none.

    Parameters
    ----------
    guess
        How the organisations are read.
    grids
        Tables among which the ties may be.
    told
        Mappings of ties, and the tables they were made for; they go before what the program recognises.
    """
    nodes = guess.tables[0]
    others = [grid for grid in grids if grid is not nodes.grid]
    for recipe, part, grid in _candidates(others, told):
        header = find_header(grid, part)
        if header is None or missing(header.places, part):
            continue
        both = replace(
            guess.recipe,
            parts={"ties": part, "nodes": guess.recipe.parts[nodes.part]},
            rules={**recipe.rules, **guess.recipe.rules},
        )
        found = Guess(both, (RecognisedTable("ties", grid, header), replace(nodes, part="nodes")), guess.share)
        if pair.fits(found):
            return found
    return guess


def _candidates(grids: Sequence[Grid], told: Sequence[tuple[Recipe, Grid]]) -> Iterator[tuple[Recipe, Part, Grid]]:
    for recipe, grid in told:
        if any(each is grid for each in grids):
            yield recipe, next(iter(recipe.parts.values())), grid
    for name in _TIES:
        recipe = BY_NAME[name]
        yield from ((recipe, recipe.parts["ties"], grid) for grid in grids)
