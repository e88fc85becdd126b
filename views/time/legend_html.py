"""The legends of timeline and year panels as HTML, with samples drawn as in the pictures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape

from graph.history.timeline import Timeline
from graph.picture.charts.panels import state_looks
from views.language.words import Words
from views.time.legend import entries
from views.time.words import state_words

_WIDE, _HIGH = 34, 16  # px of a sample


def legend_html(t: Words, found: Timeline, theme: str) -> str:
    """HTML of the legend of a timeline; every text is escaped, samples are small SVG pictures.

    Parameters
    ----------
    t
        Words of the language.
    found
        Projects on the line of time.
    theme
        ``light`` or ``dark``.
    """
    parts = "".join(_group(heading, items) for heading, items in entries(t, found, theme).items())
    return _section(t, parts)


def states_html(t: Words, theme: str) -> str:
    """HTML of the legend of the year panels."""
    words = state_words(t)
    items = [(_line(*looks), words[state]) for state, looks in reversed(list(state_looks(theme).items()))]
    return _section(t, _group(t("time.state_title"), items))


def _section(t: Words, parts: str) -> str:
    return f'<section class="legend" aria-label="{escape(t("legend.title"))}">{parts}</section>'


def _group(heading: str, items: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f"<li>{_image(sample)}<span>{escape(text)}</span></li>" for sample, text in items)
    return f"<p>{escape(heading)}</p><ul>{listed}</ul>" if listed else ""


def _image(shapes: str) -> str:
    """SVG as an image: Streamlit takes inline SVG out of HTML."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}">{shapes}</svg>'
    address = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return f'<img src="{address}" width="{_WIDE}" height="{_HIGH}" alt="">'


def _line(colour: str, width: float, dash: tuple[int, int]) -> str:
    dashes = f' stroke-dasharray="{dash[0]} {dash[1]}"' if dash[1] else ""
    return f'<path d="M2 8h30" stroke="{colour}" stroke-width="{width}"{dashes}/>'
