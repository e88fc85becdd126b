"""How far shapes reach: the same on the canvas (`graph/picture/canvas/paint.js`) and in every file."""

from __future__ import annotations

from graph.picture.encoding import Shape

# half width and half height in parts of the diameter
_HALVES = {Shape.PROJECT: (0.575, 0.41), Shape.FUNDER: (0.6, 0.6)}


def halves(shape: Shape, size: float) -> tuple[float, float]:
    """Half width and half height of a shape of that diameter."""
    wide, high = _HALVES.get(shape, (0.5, 0.5))
    return wide * size, high * size
