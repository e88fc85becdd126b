"""Which network is measured."""

from __future__ import annotations

from graph.dataset import Dataset
from graph.selection import Selection
from views.loaded import part
from views.view import View


def measured(view: View) -> Dataset:
    """Return the data that measures are computed on."""
    if view.query.bezug != "gesamt":
        return view.part
    return part(view.whole, Selection(not_sources=view.selection.not_sources))
