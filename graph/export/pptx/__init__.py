"""Presentations in 16:9: one exhibit a slide, everything in it native and editable where that is possible."""

from graph.export.pptx.deck import presentation
from graph.export.pptx.template import layouts_of, own_template

__all__ = ["layouts_of", "own_template", "presentation"]
