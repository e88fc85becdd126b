"""Projects in time, the network year by year and how its figures developed, as exhibits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, sqrt

from graph.export import Exhibit
from graph.export.pictures import Chart, ChartForm, MarkSample, Series
from graph.history.activity import as_of_day
from graph.history.periods import Period, Periods
from graph.history.timeline import Timeline
from graph.picture.charts import panels, timebars, trend
from views.exhibit.charts import description, look, pictured
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.level import most
from views.network.exhibit import drawn_network
from views.network.few import few_said
from views.speaking import picture_speech
from views.time import answer, tables
from views.time import legend as time_legend
from views.time import words as wording
from views.time.answer import asked_periods, carrying_in_years
from views.time.question import with_undated
from views.view import View

LINES = 18  # lines of a timeline that can be read on a page
_COUNTS = ("actors", "ties", "projects")  # figures that share an axis
_AXIS = 780.0  # px that names and years of a timeline need
_WIDE = 3.0  # a page holds that many times as many panels beside as below each other


def timeline(view: View) -> Exhibit:
    """Return projects on a line of time, as many as a page holds; the table has all."""
    t, found = view.t, answer.asked_timeline(view)
    shown = readable(found, opened=bool(view.query.auf))
    sentence = " ".join((wording.timeline_sentence(t, found), *wording.timeline_details(t, shown)))
    bars = [bar for group in found.groups for bar in group.bars]
    left_out, years = found.dated - shown.dated, wording.years(t, found)
    return framed(
        view,
        t.count("exhibit.title.timeline", found.dated, years=years) if bars else t("zeitverlauf.title"),
        sentence,
        picture=_timebars(view, shown, sentence) if bars else None,
        tables=[exported(tables.projects(view))],
        remarks=[t.count("exhibit.timeline.left_out", left_out)] if left_out else (),
    )


def readable(found: Timeline, *, opened: bool = False, most: int = LINES) -> Timeline:
    """Keep as many lines as a page holds.

    Parameters
    ----------
    found
        Timeline on screen.
    opened
        Whether groups were opened by hand: then only these are kept; otherwise those that do not fit are folded.
    most
        Lines.
    """
    open_groups = tuple(group for group in found.groups if not group.folded)
    if not found.by or (opened and open_groups):
        each = max(most // len(open_groups), 1) if open_groups else most
        return replace(found, groups=tuple(replace(group, bars=group.bars[-each:]) for group in open_groups))
    room, groups = most - len(found.groups), []
    for group in found.groups:
        fits = not group.folded and len(group.bars) <= room
        room -= len(group.bars) if fits else 0
        groups.append(replace(group, folded=not fits))
    return replace(found, groups=tuple(groups))


def _timebars(view: View, shown: Timeline, sentence: str) -> Chart:
    words = wording.timeline_wording(picture_speech(view), shown, view.part)
    spec = timebars(shown, words, look(view.t), today=as_of_day(view.whole), fixed=True)
    samples = [
        MarkSample(shapes, text) for one in time_legend.entries(view.t, shown, "light").values() for shapes, text in one
    ]
    return pictured(view.t, spec, "timeline", sentence, samples, least_width=_AXIS)


def year(view: View) -> Exhibit:
    """Return the network of one year against the year before."""
    t, found = view.t, asked_periods(view)
    period = answer.shown_period(found, view.query.jahr)
    if period is None:
        return framed(view, t("zeitverlauf.title"), wording.years_in_brief(view))
    sentence, undated = wording.period_sentence(t, period), with_undated(view)
    drawing = answer.year_drawing(view.whole, view.part, period.year, undated=undated)
    return framed(
        view,
        t.count("exhibit.title.year", period.figures.ties, year=str(period.year)),
        sentence,
        picture=drawn_network(view, drawing, sentence),
        tables=[exported(tables.ties(view, period))],
        remarks=[*few_said(view), *_carried(view), *wording.periods_details(t, found, undated=undated)],
    )


def year_by_year(view: View) -> Exhibit:
    """Return a small picture of the network for each year."""
    t, found, sentence = view.t, asked_periods(view), wording.years_in_brief(view)
    shown = answer.last_periods(view, found)
    words = {"description": sentence, **wording.state_words(t)}
    places = answer.places_of(view, found)
    spec = panels(shown, places, words, look(t), per_row=ceil(sqrt(len(shown) * _WIDE)) or 1)
    return framed(
        view,
        _busiest(view, found),
        sentence,
        picture=pictured(t, spec, "panels", sentence) if shown else None,
        tables=[exported(tables.years(view, found))],
        remarks=[
            *few_said(view),
            *_carried(view),
            *wording.periods_details(t, found, undated=with_undated(view)),
        ],
    )


def _carried(view: View) -> list[str]:
    """Say which large consortia carry the number of cooperations, as on screen."""
    said = wording.years_carried(view, carrying_in_years(view))
    return [said] if said else []


def _busiest(view: View, found: Periods) -> str:
    first = most(found.periods, lambda period: len(period.new))
    if not first:
        return view.t("zeitverlauf.title")
    if len(first) == 1 and (began := len(first[0].new)) == wording.all_begun(found.periods):
        return view.t.count("exhibit.title.began", began, year=str(first[0].year))
    return view.t("exhibit.title.busiest", years=view.t.names(str(period.year) for period in first))


def development(view: View) -> Exhibit:
    """Return how the figures of the network developed."""
    t, found, sentence = view.t, asked_periods(view), wording.years_in_brief(view)
    return framed(
        view,
        _developed(view, found.periods),
        sentence,
        picture=_trend(view, found.periods, sentence) if found.periods else None,
        tables=[exported(tables.years(view, found))],
        remarks=[*_carried(view), *wording.periods_details(t, found, undated=with_undated(view))],
    )


def _developed(view: View, shown: Sequence[Period]) -> str:
    """Say how many ties there were in the first year and are in the last."""
    if len(shown) < 2:
        return view.t("zeitverlauf.title")
    ends = {"first": shown[0], "last": shown[-1]}
    said = {f"{name}_year": str(period.year) for name, period in ends.items()}
    first, last = (ends[name].figures.ties for name in ("first", "last"))
    return view.t.count("exhibit.title.development", first, last=view.t.number(last), **said)


def _trend(view: View, shown: Sequence[Period], sentence: str) -> Chart:
    """Lines: all figures in pictures, those that share an axis where they can be edited."""
    t, names = view.t, wording.figure_words(view.t)
    spec = trend(shown, {"description": sentence, **names, **wording.chart_titles(t)}, look(t))
    series = tuple(Series(names[name], tuple(getattr(p.figures, name) for p in shown)) for name in _COUNTS)
    return Chart(spec, description(t, "trend", sentence), ChartForm.LINES, tuple(str(p.year) for p in shown), series)
