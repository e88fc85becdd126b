"""A Vega-Lite chart as SVG, drawn without a browser and without asking any host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import vl_convert
from defusedxml.ElementTree import fromstring

from graph.export.plain import cleaned
from graph.export.svg.element import FAMILY, FONT, Element, element

FONTS = Path(__file__).parent.parent / "fonts"
_NAMESPACE = re.compile(r"\{[^}]*\}")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_INHERITED = frozenset({"constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "toLocaleString"})
_UNSEEN = "\N{WORD JOINER}"
_FOREIGN = frozenset({"script", "foreignObject", "image", "a", "style"})
_WIDTH = 900  # px of a chart that takes the width it is given


@cache
def _fonts() -> None:
    """Let the drawing library measure texts in the typeface they are shown in; once a process."""
    vl_convert.register_font_directory(str(FONTS))


def chart(spec: Mapping[str, Any], width: float) -> tuple[Element, float]:
    """Draw a chart at the full width, in px, and return its height too."""
    drawn = _tree(spec, width)
    wide, high = (float(part) for part in drawn.get("viewBox", "0 0 1 1").split()[2:])
    scale = min(width / wide, 1.25)
    group = element("g", transform=f"scale({scale:.4f})")
    group.extend(drawn)
    return group, high * scale


def _tree(spec: Mapping[str, Any], width: float) -> Element:
    _fonts()
    wanted = _distinct(cleaned(spec))
    wanted["config"] = {**wanted.get("config", {}), "font": FAMILY, "background": "white"}
    if wanted.get("width") == "container":
        wanted["width"] = round(min(width, _WIDTH))
    for part in wanted.get("vconcat", ()):
        if part.get("width") == "container":
            part["width"] = round(min(width, _WIDTH))
    drawn = vl_convert.vegalite_to_svg(wanted, allowed_base_urls=[])
    return _plain(fromstring(drawn))


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
