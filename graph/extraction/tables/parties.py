"""Tables whose rows are those who take part in one thing: "Partner | Beitrag | Betrag" below the heading of a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extraction.entities import Entity
from graph.extraction.frames.ties import FoundTie, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.money import FoundAmount
from graph.extraction.status import is_negated, is_vague
from graph.extraction.tables.cells import cell_amount, within
from graph.extraction.tables.roles import ColumnRole, is_role, part_of_cell
from graph.extraction.tables.table import PaperCell, PaperTable, Row
from graph.extraction.topics import Topics

_TIES: Mapping[ColumnRole, str] = {
    ColumnRole.LEAD: "leads",
    ColumnRole.PARTNER: "partner",
    ColumnRole.FUNDER: "funds",
    ColumnRole.MEMBER: "member_of",
}


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What such a table says."""

    ties: Sequence[FoundTie]
    amounts: Sequence[tuple[FoundAmount, Entity]]


def party_facts(table: PaperTable, topics: Topics, group: int) -> PartyFacts:
    """Read a table of those who take part: each row is an organisation with its part and its amount.

    Parameters
    ----------
    table
        The table.
    topics
        All places of names, and what each passage speaks of.
    group
        Number of the list that its ties are.
    """
    project = topics.subject_at(table.start)
    body = topics.group_at(table.start)
    ties = [tie for row in table.rows for tie in _ties(row, topics, project, body, group=group)]
    amounts = [found for row in table.rows for found in _amounts(row, project, table.unit)] if project else []
    return PartyFacts(ties, amounts)


def _ties(row: Row, topics: Topics, project: Entity | None, body: Entity | None, *, group: int) -> Iterator[FoundTie]:
    """Yield the ties of a row; one that speaks of what may come states none."""
    words = " ".join(cell.text for cell in row.others)
    if is_negated(words) or is_vague(words):
        return
    part = next((kind for cell in row.others if cell.role is ColumnRole.GIVEN and (kind := _part(cell))), "")
    for cell in row.others:
        kind = _TIES.get(cell.role, "")
        kind = part or kind if cell.role in (ColumnRole.PARTNER, ColumnRole.MEMBER) else kind
        target = (body or project) if kind == "member_of" else project
        if not kind or target is None:
            continue
        for place in within(cell, topics.places):
            if place.entity.what is What.ACTOR and is_possible(place.entity, target, kind):
                yield FoundTie(
                    place.entity, target, fitting(kind, target), cell.start, min(cell.end, cell.start + 390),
                    "table_party", "", group, sure=False,
                )  # fmt: skip


def _part(cell: PaperCell) -> str:
    """Return the tie a cell of a column of roles states; what somebody brings in states none."""
    return part_of_cell(cell.text) if is_role(cell.header) else ""


def _amounts(row: Row, project: Entity, unit: int) -> Iterator[tuple[FoundAmount, Entity]]:
    for cell in row.others:
        amount = cell_amount(cell, unit) if cell.role is ColumnRole.MONEY else None
        if amount is not None:
            yield amount, project
