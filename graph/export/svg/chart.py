"""A Vega-Lite chart as SVG, drawn without a browser and without asking any host."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring

from graph.export.pictures import Chart, MarkSample
from graph.export.plain import cleaned
from graph.export.svg.element import FAMILY, FONT, Element, element
from graph.export.svg.lists import stacked
from graph.export.svg.paragraph import Piece, Style, line_of_text, paragraph
from graph.export.svg.signs import one_unit_each
from graph.memory import remembered
from graph.picture.labels import text_width

FONTS = Path(__file__).parent.parent / "fonts"
_NAMESPACE = re.compile(r"\{[^}]*\}")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_INHERITED = frozenset({"constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "toLocaleString"})
_UNSEEN = "\N{WORD JOINER}"
_FOREIGN = frozenset({"script", "foreignObject", "image", "a", "style"})
SMALL = 12.5  # px of the line above a chart and of the texts of its samples
_BESIDE, _APART, _LINE = 40.0, 18.0, 23.0  # px of a sample to its text, of samples, of a line
_WIDTH, _LARGEST = 900.0, 1.25  # px of a chart that takes the width it is given, and how much larger it may become
_MOST_BESIDE = 0.6  # of the width for names beside a chart
_FULL, _ABOVE = 0.97, 12.0  # of the width, and px above the samples


@cache
def _drawer() -> ModuleType:
    """Load the drawing library with the first chart; it measures texts in the typeface they are shown in."""
    import vl_convert  # noqa: PLC0415 - see `graph.export.formats`

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def chart(shown: Chart, width: float, high: float, small: float = SMALL) -> Piece:
    """Draw a chart as wide as the room and no higher; above it what it counts, below it its samples.

    Parameters
    ----------
    shown
        The chart.
    width, high
        Room in px.
    small
        px of what it counts and of the texts of its samples.
    """
    if shown.caption:
        caption = paragraph(shown.caption, Style(small), width)
        rest = chart(replace(shown, caption=""), width, high - caption.height - _ABOVE, small)
        return stacked([caption, rest], gap=_ABOVE)
    if not shown.samples:
        return _fitted(shown, width, high)
    samples = _samples(shown.samples, width, Style(small))
    return stacked([_fitted(shown, width, high - samples.height - _ABOVE), samples], gap=_ABOVE)


def _samples(samples: Sequence[MarkSample], width: float, style: Style) -> Piece:
    """Draw samples with their texts, as many beside each other as fit."""
    made, left, top = [], 0.0, 0.0
    for one in samples:
        wide = _BESIDE + text_width(one.text, style.size) + _APART
        if left and left + wide > width:
            left, top = 0.0, top + _LINE
        words = line_of_text(one.text, _BESIDE, 13, style)
        shapes = fromstring(f"<g>{one.shapes}</g>")
        made.append(element("g", shapes, words, transform=f"translate({left:.2f} {top:.2f})"))
        left += wide
    return Piece(tuple(made), top + _LINE)


def _fitted(shown: Chart, width: float, high: float) -> Piece:
    """Draw a chart; one that is as high as the room is drawn wider, so that it still fills the width."""
    inner = max(min(width, _WIDTH), shown.least_width)
    drawn = _tree(shown.spec, inner)
    beside = _size(drawn)[0] - inner  # px of the names, which are not made smaller when the bars can be shorter
    if 0 < beside < width * _MOST_BESIDE and _size(drawn)[0] > width:
        drawn = _tree(shown.spec, max(width - beside, shown.least_width))
    zoom = _zoom(drawn, width, high)
    if _size(drawn)[0] * zoom < width * _FULL:
        drawn = _tree(shown.spec, width / zoom)
        zoom = _zoom(drawn, width, high)
    group = element("g", transform=f"scale({zoom:.4f})")
    group.extend([*drawn])
    return Piece((group,), _size(drawn)[1] * zoom)


def _zoom(drawn: Element, width: float, high: float) -> float:
    wide, tall = _size(drawn)
    return min(width / wide, high / tall, _LARGEST)


def _size(drawn: Element) -> tuple[float, float]:
    wide, tall = (float(part) for part in drawn.get("viewBox", "0 0 1 1").split()[2:])
    return max(wide, 1.0), max(tall, 1.0)


def _tree(spec: Mapping[str, Any], width: float) -> Element:
    wanted = _distinct(cleaned(spec))
    wanted["config"] = {**wanted.get("config", {}), "font": FAMILY, "background": "white"}
    if wanted.get("width") == "container":
        wanted["width"] = round(width)
    for part in wanted.get("vconcat", ()):
        if part.get("width") == "container":
            part["width"] = round(width)
    simple, signs = one_unit_each(wanted)
    return _plain(fromstring(_drawn(simple).translate(signs)))


@remembered(32)
def _drawn(spec: str) -> str:
    """Draw a specification; one that leaves in several formats is drawn once."""
    drawn: str = _drawer().vegalite_to_svg(spec, allowed_base_urls=[])
    return drawn


def _distinct(value: Any) -> Any:  # noqa: ANN401 - a document of JSON holds anything
    """Tell texts of the data from what every object of JavaScript has: Vega takes a category for it, and fails."""
    if isinstance(value, str):
        return f"{value}{_UNSEEN}" if value in _INHERITED else value
    if isinstance(value, dict):
        return {key: _distinct(item) for key, item in value.items()}
    return [_distinct(item) for item in value] if isinstance(value, list) else value


def _plain(tree: ET.Element) -> ET.Element:
    """Take out namespaces and what could fetch or run anything; a chart has none of it, unless a text became markup."""
    for parent in list(tree.iter()):
        parent.tag = _NAMESPACE.sub("", str(parent.tag))
        for name in [name for name in parent.attrib if "{" in name or name.startswith("on")]:
            del parent.attrib[name]
        if "font-family" in parent.attrib:
            parent.set("font-family", FONT)
        for child in list(parent):
            if _NAMESPACE.sub("", str(child.tag)) in _FOREIGN:
                parent.remove(child)
    return _numbered(tree)


def _numbered(tree: ET.Element) -> ET.Element:
    """Name what is referred to by its place in the picture: Vega goes on counting from one picture to the next."""
    names = [part.attrib["id"] for part in tree.iter() if "id" in part.attrib]
    new = {old: f"part{place}" for place, old in enumerate(names)}
    for part in tree.iter():
        for name, value in part.attrib.items():
            if name == "id":
                part.set(name, new[value])
            elif found := _REFERENCE.fullmatch(value):
                part.set(name, f"url(#{new.get(found[1], found[1])})")
    return tree
