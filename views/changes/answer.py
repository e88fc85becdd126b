"""What changed since an earlier state, kept."""

from graph.dataset import Dataset
from graph.history import change
from graph.history.change import Diff
from graph.picture import contrast
from graph.picture.drawn import Drawing
from graph.picture.scene import Network, Scene
from views.keeping import cached
from views.network.answer import positions_of


@cached
def changes_between(older: Dataset, newer: Dataset) -> Diff:
    """See `graph.history.change.compare_states`."""
    return change.compare_states(older, newer)


@cached
def states_drawing(whole: Dataset, older: Dataset, newer: Dataset) -> Drawing:
    """See `graph.picture.contrast.draw_states`; actors stand where the network page has them."""
    return contrast.draw_states(older, newer, positions_of(whole, Scene(Network.COOPERATION)))
