"""How firmly statements stand; kept by the content of the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.dataset import Dataset
from graph.evidence.firmness import Firmness, Step, firmness, no_step
from graph.evidence.rows import Marks, Row, tipping_rows
from graph.evidence.statements import STATEMENTS, Statement
from graph.evidence.support import Tie, support_of
from views.evidence.question import Asked
from views.keeping import cached

# What the tab on sources asks of all data: the answers that a committee is shown first
MAIN = (
    Statement("first", ("degree",)),
    Statement("first", ("betweenness",)),
    Statement("cut_points"),
    Statement("funding"),
    Statement("largest_funder"),
    Statement("cliff"),
    Statement("gaps"),
)


@cached
def firmness_of(dataset: Dataset, statement: Statement, _step: Step = no_step) -> Firmness:
    """See `graph.evidence.firmness.firmness`.

    Parameters
    ----------
    dataset
        Tables of the data.
    statement
        What the answer says.
    _step
        Called between the sources; work that nobody waits for ends there.
    """
    return firmness(dataset, statement, _step)


@cached
def _tipping_rows(dataset: Dataset, statement: Statement, _step: Step) -> Mapping[Row, tuple[str, ...]]:
    """Keep only which rows tip: the ranks of everybody without each source are much more."""
    return tipping_rows(firmness(dataset, statement, _step))


@cached
def ties_carried(dataset: Dataset, statement: Statement, source: str) -> tuple[Tie, ...]:
    """Return the ties that a source alone supports, of the kinds that a statement is read from.

    Parameters
    ----------
    dataset
        Tables of the data.
    statement
        What the answer says.
    source
        Id of the source.
    """
    kinds = STATEMENTS[statement.kind].ties(statement.about)
    return tuple(tie for tie in support_of(dataset).ties_on(source) if tie[0] in kinds)


def marks_of(asked: Asked, step: Step = no_step) -> Marks:
    """Find how firmly a view stands, and which rows of its table a source tips.

    Parameters
    ----------
    asked
        What it says, and of which data.
    step
        Called between the sources; work that nobody waits for ends there.
    """
    found = firmness_of(asked.dataset, asked.statement, step)
    if asked.rows == asked.statement:
        return Marks(found, tipping_rows(found))
    return Marks(found, _tipping_rows(asked.dataset, asked.rows, step))


def hanging(dataset: Dataset, step: Step = no_step) -> Mapping[str, tuple[Statement, ...]]:
    """Source -> the main statements that would say something else without it; sources of none are absent.

    Parameters
    ----------
    dataset
        Checked tables.
    step
        Called before each statement with its number, from 1, and the number of all; raise in it to stop.
    """
    found: dict[str, list[Statement]] = defaultdict(list)
    for number, statement in enumerate(MAIN, 1):
        step(number, len(MAIN))
        for source in firmness_of(dataset, statement).tips_without:
            found[source].append(statement)
    return {source: tuple(statements) for source, statements in found.items()}
