"""The timeline of projects: solid where sure, pale where not, an arrow where no end is known, events as marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from graph.history.timeline import BarGroup, Timeline, TimelineBar
from graph.picture.charts.days import drawn_days, extent, shifted
from graph.picture.charts.theme import (
    ChartLook,
    Rows,
    Spec,
    Wording,
    dimmed_unless,
    framed,
    named,
    picking,
    room_for_names,
    tooltip,
    values,
)
from graph.vocabulary import Status

ROW = 22  # pixels per line
NAMES = 280  # pixels for the names beside the lines
INDENT = 14
_YEARS = timedelta(days=3 * 365)  # longer ones have years on the axis of a file: of months, some are left out
_YEARLY = {"tickCount": "year", "format": "%Y"}
PALE = 0.13  # opacity of days that are not sure

_STYLES: Mapping[str, tuple[float, str]] = {
    Status.ONGOING: (1.0, "primary"),
    Status.APPROVED: (0.65, "primary"),
    Status.COMPLETED: (0.35, "primary"),
    Status.CANCELLED: (0.0, "tie"),
    Status.UNKNOWN: (0.35, "tie"),
    "": (0.35, "tie"),
}
_NOT_BEGUN = (0.0, "primary")


def timebars(
    timeline: Timeline,
    wording: Wording,
    look: ChartLook | None = None,
    *,
    today: date | None = None,
    chosen: str = "",
    fixed: bool = False,
) -> Spec:
    """Draw a timeline; the selection ``project`` reports the key of the project or folded group clicked.

    Parameters
    ----------
    timeline
        Groups of bars.
    wording
        Labels for every project id, and for every group under `group_key`; texts (dates in words) for every
        project id and for every event under `mark_key`. Words: ``description``, titles ``label`` and ``text``
        of the tooltip.
    look
        How to draw; light by default.
    today
        Day of the line of today, usually the as-of date.
    chosen
        Key of the project that is picked from the start.
    fixed
        Whether nobody can look closer, as in a file.
    """
    look = look or ChartLook()
    rows = _lines(timeline, wording.labels)
    first, last = extent(timeline, today)
    order = [row["row"] for row in rows]
    solid, pale, marks, density, arrows = [], [], [], [], []
    for group in timeline.groups:
        if group.folded:
            density += _density(group, wording.labels[group_key(group)])
            continue
        for bar in group.bars:
            drawn = _row(bar, wording, look)
            sure, unsure = drawn_days(bar, first, last, today)
            solid += [_ranged(drawn, *days) for days in sure]
            pale += [_ranged(drawn, *days) for days in unsure]
            arrows += [{**drawn, "from": last.isoformat()}] if bar.span.end.open else []
            marks += _marks(bar, wording)
    axis = {"title": None, "orient": "top", "grid": True, **(_YEARLY if fixed and last - first > _YEARS else {})}
    x = {"field": "from", "type": "temporal", "axis": axis}
    body = {
        "height": ROW * max(len(rows), 1),
        "encoding": {
            "x": {**x, "scale": {"nice": False}},
            "y": {"field": "row", "type": "nominal", "sort": order, "axis": room_for_names(NAMES)},
        },
        "layer": [
            {**_edges(first, last), "params": [picking("project", "row", chosen), _zoom()]},
            _names(rows, wording.words, look),
            *([_folded(density, wording.words, look)] if density else []),
            *([_ranges(pale, wording.words, PALE)] if pale else []),
            *([_ranges(solid, wording.words, None)] if solid else []),
            *([_arrows(arrows)] if arrows else []),
            *([_points(marks, wording.words, look)] if marks else []),
            *([_today(today, look)] if today else []),
        ],
    }
    return framed(look, wording.words["description"], body)


def look_of_status(status: str) -> tuple[float, str]:
    """Opacity of the fill and colour role of a bar; the outline is always there, so hollow means not begun."""
    return _STYLES.get(status, _NOT_BEGUN)


def group_key(group: BarGroup) -> str:
    """Key of a group in labels and selections."""
    return f"group {group.category.role} {group.category.code}"


def mark_key(project: str, number: int) -> str:
    """Key of a project's event, counted from 0, in texts."""
    return f"{project} {number}"


def _lines(timeline: Timeline, labels: Mapping[str, str]) -> Rows:
    rows = []
    for group in timeline.groups:
        if timeline.by or group.folded:
            key = group_key(group)
            rows.append({"row": key, "label": labels[key], "heading": True})
        if not group.folded:
            rows += [{"row": bar.project, "label": labels[bar.project], "heading": False} for bar in group.bars]
    return rows


def _row(bar: TimelineBar, wording: Wording, look: ChartLook) -> dict[str, object]:
    opacity, role = look_of_status(bar.status)
    return {
        "row": bar.project,
        "label": wording.labels[bar.project],
        "text": wording.texts[bar.project],
        "fill": look.colour(role),
        "full": opacity,
        "dash": bar.span.start.doubtful or bar.span.end.doubtful,
    }


def _ranged(row: Mapping[str, object], start: date, end: date) -> dict[str, object]:
    return {**row, "from": start.isoformat(), "to": shifted(end, timedelta(days=1)).isoformat()}


def _marks(bar: TimelineBar, wording: Wording) -> Rows:
    return [
        {
            "row": bar.project,
            "label": wording.labels[bar.project],
            "text": wording.texts[mark_key(bar.project, number)],
            "from": mark.span.first.isoformat(),
            "sure": mark.span.start == mark.span.end or mark.span.start.earliest == mark.span.start.latest,
            "off": mark.status == Status.CANCELLED,
        }
        for number, mark in enumerate(bar.marks)
        if mark.span.first
    ]


def _density(group: BarGroup, label: str) -> Rows:
    most = max((count for _, count in group.per_year), default=1)
    return [
        {
            "row": group_key(group),
            "label": label,
            "text": f"{year}: {n}",
            "from": f"{year:04d}-01-01",
            "to": f"{year:04d}-12-31",
            "n": n,
            "part": n / most,
        }
        for year, n in group.per_year
    ]


def _edges(first: date, last: date) -> Spec:
    """Draw nothing, but make the line of time reach from the first to the last day."""
    return {
        "data": values([{"from": day.isoformat()} for day in (first, last)]),
        "mark": {"type": "rule", "opacity": 0, "aria": False},
        "encoding": {"y": {"value": 0}},
    }


def _names(rows: Rows, words: Mapping[str, str], look: ChartLook) -> Spec:
    bold = {"fontWeight": "bold", "dx": -NAMES, "limit": NAMES - 8, "fill": look.colour("ink")}
    light = {"dx": INDENT - NAMES, "limit": NAMES - INDENT - 8, "fill": look.colour("quiet")}
    # names lie outside the years, which clip everything else when the visitor zooms
    mark = {"type": "text", "align": "left", "clip": False, "cursor": "pointer"}
    return {
        "data": values(rows),
        # marks without a tooltip could not be clicked
        "encoding": {"x": {"value": 0}, "text": {"field": "label"}, "tooltip": tooltip(words, "label")},
        "layer": [
            {"transform": [{"filter": "datum.heading"}], "mark": {**mark, **bold}},
            {"transform": [{"filter": "!datum.heading"}], "mark": {**mark, **light}},
        ],
    }


_COUNT = {"type": "text", "align": "left", "dx": 3, "clip": True, "aria": False}


def _folded(rows: Rows, words: Mapping[str, str], look: ChartLook) -> Spec:
    opacity = {
        "field": "part",
        "type": "quantitative",
        "scale": {"domain": [0, 1], "range": [0.1, 0.8]},
        "legend": None,
    }
    return {
        "data": values(rows),
        "layer": [
            {
                "mark": {
                    "type": "bar",
                    "height": ROW - 6,
                    "color": look.colour("tie"),
                    "clip": True,
                    "cursor": "pointer",
                },
                "encoding": {"x2": {"field": "to"}, "opacity": opacity, **named(words)},
            },
            {
                "mark": {**_COUNT, "fontSize": look.size - 2},
                "encoding": {"text": {"field": "n"}},
            },
        ],
    }


def _ranges(rows: Rows, words: Mapping[str, str], opacity: float | None) -> Spec:
    fill = {"value": opacity} if opacity is not None else {"field": "full", "type": "quantitative", "scale": None}
    dash = {"condition": {"test": "datum.dash", "value": [3, 2]}, "value": [1, 0]}
    return {
        "data": values(rows),
        "mark": {"type": "bar", "height": ROW - 8, "clip": True, "strokeWidth": 1.2, "cursor": "pointer"},
        "encoding": {
            "x2": {"field": "to"},
            "fill": {"field": "fill", "type": "nominal", "scale": None},
            "stroke": {"field": "fill", "type": "nominal", "scale": None},
            "fillOpacity": fill,
            "strokeOpacity": {"value": 1 if opacity is None else 0.5},
            "strokeDash": dash,
            "opacity": dimmed_unless("project"),
            **named(words),
        },
    }


def _arrows(rows: Rows) -> Spec:
    """Arrow heads where the data say that there is no end."""
    return {
        "data": values(rows),
        "mark": {"type": "point", "shape": "triangle-right", "size": 90, "filled": True, "opacity": 1},
        "encoding": {"color": {"field": "fill", "type": "nominal", "scale": None}},
    }


def _points(rows: Rows, words: Mapping[str, str], look: ChartLook) -> Spec:
    shape = {"condition": {"test": "datum.off", "value": "cross"}, "value": "diamond"}
    fill = {
        "condition": {"test": "datum.sure && !datum.off", "value": look.colour("ink")},
        "value": look.colour("paper"),
    }
    return {
        "data": values(rows),
        "mark": {"type": "point", "size": 60, "stroke": look.colour("ink"), "clip": True, "opacity": 1},
        "encoding": {"shape": shape, "fill": fill, **named(words)},
    }


def _today(today: date, look: ChartLook) -> Spec:
    return {
        "data": values([{"from": today.isoformat()}]),
        "mark": {"type": "rule", "color": look.colour("selected"), "strokeWidth": 1.5},
        "encoding": {"y": {"value": 0}, "y2": {"value": "height"}},
    }


def _zoom() -> Spec:
    """Dragging moves the years; the wheel zooms only with the control key, so that the page still scrolls."""
    select = {"type": "interval", "encodings": ["x"], "zoom": "wheel![event.ctrlKey]"}
    return {"name": "years", "select": select, "bind": "scales"}
