"""What rows of participations have in common: their project, their organisation, and what they say of both."""

from __future__ import annotations

from collections.abc import Mapping

from graph.intake.columns import is_stated
from graph.intake.recipe import Recipe
from graph.intake.records import Record


def project_key(recipe: Recipe, record: Record) -> str:
    """Return what rows of one project have in common; a row of its own line where nothing is stated."""
    return stated_key(recipe, record) or line_key(record.place.file, record.place.line)


def line_key(file: str, line: int) -> str:
    """Return the key of a project that is one row."""
    return f"line\n{file}\n{line}"


def stated_key(recipe: Recipe, record: Record) -> str:
    """Return what a row says that is the same in all rows of its project, ``""`` when it says nothing of the kind."""
    for fields in recipe.rules.get("project_key", ()):
        texts = [record[name] for name in fields]
        if is_stated(texts[0]) and any(texts):
            return "\n".join((*fields, *(text.casefold() for text in texts)))
    return ""


def counted_in(recipe: Recipe) -> str:
    """Return the field whose amounts the report adds up."""
    return "cost" if recipe.rules.get("amount_means") == "none" else "amount"


def name_key(record: Record) -> str:
    """Return what tells organisations of a file apart: their own identifier, else their name as written."""
    return record.first("organisation_id") or " ".join(record["name"].split())


def kind_of(recipe: Recipe, record: Record) -> str:
    """Return the kind of tie a row stands for."""
    roles: Mapping[str, str] = recipe.rules.get("roles", {})
    default = str(recipe.rules.get("role", "partner"))
    return roles.get(record["role"].casefold(), default) if record["role"] else default
