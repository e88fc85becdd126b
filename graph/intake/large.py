"""A register that is larger than memory is cut by a database: two statements, the same for DuckDB and Apache Spark.

Which projects touch the region, and all rows of those projects. Both are written once over Narwhals. What a cell of the
region looks like is decided by `graph.intake.region`, as for files that are read line by line: the engine only tells
which different cells there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw

from graph.intake.columns import NOT_STATED, amounts_of
from graph.intake.convert import AUTO, Translation, convert_opened
from graph.intake.engines import Engine
from graph.intake.grid import Grid, grid_of
from graph.intake.header import clean
from graph.intake.opening import Opened
from graph.intake.recipe import Recipe
from graph.intake.recognise import OFFERED, RecognisedTable, recognise
from graph.intake.region import Region, UnusableRegionError, region_of
from graph.intake.registry import RECIPES
from graph.intake.report import Question, Tally, TranslationReport
from graph.intake.shapes.keys import counted_in
from graph.reading.sheet import SheetReading

_PLAIN = r"^-?[0-9]+(\.[0-9]+)?$"
_KEY, _NAME, _CENTS = "akteursnetz_key", "akteursnetz_name", "akteursnetz_cents"
CUT = "Schnitt"  # says in a locator that its line is one of the cut, not of the register


@dataclass(slots=True)
class Cut:
    """What is left of a register.

    Attributes
    ----------
    grids
        Its tables, small enough for the usual way.
    report
        Rows, cents and names that lie outside.
    """

    grids: list[Grid] = field(default_factory=list)
    report: TranslationReport = field(default_factory=TranslationReport)


def convert_large(
    engine: Engine,
    sources: Sequence[str],
    region: object,
    *,
    recipes: Sequence[Recipe] = RECIPES,
    keep: str = "consortium",
    persons: str = "collective",
) -> Translation:
    """Cut a register by an engine, and translate what is left.

    Parameters
    ----------
    engine
        What carries the statements out.
    sources
        Where its tables are, CSV or Parquet, as the engine understands it.
    region
        Where it is cut, as for `graph.intake.convert.convert`; it cannot be left out.
    recipes
        Recipes to tell the tables by.
    keep, persons
        As for `graph.intake.convert.convert`.

    Returns
    -------
    Translation
        Its report counts what lies outside, too. The lines in locators are those of the cut.

    Raises
    ------
    UnusableRegionError
        When there is no region.
    """
    wanted = region_of(region)
    if wanted is None:
        raise UnusableRegionError("empty")
    cut = cut_register(engine, sources, wanted, recipes)
    if not cut.grids:
        question = Question("not-recognised", ", ".join(sources), values=tuple(each.name for each in recipes[:OFFERED]))
        return Translation(SheetReading(), TranslationReport(questions=[question]))
    recipe = recipes[0] if len(recipes) == 1 else AUTO
    found = convert_opened(Opened(grids=cut.grids), recipe=recipe, region=wanted, keep=keep, persons=persons)
    return Translation(found.reading, found.report.plus(cut.report))


def touching(rows: nw.LazyFrame[Any], held: Mapping[str, Sequence[str]]) -> nw.LazyFrame[Any]:
    """Return the projects that touch a region, each once.

    Parameters
    ----------
    rows
        Participations with the key of their project.
    held
        Column -> cells that lie in the region.
    """
    inside = [nw.col(column).is_in(list(cells)) for column, cells in held.items() if cells]
    if not inside:
        return rows.filter(nw.col(_KEY).is_null() & ~nw.col(_KEY).is_null()).select(_KEY)
    return rows.filter(nw.any_horizontal(*inside, ignore_nulls=True)).select(_KEY).unique()


def rows_of(rows: nw.LazyFrame[Any], projects: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return all rows of some projects."""
    return rows.join(projects, on=_KEY, how="semi")


def cut_register(engine: Engine, sources: Sequence[str], region: Region, recipes: Sequence[Recipe]) -> Cut:
    """Cut the tables of a register to a region.

    Parameters
    ----------
    engine
        What carries the statements out.
    sources
        Where its tables are, CSV or Parquet, as the engine understands it.
    region
        Where it is cut.
    recipes
        Recipes to tell the tables by.

    Returns
    -------
    Cut
        Without tables when no recipe for registers reads them.
    """
    previews = {source: grid_of(source, source, list(enumerate(engine.preview(source), 1))) for source in sources}
    guess = next(
        (each for each in recognise(list(previews.values()), recipes) if each.is_complete and each.recipe.region),
        None,
    )
    if guess is None:
        return Cut()
    main, *_ = guess.recipe.parts
    cut = Cut()
    tables = [table for table in guess.tables if table.part == main]
    touched: nw.LazyFrame[Any] | None = None
    for table in tables:
        rows = _keyed(engine, table, guess.recipe)
        held = _held(engine, rows, table, guess.recipe, region)
        touched = touching(rows, held)
        cut.grids.append(_grid(engine, table, rows_of(rows, touched)))
        _count(engine, table, guess.recipe, (rows, touched), cut.report)
    for table in (each for each in guess.tables if each.part != main and touched is not None):
        if _alternatives(table, guess.recipe) and touched is not None:
            cut.grids.append(_grid(engine, table, rows_of(_keyed(engine, table, guess.recipe), touched)))
    return cut


def _alternatives(table: RecognisedTable, recipe: Recipe) -> list[Sequence[str]]:
    """Return the fields that name a project, the first that a row has counts; see `shapes.keys.stated_key`."""
    return [fields for fields in recipe.rules.get("project_key", ()) if fields[0] in table.header.places]


def _column(table: RecognisedTable, name: str) -> str:
    """Return what the engine calls the column of a field: the header as it is written."""
    _, header = next(iter(table.grid.rows()))
    return header[table.header.places[name]]


def _cell(table: RecognisedTable, name: str) -> nw.Expr:
    """Return the cells of a field as they are compared; nothing where the table has no such column."""
    if name not in table.header.places:
        return nw.lit("")
    text = nw.col(_column(table, name)).fill_null("").str.strip_chars().str.to_lowercase()
    # registers write ="0815" so that a spreadsheet keeps the zero
    return text.str.replace_all('^="', "").str.replace_all('"$', "")


def _keyed(engine: Engine, table: RecognisedTable, recipe: Recipe) -> nw.LazyFrame[Any]:
    """Return the rows of a table with the key of their project; in a list without numbers each row is one."""
    rows = engine.rows(table.grid.file)
    if not (alternatives := _alternatives(table, recipe)):
        needed = [_column(table, name) for name in recipe.parts[table.part].required if name in table.header.places]
        cells = [_cell(table, name) for name in table.header.places]
        said = nw.sum_horizontal(*((nw.col(column).fill_null("") != "").cast(nw.Int64) for column in needed))
        return rows.filter(said >= min(2, len(needed))).with_columns(nw.concat_str(*cells, separator="\n").alias(_KEY))
    keys = [
        nw.when(~_cell(table, fields[0]).is_in(sorted(NOT_STATED)))
        .then(nw.concat_str(nw.lit("/".join(fields)), *(_cell(table, name) for name in fields), separator="\n"))
        .otherwise(nw.lit(None, dtype=nw.String))
        for fields in alternatives
    ]
    return rows.with_columns(nw.coalesce(*keys).alias(_KEY)).filter(~nw.col(_KEY).is_null())


def _held(
    engine: Engine, rows: nw.LazyFrame[Any], table: RecognisedTable, recipe: Recipe, region: Region
) -> dict[str, list[str]]:
    """Return column -> its different cells that lie in the region."""
    held: dict[str, list[str]] = {}
    for key, names in recipe.region.items():
        for name in (name for name in names if name in table.header.places and region.asks(key)):
            column = _column(table, name)
            cells = (row[0] for row in engine.collect(rows.select(column).unique()))
            held.setdefault(column, []).extend(cell for cell in cells if cell and region.holds(key, clean(str(cell))))
    return held


def _grid(engine: Engine, table: RecognisedTable, rows: nw.LazyFrame[Any]) -> Grid:
    """Return what is left of a table, in the order of its cells, so that every engine gives the same lines."""
    header = [name for _, header in table.grid.preview(1) for name in header]
    cells = sorted(["" if cell is None else str(cell) for cell in row] for row in engine.collect(rows.select(*header)))
    file = f"{table.grid.file.rsplit('/', 1)[-1]} ({CUT})"
    return grid_of(file, table.grid.name, [(1, header), *enumerate(cells, 2)])


def _count(
    engine: Engine,
    table: RecognisedTable,
    recipe: Recipe,
    cut: tuple[nw.LazyFrame[Any], nw.LazyFrame[Any]],
    report: TranslationReport,
) -> None:
    """Count rows, cents and names outside."""
    rows, touched = cut
    counted = counted_in(recipe)
    outside = rows.join(touched, on=_KEY, how="anti")
    places = table.header.places
    named = next((name for name in ("organisation_id", "name") if name in places), "")
    cents = _cents(engine, rows, table, counted) if counted in places else nw.lit(0.0)
    ((count, total, recorded),) = engine.collect(
        outside.with_columns(cents.alias(_CENTS)).select(
            nw.len().alias("rows"), nw.col(_CENTS).sum().alias("cents"), nw.col(_CENTS).count().alias("recorded")
        )
    )
    report.rows = report.rows.plus(_tally(int(count)))
    report.euros = report.euros.plus(_tally(round(total or 0)))
    report.recorded += int(recorded) if counted in places else 0
    if named:
        names = outside.select(nw.col(_column(table, named)).alias(_NAME)).unique()
        kept = rows_of(rows, touched).select(nw.col(_column(table, named)).alias(_NAME)).unique()
        ((left_out,),) = engine.collect(names.join(kept, on=_NAME, how="anti").select(nw.len().alias("names")))
        report.names = report.names.plus(_tally(int(left_out)))


def _cents(engine: Engine, rows: nw.LazyFrame[Any], table: RecognisedTable, name: str) -> nw.Expr:
    """Return the amounts in cents as whole numbers in floating point, exact below 90 trillion euros; else nothing."""
    column = _column(table, name)
    sample = (str(row[0]) for row in engine.collect(rows.select(column).head(1_000)) if row[0])
    text = nw.col(column).str.strip_chars()
    if amounts_of(sample).decimal == ",":
        text = text.str.replace_all(".", "", literal=True).str.replace_all(",", ".", literal=True)
    number = nw.when(text.str.contains(_PLAIN)).then(text).otherwise(nw.lit(None, dtype=nw.String))
    return (number.cast(nw.Float64) * 100).round(0)


def _tally(amount: int) -> Tally:
    tally = Tally()
    tally.add(amount, "outside-region")
    return tally
