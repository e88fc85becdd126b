"""Which earlier state a view compares with: a saved one beside the data, or one with a name in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.dataset import Dataset
from graph.history.change import Diff
from graph.issue import Report
from store import State
from views.changes.words import NAMED
from views.language.words import plain
from views.loaded import Saved
from views.view import View


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier state and what changed since, as far as it fits the filters."""

    report: Report
    diff: Diff

    @property
    def dataset(self) -> Dataset:
        """Tables of the earlier state."""
        return self.report.dataset


def held(view: View) -> Mapping[str, State]:
    """Return the named states of the store by id, the earliest first."""
    return {state.id: state for state in reversed(view.present.states)}


def chosen_of(view: View, known: Mapping[str, Saved]) -> str:
    """Return the saved state that is asked for, else the last that differs; ``""`` when there is none.

    Parameters
    ----------
    view
        What is asked.
    known
        Saved states by day or id, the earliest first.
    """
    if view.query.stand in known:
        return view.query.stand
    now = view.present.revision
    latest_first = reversed(list(known.items()))
    return next((key for key, each in latest_first if isinstance(each, Path) or each.revision < now), "")


def label(view: View, key: str) -> str:
    """Return what `views.changes.words.day` makes words of: the day of a saved state, or its name."""
    state = held(view).get(key)
    return f"{NAMED}{state.name}" if state else key


def footnote(view: View) -> str:
    """Say which named state is shown, or how much changed since the last one; ``""`` when there is none."""
    if not view.present.states:
        return ""
    last = view.present.states[0]
    return view.t.count("bearbeiten.state.since", view.present.revision - last.revision, name=plain(last.name))
