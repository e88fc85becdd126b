"""A row is one organisation in one project, such as in CORDIS, the Förderkatalog and lists of operations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graph.intake.answers import Answers
from graph.intake.columns import EURO
from graph.intake.draft import Draft, RowOrigin
from graph.intake.recipe import Recipe
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.records import Record, Writing, decided, fields_of, records, tidy, writing_of
from graph.intake.report import TranslationReport, left_out_names
from graph.intake.shapes.beneficiaries import Beneficiaries
from graph.intake.shapes.glance import Glance, Sought, glance
from graph.intake.shapes.keys import counted_in, kind_of, name_key, project_key
from graph.intake.shapes.projects import Projects, count_amount
from graph.intake.shapes.regional import OUTSIDE
from graph.reading.codes import finding
from graph.reading.findings import Findings

_FIELDS = {
    "amount": "amount",
    "cost": "amount",
    "project_amount": "amount",
    "project_cost": "amount",
    "start": "date",
    "end": "date",
}
_COORDINATES = "leads"
_NOWHERE = RowOrigin("", 0)


@dataclass(slots=True)
class _Run:
    """One translation on its way."""

    recipe: Recipe
    answers: Answers
    draft: Draft
    report: TranslationReport
    kept: list[tuple[Record, Writing]] = field(default_factory=list)
    sums: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate participations.

    Parameters
    ----------
    guess
        The recipe and its tables.
    answers
        Where to cut, and what becomes of persons.
    draft, report
        Get the rows of the contract, and what became of those of the file.
    """
    run = _Run(guess.recipe, answers, draft, report)
    main, *_ = guess.recipe.parts
    names: dict[str, str] = {}
    for table in (table for table in guess.tables if table.part == main):
        _read(run, table, names)
    projects = Projects(run.recipe, draft, _looked_up(run, guess, "projects"), run.sums)
    beneficiaries = Beneficiaries(run.recipe, answers, draft, _looked_up(run, guess, "organisations"))
    unread = Findings()
    repeats: Counter[tuple[tuple[str, str], ...]] = Counter()
    for record, writing in run.kept:
        same = tuple(sorted(record.cells.items()))
        repeats[same] += 1
        if repeats[same] == 2 and not run.recipe.rules.get("project_key"):
            draft.issues.append(finding("repeated-row", record.place.file, record.place.line))
        unread.add(writing.unread(record))
        reason = _take(run, (record, writing), projects, beneficiaries, repeats[same])
        run.report.rows.add(1, reason)
        count_amount(run.report, record, writing, counted_in(run.recipe), reason)
        key = name_key(record)
        names[key] = "" if not key or not (why := reason or beneficiaries.why(record)) else names.get(key) or why
    projects.finish(run.kept)
    beneficiaries.finish()
    draft.issues += unread.all()
    names.pop("", None)
    report.names = report.names.plus(left_out_names(names))


def _read(run: _Run, table: RecognisedTable, names: dict[str, str]) -> None:
    """Keep the rows of a table that are to be taken; those outside the region are counted."""
    part = run.recipe.parts[table.part]
    if run.answers.region is None:
        writing = writing_of(table, part, run.recipe, run.report, _FIELDS)
        for record in records(table, part, run.report):
            run.kept.append((record, writing))
            _sum(run, record, writing)
        return
    _cut(run, table, names)


def _cut(run: _Run, table: RecognisedTable, names: dict[str, str]) -> None:
    """Keep the rows of projects that touch the region, in two passes: which projects, then their rows."""
    recipe, inside = run.recipe, _in_region(run)
    sought = Sought(
        [name for _, name in _asked(run)], inside, [name for name in _FIELDS if name in table.header.places]
    )
    seen = glance(table, recipe, run.report, sought)
    writing = decided(table, recipe, run.report, {name: _FIELDS[name] for name in seen.texts}, seen.texts)
    _count_outside(run, seen, writing)
    names.update(dict.fromkeys(seen.names_outside(), OUTSIDE))
    wanted, fields = seen.wanted(), tuple(table.header.places.items())
    for line, cells in table.grid.rows():
        if line not in wanted:
            continue
        record = Record(RowOrigin(table.grid.file, line), fields_of(cells, fields))
        _sum(run, record, writing)
        if _is_kept(run, record, inside):
            run.kept.append((record, writing))
        else:
            run.report.rows.add(1, OUTSIDE)
            count_amount(run.report, record, writing, counted_in(recipe), OUTSIDE)
            names.setdefault(name_key(record), OUTSIDE)


def _count_outside(run: _Run, seen: Glance, writing: Writing) -> None:
    """Count the rows of projects that do not touch the region."""
    name = counted_in(run.recipe)
    for (amount, currency), times in seen.money_outside().items():
        said = {field: text for field, cell in ((name, amount), ("currency", currency)) if (text := tidy(cell))}
        run.report.rows.add(times, OUTSIDE)
        count_amount(run.report, Record(_NOWHERE, said), writing, name, OUTSIDE, times=times)


def _asked(run: _Run) -> list[tuple[str, str]]:
    """Return kind and field of the cells in which the region can be."""
    region = run.answers.region
    kinds = [] if region is None else [key for key in run.recipe.region if region.asks(key)]
    return [(key, name) for key in kinds for name in run.recipe.region[key]]


def _in_region(run: _Run) -> Callable[[Record], bool]:
    region, fields = run.answers.region, _asked(run)
    keys = run.recipe.region.get("ags", ())
    by_keys = region and region.by_keys()

    def inside(record: Record) -> bool:
        cells = record.cells
        there = by_keys if any(name in cells for name in keys) else region
        return there is not None and any(name in cells and there.holds(key, cells[name]) for key, name in fields)

    return inside


def _is_kept(run: _Run, record: Record, inside: Callable[[Record], bool]) -> bool:
    if run.answers.keep == "consortium":
        return True
    coordinates = run.answers.keep == "coordinators" and kind_of(run.recipe, record) == _COORDINATES
    return coordinates or inside(record)


def _sum(run: _Run, record: Record, writing: Writing) -> None:
    if (cents := writing.cents(record, "amount")) and writing.currency(record, "amount") == EURO:
        run.sums[project_key(run.recipe, record)] += cents


def _take(
    run: _Run,
    row: tuple[Record, Writing],
    projects: Projects,
    beneficiaries: Beneficiaries,
    turn: int,
) -> str:
    """Take one row over; return why not, ``""`` when it was taken."""
    record, writing = row
    if any(word in record["project_name"].casefold() for word in run.recipe.rules.get("bookings", ())):
        return "booking"
    named = beneficiaries.named(record)
    if named.why and run.recipe.rules.get("without_actor") == "leave-out":
        return named.why
    key = project_key(run.recipe, record)
    project = projects.take(key, record, writing, turn, is_private=bool(named.why))
    actor = beneficiaries.take(record, named)
    if actor:
        run.draft.tie(actor, project, kind_of(run.recipe, record), record.place)
    projects.fund(key, project, actor, record, writing)
    return ""


def _looked_up(run: _Run, guess: Guess, part: str) -> dict[str, tuple[Record, Writing]]:
    """Return key -> record of a table that says more on projects or organisations."""
    found: dict[str, tuple[Record, Writing]] = {}
    for table in (table for table in guess.tables if table.part == part and part in guess.recipe.parts):
        kind = guess.recipe.parts[part]
        writing = writing_of(table, kind, guess.recipe, run.report, _FIELDS)
        for record in _wanted(run, records(table, kind), part):
            key = project_key(guess.recipe, record) if part == "projects" else record["organisation_id"]
            found.setdefault(key, (record, writing))
    return found


def _wanted(run: _Run, rows: Iterator[Record], part: str) -> Iterator[Record]:
    """Yield rows about what is kept only, so that a large table takes no room."""
    if part == "projects":
        keys = {project_key(run.recipe, record) for record, _ in run.kept}
        yield from (record for record in rows if project_key(run.recipe, record) in keys)
    else:
        ids = {record["organisation_id"] for record, _ in run.kept}
        yield from (record for record in rows if record["organisation_id"] in ids)
