"""What changed since an earlier state, kept."""

from __future__ import annotations

from dataclasses import replace

from graph.answers.standing import MOST_COMPLETE
from graph.dataset import Dataset
from graph.history import change
from graph.history.change import Diff
from graph.picture import contrast
from graph.picture.drawn import Drawing
from graph.picture.few import few_of_states
from graph.picture.scene import Network, Scene
from views import loaded
from views.changes.words import NAMED
from views.keeping import cached
from views.network.answer import positions_of
from views.view import View


@cached
def changes_between(older: Dataset, newer: Dataset) -> Diff:
    """See `graph.history.change.compare_states`."""
    return change.compare_states(older, newer)


@cached
def states_drawing(whole: Dataset, older: Dataset, newer: Dataset) -> Drawing:
    """See `graph.picture.contrast.draw_states`; actors stand where the network page has them.

    Parameters
    ----------
    whole
        All data, also those that do not fit the filters.
    older
        The data as they were.
    newer
        The data as they are now.
    """
    before, after = few_of_states(older, newer)
    placed = whole if len(whole.actors) <= MOST_COMPLETE else after
    return contrast.draw_states(before, after, positions_of(placed, Scene(Network.COOPERATION)))


def changes_since(seen: View, older: Dataset) -> Diff:
    """Return what changed since an earlier state, as far as it fits the filters."""
    diff = changes_between(older, seen.whole)
    if name := older.about.get(loaded.STATE):
        diff = replace(diff, older=f"{NAMED}{name}", newer=seen.today.isoformat())
    return _fitting(seen, older, diff) if seen.selection.active else diff


def _fitting(seen: View, older: Dataset, diff: Diff) -> Diff:
    """Keep the changes of what fits the filters in either state."""
    states = (seen.part, loaded.part(older, seen.selection))
    fitting = {key for state in states for table in (state.actors, state.projects) for key in table["id"]}
    return replace(diff, changes=tuple(change for change in diff.changes if not fitting.isdisjoint(change.elements)))
