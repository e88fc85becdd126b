"""Which network is measured."""

from __future__ import annotations

from graph.dataset import Dataset
from views.view import View


def measured(view: View) -> Dataset:
    """Return the data that measures are computed on."""
    return view.whole if view.query.bezug == "gesamt" else view.part
