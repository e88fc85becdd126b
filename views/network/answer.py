"""The picture of the network, kept."""

from __future__ import annotations

from graph.dataset import Dataset
from graph.picture import scene
from graph.picture.drawn import Drawing
from graph.picture.scene import Positions, Scene
from views.keeping import cached


@cached
def positions_of(dataset: Dataset, asked: Scene) -> Positions:
    """See `graph.picture.scene.positions_of`; ask with colour, size and rest at their defaults to share the result."""
    return scene.positions_of(dataset, asked)


@cached
def drawing_of(whole: Dataset, shown: Dataset, asked: Scene) -> Drawing:
    """See `graph.picture.scene.drawing_of`; a click draws nothing anew.

    Parameters
    ----------
    whole
        All data, also those that do not fit the filters.
    shown
        The part of the data that is drawn.
    asked
        What the picture is about.
    """
    own = asked.hold or len(whole.actors) > scene.MOST_COMPLETE
    around = (asked.focus, asked.distance) if own else ("", 1)
    placing = Scene(asked.network, asked.counting, asked.membership, *around, hold=asked.hold, hubs=asked.hubs)
    return scene.drawing_of(whole, shown, asked, positions_of(whole, placing))
