"""A translation beside the actors that are there: who is known already keeps the id it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from graph.dataset import Dataset
from graph.intake.between import between, is_sure
from graph.intake.convert import Translation
from graph.intake.decisions import MatchDecision, remembered
from graph.intake.file_actors import FileActor, actors_of, cells_of
from graph.intake.judging import Judgement
from graph.intake.known import Known, compared, known_of
from graph.intake.matching import match
from graph.intake.same_source import with_known_sources
from graph.reading.cells import parts
from graph.reading.header import table_of
from graph.reading.sheet import Sheet, SheetReading
from graph.schema import TABLES, CellKind
from graph.tables import table_texts

_FUNDS = "funds"


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


def attached(
    translation: Translation, dataset: Dataset | None, decisions: Sequence[MatchDecision] = ()
) -> tuple[Translation, tuple[Suggestion, ...]]:
    """Return a translation whose actors have the ids of those that are there, and what a person should look at.

    Parameters
    ----------
    translation
        What files say.
    dataset
        The actors that are there. An actor is one of them when it has its id, an identifier of it, its name but for
        spelling, or a name of which somebody has said so before. ``None`` when there are none: then only the files
        are compared, one with the other.
    decisions
        What a person says of suggestions; it is remembered in the table of identifiers.

    Returns
    -------
    The translation with `Report.existing` counted, and suggestions about actors that are only nearly alike and of which
    nobody has said yet whether they are the same.
    """
    reading = translation.reading if dataset is None else with_known_sources(translation.reading, dataset)
    rows = list(actors_of(reading))
    if not rows:
        return translation, ()
    there = set() if dataset is None else set(dataset.actors["id"])
    unknown = [row for row in rows if row.own not in there]
    ids, suggestions = ({}, []) if dataset is None else _found(unknown, dataset, known_of(dataset))
    twins, likely = _twins([row for row in unknown if row.own not in ids])
    ids |= twins
    decided = [each for each in decisions if each.own in {row.own for row in rows} - ids.keys()]
    ids |= {each.own: each.actor for each in decided if each.is_same and each.own != ids.get(each.actor)}
    ids = {own: _last(own, ids) for own in ids}
    decided = [replace(each, actor=ids.get(each.actor, each.actor)) for each in decided]
    named = _named(rows, reading, translation.report.names.taken)
    known = sum(ids.get(row.own, row.own) in there for row in named)
    report = replace(translation.report, existing=min(known, translation.report.names.taken))
    recorded = {} if dataset is None else _as_recorded(dataset, {*ids.values(), *_of_others(rows, dataset)})
    sheets = tuple(_renamed(each, ids, recorded) for each in reading.sheets)
    said = {each.own for each in decided}
    left = tuple(each for each in (*suggestions, *likely) if each.own not in said | ids.keys())
    return Translation(remembered(SheetReading(sheets, reading.issues), decided), report), left


def _named(rows: Sequence[FileActor], reading: SheetReading, names: int) -> Sequence[FileActor]:
    """Return the actors that are names of organisations in the files: a register has funders beside them.

    Parameters
    ----------
    rows
        The actors of the files.
    reading
        Their tables.
    names
        How many names of organisations the files have.
    """
    single = [row for row in rows if not row.is_collective]
    if len(single) <= names:
        return single
    ties = list(cells_of(reading, "links"))
    starts = {tie["from_id"] for tie in ties if tie.get("kind") != _FUNDS}
    others = starts | {tie["to_id"] for tie in ties}
    funders = {tie["from_id"] for tie in ties if tie.get("kind") == _FUNDS} - others
    return [row for row in single if row.own not in funders]


def _last(own: str, ids: Mapping[str, str]) -> str:
    """Return who somebody is in the end, when one file says who the other one's actor is, and the data who that is."""
    seen = {own}
    while (actor := ids.get(own)) is not None and actor not in seen:
        seen.add(actor)
        own = actor
    return own


def _twins(rows: Sequence[FileActor]) -> tuple[dict[str, str], list[Suggestion]]:
    """Return who is an actor of another file for certain, and who may be."""
    ids: dict[str, str] = {}
    suggestions: list[Suggestion] = []
    for row, actor, found in between([row for row in rows if row.is_registered]):
        if is_sure(found):
            ids.setdefault(row.own, actor)
        elif row.own not in ids:
            told = (actor, found.score, found.reason, found.same)
            suggestions.append(Suggestion(row.name, *told, own=row.own, scheme=row.scheme, place=row.place))
    return ids, suggestions


def _found(rows: Sequence[FileActor], dataset: Dataset, known: Known) -> tuple[dict[str, str], list[Suggestion]]:
    """Return who is known for certain, and who may be."""
    ids: dict[str, str] = {}
    suggestions: list[Suggestion] = []
    for row in rows:
        keys = (*row.identifiers, compared(row.scheme, row.name))
        if actor := next((known.actors[key] for key in keys if key in known.actors), ""):
            ids[row.own] = actor
    left = [row for row in rows if row.own not in ids and not row.is_collective]
    found = match([row.name for row in left], [row.place for row in left], dataset).to_dict("records")
    for each in found:
        row, actor = left[each["query"]], str(each["actor"])
        if actor in known.others.get(compared(row.scheme, row.name), ()):
            continue
        if is_sure(Judgement(each["score"], each["reason"], each["same"])):
            ids[row.own] = actor
        elif row.own not in ids:
            told = (actor, int(each["score"]), str(each["reason"]), bool(each["same"]))
            suggestions.append(Suggestion(row.name, *told, own=row.own, scheme=row.scheme, place=row.place))
    return ids, suggestions


def _of_others(rows: Sequence[FileActor], dataset: Dataset) -> Iterator[str]:
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
    if table is None or not (ids or recorded):
        return sheet
    kinds = {column.name: column.cell for column in TABLES[table.name].columns}
    places = {place for place, header in enumerate(sheet.header) if kinds.get(header) in (CellKind.ID, CellKind.ACTORS)}
    rows: list[list[str]] = []
    lines: list[int] = []
    seen: dict[str, list[str]] = {}
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        cells = [_with(text, ids) if place in places else text for place, text in enumerate(row)]
        own = cells[sheet.header.index("id")] if table.name == "actors" else ""
        if own in recorded:
            cells = [recorded[own].get(header, "") for header in sheet.header]
        if own in seen and own:
            # the first file that names an actor counts; others fill in what it leaves open
            seen[own][:] = [one or other for one, other in zip_longest(seen[own], cells, fillvalue="")]
        else:
            rows.append(cells)
            lines.append(line)
            seen[own] = cells
    return replace(sheet, rows=rows, lines=lines)


def _with(text: str, ids: Mapping[str, str]) -> str:
    return ";".join(ids.get(part, part) for part in parts(text)) if ";" in text else ids.get(text, text)
