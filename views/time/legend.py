"""Samples and words of the legend of a timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.history.timeline import Timeline, TimelineBar
from graph.picture.charts.timebars import PALE, look_of_status
from graph.picture.palette import LINES
from graph.vocabulary import Status
from views.language.words import Words
from views.time.words import timeline_legend


def entries(t: Words, found: Timeline, theme: str) -> dict[str, list[tuple[str, str]]]:
    """Sample in SVG and text of each entry, by the heading it stands under.

    Parameters
    ----------
    t
        Words of the language.
    found
        Projects on the line of time.
    theme
        ``light`` or ``dark``.
    """
    colours = LINES[theme]
    counts = Counter(bar.status for bar in _bars(found))
    statuses = [
        (_status(colours, status), t("legend.entry", name=t.term("status", status), n=t.number(counts[status])))
        for status in (*Status, "")
        if counts[status]
    ]
    words = timeline_legend(t)
    marks = [(_sample(colours, name), words[name]) for name in words if name in occurring(found)]
    return {t("time.timeline.legend_title.status"): statuses, t("time.timeline.legend_title.marks"): marks}


def _status(colours: Mapping[str, str], status: str) -> str:
    opacity, role = look_of_status(status)
    return _bar(colours[role], opacity)


def _sample(colours: Mapping[str, str], name: str) -> str:
    main, ink = colours["primary"], colours["ink"]
    shapes = {
        "folded": _shade(colours["tie"], 0.25, x=2) + _shade(colours["tie"], 0.7, x=17),
        "sure": _bar(main, 1),
        "unsure": _bar(main, PALE, x=2, width=10) + _bar(main, 1, x=12, width=10) + _bar(main, PALE, x=22, width=10),
        "doubtful": _bar(main, PALE, dash="3 2"),
        "open": f'{_bar(main, 1, width=20)}<path d="M24 2l8 6-8 6z" fill="{main}"/>',
        "event": _diamond(ink, ink),
        "event_unsure": _diamond("none", ink),
        "cancelled": f'<path d="M12 3l10 10m0-10l-10 10" stroke="{ink}" stroke-width="2"/>',
        "today": f'<path d="M17 0v16" stroke="{colours["selected"]}" stroke-width="1.5"/>',
    }
    return shapes[name]


def _bar(colour: str, opacity: float, *, x: float = 2, width: float = 30, dash: str = "none") -> str:
    outline = f'stroke="{colour}" stroke-width="1.2" stroke-dasharray="{dash}"'
    return f'<rect x="{x}" y="2" width="{width}" height="12" fill="{colour}" fill-opacity="{opacity}" {outline}/>'


def _shade(colour: str, opacity: float, *, x: float) -> str:
    return f'<rect x="{x}" y="1" width="15" height="14" fill="{colour}" fill-opacity="{opacity}"/>'


def _diamond(fill: str, stroke: str) -> str:
    return f'<path d="M17 2l6 6-6 6-6-6z" fill="{fill}" stroke="{stroke}" stroke-width="1.2"/>'


def occurring(found: Timeline) -> set[str]:
    """Find which entries the legend of a timeline needs, by code."""
    bars = _bars(found)
    marks = [mark for bar in bars for mark in bar.marks]
    ends = [end for bar in bars for end in (bar.span.start, bar.span.end)]
    needed = {
        "folded": any(group.folded for group in found.groups),
        "sure": bool(bars),
        "unsure": any(end.earliest != end.latest or not end.known for end in ends),
        "doubtful": any(end.doubtful for end in ends),
        "open": any(end.open for end in ends),
        "event": bool(marks),
        "event_unsure": any(mark.span.start.earliest != mark.span.start.latest for mark in marks),
        "cancelled": any(mark.status == Status.CANCELLED for mark in marks),
        "today": bool(found.groups),
    }
    return {name for name, wanted in needed.items() if wanted}


def _bars(found: Timeline) -> list[TimelineBar]:
    """Bars drawn project by project."""
    return [bar for group in found.groups if not group.folded for bar in group.bars]
