"""The legend of the timeline: which statuses occur, and what outlines and marks mean."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape

import streamlit as st

from graph.history.timeline import Bar, Timeline
from graph.picture.charts.panels import state_looks
from graph.picture.charts.timebars import PALE, look_of_status
from graph.picture.palette import LINES
from graph.vocabulary import Status
from ui.legend import STYLE
from views.language.words import Words
from views.time.words import state_words, timeline_legend

_WIDE, _HIGH = 34, 16  # px of a sample


def legend(t: Words, found: Timeline) -> None:
    """Show the legend of a timeline in the visitor's theme."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    st.html(f"<style>{STYLE}</style>{legend_html(t, found, theme)}")


def legend_html(t: Words, found: Timeline, theme: str) -> str:
    """HTML of the legend; every text is escaped, samples are small SVG pictures."""
    parts = "".join(_group(heading, items) for heading, items in entries(t, found, theme).items())
    return f'<section class="legend" aria-label="{escape(t("legend.title"))}">{parts}</section>'


def entries(t: Words, found: Timeline, theme: str) -> dict[str, list[tuple[str, str]]]:
    """Sample in SVG and text of each entry, by the heading it stands under."""
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


def _bars(found: Timeline) -> list[Bar]:
    """Bars drawn project by project."""
    return [bar for group in found.groups if not group.folded for bar in group.bars]


def _group(heading: str, items: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f"<li>{_image(sample)}<span>{escape(text)}</span></li>" for sample, text in items)
    return f"<p>{escape(heading)}</p><ul>{listed}</ul>" if listed else ""


def _image(shapes: str) -> str:
    """SVG as an image: Streamlit takes inline SVG out of HTML."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}">{shapes}</svg>'
    address = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return f'<img src="{address}" width="{_WIDE}" height="{_HIGH}" alt="">'


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


def states_legend(t: Words) -> None:
    """Show the legend of the year panels in the visitor's theme."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    words = state_words(t)
    items = [(_line(*looks), words[state]) for state, looks in reversed(state_looks(theme).items())]
    group = _group(t("time.state_title"), items)
    st.html(f'<style>{STYLE}</style><section class="legend" aria-label="{escape(t("legend.title"))}">{group}</section>')


def _line(colour: str, width: float, dash: tuple[int, int]) -> str:
    dashes = f' stroke-dasharray="{dash[0]} {dash[1]}"' if dash[1] else ""
    return f'<path d="M2 8h30" stroke="{colour}" stroke-width="{width}"{dashes}/>'
