"""A row is a project, and organisations stand in its cells, several separated by ``;``, ``|`` or lines."""

from __future__ import annotations

import re

from graph.intake.answers import Answers
from graph.intake.columns import is_stated
from graph.intake.draft import Draft, own_id
from graph.intake.organisations import named
from graph.intake.recognise import Guess
from graph.intake.records import Record, records, writing_of
from graph.intake.report import TranslationReport, left_out_names
from graph.intake.shapes.projects import euros

_SEPARATORS = re.compile(r"[;\n|]")
_ROLES = {"lead": "leads", "partners": "partner", "supporters": "supports", "funders": "funds"}
_FIELDS = {"amount": "amount", "cost": "amount", "start": "date", "end": "date"}


def translate(guess: Guess, _answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate lists of projects.

    Parameters
    ----------
    guess
        The recipe and its tables.
    _answers
        What a person said of the file; this form needs nothing of it.
    draft, report
        Get the rows of the contract, and what became of those of the files.
    """
    names: dict[str, str] = {}
    for table in guess.tables:
        part = guess.recipe.parts[table.part]
        writing = writing_of(table, part, guess.recipe, report, _FIELDS)
        for record in records(table, part, report):
            cents, cost = writing.cents(record, "amount"), writing.cents(record, "cost")
            project = _project(
                record,
                draft,
                euros(cost) if cost is not None else "",
                writing.day(record, "start"),
                writing.day(record, "end"),
            )
            money = {"amount_eur": euros(cents), "amount_basis": "granted"} if cents is not None else {}
            funded = _members(record, project, draft, names, money)
            report.rows.add(1)
            if cents is not None:
                report.recorded += 1
                report.euros.add(cents, "" if funded else "without-funder")
            elif is_stated(record["amount"]):
                report.unreadable += 1
    report.names = report.names.plus(left_out_names(names))


def _project(record: Record, draft: Draft, budget: str, start: str, end: str) -> str:
    key = own_id(record.first("project_id") or record["project_name"])
    if draft.has("projects", key):
        key = own_id(record["project_name"], str(record.place.line))
    cells = {
        "id": key,
        "name": record["project_name"],
        "short_name": record["acronym"],
        "kind": record["kind"],
        "status": record["status"],
        "start": start,
        "end": end,
        "location": record["place"],
        "budget_eur": budget,
        "website": record["website"],
        "description": record["summary"],
        "kompetenzfelder": record["fields"],
    }
    draft.add("projects", key, cells, record.place)
    return key


def _members(record: Record, project: str, draft: Draft, names: dict[str, str], money: dict[str, str]) -> bool:
    """Add the organisations of a row and their ties; say whether the amount has a funder it can be credited to."""
    funders = [part.strip() for part in _SEPARATORS.split(record["funders"]) if part.strip()]
    for role, kind in _ROLES.items():
        for name in (part.strip() for part in _SEPARATORS.split(record[role]) if part.strip()):
            found = named(name)
            names[name] = "" if found.name else str(found.kind)
            if not found.name:
                continue
            own = own_id(found.name)
            draft.add("actors", own, {"id": own, "name": found.name, "location": found.place}, record.place)
            draft.tie(own, project, kind, record.place, **(money if kind == "funds" and len(funders) == 1 else {}))
    return len(funders) == 1
