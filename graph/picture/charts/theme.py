"""What all charts share: colours of light and dark, type, accessible name, number and date words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from graph.picture.palette import LINES

Spec = dict[str, Any]
Rows = list[dict[str, Any]]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"  # an identifier, never fetched
FONT = "Source Sans, Segoe UI, Arial, Liberation Sans, sans-serif"
FAINT = 0.12  # opacity of what is not selected

_NO_LOCALE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ChartLook:
    """How a chart is drawn.

    Attributes
    ----------
    theme
        ``light`` or ``dark``.
    width
        Pixels, or ``None`` for the width of the container.
    size
        Size of text in pixels.
    locale
        Number and date words for axes, as in Vega's ``config.locale``.
    """

    theme: str = "light"
    width: int | None = None
    size: int = 13
    locale: Mapping[str, Any] = field(default_factory=lambda: _NO_LOCALE)

    def colour(self, role: str) -> str:
        """Colour of a role in `graph.picture.palette.LINES`."""
        return LINES[self.theme][role]


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word a chart needs.

    Attributes
    ----------
    words
        ``description`` (the answer in a sentence) and the titles the chart names.
    labels
        Name for each key drawn.
    texts
        Amount or date in words for each key drawn.
    """

    words: Mapping[str, str]
    labels: Mapping[str, str]
    texts: Mapping[str, str]


OF_TYPE = "_of_type"


def of_type(name: str) -> str:
    """Name of a length of a chart, in px, that grows where a page needs larger type."""
    return f"{name}{OF_TYPE}"


def framed(look: ChartLook, description: str, body: Mapping[str, Any]) -> Spec:
    """Complete a specification: schema, accessible name, width and theme.

    Parameters
    ----------
    look
        How to draw.
    description
        Accessible name: the answer in a sentence, read out by screen readers.
    body
        Marks, data and encodings.
    """
    width = {} if "facet" in body or "vconcat" in body else {"width": look.width or "container"}
    return {
        "$schema": SCHEMA,
        "description": description,
        "usermeta": {"embedOptions": {"actions": False}},
        **width,
        **body,
        "config": _config(look),
    }


def _config(look: ChartLook) -> Spec:
    ink, quiet = look.colour("ink"), look.colour("quiet")
    text = {"labelColor": ink, "labelFontSize": look.size, "titleColor": quiet, "titleFontSize": look.size}
    return {
        "background": look.colour("paper"),
        "font": FONT,
        "view": {"stroke": None},
        "axis": {**text, "titleFontWeight": "normal", "gridOpacity": 0.25, "domainColor": quiet, "tickColor": quiet},
        "header": {**text, "labelFontWeight": "bold"},
        "legend": text,
        "text": {"fill": ink, "fontSize": look.size},
        "aria": True,
        **({"locale": dict(look.locale)} if look.locale else {}),
    }


def picking(name: str, column: str = "key", chosen: str = "") -> Spec:
    """Select by clicking: a click picks one value of a column, a click beside it picks nothing.

    ``chosen`` is picked from the start.

    Parameters
    ----------
    name
        Name of the selection.
    column
        Column whose value is picked.
    chosen
        What is picked from the start; ``""`` for nothing.
    """
    start = {"value": [{column: chosen}]} if chosen else {}
    return {"name": name, "select": {"type": "point", "fields": [column], "toggle": False}, **start}


def dimmed_unless(name: str, full: float = 1) -> Spec:
    """Opacity that fades what is not picked."""
    return {"condition": {"param": name, "value": full, "empty": True}, "value": FAINT}


def values(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Inline data."""
    return {"values": [dict(row) for row in rows]}


def quantity(column: str, **rest: Any) -> Spec:  # noqa: ANN401 (a specification holds anything)
    """Channel of a number, without an axis unless asked for."""
    return {"field": column, "type": "quantitative", "axis": None, **rest}


def named(words: Mapping[str, str]) -> Spec:
    """Channels that say what a mark with a ``label`` and a ``text`` is: in a tooltip, and read out.

    Without a description of its own, a mark would be read out with its coordinates and colours.
    """
    return {
        "tooltip": tooltip(words, "label", "text"),
        "description": {"value": {"expr": "datum.label + ': ' + datum.text"}},
    }


def tooltip(words: Mapping[str, str], *columns: str) -> list[Spec]:
    """Channels of a tooltip; titles from ``words``."""
    return [{"field": column, "type": "nominal", "title": words[column]} for column in columns]


def room_for_names(pixels: int) -> Spec:
    """Axis that draws nothing but keeps room for names to the left of the marks."""
    return {"labels": False, "ticks": False, "domain": False, "title": None, "minExtent": pixels}
