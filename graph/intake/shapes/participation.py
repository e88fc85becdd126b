"""A row is one organisation in one project, such as in CORDIS, the Förderkatalog and lists of operations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.intake.answers import Answers
from graph.intake.columns import EURO, is_stated
from graph.intake.draft import Draft
from graph.intake.recipe import Recipe
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.records import Record, Writing, decided, fields_of, light_records, note, records, writing_of
from graph.intake.report import TranslationReport, left_out_names
from graph.intake.shapes.beneficiaries import Beneficiaries
from graph.intake.shapes.projects import Projects, count_amount
from graph.reading.codes import finding

_FIELDS = {
    "amount": "amount",
    "cost": "amount",
    "project_amount": "amount",
    "project_cost": "amount",
    "start": "date",
    "end": "date",
}
_COORDINATES = "leads"


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
    repeats: Counter[tuple[tuple[str, str], ...]] = Counter()
    for record, writing in run.kept:
        same = tuple(sorted(record.cells.items()))
        repeats[same] += 1
        if repeats[same] == 2 and not run.recipe.rules.get("project_key"):
            draft.issues.append(finding("repeated-row", record.place.file, record.place.line))
        reason = _take(run, (record, writing), projects, beneficiaries, repeats[same])
        run.report.rows.add(1, reason)
        count_amount(run.report, record, writing, counted_in(run.recipe), reason)
        key = name_key(record)
        names[key] = "" if not key or not (why := reason or beneficiaries.why(record)) else names.get(key) or why
    projects.finish(run.kept)
    beneficiaries.finish()
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
    part = run.recipe.parts[table.part]
    inside, needed = _in_region(run), _needed(run.recipe)
    texts: dict[str, list[str]] = {name: [] for name in _FIELDS if name in table.header.places}
    touched: set[str] = set()
    for record, _ in light_records(table, part, needed | texts.keys()):
        note(texts, record)
        if inside(record):
            touched.add(project_key(run.recipe, record))
    writing = decided(table, run.recipe, run.report, {name: _FIELDS[name] for name in texts}, texts)
    fields = tuple(table.header.places.items())
    for record, cells in light_records(table, part, needed, run.report):
        key = project_key(run.recipe, record)
        if key in touched:
            _sum(run, record, writing)
        if key in touched and _is_kept(run, record, inside):
            run.kept.append((Record(record.place, fields_of(cells, fields)), writing))
        else:
            run.report.rows.add(1, "outside-region")
            count_amount(run.report, record, writing, counted_in(run.recipe), "outside-region")
            names.setdefault(name_key(record), "outside-region")


def _needed(recipe: Recipe) -> frozenset[str]:
    """Return the fields that decide on a row, and are counted where it is left out."""
    keys = (name for fields in recipe.rules.get("project_key", ()) for name in fields)
    regions = (name for fields in recipe.region.values() for name in fields)
    return frozenset((*keys, *regions, "role", "amount", "cost", "currency", "organisation_id", "name"))


def _in_region(run: _Run) -> Callable[[Record], bool]:
    region = run.answers.region
    asked = [] if region is None else [key for key in run.recipe.region if region.asks(key)]
    fields = [(key, name) for key in asked for name in run.recipe.region[key]]

    def inside(record: Record) -> bool:
        cells = record.cells
        return region is not None and any(name in cells and region.holds(key, cells[name]) for key, name in fields)

    return inside


def _is_kept(run: _Run, record: Record, inside: Callable[[Record], bool]) -> bool:
    if run.answers.keep == "consortium":
        return True
    coordinates = run.answers.keep == "coordinators" and kind_of(run.recipe, record) == _COORDINATES
    return coordinates or inside(record)


def project_key(recipe: Recipe, record: Record) -> str:
    """Return what rows of one project have in common; a row of its own line where the recipe knows nothing."""
    for fields in recipe.rules.get("project_key", ()):
        texts = [record[name] for name in fields]
        if is_stated(texts[0]) and any(texts):
            return "\n".join((*fields, *(text.casefold() for text in texts)))
    return f"line\n{record.place.file}\n{record.place.line}"


def counted_in(recipe: Recipe) -> str:
    """Return the field whose amounts the report adds up."""
    return "cost" if recipe.rules.get("amount_means") == "none" else "amount"


def name_key(record: Record) -> str:
    """Return what tells organisations of a file apart: their own identifier, else their name as written."""
    return record.first("organisation_id") or " ".join(record["name"].split())


def kind_of(recipe: Recipe, record: Record) -> str:
    """Return the kind of tie a row stands for."""
    roles: Mapping[str, str] = recipe.rules.get("roles", {})
    default = str(recipe.rules.get("role", "partner"))
    return roles.get(record["role"].casefold(), default) if record["role"] else default


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


__all__: Sequence[str] = ["kind_of", "name_key", "project_key", "translate"]
