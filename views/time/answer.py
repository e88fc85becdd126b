"""When what happens, kept."""

from __future__ import annotations

from itertools import chain

from graph.consortia import Carrying
from graph.dataset import Dataset
from graph.history import periods, timeline
from graph.history.periods import Period, Periods
from graph.history.timeline import Timeline
from graph.picture import contrast
from graph.picture.charts.panels import Positions
from graph.picture.drawn import Drawing
from graph.picture.scene import MOST_COMPLETE, Network, Scene
from views.funding.question import top
from views.keeping import cached
from views.network import answer
from views.network.answer import positions_of
from views.network.consortia import carrying_of
from views.network.few import few_of
from views.time.question import group_code, group_name, with_undated
from views.view import View


@cached
def timeline_of(dataset: Dataset, by: str, unfolded: frozenset[str] | None) -> Timeline:
    """See `graph.history.timeline.timeline`.

    Parameters
    ----------
    dataset
        Tables of the data.
    by
        Code of what is grouped or broken down by.
    unfolded
        Groups that are open; ``None`` for as many as fit.
    """
    return timeline.timeline(dataset, by, unfolded=unfolded)


@cached
def periods_of(dataset: Dataset, *, undated: bool) -> Periods:
    """See `graph.history.periods.periods`."""
    return periods.periods(dataset, undated=undated)


@cached
def year_drawing(whole: Dataset, part: Dataset, year: int, *, undated: bool) -> Drawing:
    """See `graph.picture.contrast.draw_year`; actors stand where the network page has them.

    Parameters
    ----------
    whole
        All data, also those that do not fit the filters.
    part
        The part of the data that fits the filters.
    year
        The year.
    undated
        Whether ties without a date are shown, too.
    """
    shown = few_of(part)
    found = {period.year: period for period in periods_of(shown, undated=undated).periods}
    period = found.get(year) or periods.periods(shown, year, year, undated=undated).periods[0]
    places = positions_of(whole if len(whole.actors) <= MOST_COMPLETE else shown, Scene(Network.COOPERATION))
    return contrast.draw_year(whole, shown, period, places)


def asked_periods(view: View) -> Periods:
    """Years of the cooperation network that fits the filters."""
    return periods_of(view.part, undated=with_undated(view))


def carrying_in_years(view: View) -> tuple[Carrying, ...]:
    """Return the large consortia that carry the cooperations of the years, which leave out what has no date."""
    found = asked_periods(view)
    return carrying_of(view.part, frozenset(chain.from_iterable(period.ties for period in found.periods)))


def shown_period(found: Periods, asked: str) -> Period | None:
    """Year that is asked for, else the last; ``None`` when no year has a collaboration."""
    years = {str(period.year): period for period in found.periods}
    return years.get(asked) or (found.periods[-1] if found.periods else None)


def asked_timeline(view: View) -> Timeline:
    """Timeline with the groups open that the visitor asks for."""
    asked = view.query
    if not asked.ordnung:
        return timeline_of(view.part, "", frozenset({""}))
    folded = timeline_of(view.part, asked.ordnung, None)
    if not asked.auf:
        return folded
    codes = {group_name(group): group_code(group) for group in folded.groups}
    return timeline_of(view.part, asked.ordnung, frozenset(codes[key] for key in asked.auf if key in codes))


def last_periods(view: View, found: Periods) -> tuple[Period, ...]:
    """Return the last years, as many as the visitor asks for."""
    return found.periods[-(top(view) or len(found.periods)) :]


def places_of(view: View, found: Periods) -> Positions:
    """Return the places of the network page, of actors that ever cooperate; of very many the best connected."""
    placed = view.whole if len(view.whole.actors) <= MOST_COMPLETE else few_of(view.part)
    positions = answer.positions_of(placed, Scene(Network.COOPERATION))
    pairs = (chain(year.new, year.kept, year.undated) for year in found.periods)
    ever = {*chain.from_iterable(chain.from_iterable(pairs))}
    return {actor: place for actor, place in positions.items() if actor in ever}
