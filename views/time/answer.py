"""When what happens, kept."""

from graph.dataset import Dataset
from graph.history import periods, timeline
from graph.history.periods import Periods
from graph.history.timeline import Timeline
from graph.picture import contrast
from graph.picture.drawn import Drawing
from graph.picture.scene import Network, Scene
from views.keeping import cached
from views.network.answer import positions_of


@cached
def timeline_of(dataset: Dataset, by: str, unfolded: frozenset[str] | None) -> Timeline:
    """See `graph.history.timeline.timeline`."""
    return timeline.timeline(dataset, by, unfolded=unfolded)


@cached
def periods_of(dataset: Dataset, *, undated: bool) -> Periods:
    """See `graph.history.periods.periods`."""
    return periods.periods(dataset, undated=undated)


@cached
def year_drawing(whole: Dataset, part: Dataset, year: int, *, undated: bool) -> Drawing:
    """See `graph.picture.contrast.draw_year`; actors stand where the network page has them."""
    period = next(period for period in periods_of(part, undated=undated).periods if period.year == year)
    return contrast.draw_year(whole, part, period, positions_of(whole, Scene(Network.COOPERATION)))
