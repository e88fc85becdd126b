"""The first rows of a table as they will be taken, while somebody says what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from graph.intake.convert import Translation, convert_opened
from graph.intake.grid import grid_of
from graph.intake.looking import SeenTable
from graph.intake.opening import Opened
from graph.intake.recipe import Recipe
from graph.reading.header import table_of
from views.language.words import Words, plain

_LINES = 8


def first_rows(t: Words, look: SeenTable, recipe: Recipe) -> str:
    """Return what the first rows of a table become under a mapping, line by line; ``""`` when nothing does.

    Parameters
    ----------
    t
        Words of the language.
    look
        The table.
    recipe
        What somebody has said of it so far.
    """
    header = [column.header for column in look.columns]
    rows = [(look.line, header), *enumerate(map(list, look.rows), look.line + 1)]
    read = convert_opened(Opened(grids=[grid_of(look.file, look.file, rows)]), recipe=recipe)
    tables = {name: _rows(read, name) for name in ("actors", "projects", "links")}
    names = {row["id"]: row["name"] for name in ("actors", "projects") for row in tables[name]}
    lines = [_tie(t, row, names) for row in tables["links"]] or [_alone(row) for row in tables["actors"]]
    shown = "\n".join(f"- {plain(line)}" for line in lines[:_LINES])
    return t("intake.wizard.first_rows") + "\n\n" + shown if shown else ""


def _tie(t: Words, row: Mapping[str, str], names: Mapping[str, str]) -> str:
    start, end = (names.get(row[end], row[end]) for end in ("from_id", "to_id"))
    within = names.get(row.get("within", ""), "")
    said = [f"{start} {t.term('tie_kind', row['kind'])} {end}" + (f" ({within})" if within else "")]
    if amount := _amount(row.get("amount_eur", "")):
        said.append(t.money(amount))
    return ", ".join([*said, *([row["note"]] if row.get("note") else [])])


def _alone(row: Mapping[str, str]) -> str:
    return ", ".join(text for name in ("name", "type", "location") if (text := row.get(name, "")))


def _amount(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _rows(read: Translation, name: str) -> list[dict[str, str]]:
    return [
        dict(zip(sheet.header, row, strict=False))
        for sheet in read.reading.sheets
        if (table := table_of(sheet.name, sheet.header)) is not None and table.name == name
        for row in sheet.rows
    ]
