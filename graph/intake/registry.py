"""The recipes that come with the program, one file each."""

from __future__ import annotations

from pathlib import Path

from graph.intake.recipe import Recipe, from_json

FOLDER = Path(__file__).parent / "recipes"

RECIPES: tuple[Recipe, ...] = tuple(from_json(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json")))
BY_NAME = {recipe.name: recipe for recipe in RECIPES}
