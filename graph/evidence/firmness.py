"""Whether an answer holds when one source is wrong.

References
----------
Borgatti, Carley & Krackhardt (2006), On the robustness of centrality measures under conditions of imperfect data. Soc.
Networks 28, 124-136. Costenbader & Valente (2003), The stability of centrality measures when networks are sampled. Soc.
Networks 25, 283-307.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.evidence.answers import Answer
from graph.evidence.statements import STATEMENTS, Statement, answered, asked
from graph.evidence.support import Support, support_of
from graph.rankrange import confirmed_only

Step = Callable[[int, int], None]

UNCONFIRMED = ""  # stands among the sources for the leaving out of every tie that is not confirmed


def no_step(done: int, of: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firmly a statement stands.

    Attributes
    ----------
    statement
        What is said, completed.
    answer
        Its content.
    holds
        Whether neither the leaving out of any one source nor that of all ties that are not confirmed changes it.
    tips_without
        Sources without which it would say something else, sorted.
    rests_on
        The only source without which nothing could be said; ``""`` when there is none or more than one.
    tips_if_confirmed_only
        Whether it would say something else without the ties that are not confirmed.
    others
        What it would say without each of ``tips_without``, and without what is not confirmed (`UNCONFIRMED`).
    """

    statement: Statement
    answer: Answer
    holds: bool
    tips_without: tuple[str, ...]
    rests_on: str
    tips_if_confirmed_only: bool
    others: Mapping[str, Answer]


def firmness(dataset: Dataset, statement: Statement | str, step: Step = no_step) -> Firmness:
    """Leave out one source after the other and see whether the statement stays.

    Statements are compared, not decimals: who is first, which actors are cut points, whether there is a chain and how
    long it is, who is in a group with whom, a sum. A source is left out with all facts that it alone supports.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    statement
        What is said, or the kind of it (`graph.evidence.statements.STATEMENTS`).
    step
        Called before each source is left out with its number, from 1, and the number of all; raise in it to stop.

    Raises
    ------
    UnknownStatementError
        When the kind is not known.
    """
    whole, support = asked(dataset, statement), support_of(dataset)
    kind = STATEMENTS[whole.kind]
    near = kind.near(dataset, *whole.about) if kind.near else None
    read = kind.read(dataset, *whole.about)
    answer = kind.answer(read, *whole.about)
    concerned = [source for source in support.sources if _matters(support, source, whole, near)]
    found = {}
    for number, source in enumerate(concerned, 1):
        step(number, len(concerned))
        left = kind.read(support.without(source), *whole.about)
        if left != read:
            found[source] = kind.answer(left, *whole.about)
    confirmed = confirmed_only(dataset)
    if confirmed is not dataset:
        found[UNCONFIRMED] = answered(confirmed, whole)
    return _judged(whole, answer, {source: other for source, other in found.items() if other != answer})


def _matters(support: Support, source: str, statement: Statement, near: Collection[str] | None) -> bool:
    """Whether a source alone supports anything that the statement could depend on."""
    kind = STATEMENTS[statement.kind]
    kinds = kind.ties(statement.about)
    touching = any(
        tie in kinds and (near is None or start in near or end in near) and support.may_count(tie, start)
        for tie, start, end in support.ties_on(source)
    )
    return touching or bool(kind.elements and kind.elements & support.loses(source))


def _judged(statement: Statement, answer: Answer, others: Mapping[str, Answer]) -> Firmness:
    sources = sorted(source for source in others if source != UNCONFIRMED)
    needed = [source for source in sources if not others[source]]
    return Firmness(
        statement=statement,
        answer=answer,
        holds=not others,
        tips_without=tuple(sources),
        rests_on=needed[0] if len(needed) == 1 else "",
        tips_if_confirmed_only=UNCONFIRMED in others,
        others=dict(others),
    )
