"""Ties by sentence frames; see `graph.extraction.frames.german` for the registry."""

from graph.extraction.frames.frame import Frame
from graph.extraction.frames.german import FRAMES
from graph.extraction.frames.reading import ties_of
from graph.extraction.frames.ties import FoundTie

__all__ = ["FRAMES", "FoundTie", "Frame", "ties_of"]
