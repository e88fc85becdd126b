"""Two rows that say the same of the same: how well it is supported, by which sources, and where in them it stands.

The better certainty counts, sources and places in them are joined, and what only one of two rows says is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.reading.cells import parts
from graph.reading.check.identity import fold
from graph.reading.rows import Rows
from graph.schema import CellKind
from graph.vocabulary import VOCABULARIES, Certainty
from store.entries import Cells
from store.naming import Values, naming

CERTAINTY, REFERENCE, LOCATOR = "certainty", "reference", "locator"
EVIDENCE = (CERTAINTY, REFERENCE, LOCATOR)
_BETWEEN_PLACES = "; "
# the best first; an empty cell is confirmed, and a word nobody knows is worth less than any other
_RANK: Mapping[str, int] = {certainty.value: rank for rank, certainty in enumerate(Certainty)}


@dataclass(frozen=True, slots=True, eq=False)
class RowStatement:
    """What a row says, or what a list says that has no row.

    Attributes
    ----------
    cells
        As text.
    facts
        Column -> value of all that neither names the row nor supports it.
    row
        Its place in the table, ``None`` for a list.
    """

    cells: Cells
    facts: Mapping[str, Any]
    row: int | None = None


def statement(rows: Rows, values: Values, row: int) -> RowStatement:
    """Return what a row of a table says.

    Parameters
    ----------
    rows
        Rows of the table.
    values
        Values of the cells as the reader understands them, by column.
    row
        Number of the row, from 0.
    """
    apart = {*naming(rows.table), *EVIDENCE}
    cells = {column: texts[row] for column, texts in rows.columns.items() if texts[row]}
    facts = {column: fact(values, column, row, text) for column, text in cells.items() if column not in apart}
    return RowStatement(cells, facts, row)


def fact(values: Values, column: str, row: int, text: str) -> Any:  # noqa: ANN401 - whatever a cell may hold
    """Return what a filled cell says: its value, or its text where that is all there is.

    Parameters
    ----------
    values
        Values of the cells as the reader understands them, by column.
    column
        Name of the column.
    row
        Number of the row, from 0.
    text
        The text.
    """
    value = values[column][row] if column in values else text
    return text if value in ("", (), None) else value


def pairs_of(kept: list[RowStatement], moved: list[RowStatement]) -> list[tuple[RowStatement, RowStatement]]:
    """Pair statements of one name that say the same, or of which one says no more than that it is so.

    Each is in one pair at most, so that of two and two of a kind two are left. What is in no pair says something else,
    such as another grant of the same funder.
    """
    pairs: list[tuple[RowStatement, RowStatement]] = []
    rules = (
        lambda one, other: one.facts == other.facts,
        lambda _, other: not other.facts,
        lambda one, _: not one.facts,
    )
    for rule in rules:
        for other in moved:
            paired = {id(statement) for pair in pairs for statement in pair}
            fitting = (one for one in kept if id(one) not in paired and rule(one, other))
            if id(other) not in paired and (one := next(fitting, None)):
                pairs.append((one, other))
    return pairs


def supported(table: Rows, kept: Cells, other: Cells) -> dict[str, str]:
    """Return the cells of a row that says what two rows said before, as well supported as both together.

    Parameters
    ----------
    table
        Rows of the table.
    kept
        Cells of the row that stays.
    other
        Cells of the row that goes.
    """
    known = {column.name for column in table.table.columns}
    joined = {**other, **kept}
    if CERTAINTY in known and _rank(other) < _rank(kept):
        joined[CERTAINTY] = other.get(CERTAINTY, "") or Certainty.CONFIRMED.value
    elif CERTAINTY in known and CERTAINTY not in kept:
        joined.pop(CERTAINTY, None)
    lists = {column.name for column in table.table.columns if column.cell in (CellKind.REFERENCE, CellKind.LIST)}
    for column in lists & other.keys():
        joined[column] = joined_list(kept.get(column, ""), other[column])
    if LOCATOR in kept and LOCATOR in other:
        joined[LOCATOR] = joined_places(kept[LOCATOR], other[LOCATOR])
    return joined


def joined_list(kept: str, other: str) -> str:
    """Return the entries of two list cells, each once."""
    entries = {fold(part): part for part in reversed((*parts(kept), *parts(other)))}
    return ";".join(dict.fromkeys(entries[fold(part)] for part in (*parts(kept), *parts(other))))


def joined_places(kept: str, other: str) -> str:
    """Return where in its sources something stands, as two rows say it."""
    places = (part for text in (kept, other) for part in text.split(_BETWEEN_PLACES))
    return _BETWEEN_PLACES.join(dict.fromkeys(places))


def _rank(cells: Cells) -> int:
    text = " ".join(cells.get(CERTAINTY, "").casefold().split())
    return _RANK.get(VOCABULARIES[CERTAINTY].get(text, text), len(_RANK)) if text else 0
