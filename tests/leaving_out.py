"""What each kind of statement says, by the public functions, and the leaving out of a source by hand.

Nothing here is read from `graph.evidence`.
"""

from dataclasses import replace
from datetime import date
from functools import cache

import networkx as nx
import pandas as pd

import graph
from graph.answers.candidate import Search
from graph.answers.comparison import compare
from graph.answers.consortium import find_consortium
from graph.answers.contacts import contacts
from graph.answers.gaps import find_gaps
from graph.answers.groups import find_groups
from graph.answers.impact import find_impact
from graph.answers.partners import find_partners
from graph.answers.paths import find_chains
from graph.answers.scenario_link import from_text
from graph.answers.standing import brokers, network_for
from graph.cutpoints import cut_points
from graph.ledger.cliff import cliff
from graph.ledger.dimensions import CategoryRole, Several
from graph.ledger.totals import totals, totals_by_year
from graph.ledger.years import YearRule
from graph.measures import measure_table, rank, study
from graph.overview import funding_total
from graph.profile import references
from graph.rankrange import confirmed_only

# ---- what each statement says, by the public functions


def first(dataset, measure):
    values = measure_table(study(network_for(dataset, measure), dataset=dataset), [measure])[measure]
    ranks = rank(values[values.index.isin(set(dataset.actors["id"]))], measure).dropna()
    leaders = set(ranks[ranks == 1].index)
    return leaders if len(leaders) < len(ranks) or len(ranks) == 1 else set()


def ranks(dataset, measure):
    values = measure_table(study(network_for(dataset, measure), dataset=dataset), [measure])[measure]
    found = rank(values[values.index.isin(set(dataset.actors["id"]))], measure).dropna().astype(int)
    return {(actor, first, first + int((found == first).sum()) - 1) for actor, first in found.items()}


def both_first(dataset, measure, other):
    both = (first(dataset, measure), first(dataset, other))
    return both if any(both) else ()


def broker(dataset):
    found = brokers(dataset)
    return {one.actor for one in found if one.total == found[0].total}


def chain(dataset, source, target):
    found = find_chains(contacts(dataset), source, target)
    return (str(found.answer), len(found.chains[0].steps)) if found.chains else ()


def groups(dataset):
    network = graph.cooperation(dataset)
    tied = nx.Graph(network.subgraph([each for each, degree in network.degree if degree]))
    return {frozenset(group.members) for group in find_groups(tied).groups}


def largest_funder(dataset):
    rows = [row for row in totals(dataset).rows if row.amount_eur]
    return {row.category.code for row in rows if row.amount_eur == max(other.amount_eur for other in rows)}


def largest(dataset, by, rule):
    found = totals_by_year(dataset, YearRule(rule)) if by == "year" else totals(dataset, by, Several(rule))
    rows = [row for row in found.rows if row.amount_eur and row.category.role is CategoryRole.ITEM]
    return {row.category.code for row in rows if row.amount_eur == max(other.amount_eur for other in rows)}


def ending(dataset, as_of, months):
    found = cliff(dataset, date.fromisoformat(as_of), months)
    return (frozenset(found.projects), found.amount_eur) if found.endings else ()


def common(dataset, *actors):
    present = [each for each in actors if each in set(dataset.actors["id"])]
    if len(present) < 2:
        return ()
    found = compare(dataset, present)
    sets = tuple(frozenset(one.id for one in each) for each in (found.partners, found.projects, found.funders))
    return sets if any(sets) else ()


def proposed(dataset, asked):
    found = find_partners(dataset, Search(actor=asked) if isinstance(asked, str) else asked).candidates
    return {one.id for one in found if round(one.score, 12) == round(found[0].score, 12)}


def covering(dataset, fields, types, members=(), excluded=()):
    found = find_consortium(dataset, fields, types, members=members, excluded=excluded).consortia
    return {frozenset(p.actor for p in one.contributions) for one in found}


def losses(dataset, scenario):
    found = find_impact(dataset, from_text(scenario)[0])
    lists = (found.lost, found.new, found.without_connection, found.cut_off, found.leaderless, found.fields)
    return lists if any(lists) else ()


BY_HAND = {
    "first": first,
    "ranks": ranks,
    "both_first": both_first,
    "broker": broker,
    "cut_points": lambda dataset: {point.actor for point in cut_points(graph.cooperation(dataset))},
    "chain": chain,
    "groups": groups,
    "gaps": lambda dataset: set(find_gaps(dataset).empty),
    "funding": lambda dataset: funding_total(dataset).amount_eur,
    "largest_funder": largest_funder,
    "largest": largest,
    "cliff": ending,
    "comparison": common,
    "partners": proposed,
    "consortium": covering,
    "what_if": losses,
}


# ---- leaving out a source by hand


def left_out(dataset, source):
    """Leave out rows whose every source is this one; an actor or project stays while another fact names it."""
    ties, events = dataset.ties[stays(dataset, "ties", source)], dataset.events[stays(dataset, "events", source)]
    named = {*ties["from_id"], *ties["to_id"], *events["project_id"]}
    elements = {
        name: getattr(dataset, name)[stays(dataset, name, source) | getattr(dataset, name)["id"].isin(named)]
        for name in ("actors", "projects")
    }
    tables = {"ties": ties, "events": events, **elements}
    return replace(dataset, **{name: rows.reset_index(drop=True) for name, rows in tables.items()})


@cache
def stays(dataset, name, source):
    return pd.Series(
        [independent(dataset, cell) != {source} for cell in getattr(dataset, name)["reference"]], dtype=bool
    )


@cache
def independent(dataset, cell):
    """Sources of a cell without those that only repeat another one of it."""
    origins = dict(zip(dataset.sources["id"], dataset.sources.get("based_on", ()), strict=False))
    named = set(references(cell))
    return {one for one in named if not repeats(one, named - {one}, origins)} or named


def repeats(source, others, origins, seen=()):
    for origin in (part.strip() for part in (origins.get(source) or "").split(";")):
        if origin in others or (origin and origin not in seen and repeats(origin, others, origins, (*seen, origin))):
            return True
    return False


def marks_by_hand(dataset, statement):
    """Sources without which the public functions say something else, and whether they do without doubtful ties."""
    ask, about = BY_HAND[statement.kind], statement.about
    recorded = ask(dataset, *about)
    tipping = [one for one in dataset.sources["id"] if ask(left_out(dataset, one), *about) != recorded]
    silent = [one for one in tipping if not ask(left_out(dataset, one), *about)]
    return {
        "answer": recorded,
        "tips_without": sorted(tipping),
        "rests_on": silent[0] if len(silent) == 1 else "",
        "tips_if_confirmed_only": ask(confirmed_only(dataset), *about) != recorded,
    }


def marks(found):
    return {
        "answer": found.answer,
        "tips_without": list(found.tips_without),
        "rests_on": found.rests_on,
        "tips_if_confirmed_only": found.tips_if_confirmed_only,
    }
