"""A translation beside the actors that are there: who is known already keeps the id it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.dataset import Dataset
from graph.intake.convert import Translation
from graph.intake.decisions import MatchDecision, remembered
from graph.intake.known import Known, compared, known_of, name_scheme
from graph.intake.matching import match
from graph.reading.cells import parts
from graph.reading.header import table_of
from graph.reading.sheet import Sheet, SheetReading
from graph.schema import TABLES, CellKind
from graph.tables import table_texts

# equal but for spelling, or one of the other names somebody has recorded; anything less is for a person to say
SURE = frozenset({"equal", "alias"})
_SURE_SCORE = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An actor of the files that may be one of those that are there.

    Attributes
    ----------
    name, place
        As the files write them.
    actor, score, reason, same
        As in `graph.intake.matching.match`.
    own
        Id of the actor in the files.
    scheme
        Under which a decision is remembered, such as ``name@cordis``.
    """

    name: str
    actor: str
    score: int
    reason: str
    same: bool
    own: str = ""
    scheme: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """An actor of the files: its id, name, place, source, the recipe of that, and its identifiers."""

    own: str
    name: str
    place: str
    source: str
    scheme: str
    identifiers: tuple[tuple[str, str], ...]


def attached(
    translation: Translation, dataset: Dataset, decisions: Sequence[MatchDecision] = ()
) -> tuple[Translation, tuple[Suggestion, ...]]:
    """Return a translation whose actors have the ids of those that are there, and what a person should look at.

    Parameters
    ----------
    translation
        What files say.
    dataset
        The actors that are there. An actor is one of them when it has its id, an identifier of it, its name but for
        spelling, or a name of which somebody has said so before.
    decisions
        What a person says of suggestions; it is remembered in the table of identifiers.

    Returns
    -------
    The translation with `Report.existing` counted, and suggestions about actors that are only nearly alike and of which
    nobody has said yet whether they are the same.
    """
    there = set(dataset.actors["id"])
    rows = list(_actors(translation.reading))
    if not rows:
        return translation, ()
    ids, suggestions = _found([row for row in rows if row.own not in there], dataset, known_of(dataset))
    decided = [decision for decision in decisions if decision.own in {row.own for row in rows} - ids.keys()]
    ids |= {decision.own: decision.actor for decision in decided if decision.is_same}
    said = {decision.own for decision in decided}
    report = replace(translation.report, existing=len(ids) + sum(row.own in there for row in rows))
    recorded = _as_recorded(dataset, {*ids.values(), *_of_others(rows, dataset)})
    sheets = tuple(_renamed(each, ids, recorded) for each in translation.reading.sheets)
    reading = remembered(SheetReading(sheets, translation.reading.issues), decided)
    return Translation(reading, report), tuple(each for each in suggestions if each.own not in said)


def _actors(reading: SheetReading) -> Iterator[_Row]:
    """Yield the actors of a translation."""
    recipes = {row["id"]: row.get("recipe", "") for row in _cells(reading, "sources")}
    called: dict[str, list[tuple[str, str]]] = {}
    for row in _cells(reading, "identifiers"):
        called.setdefault(row["actor_id"], []).append(compared(row["scheme"], row["value"]))
    for row in _cells(reading, "actors"):
        source = row.get("reference", "")
        scheme = name_scheme(recipes.get(source, ""))
        yield _Row(row["id"], row["name"], row.get("location", ""), source, scheme, tuple(called.get(row["id"], ())))


def _cells(reading: SheetReading, name: str) -> Iterator[dict[str, str]]:
    for sheet in reading.sheets:
        table = table_of(sheet.name, sheet.header)
        if (
            table is not None
            and table.name == name
            and {c.name for c in table.columns if c.required} <= {*sheet.header}
        ):
            yield from (dict(zip(sheet.header, row, strict=False)) for row in sheet.rows)


def _found(rows: Sequence[_Row], dataset: Dataset, known: Known) -> tuple[dict[str, str], list[Suggestion]]:
    """Return who is known for certain, and who may be."""
    ids: dict[str, str] = {}
    suggestions: list[Suggestion] = []
    for row in rows:
        keys = (*row.identifiers, compared(row.scheme, row.name))
        if actor := next((known.actors[key] for key in keys if key in known.actors), ""):
            ids[row.own] = actor
    left = [row for row in rows if row.own not in ids]
    found = match([row.name for row in left], [row.place for row in left], dataset).to_dict("records")
    for each in found:
        row, actor = left[each["query"]], str(each["actor"])
        if actor in known.others.get(compared(row.scheme, row.name), ()):
            continue
        if each["same"] and each["reason"] in SURE and each["score"] == _SURE_SCORE:
            ids[row.own] = actor
        elif row.own not in ids:
            told = (actor, int(each["score"]), str(each["reason"]), bool(each["same"]))
            suggestions.append(Suggestion(row.name, *told, own=row.own, scheme=row.scheme, place=row.place))
    return ids, suggestions


def _of_others(rows: Sequence[_Row], dataset: Dataset) -> Iterator[str]:
    """Yield actors of the files that are there by the same id, and rest on another source."""
    there = dict(zip(dataset.actors["id"], dataset.actors["reference"], strict=True))
    yield from (row.own for row in rows if row.own in there and row.source not in parts(there[row.own]))


def _as_recorded(dataset: Dataset, wanted: set[str]) -> dict[str, dict[str, str]]:
    """Return actors as their table has them, so that taking them in again changes nothing."""
    frame = dataset.actors[dataset.actors["id"].isin(wanted)]
    texts = table_texts(TABLES["actors"], frame)
    return {row["id"]: row for cells in texts if (row := dict(zip(map(str, frame.columns), cells, strict=True)))}


def _renamed(sheet: Sheet, ids: Mapping[str, str], recorded: Mapping[str, Mapping[str, str]]) -> Sheet:
    """Return a sheet with other ids; an actor that is there already stands as it is recorded, once."""
    table = table_of(sheet.name, sheet.header)
    if table is None or not recorded:
        return sheet
    kinds = {column.name: column.cell for column in TABLES[table.name].columns}
    places = {place for place, header in enumerate(sheet.header) if kinds.get(header) in (CellKind.ID, CellKind.ACTORS)}
    rows: list[list[str]] = []
    lines: list[int] = []
    seen: set[str] = set()
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        cells = [_with(text, ids) if place in places else text for place, text in enumerate(row)]
        own = cells[sheet.header.index("id")] if table.name == "actors" else ""
        if own in recorded:
            cells = [recorded[own].get(header, "") for header in sheet.header]
        if own not in seen or not own:
            rows.append(cells)
            lines.append(line)
        seen.add(own)
    return replace(sheet, rows=rows, lines=lines)


def _with(text: str, ids: Mapping[str, str]) -> str:
    return ";".join(ids.get(part, part) for part in parts(text)) if ";" in text else ids.get(text, text)
