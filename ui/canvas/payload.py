"""What is sent to the canvas in the browser: a drawing as columns, its words, and where its library is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.picture.drawn import Drawing
from graph.picture.message import bits, emphasis, message
from ui.canvas.assets import library_address
from views.network.canvas_words import picture_words

__all__ = ["bits", "picture", "picture_words", "view"]


def picture(drawing: Drawing, words: Mapping[str, str]) -> dict[str, Any]:
    """Nodes, lines, words and options: all that a click or a dimming filter does not change."""
    return {**message(drawing), "words": picture_words(words), "library": library_address()}


def view(drawing: Drawing) -> dict[str, Any]:
    """Emphasis of the nodes: what a click or a dimming filter changes."""
    return emphasis(drawing)
