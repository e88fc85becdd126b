"""Sentences and tables of what wants attention: projects that end soon, sources that nobody has checked for long."""

from __future__ import annotations

from graph.dataset import unpacked
from graph.history.soon import DAYS, MONTHS
from views.elements.tables import profile_link
from views.funding.question import as_of
from views.news.answer import ending_soon, long_unchecked
from views.rows import rows_of
from views.table import Cell, Column, Look, Table, date_cell
from views.view import View


def ending_sentence(view: View) -> str:
    """Say how many projects end within the next days."""
    return view.t.count("news.soon.ending", len(ending_soon(view.part, as_of(view))), days=view.t.number(DAYS))


def unchecked_sentence(view: View) -> str:
    """Say how many sources nobody has checked for long, and of how many that is not recorded."""
    t, found = view.t, long_unchecked(view.whole, as_of(view))
    if not found.of:
        return t("news.soon.no_sources")
    said = t.count("news.soon.unchecked", len(found.long_ago), months=t.number(MONTHS))
    return f"{said} {t.count('news.soon.never', found.never, of=t.number(found.of))}" if found.never else said


def ending(view: View) -> Table:
    """List the projects that end soon."""
    t, ends = view.t, dict(unpacked(view.part.projects, "id", "end"))
    rows = ending_soon(view.part, as_of(view))
    return Table(
        ending_sentence(view),
        (Column(t("news.soon.project"), Look.LINK), Column(t("news.soon.end"), Look.DATE)),
        tuple((profile_link(view, key), date_cell(t, ends[key])) for key in rows),
        ids=rows,
    )


def unchecked(view: View) -> Table:
    """List the sources that nobody has checked for long."""
    t = view.t
    rows = {row.id: row for row in rows_of(view.whole.sources)}
    listed = [rows[key] for key in long_unchecked(view.whole, as_of(view)).long_ago]
    return Table(
        t.count("news.soon.unchecked", len(listed), months=t.number(MONTHS)),
        (Column(t("news.soon.source"), Look.OUTSIDE), Column(t("news.soon.checked"), Look.DATE)),
        tuple((Cell(row.title or row.id, target=row.url), date_cell(t, row.checked)) for row in listed),
    )
