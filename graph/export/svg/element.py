"""Elements of SVG; every text and attribute is escaped when the tree is written."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from graph.export.plain import clean
from graph.giving_up import ensure_wanted

Element = ET.Element

NAMESPACE = "http://www.w3.org/2000/svg"
FAMILY = "Source Sans Pro"  # shipped in graph/export/fonts
FONT = f"{FAMILY}, 'Source Sans 3', 'Source Sans', 'Segoe UI', Arial, sans-serif"


def element(tag: str, *children: Element, **attributes: str | float) -> Element:
    """Element with children; ``_`` in a name stands for ``-``, numbers are written short.

    Parameters
    ----------
    tag
        Name of the element.
    *children
        Elements inside, in their order.
    **attributes
        Attributes by their names; ``_`` stands for ``-``.
    """
    ensure_wanted()
    made = ET.Element(tag, {name.replace("_", "-"): _written(value) for name, value in attributes.items()})
    made.extend(children)
    return made


def text_element(tag: str, text: str, **attributes: str | float) -> Element:
    """Element that holds text from the data.

    Parameters
    ----------
    tag
        Name of the element.
    text
        The text.
    **attributes
        Attributes by their names; ``_`` stands for ``-``.
    """
    made = element(tag, **attributes)
    made.text = clean(text)
    return made


def document(
    width: float,
    height: float,
    children: Iterable[Element],
    *,
    title: str = "",
    description: str = "",
    language: str = "",
) -> str:
    """SVG document with its accessible name and description.

    Parameters
    ----------
    width
        Width in px.
    height
        Height in px.
    children
        Elements inside, in their order.
    title
        Accessible name.
    description
        Accessible description.
    language
        Language of both, such as ``de``.
    """
    root = element("svg", xmlns=NAMESPACE, width=width, height=height, viewBox=f"0 0 {width:g} {height:g}")
    root.set("font-family", FONT)
    if title:
        root.set("role", "img")
        root.set("aria-labelledby", "title description")
        root.append(text_element("title", title, id="title"))
        root.append(text_element("desc", description or title, id="description"))
    if language:
        root.set("lang", language)
        root.set("xml:lang", language)
    root.extend([*children])
    return ET.tostring(root, encoding="unicode")


def _written(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
