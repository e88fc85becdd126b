"""Elements of HTML; every text and attribute is escaped when the tree is written."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

from graph.export.plain import clean, cleaned
from graph.giving_up import ensure_wanted

Tag = ET.Element

# inside a script these could end it, open a comment, or end a line of JavaScript
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class PageText(io.StringIO):
    """Text of a page, which the library ends to write when nobody waits for it."""

    def write(self, part: str, /) -> int:
        """Write a part."""
        ensure_wanted()
        return super().write(part)


def tag(kind: str, text: str = "", /, children: Iterable[Tag] = (), **attributes: str) -> Tag:
    """Element with text, then children; ``_`` in names of attributes stands for ``-``, at their end for nothing.

    Parameters
    ----------
    kind
        Name of the element, such as ``section``.
    text
        Text inside; it is escaped when it is written.
    children
        Elements that follow the text.
    **attributes
        Attributes by their names, with ``_`` for ``-``.
    """
    made = ET.Element(kind, {key.rstrip("_").replace("_", "-"): clean(value) for key, value in attributes.items()})
    made.text = clean(text) or None
    made.extend([*children])
    return made


def script(content: str, **attributes: str) -> Tag:
    """Script of our own; its text is written as it is.

    Raises
    ------
    ValueError
        If the text would end the script.
    """
    if "</script" in content.lower() or "<!--" in content:
        raise ValueError("the script would end too early")
    made = ET.Element("script", attributes)
    # browsers hash and run a script with Unix line ends
    made.text = content.replace("\r\n", "\n").replace("\r", "\n")
    return made


def data(content: Any, **attributes: str) -> Tag:  # noqa: ANN401 - a document of JSON holds anything
    """Document of JSON in a script that is never run."""
    text = json.dumps(cleaned(content), ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return script(text, type="application/json", **attributes)


def image(svg: str, alt: str, where: str = "") -> Tag:
    """Picture inside the page; as an image it can neither run nor fetch anything.

    Parameters
    ----------
    svg
        The picture.
    alt
        What it shows; ``""`` for a sample beside its words.
    where
        ``on-screen`` or ``on-paper``, by default both.
    """
    address = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return tag(
        "img", src=address, alt=alt, class_=" ".join(name for name in ("still" if alt else "sample", where) if name)
    )


def written(root: Tag) -> str:
    """Return the document."""
    page = PageText("<!DOCTYPE html>\n")
    page.seek(0, io.SEEK_END)
    ET.ElementTree(root).write(page, encoding="unicode", method="html")
    return page.getvalue()


def written_part(part: Tag) -> str:
    """Return a part of a document."""
    return ET.tostring(part, encoding="unicode", method="html")
