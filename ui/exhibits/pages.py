"""The pages that can be taken away as exhibits. A new one is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from graph.answers.gaps import find_gaps
from graph.export import Exhibit, Figure
from graph.export.pictures import Block, Chart, Form, Matrix, MatrixRow, Series, Text
from graph.ledger.totals import totals
from graph.openpoints import open_points
from graph.overview import FieldCount, overview
from graph.picture.charts import bars
from graph.picture.charts.bars import Bar
from ui.exhibits.frame import filters, source_line
from ui.exhibits.network import network
from ui.exhibits.tables import exported
from ui.tables import data, elements, money
from ui.tables.gaps import competence
from ui.text import Words
from ui.view import View
from ui.wording import gaps as gap_words
from ui.wording import money as money_words
from ui.wording import overview as overview_words
from ui.wording.speech import Speech

_FIELDS = 12  # bars that can be read from the back row
_NAMED = 3
_FUNDERS = 12  # bars of funding


def speech(view: View) -> Speech:
    """Speak in files, which show text as it is."""
    return Speech(view.t, view.names, str)


def status(view: View, link: str = "") -> Exhibit:
    """Return the landing page: four figures, and projects by field of competence."""
    t, facts = view.t, overview(view.part)
    figures = tuple(Figure(label, value, note) for label, value, note, _ in overview_words.figures(t, facts))
    return Exhibit(
        title=overview_words.title(view),
        sentence=overview_words.sentence(t, facts),
        picture=_field_bars(t, facts.fields[:_FIELDS]) if facts.fields else None,
        figures=figures,
        table=exported(elements.fields(view, facts)),
        source=source_line(view),
        filters=filters(view),
        link=link,
    )


def _field_bars(t: Words, fields: Sequence[FieldCount]) -> Chart:
    drawn = [Bar(row.kompetenzfeld, row.kompetenzfeld, t.number(row.projects), row.projects) for row in fields]
    named = t.names(f"{bar.label} {bar.text}" for bar in drawn[:_NAMED])
    description = t("export.overview.chart", names=named)
    words = {"description": description, **{name: t(f"ueberblick.fields.{name}") for name in ("field", "projects")}}
    spec = bars(drawn, {**words, "label": words["field"], "text": words["projects"]})
    values = tuple(row.projects for row in fields)
    series = (Series(words["projects"], values),)
    return Chart(spec, description, Form.BARS, tuple(bar.label for bar in drawn), series)


def fields_by_type(view: View, link: str = "") -> Exhibit:
    """Return the matrix of fields of competence and actor types."""
    t, gaps = view.t, find_gaps(view.part)
    grid = competence(view, gaps)
    rows = []
    for row, heading in enumerate(grid.rows):
        squares = [grid.squares.get((row, column)) for column in range(len(grid.columns))]
        texts = tuple(square.text if square else "" for square in squares)
        numbers = tuple(int(text) if text.isdigit() else None for text in texts)
        rows.append(MatrixRow(heading.text, texts, tuple(square.step if square else 0 for square in squares), numbers))
    return Exhibit(
        title=t("page.kompetenzfelder.title"),
        sentence=gap_words.sentence(speech(view), gaps),
        picture=Matrix(
            t("export.fields.description"), grid.corner, tuple(heading.text for heading in grid.columns), tuple(rows)
        ),
        source=source_line(view),
        filters=filters(view),
        link=link,
    )


def funding(view: View, link: str = "") -> Exhibit:
    """Return the known funding by funder, with what the sum leaves out."""
    t, found = view.t, totals(view.part)
    shown = found.folded(_FUNDERS)
    say = Speech(t, view.short_names, str)
    drawn = money_words.total_bars(say, shown)
    sentence = money_words.totals_sentence(speech(view), found)
    words = {"description": f"{t('export.funding.chart')} {sentence}", **money_words.chart_titles(t)}
    series = (Series(words["text"], tuple(bar.amount for bar in drawn)),)
    labels = tuple(bar.label for bar in drawn)
    chart = Chart(bars(drawn, words), words["description"], Form.BARS, labels, series, t("export.funding.number"))
    return Exhibit(
        title=t("export.funding.title"),
        sentence=sentence,
        picture=chart if drawn else None,
        table=exported(money.totals(view, found)),
        note=money_words.left_out(t, found.left_out),
        source=source_line(view),
        filters=filters(view),
        link=link,
    )


def directory(view: View, link: str = "") -> Exhibit:
    """Return the list of actors or projects, exactly the rows on screen."""
    lists_projects = view.query.liste == "projekte"
    shown = elements.projects(view) if lists_projects else elements.actors(view)
    sentence = view.t.count("count.projects" if lists_projects else "count.actors", len(shown.rows))
    return Exhibit(
        title=view.t("page.verzeichnis.title"),
        sentence=sentence,
        table=exported(shown, caption=sentence),
        source=source_line(view),
        filters=filters(view),
        link=link,
    )


def doubts(view: View, link: str = "") -> Exhibit:
    """Return what is uncertain or missing, by kind, and one by one in the table."""
    t, points = view.t, open_points(view.part)
    kinds = tuple(f"{name}: {count}" for name, count in overview_words.doubts(t, points))
    return Exhibit(
        title=t("export.open.title"),
        sentence=t.count("ueberblick.state.sentence", len(points)),
        picture=Text((Block("", kinds),)) if kinds else None,
        table=exported(data.open_points(view, points)),
        source=source_line(view),
        filters=filters(view),
        link=link,
    )


# name of the page in an address -> its exhibit
EXHIBITS: Mapping[str, Callable[[View, str], Exhibit]] = {
    "": status,
    "ueberblick": status,
    "netzwerk": network,
    "kompetenzfelder": fields_by_type,
    "foerderung": funding,
    "verzeichnis": directory,
    "daten": doubts,
}
