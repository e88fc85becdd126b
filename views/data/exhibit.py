"""Sources, open points, contents, columns and methods as exhibits."""

from __future__ import annotations

from graph.export import Exhibit, Figure
from graph.export.pictures import Text, TextBlock
from graph.schema import TABLES
from views.data import answer, coverage, tables
from views.data import words as wording
from views.data.words import METHODS
from views.elements import profile_tables as profiles
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.language.words import plain, unmarked
from views.overview import words as overview_wording
from views.view import View

_TABLES = {"links": "ties"}  # files whose table is called otherwise


def sources(view: View) -> Exhibit:
    """Return where the facts come from."""
    t, licence = view.t, view.whole.about.get("licence", "")
    shown = profiles.sources(view, list(view.whole.sources["id"]))
    return framed(
        view,
        t.count("exhibit.title.sources", len(shown.rows)),
        wording.sentence(view),
        tables=[exported(shown)],
        remarks=[t("daten.licence", licence=plain(licence))] if licence else (),
    )


def open_points(view: View) -> Exhibit:
    """Return what is uncertain or missing, by kind, and one by one in the table."""
    t, points = view.t, answer.open_points_of(view.part)
    if t.leaves_out_amounts:  # what was taken out is not missing
        points = tuple(point for point in points if point.doubt != "without_amount")
    chosen = [point for point in points if not view.query.wahl or point.doubt in view.query.wahl]
    kinds = tuple(f"{name}: {count}" for name, count in overview_wording.doubts(t, chosen))
    return framed(
        view,
        t("export.open.title"),
        t.count("daten.open.sentence", len(points)),
        picture=Text((TextBlock("", kinds),)) if kinds else None,
        tables=[exported(tables.open_points(view, chosen))],
    )


def covered(view: View) -> Exhibit:
    """Return what the data cover, and in words what the registers among the sources do not hold."""
    return framed(
        view,
        view.t("coverage.title"),
        coverage.sentence(view),
        tables=[exported(table) for table in coverage.parts(view).values()],
        remarks=[view.t("coverage.text"), *coverage.lacking(view)],
    )


def contents(view: View) -> Exhibit:
    """Return how much is in each table of the data, and what each column of them means."""
    t, whole = view.t, view.whole
    counts = {name: len(getattr(whole, _TABLES.get(name, name))) for name in TABLES if name != "about"}
    return framed(
        view,
        t("exhibit.title.contents"),
        wording.sentence(view),
        figures=tuple(Figure(t(f"daten.table.{name}"), t.number(count)) for name, count in counts.items()),
    )


def columns(view: View) -> Exhibit:
    """Return the columns of each file."""
    asked = [name for name in TABLES if not view.query.wahl or name in view.query.wahl]
    t = view.t
    return framed(
        view,
        t("daten.tab.spalten"),
        t("exhibit.columns"),
        tables=[exported(tables.columns(t, name)) for name in asked],
    )


def methods(view: View) -> Exhibit:
    """Return how figures and pictures are made."""
    t = view.t
    blocks = tuple(
        TextBlock(t(f"daten.method.{name}.term"), (unmarked(t(f"daten.method.{name}.text")),)) for name in METHODS
    )
    return framed(view, t("daten.tab.methodik"), wording.sentence(view), picture=Text(blocks))
