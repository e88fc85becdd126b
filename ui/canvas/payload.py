"""What is sent to the canvas in the browser: a drawing as columns, its words, and where its library is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.picture.drawn import Drawing
from graph.picture.message import bits, emphasis, message
from ui.canvas.assets import library_address

__all__ = ["bits", "picture", "picture_words", "view"]

# What the canvas shows or reads out. In the browser the part after the first dot is the name.
WORDS = (
    "canvas.language",
    "canvas.canvas",
    "canvas.role",
    "canvas.help",
    "canvas.tools",
    "canvas.zoom_in",
    "canvas.zoom_out",
    "canvas.fit",
    "canvas.fullscreen",
    "canvas.leave_fullscreen",
    "canvas.failed",
    "canvas.empty",
    "canvas.neighbours.one",
    "canvas.neighbours.other",
    "canvas.shared.one",
    "canvas.shared.other",
    "canvas.declared",
    "canvas.uncertain",
    "canvas.unknown_amount",
    "canvas.no_amount",
    "canvas.no_neighbour",
    "canvas.is_selected",
)
TERMS = ("term.status.", "term.tie_role.")


def picture(drawing: Drawing, words: Mapping[str, str]) -> dict[str, Any]:
    """Nodes, lines, words and options: all that a click or a dimming filter does not change."""
    return {**message(drawing), "words": picture_words(words), "library": library_address()}


def view(drawing: Drawing) -> dict[str, Any]:
    """Emphasis of the nodes: what a click or a dimming filter changes."""
    return emphasis(drawing)


def picture_words(words: Mapping[str, str]) -> dict[str, str]:
    """Words the canvas shows or reads out, by key without the area: ``zoom_in``, ``status.ongoing``."""
    keys = [*WORDS, *(key for key in words if key.startswith(TERMS))]
    return {key.partition(".")[2]: words[key] for key in keys}
