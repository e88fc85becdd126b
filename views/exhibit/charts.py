"""Charts and matrices of the screen as pictures that leave: light, with their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from graph.export.pictures import Chart, ChartForm, MarkSample, Matrix, MatrixRow, Series
from graph.picture.charts import ChartLook
from graph.picture.charts.bars import Bar
from graph.picture.charts.theme import Spec
from views.exhibit.tables import KINDS
from views.language.words import Words, unmarked
from views.matrix import MatrixGrid, Square
from views.table import Unit, plain_number
from views.time.words import chart_locale

_NO_SQUARE = Square("")
_LEAST = Decimal("0.01")  # millions of euros that two digits show


def look(t: Words) -> ChartLook:
    """Return the look of a chart in a file: light, since paper is."""
    return ChartLook(locale=chart_locale(t))


def pictured(
    t: Words, spec: Spec, kind: str, sentence: str, samples: Iterable[MarkSample] = (), *, least_width: float = 0.0
) -> Chart:
    """Take a chart away as a picture; ``kind`` says what it is, ``sentence`` what it shows.

    Parameters
    ----------
    t
        Words of the language.
    spec
        The chart as Vega-Lite.
    kind
        Code of the kind of chart, whose word is said.
    sentence
        What the picture says.
    samples
        Samples of the legend.
    least_width
        Smallest width in px.
    """
    return Chart(spec, description(t, kind, sentence), samples=tuple(samples), least_width=least_width)


def barred(
    t: Words, spec: Spec, form: ChartForm, sentence: str, drawn: Sequence[Bar], *, euros: bool, caption: str
) -> Chart:
    """Take bars or columns away so that they stay editable.

    Parameters
    ----------
    t
        Words of the visitor's language.
    spec
        The chart as on screen.
    form
        Bars or columns.
    sentence
        What the chart shows.
    drawn
        Its bars.
    euros
        Whether their lengths are amounts.
    caption
        What they count.
    """
    series = Series(t("money.chart.text") if euros else t("exhibit.number"), tuple(bar.amount for bar in drawn))
    return Chart(
        spec,
        description(t, str(form), sentence),
        form,
        tuple(bar.label for bar in drawn),
        (series,),
        t("export.funding.number") if euros else "#,##0;;",
        caption=caption,
    )


def description(t: Words, kind: str, sentence: str) -> str:
    """Say what kind of picture it is and what it shows, for those who do not see it.

    Parameters
    ----------
    t
        Words of the language.
    kind
        Code of the kind of picture, whose word is said.
    sentence
        What the picture says.
    """
    return f"{t(f'exhibit.kind.{kind}')} {unmarked(sentence)}"


def matrix_of(t: Words, grid: MatrixGrid, sentence: str) -> Matrix | None:
    """Take a matrix away; ``None`` when it has no cells.

    Parameters
    ----------
    t
        Words of the language.
    grid
        The matrix.
    sentence
        What the picture says.
    """
    if not grid.squares:
        return None
    rows = []
    for row, heading in enumerate(grid.rows):
        squares = [grid.squares.get((row, column), _NO_SQUARE) for column in range(len(grid.columns))]
        texts = tuple(_printed(t, grid, square) for square in squares)
        shades = tuple(square.step for square in squares)
        rows.append(MatrixRow(heading.text, texts, shades, tuple(plain_number(square.datum) for square in squares)))
    columns = tuple(heading.text for heading in grid.columns)
    corner = t("exhibit.millions", corner=grid.corner) if grid.unit is Unit.EURO else grid.corner
    said = description(t, "matrix", f"{grid.caption}. {sentence}")
    return Matrix(said, corner, columns, tuple(rows), KINDS[grid.unit], grid.corner)


def _printed(t: Words, grid: MatrixGrid, square: Square) -> str:
    """Return the text of a cell; amounts in millions, which stand in the corner, since a page has no room for units."""
    if grid.unit is Unit.EURO and t.leaves_out_amounts:
        return "" if square.text == t("format.missing.none") else "…"
    if grid.unit is not Unit.EURO or square.datum is None:
        return square.text
    millions = Decimal(square.datum) / 1_000_000
    if 0 < millions < _LEAST:
        return f"< {t.number(_LEAST, 2)}"
    return t.number(millions, 2 if millions < 1 else 1)
