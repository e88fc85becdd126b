"""Where the money goes and what ends soon, kept."""

from datetime import date

from graph.dataset import Dataset
from graph.ledger import cliff, flow, totals
from graph.ledger.cliff import Cliff
from graph.ledger.dimensions import Several
from graph.ledger.flow import Flow
from graph.ledger.totals import Coverage, Totals
from graph.ledger.years import YearRule
from views.keeping import cached


@cached
def flow_of(dataset: Dataset, levels: tuple[str, ...], top: int | None, several: Several) -> Flow:
    """See `graph.ledger.flow.flow`."""
    return flow.flow(dataset, levels, top=top, several=several)


@cached
def totals_of(dataset: Dataset, by: str, several: Several = Several.COMBINED) -> Totals:
    """See `graph.ledger.totals.totals`."""
    return totals.totals(dataset, by, several)


@cached
def totals_by_year_of(dataset: Dataset, rule: YearRule) -> Totals:
    """See `graph.ledger.totals.totals_by_year`."""
    return totals.totals_by_year(dataset, rule)


@cached
def coverage_of(dataset: Dataset) -> Coverage:
    """See `graph.ledger.totals.coverage`."""
    return totals.coverage(dataset)


@cached
def cliff_of(dataset: Dataset, as_of: date, months: int) -> Cliff:
    """See `graph.ledger.cliff.cliff`."""
    return cliff.cliff(dataset, as_of, months)
