"""Any files to tables of the contract, with a report that adds up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.intake.answers import Answers
from graph.intake.draft import Draft
from graph.intake.grid import Grid
from graph.intake.mapping import chosen_guess, mapped, reads_one_table, with_writing
from graph.intake.merge import merged, without_twins
from graph.intake.networks.read import networks_of
from graph.intake.networks.web import UnreadableWebError
from graph.intake.opening import Files, Opened, open_files
from graph.intake.own import own_network, own_tables
from graph.intake.recipe import Recipe, UnusableRecipeError, from_json
from graph.intake.recognise import OFFERED, Guess, recognise
from graph.intake.region import region_of
from graph.intake.registry import BY_NAME, RECIPES
from graph.intake.report import Question, TranslationReport
from graph.intake.shapes import answers as answers_shape
from graph.intake.shapes import bare, group, matrix, pair, participation, project, tie
from graph.intake.shapes.web import weave
from graph.intake.source import begun, told
from graph.intake.split import CERTAIN, apart, surely_known
from graph.intake.structure import structured
from graph.issue import Issue
from graph.reading.codes import CODES, Effect, finding
from graph.reading.header import table_of
from graph.reading.sheet import SheetReading

AUTO = "auto"
OWN = "akteursnetz"  # what our own files are recognised as
_Shape = Callable[[Guess, Answers, Draft, TranslationReport], None]

SHAPES: Mapping[str, _Shape] = {
    "participation": participation.translate,
    "project": project.translate,
    "tie": tie.translate,
    "bare": bare.translate,
    "pair": pair.translate,
    "group": group.translate,
    "matrix": matrix.translate,
    "answers": answers_shape.translate,
}


@dataclass(frozen=True, slots=True)
class Translation:
    """What files say in the tables of the contract.

    Attributes
    ----------
    reading
        Sheets of the contract; each row is on the line of the file it comes from, so that findings name it.
    report
        What became of rows, cents and names; it always adds up.
    """

    reading: SheetReading
    report: TranslationReport

    @property
    def is_settled(self) -> bool:
        """Whether everything was recognised and no question is open."""
        return bool(self.report.recipe) and not self.report.questions

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was found while translating."""
        return self.reading.issues


def convert(
    files: Files,
    recipe: str | Path | Recipe = AUTO,
    region: object = None,
    *,
    keep: str = "consortium",
    persons: str = "collective",
    mappings: Sequence[Recipe] = (),
    writing: Mapping[str, str] | None = None,
) -> Translation:
    r"""Translate files of registers, lists, matrices, surveys and networks to tables of the contract.

    Parameters
    ----------
    files
        Path of a file or folder, several of them, or uploaded files by name.
    recipe
        ``auto``, the name of a recipe, the path of a saved mapping, or a recipe.
    region
        What to cut to, as `graph.intake.region.region_of` understands it; everything by default.
    keep
        Of projects that touch the region: all rows (``consortium``), those of the region and of coordinators
        (``coordinators``), or only those of the region (``region``).
    persons
        Private persons become one counted, collective actor (``collective``) or none (``leave-out``).
    mappings
        Recipes that somebody has made and saved; each goes before those that come with the program where a table has
        the headers it was made for.
    writing
        Header of a column -> ``,`` or ``.`` before the cents, ``dmy`` or ``mdy``, where nothing in the file decides.

    Returns
    -------
    Tables and report. Content never raises: what cannot be read is a finding, what only a person can say a question.

    Raises
    ------
    UnusableRegionError, UnusableRecipeError
        When the region or recipe asked for is none.

    Examples
    --------
    >>> from graph.intake.convert import convert
    >>> edges = b"Von;Nach;Beziehung\nHochschule Aalen;Voith;Kooperation\n"
    >>> convert({"kanten.csv": edges}).report.as_json()["rows"]
    {'file': 1, 'taken': 1, 'left_out': {}}
    """
    return convert_opened(
        open_files(files),
        recipe=recipe,
        region=region,
        keep=keep,
        persons=persons,
        mappings=mappings,
        writing=writing,
    )


def convert_opened(
    opened: Opened,
    *,
    recipe: str | Path | Recipe = AUTO,
    region: object = None,
    keep: str = "consortium",
    persons: str = "collective",
    mappings: Sequence[Recipe] = (),
    writing: Mapping[str, str] | None = None,
) -> Translation:
    """Translate what some files hold; raises what `convert` raises.

    Parameters
    ----------
    opened
        The files, read.
    recipe, region, keep, persons, mappings, writing
        As in `convert`.
    """
    settings = Answers(region=region_of(region), keep=keep, persons=persons, writing=writing or {})
    chosen = recipe_of(recipe)
    parts = [*_own(opened), *_networks(opened, settings), *_tables(opened, chosen, settings, mappings)]
    report = TranslationReport()
    for part in parts:
        report = report.plus(part.report)
    for issue in (issue for issue in opened.issues if CODES[issue.code].effect is Effect.TABLE):
        report.questions.append(Question("unreadable-file", issue.file, values=(issue.code,), option="SOURCE"))
    issues = (*opened.issues, *(issue for part in parts for issue in part.reading.issues))
    return Translation(SheetReading(merged([part.reading for part in parts]), issues), report)


def recipe_of(stated: str | Path | Recipe) -> Recipe | None:
    """Return the recipe somebody asks for, ``None`` when content decides."""
    if isinstance(stated, Recipe) or stated == AUTO:
        return stated if isinstance(stated, Recipe) else None
    if str(stated) in BY_NAME:
        return BY_NAME[str(stated)]
    try:
        return from_json(Path(stated).read_bytes())
    except OSError as error:
        raise UnusableRecipeError(str(stated)) from error


def _own(opened: Opened) -> list[Translation]:
    """Return the tables of the contract among the files, and take them out."""
    found = []
    for name, data in list(opened.networks.items()):
        if (reading := own_network(data)) is not None:
            found.append(_as_it_stands(reading))
            del opened.networks[name]
    sheets, opened.grids = own_tables(opened.grids)
    if sheets:
        found.append(_as_it_stands(SheetReading(tuple(sheets))))
    return found


def _as_it_stands(reading: SheetReading) -> Translation:
    report = TranslationReport(recipe=OWN)
    for sheet in reading.sheets:
        report.rows.add(len(sheet.rows))
        table = table_of(sheet.name, sheet.header)
        if table is not None and table.name == "actors":
            report.names.add(len(sheet.rows))
    return Translation(reading, report)


def _networks(opened: Opened, settings: Answers) -> list[Translation]:
    """Return the networks among the files."""
    found = []
    for name, data in opened.networks.items():
        try:
            kind, web = networks_of(data)
            if not web.nodes and not web.edges:
                raise UnreadableWebError("no-network", kind)
            draft = begun(name, Recipe(kind, "network"), settings)
            report = TranslationReport(recipe=kind)
            weave(web, name, draft, report, answers=settings)
            told(name, draft, report)
            found.append(Translation(draft.reading(name), report))
        except UnreadableWebError as error:
            opened.issues.append(finding(error.code, name, error.line, value=error.value))
    return found


def _tables(opened: Opened, chosen: Recipe | None, settings: Answers, mappings: Sequence[Recipe]) -> list[Translation]:
    """Translate tables recipe by recipe, until none is left that a recipe reads."""
    found: list[Translation] = []
    grids = [part for grid in opened.grids for part in apart(grid)]
    while grids:
        guess = (None if chosen else mapped(grids, mappings)) or _best(grids, chosen)
        if guess is None:
            break
        try:
            found.append(_translated(guess, settings))
        except UnreadableWebError as error:
            opened.issues.append(finding(error.code, guess.tables[0].grid.file, error.line, value=error.value))
        read = {id(table.grid) for table in guess.tables}
        grids = [grid for grid in grids if id(grid) not in read and not _is_beside(grid, guess)]
    return [*found, *(_not_recognised(grid, chosen) for grid in grids)]


def _best(grids: Sequence[Grid], chosen: Recipe | None) -> Guess | None:
    """Return the recipe that reads some of the tables best, ``None`` when none does for certain."""
    if chosen and reads_one_table(chosen):
        return chosen_guess(grids, chosen)
    guesses = [guess for guess in recognise(grids, (chosen,) if chosen else RECIPES) if _may_be(guess)]
    best = next((guess for guess in guesses if guess.is_complete), None)
    if chosen or (best and best.share >= CERTAIN):
        return best and without_twins(best)
    formed = next((guess for grid in grids if (guess := bare.found(grid) or structured(grid))), None)
    return formed or (without_twins(best) if best else None)


def _may_be(guess: Guess) -> bool:
    """Whether what the rows say does not speak against a recipe whose words are there."""
    if guess.recipe.shape == "pair":
        return guess.is_complete and pair.fits(guess)
    return guess.recipe.shape != "project" or bool(guess.missing) or not project.rows_are_partners(guess)


def _is_beside(grid: Grid, guess: Guess) -> bool:
    """Whether a worksheet stands in the workbook of one that was read: it explains, or says the same for print."""
    book = grid.file.partition(" [")[0]
    if "[" not in grid.file or all(table.grid.file.partition(" [")[0] != book for table in guess.tables):
        return False
    known = surely_known(grid)
    return known is None or known.recipe.name == guess.recipe.name


def _translated(guess: Guess, settings: Answers) -> Translation:
    file = guess.tables[0].grid.file
    draft = begun(file, guess.recipe, settings)
    report = TranslationReport(recipe=guess.recipe.name)
    SHAPES[guess.recipe.shape](with_writing(guess, settings.writing), settings, draft, report)
    told(file, draft, report)
    return Translation(draft.reading(file), report)


def _not_recognised(grid: Grid, chosen: Recipe | None) -> Translation:
    """Return what a table looks like: the nearest recipes, and what is missing for them."""
    guesses = recognise([grid], (chosen,) if chosen else RECIPES)[:OFFERED]
    near = [guess for guess in guesses if any(table.header.places for table in guess.tables)]
    rows = sum(1 for _ in grid.rows())
    report = TranslationReport()
    report.rows.add(max(rows - 1, 0), "not-recognised")
    if near and near[0].share >= CERTAIN and 0 < len(near[0].missing) < _needed(near[0].recipe):
        values = (near[0].recipe.name, *near[0].missing)
        report.questions.append(Question("missing-column", grid.file, values=values))
    else:
        report.questions.append(Question("not-recognised", grid.file, values=tuple(each.recipe.name for each in near)))
    hint = ", ".join(guess.recipe.name for guess in near)
    return Translation(SheetReading((), (finding("not-recognised", grid.file, value=grid.name, hint=hint),)), report)


def _needed(recipe: Recipe) -> int:
    return sum(len(part.required) for part in recipe.parts.values() if not part.optional)
