"""Ties by sentence frames; see `graph.extraction.frames.german` for the registry."""

from graph.extraction.frames.default import DEFAULT
from graph.extraction.frames.frame import Frame
from graph.extraction.frames.german import FRAMES
from graph.extraction.frames.reading import ties_of
from graph.extraction.frames.ties import FoundTie

__all__ = ["DEFAULT", "FRAMES", "FoundTie", "Frame", "ties_of"]
