"""What a person says of a table becomes a recipe, like those that come with the program; it is offered again later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.intake.grid import Grid
from graph.intake.halves import is_half, with_ties
from graph.intake.header import clean, header_forms
from graph.intake.looking import SeenTable
from graph.intake.recipe import Part, Recipe
from graph.intake.recognise import Guess, recognise
from graph.intake.structure import formed
from graph.intake.targets import TARGETS
from graph.slugs import slug

ENDING = ".akteursnetz-mapping.json"
FITS = 0.8  # of the headers a mapping was made for
_REGION: Mapping[str, tuple[str, ...]] = {
    "nuts": ("nuts",),
    "ags": ("ags",),
    "postcode": ("postcode", "place"),
    "place": ("place", "county"),
    "organisation": ("name", "organisation_id"),
}
FORMED = frozenset({"matrix", "answers", "group"})  # shapes whose form says what no header does
NO_WORDS: Mapping[str, Mapping[str, str]] = {}


def mapping_of(
    look: SeenTable,
    shape: str,
    fields: Mapping[int, str],
    *,
    title: str = "",
    words: Mapping[str, Mapping[str, str]] = NO_WORDS,
    writing: Mapping[str, str] | None = None,
    money: str = "partner",
    funder: str = "",
) -> Recipe:
    """Return the recipe that says what a person says of a table.

    Parameters
    ----------
    look
        The table.
    shape
        What a row is.
    fields
        Place of a column -> field that it means; columns left out mean nothing.
    title
        What the mapping is called; made from the name of the file by default.
    words
        Field -> word of its cells -> code that it means.
    writing
        Field -> decimal sign of its amounts, or ``dmy`` or ``mdy``.
    money
        Of participations: whether an amount is the ``partner``'s part, the whole ``project``'s, or ``none`` of both.
    funder
        Who gives the amounts where no column says it.
    """
    target = TARGETS[shape]
    named: dict[str, tuple[str, ...]] = {}
    for place, name in sorted(fields.items()):
        column = look.columns[place]
        if column.form:
            named[name] = (f"{column.form}#{column.turn}",)
    required = tuple(each for each in target.required if named.keys() & set(each.split("|")))
    name = slug(title or look.file.rsplit(".", 1)[0])[:40] or "eigene-datei"
    return Recipe(
        name=name,
        shape=shape,
        parts={target.part: Part(named, required, required)},
        rules=_rules(shape, named, name, words)
        | ({"amount_means": money, "funder": {"name": funder} if funder else {}} if shape == "participation" else {})
        | ({"writing": dict(writing)} if writing else {}),
        region={key: tuple(f for f in held if f in named) for key, held in _REGION.items() if named.keys() & set(held)},
        source={"title": title} if title else {},
        fingerprint=tuple(column.form for column in look.columns if column.form),
    )


def _rules(shape: str, named: Mapping[str, Any], prefix: str, words: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    said = {name: {word.casefold(): code for word, code in codes.items()} for name, codes in words.items()}
    if shape == "participation":
        keys = [[name] for name in ("project_id", "project_name") if name in named]
        rules = {"project_key": keys, "prefix": prefix, "role": "partner", "roles": said.get("role", {})}
        return {
            **rules,
            "cost_means": "project",
            "without_actor": "leave-out",
            "kind": "Projekt",
            "seats": "place" in named,
        }
    if shape == "tie":
        return {"directed": False, "kinds": said.get("kind", {})}
    return {}


def lacking(shape: str, fields: Mapping[int, str], funder: str = "") -> tuple[str, ...]:
    """Return what a mapping still needs: fields, ``a|b`` being either; an amount needs somebody who gives it.

    Parameters
    ----------
    shape
        Form of the table.
    fields
        What each column holds, by its number.
    funder
        Who gives the amounts, ``""`` when nobody is named.
    """
    named = set(fields.values())
    needed = TARGETS[shape].required
    if shape == "participation" and "amount" in named and not funder.strip():
        needed = (*needed, "funder")
    return tuple(each for each in needed if not named & set(each.split("|")))


def headers_of(grid: Grid) -> list[set[str]]:
    """Return the headers each of the first rows of a table would be, in comparable form."""
    return [
        {form for form, _, _ in header_forms([clean(cell) for cell in cells]) if form} for _, cells in grid.preview(15)
    ]


def share_of(recipe: Recipe, grid: Grid) -> float:
    """Return how much of the headers a mapping was made for a table has, 0 to 1."""
    wanted = set(recipe.fingerprint)
    return max((len(wanted & row) / len(wanted) for row in headers_of(grid)), default=0.0) if wanted else 0.0


def mapped(grids: Sequence[Grid], mappings: Sequence[Recipe]) -> Guess | None:
    """Return how a mapping reads one of some tables, ``None`` when none was made for them.

    Parameters
    ----------
    grids
        Tables that are not read yet.
    mappings
        Recipes with a fingerprint; the one that fits best counts.
    """
    fitting = [
        (share, recipe, grid)
        for recipe in mappings
        for grid in grids
        if recipe.shape == "tie" and (share := share_of(recipe, grid)) >= FITS
    ]
    ties = [(recipe, grid) for _, recipe, grid in sorted(fitting, key=lambda each: -each[0])]
    ranked = sorted(
        (
            (share, -order, grid, recipe)
            for order, recipe in enumerate(mappings)
            for grid in grids
            if (share := share_of(recipe, grid)) >= FITS
        ),
        # a table of organisations takes the table of its ties along
        key=lambda each: (each[3].shape == "pair", *each[:2]),
        reverse=True,
    )
    guess = next((guess for _, _, grid, recipe in ranked if (guess := guess_of(grid, recipe))), None)
    return with_ties(guess, grids, ties) if guess and is_half(guess.recipe) else guess


def reads_one_table(recipe: Recipe) -> bool:
    """Whether a recipe says what one table is, and its form or other tables say the rest."""
    return recipe.shape in FORMED or is_half(recipe)


def chosen_guess(grids: Sequence[Grid], recipe: Recipe) -> Guess | None:
    """Return how a recipe that somebody has chosen reads one of some tables, ``None`` when it cannot."""
    guess = next((guess for grid in grids if (guess := guess_of(grid, recipe))), None)
    return with_ties(guess, grids) if guess and is_half(recipe) else guess


def guess_of(grid: Grid, recipe: Recipe) -> Guess | None:
    """Return how a recipe that somebody has chosen reads a table, ``None`` when it cannot."""
    if recipe.shape in FORMED and (guess := formed(grid, recipe)):
        return guess
    found = recognise([grid], [recipe])
    return found[0] if found and found[0].is_complete else None


def with_writing(guess: Guess, stated: Mapping[str, str]) -> Guess:
    """Return how tables are read once somebody has said how columns are written."""
    said = {
        name: stated[header]
        for table in guess.tables
        for name, place in table.header.places.items()
        if (header := table.header.texts[place].split("\n")[0]) in stated
    }
    if not said:
        return guess
    rules = {**guess.recipe.rules, "writing": {**guess.recipe.rules.get("writing", {}), **said}}
    return replace(guess, recipe=replace(guess.recipe, rules=rules))
