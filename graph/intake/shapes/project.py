"""A row is a project, and organisations stand in its cells, several separated by ``;``, ``|`` or lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.intake.answers import Answers
from graph.intake.columns import EURO, is_stated
from graph.intake.draft import Draft, own_id
from graph.intake.header import clean
from graph.intake.organisations import named
from graph.intake.recipe import Part
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.records import Record, light_records, writing_of
from graph.intake.report import TranslationReport, left_out_names
from graph.intake.shapes.group import wide_columns
from graph.intake.shapes.names_in_cells import COMMAS, separator_of
from graph.intake.shapes.projects import amount_cells, count_amount, euros
from graph.intake.shapes.regional import OUTSIDE, lies_in
from graph.reading.codes import finding
from graph.reading.findings import Findings

_SEPARATORS = re.compile(r"[;\n|]")
_PARTNER = re.compile(r"(?:projekt|verbund|konsortial)?partner|beteiligt|mitglied|teilnehm|partenaire", re.IGNORECASE)
_ROLES = {"lead": "leads", "partners": "partner", "supporters": "supports", "funders": "funds"}
_FIELDS = {"amount": "amount", "cost": "amount", "start": "date", "end": "date"}


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate lists of projects.

    Parameters
    ----------
    guess
        The recipe and its tables.
    answers
        Where to cut.
    draft, report
        Get the rows of the contract, and what became of those of the files.
    """
    names: dict[str, str] = {}
    unread = Findings()
    for table in guess.tables:
        part = guess.recipe.parts[table.part]
        writing = writing_of(table, part, guess.recipe, report, _FIELDS)
        commas = _by_commas(table, part, draft)
        for record in (_separated(record, commas) for record in _rows(table, part, report)):
            if not _is_inside(record, answers):
                report.rows.add(1, OUTSIDE)
                count_amount(report, record, writing, "amount", OUTSIDE)
                continue
            unread.add(writing.unread(record))
            cost = writing.cents(record, "cost")
            in_euro = cost is not None and writing.currency(record, "cost") == EURO
            project = _project(
                record,
                draft,
                euros(cost) if cost is not None and in_euro else "",
                writing.day(record, "start"),
                writing.day(record, "end"),
            )
            money = amount_cells(record, writing) if is_stated(record["amount"]) else {}
            funded = _members(record, project, draft, names, money)
            report.rows.add(1)
            count_amount(report, record, writing, "amount", "" if funded else "without-funder")
    draft.issues += unread.all()
    report.names = report.names.plus(left_out_names(names))


def rows_are_partners(guess: Guess) -> bool:
    """Whether rows are partners of projects and no projects: most name a project that another row gives to another."""
    for table in guess.tables:
        places = table.header.places
        roles = [places[role] for role in ("lead", "partners") if role in places]
        if "project_name" not in places or len(roles) != 1:
            continue
        rows = [cells for line, cells in table.grid.preview() if line > table.header.last]
        pairs = {
            (clean(cells[places["project_name"]]).casefold(), clean(cells[roles[0]]).casefold())
            for cells in rows
            if max(places["project_name"], *roles) < len(cells)
        }
        times = Counter(name for name, partner in pairs if name and partner)
        if 2 * sum(count for count in times.values() if count > 1) >= len(pairs) > 0:
            return True
    return False


def _rows(table: RecognisedTable, part: Part, report: TranslationReport) -> Iterator[Record]:
    """Yield projects; partners in numbered columns are put together as if they stood in one cell."""
    places = table.header.places
    wide = [place for place in wide_columns(table.header.texts) if _PARTNER.match(table.header.texts[place])]
    for record, cells in light_records(table, part, places, report):
        if wide and places.get("partners", wide[0]) in wide:
            there = ";".join(clean(cells[place]) for place in wide if place < len(cells))
            yield Record(record.place, {**record.cells, "partners": there})
        else:
            yield record


def _by_commas(table: RecognisedTable, part: Part, draft: Draft) -> tuple[str, ...]:
    """Return the columns whose names are separated by commas, which is told."""
    roles = [role for role in _ROLES if role in table.header.places]
    cells: dict[str, list[str]] = {role: [] for role in roles}
    for record, _ in light_records(table, part, roles):
        for role in roles:
            cells[role].append(record[role])
    found = tuple(role for role in roles if separator_of(cells[role]) is COMMAS)
    for role in found:
        header = table.header.texts[table.header.places[role]]
        draft.issues.append(finding("names-by-commas", table.grid.file, column=header))
    return found


def _separated(record: Record, commas: Sequence[str]) -> Record:
    """Return a record whose names are separated as everywhere else."""
    if not any(record[role] for role in commas):
        return record
    return Record(record.place, {**record.cells, **{role: record[role].replace(",", ";") for role in commas}})


def _is_inside(record: Record, answers: Answers) -> bool:
    """Whether a project touches the region: by its place, by the place or the name of somebody in it."""
    if answers.region is None:
        return True
    cells = (part.strip() for role in _ROLES for part in _SEPARATORS.split(record[role]))
    found = [(cell, named(cell)) for cell in cells if cell]
    places = [record["place"], *(each.place for _, each in found)]
    return lies_in(answers.region, places, [name for cell, each in found for name in (cell, each.name)])


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
