"""What statements say, as values that can be compared: who is first, not by how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date

import pandas as pd

from graph.answers.candidate import Search
from graph.answers.comparison import compare
from graph.answers.consortium import find_consortium
from graph.answers.contacts import contacts
from graph.answers.groups import divided
from graph.answers.impact import find_losses
from graph.answers.partners import best_partners
from graph.answers.paths import find_chains
from graph.answers.scenario_link import from_text
from graph.answers.standing import network_for
from graph.brokerage import TOTAL, brokerage_table
from graph.build import participations
from graph.cutpoints import cut_points
from graph.dataset import Dataset, among
from graph.evidence.reading import Partners, ReadFrom, partners
from graph.ledger.cliff import ending_funding
from graph.ledger.dimensions import CategoryRole, Several
from graph.ledger.totals import Total, totals, totals_by_year
from graph.ledger.years import YearRule
from graph.measures import MEASURES, On, measure_table, rank, study
from graph.measures.registry import RECORDS
from graph.overview import funding_total

Answer = Hashable  # falsy when there is nothing to say


def leading(read: ReadFrom, measure: str) -> Answer:
    """Those who share the first place by a measure; nobody when all have the same value."""
    return _first(*_ranks(read, measure))


def _first(ranks: pd.Series) -> frozenset[str]:
    first = frozenset(ranks[ranks == 1].index)
    return first if len(first) < len(ranks) or len(ranks) == 1 else frozenset()


def standing(read: ReadFrom, measure: str) -> Answer:
    """First and last of the places that each ranked actor shares with those of the same value."""
    ranks = next(_ranks(read, measure)).astype(int)
    sharing = ranks.map(ranks.value_counts())
    lasts = (ranks + sharing - 1).tolist()
    return frozenset(zip(ranks.index.tolist(), ranks.tolist(), lasts, strict=True))


def _ranks(read: ReadFrom, *measures: str) -> Iterator[pd.Series]:
    """Ranks of the actors that have one, measure by measure; the network of partners is studied once for all."""
    if not isinstance(read, Dataset):
        table = measure_table(study(read.compact()), dict.fromkeys(measures))
        yield from (rank(table[measure], measure).dropna() for measure in measures)
        return
    actors = frozenset(read.actors["id"])
    for measure in measures:
        values = measure_table(study(network_for(read, measure), dataset=read), [measure])[measure]
        yield rank(values[values.index.isin(actors)], measure).dropna()


def leading_both(read: ReadFrom, measure: str, other: str) -> Answer:
    """Those who share the first place by one measure, and by another one.

    Parameters
    ----------
    read
        From `read_to_measure`.
    measure, other
        Codes of `graph.measures.MEASURES`.
    """
    both = tuple(_first(ranks) for ranks in _ranks(read, measure, other))
    return both if any(both) else ()


def is_of_partners(measure: str) -> bool:
    """Whether a measure is taken on who works with whom alone, and counts no records or projects."""
    return On.COOPERATION in MEASURES[measure].on and measure not in RECORDS


def read_to_measure(dataset: Dataset, *measures: str) -> ReadFrom:
    """Read who works with whom; all data where a measure counts records or projects."""
    return partners(dataset) if all(map(is_of_partners, measures)) else dataset


def brokering(read: Partners) -> Answer:
    """Those of a known type who broker between most pairs."""
    if not any(read.types):
        return frozenset()
    pairs = brokerage_table(read.compact())[TOTAL].dropna()
    return frozenset(pairs[(pairs > 0) & (pairs == pairs.max())].index)


def holding_together(read: Partners) -> Answer:
    """Actors without whom others lose the connection."""
    return frozenset(point.actor for point in cut_points(read.compact()))


def connection(dataset: Dataset, source: str, target: str) -> Answer:
    """Whether two actors are connected, and over how many steps.

    Parameters
    ----------
    dataset
        Checked tables.
    source, target
        Ids of both actors.
    """
    found = find_chains(contacts(dataset), source, target, most=1)
    return (str(found.answer), len(found.chains[0].steps)) if found.chains else ()


def on_the_chain(dataset: Dataset, source: str, target: str) -> Collection[str]:
    """Return what a shortest chain leads through: while that stays, it is as long as before.

    Parameters
    ----------
    dataset
        Checked tables.
    source, target
        Ids of both actors.
    """
    found = find_chains(contacts(dataset), source, target, most=1)
    steps = found.chains[0].steps if found.chains else ()
    return {end for step in steps for end in (step.from_id, step.to_id, *step.projects, *step.bodies)}


def grouped(read: Partners) -> Answer:
    """Who is in a group with whom; those without a tie are in none."""
    groups: dict[int, set[str]] = defaultdict(set)
    for actor, number in divided(read.compact()).items():
        groups[number].add(actor)
    return frozenset(frozenset(group) for group in groups.values())


def funded(dataset: Dataset) -> Answer:
    """Known funding in euros."""
    return funding_total(dataset).amount_eur


def largest_funder(dataset: Dataset) -> Answer:
    """Those who give most."""
    return _most(totals(dataset).rows)


def largest(dataset: Dataset, by: str, rule: str) -> Answer:
    """Categories of a dimension, or years, that most of the known funding goes to.

    Parameters
    ----------
    dataset
        Checked tables.
    by
        Code of `graph.ledger.dimensions.DIMENSIONS`, or ``year``.
    rule
        Value of `Several`, for years of `YearRule`.
    """
    found = totals_by_year(dataset, YearRule(rule)) if by == "year" else totals(dataset, by, Several(rule))
    return _most(row for row in found.rows if row.category.role is CategoryRole.ITEM)


def _most(rows: Iterable[Total]) -> Answer:
    """Return the codes of the rows with the largest amount; none where no amount is known."""
    amounts = [(row.category.code, row.amount_eur) for row in rows if row.amount_eur]
    most = max((amount for _, amount in amounts), default=0)
    return frozenset(code for code, amount in amounts if amount == most)


def ending(dataset: Dataset, as_of: str, months: int) -> Answer:
    """Projects whose funding ends within some months, and how much.

    Parameters
    ----------
    dataset
        Checked tables.
    as_of
        Day that is looked ahead from, such as ``2025-12-31``.
    months
        How far.
    """
    projects, amount = ending_funding(dataset, date.fromisoformat(as_of), months)
    return (projects, amount) if projects else ()


def in_common(dataset: Dataset, *actors: str) -> Answer:
    """Collect common partners, projects and funders of actors that are in the data."""
    present = [actor for actor in actors if actor in set(dataset.actors["id"])]
    if len(present) < 2:
        return ()
    found = compare(dataset, present)
    common = (found.partners, found.projects, found.funders)
    sets = tuple(frozenset(one.id for one in each) for each in common)
    return sets if any(sets) else ()


def around(dataset: Dataset, *actors: str) -> Collection[str]:
    """Actors and the projects they take part in."""
    ties = participations(dataset)
    return {*actors, *ties.loc[among(ties["from_id"], actors), "to_id"]}


def best_matches(dataset: Dataset, asked: str | Search) -> Answer:
    """Return the proposed partners that share the best score, of an actor or for what is searched for."""
    return frozenset(best_partners(dataset, Search(actor=asked) if isinstance(asked, str) else asked))


def covering(
    dataset: Dataset,
    fields: Collection[str],
    types: Collection[str],
    members: Collection[str] = (),
    excluded: Collection[str] = (),
) -> Answer:
    """Smallest groups that cover what is wanted.

    Parameters
    ----------
    dataset
        Checked tables.
    fields, types
        What must be covered.
    members, excluded
        Actors that are in anyway, and that must not be proposed.
    """
    found = find_consortium(dataset, fields, types, members=members, excluded=excluded).consortia
    return frozenset(frozenset(part.actor for part in one.contributions) for one in found)


def losses(dataset: Dataset, scenario: str) -> Answer:
    """Who and what loses by a scenario, as its link writes it (`graph.answers.scenario_link`)."""
    lists = tuple(find_losses(dataset, from_text(scenario)[0]))
    return lists if any(lists) else ()
