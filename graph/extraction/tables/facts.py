"""What the rows of tables say: ties of their items, dates, amounts and how far each has come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extraction.dates import FoundDate, find_dates
from graph.extraction.entities import Entity
from graph.extraction.frames.reading import implied_company
from graph.extraction.frames.ties import FoundTie
from graph.extraction.mention import What
from graph.extraction.money import FoundAmount
from graph.extraction.place import MentionPlace
from graph.extraction.status import status_of
from graph.extraction.tables.cells import cell_amount, within
from graph.extraction.tables.parties import party_facts
from graph.extraction.tables.pasted import named_part
from graph.extraction.tables.roles import ColumnRole, is_role, part_of_cell
from graph.extraction.tables.table import PaperCell, PaperTable, Row
from graph.extraction.topics import Topics

_TIES: Mapping[ColumnRole, str] = {ColumnRole.LEAD: "leads", ColumnRole.PARTNER: "partner", ColumnRole.FUNDER: "funds"}
_TAKES_PART = re.compile(
    r"(?i)beteiligung|teilnahme|partner|besuch|mitwirkung|studierendenprojekt|folgeprojekt|\bmit\b"
)
GROUPS_FROM = 1_000_000  # groups of tables are counted from here, those of sentences below


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What the tables of a paper say; `terms` are the numbers of what has a term."""

    ties: Sequence[FoundTie]
    dates: Sequence[tuple[FoundDate, Entity, bool]]
    amounts: Sequence[tuple[FoundAmount, Entity]]
    statuses: Mapping[int, str]
    spans: Sequence[tuple[int, int]]
    terms: frozenset[int] = frozenset()

    def covers(self, place: int) -> bool:
        """Whether a character stands in a table; a sum of a column belongs to nothing."""
        return any(start <= place < end for start, end in self.spans)


def facts_of(tables: Sequence[PaperTable], topics: Topics) -> TableFacts:
    """Read the rows of all tables.

    Parameters
    ----------
    tables
        The tables.
    topics
        All places of names, those of the items included, and what each passage speaks of.
    """
    places = topics.places
    ties: list[FoundTie] = []
    dates: list[tuple[FoundDate, Entity, bool]] = []
    amounts: list[tuple[FoundAmount, Entity]] = []
    statuses: dict[int, str] = {}
    terms: set[int] = set()
    for number, table in enumerate(tables):
        if table.of_parties:
            found = party_facts(table, topics, GROUPS_FROM + number)
            ties, amounts = [*ties, *found.ties], [*amounts, *found.amounts]
            continue
        subject = None if table.has_owner else implied_company(table.start, places)
        company = topics.owner_at(table.start) or _last_company(table.start, places)
        for row in table.rows:
            ties += _holders(row, places, company, GROUPS_FROM + number)
            ties += _row_ties(row, places, subject, GROUPS_FROM + number)
            ties += _own_part(row, places, table.start, GROUPS_FROM + number)
            amounts += _row_amounts(row, places, table.unit)
            for cell, entity, sure in _terms(row, places):
                dates += [(date, entity, sure) for date in _dates(cell)]
                terms.add(entity.number)
                if said := _status(cell.text):
                    statuses.setdefault(entity.number, said)
            statuses.update(_row_status(row, places))
    return TableFacts(ties, dates, amounts, statuses, [(table.start, table.end) for table in tables], frozenset(terms))


def item_entity(cell: PaperCell | None, places: Sequence[MentionPlace]) -> Entity | None:
    """Return the project that a cell names, an actor when there is none."""
    inside = within(cell, places)
    projects = [place for place in inside if place.entity.what is What.PROJECT]
    chosen = projects or [place for place in inside if place.entity.kind == "Netzwerk"]
    return chosen[0].entity if chosen else None


def _row_ties(row: Row, places: Sequence[MentionPlace], subject: Entity | None, group: int) -> Iterator[FoundTie]:
    area = item_entity(row.area, places)
    head: Entity | None = None
    for item in row.items:
        entity = item_entity(item, places) or (area if len(row.items) == 1 or not item.child else None)
        if not item.child and item not in row.leaves:
            head = entity
        if entity is None:
            continue
        upper = head if item.child and head is not None else area
        yield from _item_ties(item, entity, upper, subject, places, group=group)
        said = _said(row)
        for cell in row.others:
            yield from _cell_ties(cell, entity, places, group, said=said)
    for term in row.terms:
        entity = item_entity(term, places) if named_part(term) else None
        if entity and subject:
            yield _tie(subject, entity, "partner", term, rule="table_row", group=group)


def _item_ties(
    item: PaperCell,
    entity: Entity,
    upper: Entity | None,
    subject: Entity | None,
    places: Sequence[MentionPlace],
    *,
    group: int,
) -> Iterator[FoundTie]:
    by_another = False
    takes_part = bool(_TAKES_PART.search(item.text))
    for place in within(item, places):
        if (
            place.entity.what is What.ACTOR
            and place.entity is not entity
            and " im " not in item.text[max(0, place.start - item.start - 4) : place.start - item.start]
        ):
            by_another = by_another or bool(
                re.search(r"\bdurch (?:die |den |das )?$", item.text[: place.start - item.start])
            )
            yield _tie(place.entity, entity, "leads" if by_another else "partner", item, rule="table_cell", group=group)
        elif place.entity.what is What.PROJECT and place.entity is not entity:
            kind = "partner" if place.entity.kind == "Gremium" else "part_of"
            yield _tie(place.entity, entity, kind, item, rule="table_cell", group=group)
    if subject and subject is not entity and not by_another:
        yield _tie(subject, entity, "partner" if takes_part else "leads", item, rule="table_row", group=group)
    if upper is not None and upper is not entity and upper.what is What.PROJECT:
        yield _tie(entity, upper, "part_of", item, rule="table_area", group=group)


def _own_part(row: Row, places: Sequence[MentionPlace], start: int, group: int) -> Iterator[FoundTie]:
    """Yield the part that the organisation whose table it is has in a project: a column "Rolle der WKS"."""
    cell = next((one for one in row.others if one.role is ColumnRole.GIVEN and is_role(one.header)), None)
    owner = implied_company(start, places) if cell else None
    entity = item_entity(row.items[0], places) if row.items else None
    if cell and owner and entity and owner is not entity:
        yield _tie(owner, entity, part_of_cell(cell.text) or "partner", cell, rule="table_row", group=group)


def _said(row: Row) -> str:
    """Return the code of the status that a row says, empty when it has no column of it."""
    said = (status_of(cell.text) for cell in row.others if cell.role in (ColumnRole.STATUS, ColumnRole.MONEY))
    return next(filter(None, said), "")


_GRANTED_ON = re.compile(
    r"(?i)\s*(?:datum der )?(?:bewillig|bescheid|genehmig)\w*(?: am| vom|datum)?"
)  # a column of days


def _is_granted(cell: PaperCell) -> bool:
    """Whether a cell says when, or how much, was granted: below "bewilligt am", or "bewilligte Förderung"."""
    if not _GRANTED_ON.match(cell.header):
        return False
    amount = cell_amount(cell) if cell.role is ColumnRole.MONEY else None
    return bool(amount and amount.euro) or any(find_dates(cell.text))


def _row_status(row: Row, places: Sequence[MentionPlace]) -> dict[int, str]:
    """Return what a column of status says of the item."""
    given = any(map(_is_granted, (*row.others, *row.terms)))
    said = _said(row) or ("approved" if given else "")
    owner = next((entity for item in row.items if (entity := item_entity(item, places))), None)
    return {owner.number: said} if said and owner is not None else {}


def _holders(row: Row, places: Sequence[MentionPlace], company: Entity | None, group: int) -> Iterator[FoundTie]:
    """Yield the ties of a column of shareholders: it speaks of the company named last before the table."""
    for cell in row.others:
        if cell.role is ColumnRole.HOLDER and company is not None:
            for place in within(cell, places):
                if place.entity is not company:
                    yield _tie(place.entity, company, "shareholder_of", cell, rule="table_column", group=group)


def _last_company(start: int, places: Sequence[MentionPlace]) -> Entity | None:
    fits = (
        p.entity
        for p in reversed(places)
        if p.start < start and p.entity.kind in ("Unternehmen", "Genossenschaft", "Kooperation")
    )
    return next(fits, None)


_OWN = re.compile(r"(?i)eigen(?:mittel|anteil|leistung)")
# what is only asked for or was given up is given by nobody
_NOT_GIVEN = ("applied", "idea", "planned", "tentative", "cancelled", "postponed")


def _cell_ties(
    cell: PaperCell, entity: Entity, places: Sequence[MentionPlace], group: int, *, said: str
) -> Iterator[FoundTie]:
    kind = _TIES.get(cell.role)
    if kind is None:
        return
    inside = within(cell, places)
    for place in inside:
        if place.entity is entity or not (place.entity.what is What.ACTOR or kind == "funds"):
            continue
        if kind == "funds" and said in _NOT_GIVEN:
            if said != "cancelled":
                yield _tie(entity, place.entity, "submitted_to", cell, rule="table_column", group=group)
        elif not (kind == "funds" and _is_aside(place, inside, cell)):
            yield _tie(place.entity, entity, kind, cell, rule="table_column", group=group)


def _is_aside(place: MentionPlace, inside: Sequence[MentionPlace], cell: PaperCell) -> bool:
    """Whether a programme stands in brackets behind who gives: "Land (ESF+)"."""
    before = cell.text[: place.start - cell.start].rstrip(' „"')
    return place.entity.what is What.PROJECT and before.endswith("(") and inside[0] is not place


def _tie(source: Entity, target: Entity, kind: str, cell: PaperCell, *, rule: str, group: int) -> FoundTie:
    return FoundTie(
        source, target, kind, cell.start, min(cell.end, cell.start + 390), rule, "", group, rule == "table_column"
    )


def _terms(row: Row, places: Sequence[MentionPlace]) -> Iterator[tuple[PaperCell, Entity, bool]]:
    """Yield each term with what it belongs to, and whether that is sure."""
    leaves = row.leaves
    plain = [term for term in row.terms if not named_part(term)]
    for term in row.terms:
        entity = item_entity(term, places) if named_part(term) else None
        if entity:
            yield term, entity, True
    area = item_entity(row.area, places)
    for at, term in enumerate(plain):
        if row.paired or len(leaves) == 1:
            owner = _owner(leaves[min(at, len(leaves) - 1)], places) or area
            if owner:
                yield term, owner, True
        elif area:
            yield term, area, False


def _dates(cell: PaperCell) -> Iterator[FoundDate]:
    for date in find_dates(cell.text):
        yield FoundDate(cell.start + date.start, cell.start + date.end, date.edtf)


def _status(words: str) -> str:
    found = status_of(words)
    if re.match(r"(?i)\s*(?:\d+ veranst|mehrere|regelm)", words):
        return found or "ongoing"
    return found


def _owner(item: PaperCell, places: Sequence[MentionPlace]) -> Entity | None:
    """Return what the values of a row belong to: the project its item names, else the organisation its item begins with."""
    inside = within(item, places)
    first = next((one.entity for one in inside if one.start == item.start), None)
    return item_entity(item, places) or first


def _row_amounts(row: Row, places: Sequence[MentionPlace], unit: int) -> Iterator[tuple[FoundAmount, Entity]]:
    owner = next((entity for item in row.items if (entity := _owner(item, places))), None)
    for cell in row.others:
        amount = cell_amount(cell, unit) if cell.role is ColumnRole.MONEY else None
        if owner is not None and amount is not None and amount.euro:
            yield replace(amount, basis=_basis(amount.basis, row)), owner


def _basis(header: str, row: Row) -> str:
    """Return what an amount of a row is: what its header says, and beside who gives it granted, unless it is asked for."""
    givers = [cell.text for cell in row.others if cell.role is ColumnRole.FUNDER]
    if header in ("", "granted") and any(map(_OWN.match, givers)):
        return "own_funds"
    given = "granted" if givers else ""
    said = _said(row)
    put_off = header == "granted" and said == "postponed"  # what was granted stays so when it begins later
    return "" if (header or given) == "granted" and said in _NOT_GIVEN and not put_off else header or given
