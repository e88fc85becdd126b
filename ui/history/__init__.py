"""Parts of the pages on time and change: each says its sentence and shows inputs, picture and tables."""

from __future__ import annotations

from graph.history.periods import Periods
from views.time import answer
from views.view import View


def periods(view: View) -> Periods:
    """Years of the cooperation network that fits the filters."""
    return answer.periods_of(view.part, undated=with_undated(view))


def with_undated(view: View) -> bool:
    """Whether what has no date is shown in every year."""
    return view.query.ohnedatum == "ja"
