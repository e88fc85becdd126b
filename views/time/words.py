"""Sentences on the timeline and the years, and the words of their charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.consortia import Carrying
from graph.dataset import Dataset
from graph.history.periods import Period, Periods
from graph.history.timeline import Timeline
from graph.picture.charts import Wording
from graph.picture.charts.panels import STATES
from graph.picture.charts.timebars import group_key, mark_key
from graph.picture.charts.trend import FIGURES
from views.funding.words import category
from views.language.dates import date_words, duration_words
from views.language.speech import Speech
from views.language.words import Words
from views.level import most
from views.network.consortia import through
from views.time.answer import asked_periods, asked_timeline
from views.view import View

LEGEND = ("folded", "sure", "unsure", "doubtful", "open", "event", "event_unsure", "cancelled", "today")


def timeline_sentence(t: Words, found: Timeline) -> str:
    """Say how many projects have a date, and from when to when."""
    return t.count("time.timeline.sentence", found.dated, years=years(t, found))


def years(t: Words, found: Timeline) -> str:
    """Say from which year to which projects run, or in which; nothing when none has a date."""
    bars = [bar for group in found.groups for bar in group.bars]
    if not bars:
        return ""
    first, last = min(bar.first.year for bar in bars), max(bar.last.year for bar in bars)
    return str(first) if first == last else t("time.timeline.years", first=str(first), last=str(last))


def timeline_details(t: Words, found: Timeline) -> list[str]:
    """Say what is folded and what has no date."""
    folded = sum(group.folded for group in found.groups)
    said = [t.count("time.timeline.folded", folded)] if folded else []
    return said + ([t.count("time.timeline.undated", len(found.undated))] if found.undated else [])


def timeline_legend(t: Words) -> dict[str, str]:
    """Say what the looks of bars and marks mean."""
    return {entry: t(f"time.timeline.legend.{entry}") for entry in LEGEND}


def timeline_wording(say: Speech, found: Timeline, dataset: Dataset) -> Wording:
    """Words of the timeline chart; dates as the data word them.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    found
        Projects on the line of time.
    dataset
        Tables of the data.
    """
    t = say.t
    labels, texts = {}, {}
    durations = _durations(t, dataset)
    for group in found.groups:
        name = category(say, found.by, group.category) if found.by else t("time.timeline.all")
        labels[group_key(group)] = t("time.timeline.group", name=name, n=t.number(len(group.bars)))
        for bar in group.bars:
            labels[bar.project] = say.name(bar.project)
            texts[bar.project] = durations[bar.project]
            for number, mark in enumerate(bar.marks):
                event = date_words(t, mark.text) or t("format.missing.text")
                texts[mark_key(bar.project, number)] = t("time.timeline.event", label=mark.label, date=event)
    words = {"description": timeline_sentence(t, found), **chart_titles(t)}
    return Wording(words, labels, texts)


def _durations(t: Words, dataset: Dataset) -> dict[str, str]:
    columns = (dataset.projects[name] for name in ("id", "start", "end", "date_text"))
    return {
        project: duration_words(t, start, end) or text or t("format.missing.text")
        for project, start, end, text in zip(*columns, strict=True)
    }


def period_sentence(t: Words, period: Period) -> str:
    """Say what the network of a year is, and what is new, kept and ended."""
    return t(
        "time.periods.sentence",
        year=str(period.year),
        ties=t.count("time.periods.ties", period.figures.ties),
        actors=t.count("time.periods.actors", period.figures.actors),
        new=t.count("time.periods.new", len(period.new)),
        kept=t.count("time.periods.kept", len(period.kept)),
        ended=t.count("time.periods.ended", len(period.ended)),
    )


def period_counts(t: Words, period: Period) -> str:
    """Say only how many collaborations are new and how many have ended."""
    return t(
        "time.periods.counts",
        ties=t.count("time.periods.ties", period.figures.ties),
        new=t.number(len(period.new)),
        ended=t.number(len(period.ended)),
    )


def years_sentence(t: Words, found: Periods) -> str:
    """Say how many collaborations there are in the last year, and in which year most of them began."""
    if not found.periods:
        return t("time.periods.none")
    last = found.periods[-1]
    return t.count(
        "time.periods.overview",
        last.figures.ties,
        year=str(last.year),
        actors=t.count("time.periods.actors", last.figures.actors),
        busiest=_busiest(t, found.periods),
    )


def all_begun(periods: Sequence[Period]) -> int:
    """Count the collaborations that began in any of the years."""
    return sum(len(period.new) for period in periods)


def _busiest(t: Words, periods: Sequence[Period]) -> str:
    """Say in which years most collaborations began; nothing where none or a single one began."""
    first, every = most(periods, lambda period: len(period.new)), all_begun(periods)
    if every < 2 or not first:
        return ""
    if len(first[0].new) == every:
        return t("time.periods.all_began", year=str(first[0].year))
    years = t.names(str(period.year) for period in first)
    return t.count("time.periods.busiest", len(first), years=years, began=t.number(len(first[0].new)))


def periods_details(t: Words, found: Periods, *, undated: bool) -> list[str]:
    """Say what has no date and whether it is shown, and the rule for what has no end.

    Parameters
    ----------
    t
        Words of the language.
    found
        The network year by year.
    undated
        Whether ties without a date are shown, too.
    """
    said = []
    if found.undated_ties:
        shown = t("time.periods.shown" if undated else "time.periods.hidden")
        said.append(t.count("time.periods.undated", len(found.undated_ties), shown=shown))
    return [*said, t("time.periods.rule")]


def state_words(t: Words) -> dict[str, str]:
    """Words for the states of a tie, by code."""
    return {state: t(f"time.state.{state}") for state in STATES}


def figure_words(t: Words) -> dict[str, str]:
    """Names of the yearly figures, by code."""
    return {figure: t(f"time.figure.{figure}") for figure in (*FIGURES, "largest")}


def chart_titles(t: Words) -> dict[str, str]:
    """Titles in the tooltips of all charts of time."""
    return {name: t(f"time.chart.{name}") for name in ("label", "text", "year", "value")}


def chart_locale(t: Words) -> Mapping[str, Any]:
    """Collect the number and date words for the axes of charts, as Vega wants them."""
    thousands, decimal = (".", ",") if t.language == "de" else (",", ".")
    percent = t.percent(0)[1:]
    names = {"months": "months", "shortMonths": "short_months", "days": "days", "shortDays": "short_days"}
    formats = {"dateTime": "%d.%m.%Y %H:%M", "date": "%d.%m.%Y", "time": "%H:%M", "periods": ["", ""]}
    return {
        "number": {
            "decimal": decimal,
            "thousands": thousands,
            "grouping": [3],
            "currency": ["", ""],
            "percent": percent,
        },
        "time": formats | {name: t(f"time.locale.{key}").split(";") for name, key in names.items()},
    }


def years_in_brief(view: View) -> str:
    """Say how the network stands in the last year, and when most of it began."""
    return years_sentence(view.t, asked_periods(view))


def years_carried(view: View, found: Sequence[Carrying]) -> str:
    """Say which large consortia carry the cooperations of the years; ``""`` when none does."""
    return through(view, found, "time.periods.carried")


def timeline_in_brief(view: View) -> str:
    """Say how many projects have a date, and what has none."""
    found = asked_timeline(view)
    return " ".join((timeline_sentence(view.t, found), *timeline_details(view.t, found)))
