"""Projects in time and the network by year as tables."""

from __future__ import annotations

from graph.history.periods import Period, Periods
from graph.history.timeline import project_bars
from graph.picture.charts.panels import STATES
from graph.picture.charts.trend import FIGURES
from views.elements.tables import profile_link
from views.language.dates import date_words
from views.language.words import Words
from views.roles.figures import figure_cell, is_share
from views.rows import rows_of
from views.table import Cell, Column, Look, Table, duration_cell, number_cell, status_cell, year_cell
from views.time.words import figure_words
from views.view import View


def projects(view: View) -> Table:
    """List all projects in order of time, those without a date last."""
    t = view.t
    bars = {bar.project: bar for bar in project_bars(view.part)}
    order = {project: place for place, project in enumerate(bars)}
    table = view.part.projects
    rows = sorted(rows_of(table), key=lambda row: order.get(row.id, len(order)))
    names = ("project", "status", "duration", "events")
    looks = {"project": Look.LINK, "duration": Look.DATE}
    return Table(
        t.count("time.table.projects", len(rows)),
        tuple(Column(t(f"time.table.{name}"), looks.get(name, Look.TEXT)) for name in names),
        tuple(
            (
                profile_link(view, row.id),
                status_cell(t, row.status),
                duration_cell(t, row.start, row.end, row.date_text),
                "; ".join(
                    t("time.timeline.event", label=mark.label, date=date_words(t, mark.text))
                    for mark in (bars[row.id].marks if row.id in bars else ())
                ),
            )
            for row in rows
        ),
        ids=tuple(row.id for row in rows),
    )


def ties(view: View, period: Period) -> Table:
    """List the collaborations of a year with their state: new first, ended last."""
    t = view.t
    pairs = [(state, *pair) for state in reversed(STATES) for pair in getattr(period, state)]
    ended = len(period.ended)
    caption = t.count("time.table.ties", len(pairs) - ended, year=str(period.year))
    return Table(
        t.count("time.table.and_ended", ended, ties=caption) if ended else caption,
        tuple(
            Column(t(f"time.table.{name}"), Look.LINK if name in "ab" else Look.TEXT) for name in ("a", "b", "state")
        ),
        tuple((profile_link(view, a), profile_link(view, b), t(f"time.state.{state}")) for state, a, b in pairs),
    )


def years(view: View, found: Periods) -> Table:
    """List the figures of all years, and how many collaborations are new, kept and ended."""
    t = view.t
    names = figure_words(t)
    return Table(
        t("time.table.years"),
        (
            Column(t("time.table.year")),
            *(Column(t(f"time.table.{name}"), Look.NUMBER) for name in ("new", "kept", "ended")),
            *(Column(names[figure], Look.NUMBER) for figure in FIGURES),
        ),
        tuple(
            (
                year_cell(period.year),
                *(number_cell(t, len(pairs)) for pairs in (period.new, period.kept, period.ended)),
                *(_figure(t, period, figure) for figure in FIGURES),
            )
            for period in found.periods
        ),
    )


def _figure(t: Words, period: Period, name: str) -> Cell:
    value = getattr(period.figures, name)
    if is_share(name):
        return figure_cell(t, name, value)
    return number_cell(t, value, 2 if name == "mean_partners" else 0)
