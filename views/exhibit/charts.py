"""Charts and matrices of the screen as pictures that leave: light, with their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.export.pictures import Chart, Form, Matrix, MatrixRow, Sample, Series
from graph.picture.charts import Look
from graph.picture.charts.bars import Bar
from graph.picture.charts.theme import Spec
from views.language.words import Words, unmarked
from views.matrix import Grid
from views.time.words import chart_locale


def look(t: Words) -> Look:
    """Return the look of a chart in a file: light, since paper is."""
    return Look(locale=chart_locale(t))


def pictured(
    t: Words, spec: Spec, kind: str, sentence: str, samples: Iterable[Sample] = (), *, least_width: float = 0.0
) -> Chart:
    """Take a chart away as a picture; ``kind`` says what it is, ``sentence`` what it shows."""
    return Chart(spec, description(t, kind, sentence), samples=tuple(samples), least_width=least_width)


def barred(t: Words, spec: Spec, form: Form, sentence: str, drawn: Sequence[Bar], *, euros: bool) -> Chart:
    """Take bars or columns away so that they stay editable."""
    series = Series(t("money.chart.text") if euros else t("exhibit.number"), tuple(bar.amount for bar in drawn))
    return Chart(
        spec,
        description(t, str(form), sentence),
        form,
        tuple(bar.label for bar in drawn),
        (series,),
        t("export.funding.number") if euros else "#,##0;;",
    )


def description(t: Words, kind: str, sentence: str) -> str:
    """Say what kind of picture it is and what it shows, for those who do not see it."""
    return f"{t(f'exhibit.kind.{kind}')} {unmarked(sentence)}"


def matrix_of(t: Words, grid: Grid, sentence: str) -> Matrix | None:
    """Take a matrix away; ``None`` when it has no cells."""
    if not grid.squares:
        return None
    rows = []
    for row, heading in enumerate(grid.rows):
        squares = [grid.squares.get((row, column)) for column in range(len(grid.columns))]
        texts = tuple(square.text if square else "" for square in squares)
        numbers = tuple(int(text) if text.isdigit() else None for text in texts)
        rows.append(MatrixRow(heading.text, texts, tuple(square.step if square else 0 for square in squares), numbers))
    columns = tuple(heading.text for heading in grid.columns)
    return Matrix(description(t, "matrix", f"{grid.caption}. {sentence}"), grid.corner, columns, tuple(rows))
