"""Lengths: everything is planned in px, 1280 x 720 on a slide of 16:9, and written in EMU."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.util import Emu, Pt

EMU = 9525  # per px
POINTS = 0.75  # per px


@dataclass(frozen=True, slots=True)
class SlideBox:
    """A rectangle in px."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height

    def below(self, height: float) -> SlideBox:
        """Return what is left when so much is taken from the top."""
        return SlideBox(self.left, self.top + height, self.width, max(self.height - height, 0.0))

    def without_bottom(self, height: float) -> SlideBox:
        """Return what is left when so much is taken from the bottom."""
        return SlideBox(self.left, self.top, self.width, max(self.height - height, 0.0))

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as python-pptx takes them."""
        return emu(self.left), emu(self.top), emu(self.width), emu(self.height)


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing on a slide: zoom and offsets in px from its own units."""

    zoom: float
    x: float
    y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Place of a point on the slide."""
        return self.x + self.zoom * x, self.y + self.zoom * y


def emu(px: float) -> Emu:
    """Length of so many px."""
    return Emu(round(px * EMU))


def points(px: float) -> Pt:
    """Font size of so many px."""
    return Pt(max(round(px * POINTS * 2) / 2, 1))
