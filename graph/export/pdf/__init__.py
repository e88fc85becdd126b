"""Handouts on A4, tagged for assistive technology, set by Typst without a browser."""

from graph.export.pdf.handout import handout

__all__ = ["handout"]
