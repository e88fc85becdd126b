"""The statements that answers make, as values that can be compared: who is first, not by how much."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from graph.answers.comparison import closest_pairs
from graph.answers.contacts import CONTACT_KINDS
from graph.answers.gaps import empty_cells
from graph.answers.scenario import RemoveActor, Scenario
from graph.answers.scenario_link import to_text
from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from graph.evidence import answers
from graph.evidence.answers import Answer
from graph.evidence.reading import ReadFrom, everything, partners
from graph.history.activity import as_of_day
from graph.ledger.dimensions import Several
from graph.pairs import cooperations
from graph.vocabulary import COOPERATING_KINDS, PARTICIPATION_KINDS

About = tuple[Any, ...]

_MONTHS = 24  # horizon of the funding cliff unless another is asked for
_COOPERATION = frozenset({*COOPERATING_KINDS, "cooperates_with"})
_CONTACTS = frozenset({*CONTACT_KINDS, *PARTICIPATION_KINDS})
_FUNDS = frozenset({"funds"})
_PARTNERS = frozenset({*PARTICIPATION_KINDS, "cooperates_with"})
_MONEY_AND_PARTNERS = _PARTNERS | _FUNDS
_ACTORS = frozenset({"actors"})
_ELEMENTS = frozenset({"actors", "projects"})


class UnknownStatementError(AkteursnetzError, ValueError):
    """No statement of that kind is known."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an answer says.

    Attributes
    ----------
    kind
        Key of `STATEMENTS`.
    about
        What is asked, as `StatementKind.parameters` name it; empty for the question that the kind asks by itself.
    """

    kind: str
    about: About = ()


@dataclass(frozen=True, slots=True)
class StatementKind:
    """A kind of statement.

    Attributes
    ----------
    parameters
        Names of what a statement of this kind is about.
    ask
        What it is about when nothing is said.
    answer
        The statement's content for what it is read from and what it is about; falsy when there is nothing to say.
    ties
        Kinds of ties that can change it, given what it is about.
    elements
        Which of ``actors`` and ``projects`` can change it by being left out, though no tie names them.
    read
        What it is read from (`graph.evidence.reading`), given a dataset and what it is about.
    near
        Actors and projects; leaving out ties that touch none of them cannot change it. ``None`` when all ties matter.
    """

    parameters: tuple[str, ...]
    ask: Callable[[Dataset], About]
    answer: Callable[..., Answer]
    ties: Callable[[About], frozenset[str]]
    elements: frozenset[str] = frozenset()
    read: Callable[..., ReadFrom] = everything
    near: Callable[..., Collection[str]] | None = None


def _nothing(_: Dataset) -> About:
    return ()


def _busiest(dataset: Dataset, most: int) -> tuple[str, ...]:
    """Actors with most partners, the first first."""
    return cooperations(dataset).best_connected[:most]


def _common(cells: pd.Series, most: int) -> tuple[str, ...]:
    """Most frequent values of cells with lists or texts."""
    counts = cells[cells.astype(bool)].explode().value_counts()
    return tuple(sorted(counts.index, key=lambda name: (-counts[name], name))[:most])


def _measured_ties(about: About) -> frozenset[str]:
    """Kinds of ties that a measure of actors is taken on."""
    return _COOPERATION if all(map(answers.is_of_partners, about)) else _MONEY_AND_PARTNERS


def _today(dataset: Dataset) -> About:
    return ((as_of_day(dataset) or date.today()).isoformat(), _MONTHS)


def _closest(dataset: Dataset) -> About:
    return next(iter(closest_pairs(dataset, 1)), ())


def _wanted(dataset: Dataset) -> About:
    return _common(dataset.actors["kompetenzfelder"], 2), _common(dataset.actors["type"], 2)


def _removal(dataset: Dataset) -> About:
    return (to_text(Scenario(tuple(RemoveActor(actor) for actor in _busiest(dataset, 1)))),)


STATEMENTS: Mapping[str, StatementKind] = {
    "first": StatementKind(
        ("measure",),
        lambda _: ("degree",),
        answers.leading,
        _measured_ties,
        elements=_ACTORS,
        read=answers.read_to_measure,
    ),
    "ranks": StatementKind(
        ("measure",),
        lambda _: ("degree",),
        answers.standing,
        _measured_ties,
        elements=_ACTORS,
        read=answers.read_to_measure,
    ),
    "both_first": StatementKind(
        ("measure", "other"),
        lambda _: ("degree", "betweenness"),
        answers.leading_both,
        _measured_ties,
        elements=_ACTORS,
        read=answers.read_to_measure,
    ),
    "broker": StatementKind((), _nothing, answers.brokering, lambda _: _COOPERATION, read=partners),
    "cut_points": StatementKind((), _nothing, answers.holding_together, lambda _: _COOPERATION, read=partners),
    "chain": StatementKind(
        ("source", "target"),
        lambda dataset: (*_busiest(dataset, 2), "", "")[:2],
        answers.connection,
        lambda _: _CONTACTS,
        near=answers.on_the_chain,
    ),
    "groups": StatementKind((), _nothing, answers.grouped, lambda _: _COOPERATION, read=partners),
    "gaps": StatementKind((), _nothing, empty_cells, lambda _: _MONEY_AND_PARTNERS, elements=_ELEMENTS),
    "funding": StatementKind((), _nothing, answers.funded, lambda _: _FUNDS),
    "largest_funder": StatementKind((), _nothing, answers.largest_funder, lambda _: _FUNDS),
    "largest": StatementKind(
        ("by", "rule"),
        lambda _: ("kompetenzfeld", str(Several.COMBINED)),
        answers.largest,
        lambda _: _MONEY_AND_PARTNERS,
        elements=_ELEMENTS,
    ),
    "cliff": StatementKind(("as_of", "months"), _today, answers.ending, lambda _: _FUNDS),
    "comparison": StatementKind(
        ("actors",), _closest, answers.in_common, lambda _: _MONEY_AND_PARTNERS, near=answers.around
    ),
    "partners": StatementKind(
        ("search",),  # id of the actor who looks for partners, or a `graph.answers.candidate.Search`
        lambda dataset: (*_busiest(dataset, 1), "")[:1],
        answers.best_matches,
        lambda _: _PARTNERS,
        elements=_ACTORS,
    ),
    "consortium": StatementKind(
        ("fields", "types", "members", "excluded"), _wanted, answers.covering, lambda _: _CONTACTS, elements=_ACTORS
    ),
    "what_if": StatementKind(("scenario",), _removal, answers.losses, lambda _: _PARTNERS, elements=_ELEMENTS),
}


def asked(dataset: Dataset, statement: Statement | str) -> Statement:
    """Complete a statement by what its kind asks by itself.

    Parameters
    ----------
    dataset
        Checked tables.
    statement
        A statement, or only its kind.

    Raises
    ------
    UnknownStatementError
        When its kind is not in `STATEMENTS`.
    """
    whole = Statement(statement) if isinstance(statement, str) else statement
    if whole.kind not in STATEMENTS:
        raise UnknownStatementError(f"{whole.kind!r} is not one of {', '.join(STATEMENTS)}")
    return whole if whole.about else Statement(whole.kind, STATEMENTS[whole.kind].ask(dataset))


def answered(dataset: Dataset, statement: Statement) -> Answer:
    """Content of a statement for some data; falsy when there is nothing to say."""
    kind = STATEMENTS[statement.kind]
    return kind.answer(kind.read(dataset, *statement.about), *statement.about)
