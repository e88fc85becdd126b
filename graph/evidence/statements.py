"""The statements that answers make, as values that can be compared: who is first, not by how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from graph.answers.candidate import Search
from graph.answers.comparison import closest_pairs, compare
from graph.answers.consortium import find_consortium
from graph.answers.contacts import CONTACT_KINDS, contacts
from graph.answers.gaps import empty_cells
from graph.answers.groups import divided
from graph.answers.impact import find_losses
from graph.answers.partners import best_partners
from graph.answers.paths import find_chains
from graph.answers.scenario import RemoveActor, Scenario
from graph.answers.scenario_link import from_text, to_text
from graph.answers.standing import network_for
from graph.build import participations
from graph.cutpoints import cut_points
from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from graph.evidence.reading import Partners, ReadFrom, everything, partners
from graph.history.activity import as_of_day
from graph.ledger.cliff import ending_funding
from graph.ledger.totals import totals
from graph.measures import MEASURES, On, measure_table, rank, study
from graph.measures.registry import RECORDS
from graph.overview import funding_total
from graph.projection import cooperation
from graph.vocabulary import COOPERATING_KINDS, PARTICIPATION_KINDS

Answer = Hashable  # falsy when there is nothing to say
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


def _first(read: ReadFrom, measure: str) -> Answer:
    """Those who share the first place by a measure; nobody when all have the same value."""
    dataset = read if isinstance(read, Dataset) else None
    network = network_for(read, measure) if dataset is not None else read.compact()
    actors = frozenset(dataset.actors["id"] if dataset is not None else read.actors)
    table = measure_table(study(network, dataset=dataset), [measure])[measure]
    ranks = rank(table[table.index.isin(actors)], measure).dropna()
    first = frozenset(ranks[ranks == 1].index)
    return first if len(first) < len(ranks) or len(ranks) == 1 else frozenset()


def _read_to_measure(dataset: Dataset, measure: str) -> ReadFrom:
    """Read who works with whom; all data where a measure counts records or projects."""
    plain = On.COOPERATION in MEASURES[measure].on and measure not in RECORDS
    return partners(dataset) if plain else dataset


def _cut_points(read: Partners) -> Answer:
    return frozenset(point.actor for point in cut_points(read.compact()))


def _chain(dataset: Dataset, source: str, target: str) -> Answer:
    """Whether two actors are connected, and over how many steps."""
    found = find_chains(contacts(dataset), source, target, most=1)
    return (str(found.answer), len(found.chains[0].steps)) if found.chains else ()


def _on_the_chain(dataset: Dataset, source: str, target: str) -> Collection[str]:
    """Return what a shortest chain leads through: while that stays, it is as long as before."""
    found = find_chains(contacts(dataset), source, target, most=1)
    steps = found.chains[0].steps if found.chains else ()
    return {end for step in steps for end in (step.from_id, step.to_id, *step.projects, *step.bodies)}


def _groups(read: Partners) -> Answer:
    """Who is in a group with whom; those without a tie are in none."""
    groups: dict[int, set[str]] = defaultdict(set)
    for actor, number in divided(read.tied()).items():
        groups[number].add(actor)
    return frozenset(frozenset(group) for group in groups.values())


def _funding(dataset: Dataset) -> Answer:
    return funding_total(dataset).amount_eur


def _largest_funder(dataset: Dataset) -> Answer:
    rows = [row for row in totals(dataset).rows if row.amount_eur]
    most = max((row.amount_eur for row in rows if row.amount_eur), default=0)
    return frozenset(row.category.code for row in rows if row.amount_eur == most)


def _cliff(dataset: Dataset, as_of: str, months: int) -> Answer:
    projects, amount = ending_funding(dataset, date.fromisoformat(as_of), months)
    return (projects, amount) if projects else ()


def _comparison(dataset: Dataset, *actors: str) -> Answer:
    """Collect common partners, projects and funders of actors that are in the data."""
    present = [actor for actor in actors if actor in set(dataset.actors["id"])]
    if len(present) < 2:
        return ()
    found = compare(dataset, present)
    common = (found.partners, found.projects, found.funders)
    sets = tuple(frozenset(one.id for one in each) for each in common)
    return sets if any(sets) else ()


def _around(dataset: Dataset, *actors: str) -> Collection[str]:
    """Actors and the projects they take part in."""
    ties = participations(dataset)
    return {*actors, *ties.loc[ties["from_id"].isin(actors), "to_id"]}


def _partners(dataset: Dataset, actor: str) -> Answer:
    """Return the proposed partners that share the best score."""
    return frozenset(best_partners(dataset, Search(actor=actor)))


def _consortium(dataset: Dataset, fields: Collection[str], types: Collection[str]) -> Answer:
    found = find_consortium(dataset, fields, types).consortia
    return frozenset(frozenset(part.actor for part in one.contributions) for one in found)


def _what_if(dataset: Dataset, scenario: str) -> Answer:
    """Who and what loses by a scenario, as its link writes it (`graph.answers.scenario_link`)."""
    lists = tuple(find_losses(dataset, from_text(scenario)[0]))
    return lists if any(lists) else ()


def _nothing(_: Dataset) -> About:
    return ()


def _busiest(dataset: Dataset, most: int) -> tuple[str, ...]:
    """Actors with most partners, the first first."""
    degree = dict(cooperation(dataset).degree)
    return tuple(sorted(degree, key=lambda actor: (-degree[actor], actor))[:most])


def _common(cells: pd.Series, most: int) -> tuple[str, ...]:
    """Most frequent values of cells with lists or texts."""
    counts = cells[cells.astype(bool)].explode().value_counts()
    return tuple(sorted(counts.index, key=lambda name: (-counts[name], name))[:most])


def _measured_ties(about: About) -> frozenset[str]:
    """Kinds of ties that a measure of actors is taken on."""
    plain = On.COOPERATION in MEASURES[about[0]].on and about[0] not in RECORDS
    return _COOPERATION if plain else _MONEY_AND_PARTNERS


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
        ("measure",), lambda _: ("degree",), _first, _measured_ties, elements=_ACTORS, read=_read_to_measure
    ),
    "cut_points": StatementKind((), _nothing, _cut_points, lambda _: _COOPERATION, read=partners),
    "chain": StatementKind(
        ("source", "target"),
        lambda dataset: (*_busiest(dataset, 2), "", "")[:2],
        _chain,
        lambda _: _CONTACTS,
        near=_on_the_chain,
    ),
    "groups": StatementKind((), _nothing, _groups, lambda _: _COOPERATION, read=partners),
    "gaps": StatementKind((), _nothing, empty_cells, lambda _: _MONEY_AND_PARTNERS, elements=_ELEMENTS),
    "funding": StatementKind((), _nothing, _funding, lambda _: _FUNDS),
    "largest_funder": StatementKind((), _nothing, _largest_funder, lambda _: _FUNDS),
    "cliff": StatementKind(("as_of", "months"), _today, _cliff, lambda _: _FUNDS),
    "comparison": StatementKind(("actors",), _closest, _comparison, lambda _: _MONEY_AND_PARTNERS, near=_around),
    "partners": StatementKind(
        ("actor",), lambda dataset: (*_busiest(dataset, 1), "")[:1], _partners, lambda _: _PARTNERS, elements=_ACTORS
    ),
    "consortium": StatementKind(("fields", "types"), _wanted, _consortium, lambda _: _CONTACTS, elements=_ACTORS),
    "what_if": StatementKind(("scenario",), _removal, _what_if, lambda _: _PARTNERS, elements=_ELEMENTS),
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
