"""What is sent to the canvas in the browser: a drawing as columns, its words, and where its library is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.memory import remembered
from graph.picture.drawn import Drawing
from graph.picture.message import bits, emphasis, message
from ui.canvas.assets import library_address
from views.network.canvas_words import picture_words

__all__ = ["bits", "picture", "picture_words", "view"]

_MOST = 32  # drawings whose columns are kept: of the filters asked for last


class _Known:
    """A drawing as it is kept: to compare all its nodes would take as long as making its columns."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing

    def __hash__(self) -> int:
        return id(self.drawing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.drawing is other.drawing


def picture(drawing: Drawing, words: Mapping[str, str]) -> dict[str, Any]:
    """Nodes, lines, words and options: all that a click or a dimming filter does not change."""
    return {**_message(_Known(drawing)), "words": picture_words(words), "library": library_address()}


@remembered(_MOST)
def _message(known: _Known) -> Mapping[str, Any]:
    return message(known.drawing)


def view(drawing: Drawing) -> dict[str, Any]:
    """Emphasis of the nodes: what a click or a dimming filter changes."""
    return emphasis(drawing)
