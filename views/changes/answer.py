"""What changed since an earlier state, kept."""

from __future__ import annotations

from dataclasses import replace

from graph.dataset import Dataset
from graph.history import change
from graph.history.change import Diff
from graph.picture import contrast
from graph.picture.drawn import Drawing
from graph.picture.few import few_of_states
from graph.picture.scene import MOST_COMPLETE, Network, Scene
from graph.selection import Selection
from views import loaded
from views.changes.words import NAMED, brief
from views.keeping import cached
from views.language.words import words
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
    diff = _fitting(older, seen.whole, seen.selection)
    return replace(diff, older=called(older), newer=seen.today.isoformat()) if loaded.STATE in older.about else diff


def called(older: Dataset) -> str:
    """Return what `views.changes.words.day` makes words of: the day of an earlier state, or its name."""
    name = older.about.get(loaded.STATE)
    return f"{NAMED}{name}" if name else older.as_of


@cached
def in_brief(older: Dataset, whole: Dataset, asked: Selection, language: str) -> str:
    """Say in a few words what changed since an earlier state: many changes take longer to unpack than one sentence.

    Parameters
    ----------
    older
        The data as they were.
    whole
        The data as they are now, also those that do not fit the filters.
    asked
        The filters.
    language
        Code of the language.
    """
    return brief(words(language), _fitting(older, whole, asked))


def _fitting(older: Dataset, whole: Dataset, asked: Selection) -> Diff:
    """Keep the changes of what fits the filters in either state."""
    diff = changes_between(older, whole)
    if not asked.active:
        return diff
    states = (loaded.part(whole, asked), loaded.part(older, asked))
    fitting = {key for state in states for table in (state.actors, state.projects) for key in table["id"]}
    return replace(diff, changes=tuple(change for change in diff.changes if not fitting.isdisjoint(change.elements)))
