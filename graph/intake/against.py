"""A translation beside the actors that are there: who is known already keeps the id it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.dataset import Dataset
from graph.intake.convert import Translation
from graph.intake.matching import match
from graph.reading.cells import parts
from graph.reading.header import table_of
from graph.reading.sheet import Reading, Sheet
from graph.schema import TABLES, Cell
from graph.tables import table_texts

# equal but for spelling, or one of the other names somebody has recorded; anything less is for a person to say
SURE = frozenset({"equal", "alias"})
_SURE_SCORE = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An actor of the files that may be one of those that are there; ``reason`` as in `graph.intake.judging`."""

    name: str
    actor: str
    score: int
    reason: str
    same: bool


def attached(translation: Translation, dataset: Dataset) -> tuple[Translation, tuple[Suggestion, ...]]:
    """Return a translation whose actors have the ids of those that are there, and what a person should look at.

    Parameters
    ----------
    translation
        What files say.
    dataset
        The actors that are there. An actor is one of them when it has its id, or its name but for spelling.

    Returns
    -------
    The translation with `Report.existing` counted, and suggestions about actors that are only nearly alike.
    """
    sheet = next((each for each in translation.reading.sheets if each.name == "actors"), None)
    if sheet is None:
        return translation, ()
    own, name = sheet.header.index("id"), sheet.header.index("name")
    place = sheet.header.index("location") if "location" in sheet.header else -1
    rows = [row for row in sheet.rows if row[own] not in set(dataset.actors["id"])]
    places = [row[place] if place >= 0 else "" for row in rows]
    found = match([row[name] for row in rows], places, dataset).to_dict("records")
    ids: dict[str, str] = {}
    open_ones: list[Suggestion] = []
    for each in found:
        row = rows[each["query"]]
        if each["same"] and each["reason"] in SURE and each["score"] == _SURE_SCORE:
            ids[row[own]] = str(each["actor"])
        elif row[own] not in ids:
            told = (str(each["actor"]), int(each["score"]), str(each["reason"]), bool(each["same"]))
            open_ones.append(Suggestion(row[name], *told))
    report = replace(translation.report, existing=len(ids) + len(sheet.rows) - len(rows))
    known = _as_recorded(dataset, set(ids.values()))
    sheets = tuple(_renamed(each, ids, known) for each in translation.reading.sheets)
    return Translation(Reading(sheets, translation.reading.issues), report), tuple(open_ones)


def _as_recorded(dataset: Dataset, wanted: set[str]) -> dict[str, dict[str, str]]:
    """Return actors as their table has them, so that taking them in again changes nothing."""
    frame = dataset.actors[dataset.actors["id"].isin(wanted)]
    texts = table_texts(TABLES["actors"], frame)
    return {row["id"]: row for cells in texts if (row := dict(zip(map(str, frame.columns), cells, strict=True)))}


def _renamed(sheet: Sheet, ids: Mapping[str, str], known: Mapping[str, Mapping[str, str]]) -> Sheet:
    """Return a sheet with other ids; an actor that is there already stands as it is recorded, once."""
    table = table_of(sheet.name, sheet.header)
    if table is None or not ids:
        return sheet
    kinds = {column.name: column.cell for column in TABLES[table.name].columns}
    places = {place for place, header in enumerate(sheet.header) if kinds.get(header) in (Cell.ID, Cell.ACTORS)}
    rows: list[list[str]] = []
    lines: list[int] = []
    seen: set[str] = set()
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        cells = [_with(text, ids) if place in places else text for place, text in enumerate(row)]
        own = cells[sheet.header.index("id")] if table.name == "actors" else ""
        if own in known:
            cells = [known[own].get(header, "") for header in sheet.header]
        if own not in seen or not own:
            rows.append(cells)
            lines.append(line)
        seen.add(own)
    return replace(sheet, rows=rows, lines=lines)


def _with(text: str, ids: Mapping[str, str]) -> str:
    return ";".join(ids.get(part, part) for part in parts(text)) if ";" in text else ids.get(text, text)
