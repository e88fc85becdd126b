"""Words that the clickable picture shows or reads out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.picture.drawn import Drawing
from graph.picture.message import message

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
    "canvas.unconnected",
    "canvas.unconnected_hubs",
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
TERMS = ("term.status.", "term.tie_role.", "term.recorded.")


def worded(drawing: Drawing, words: Mapping[str, str]) -> dict[str, Any]:
    """Return a drawing as the browser gets it, with its words."""
    return {**message(drawing), "words": picture_words(words)}


def picture_words(words: Mapping[str, str]) -> dict[str, str]:
    """Words the canvas shows or reads out, by key without the area: ``zoom_in``, ``status.ongoing``."""
    keys = [*WORDS, *(key for key in words if key.startswith(TERMS))]
    # a line to a field of competence is no tie of the data, so its word is not among those that files may use
    return {key.partition(".")[2]: words[key] for key in keys} | {"tie_role.field": words["term.mode.field"]}
