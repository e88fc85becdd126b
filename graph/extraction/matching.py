"""Proposals beside what the data hold already: who is probably the same, and where the paper says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import starmap

from rapidfuzz import fuzz, process

from graph.dataset import Dataset
from graph.extraction.entities import merging_key
from graph.extraction.proposals import Proposal, Proposed
from graph.intake.matching import OFFERED, match

LEAST_ALIKE = 88  # of 100, by the words of two names in any order


@dataclass(frozen=True, slots=True)
class Alike:
    """An element of the data that a proposal probably means.

    Attributes
    ----------
    id, name
        The likeliest.
    sure
        Whether the names are the same but for their form.
    likely
        False for a name that is only near.
    others
        Id and name of what it may mean instead; a person must say which.
    """

    id: str
    name: str
    sure: bool
    likely: bool = True
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the data say otherwise.

    Attributes
    ----------
    what
        ``status``, ``amount`` or ``date``.
    value
        Code, number or EDTF that the data hold.
    paper
        The same of the paper.
    source
        Title of the source of the data, or its id; empty when the row names none.
    """

    what: str
    value: str
    paper: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Held:
    """What a row of the data says of an element: the value, what kind of value, and the source."""

    value: object
    basis: str
    source: str


def alike(proposals: Sequence[Proposal], dataset: Dataset) -> dict[int, Alike]:
    """Return for places in the list of proposals the element of the data each probably means.

    Parameters
    ----------
    proposals
        All proposals; those of ties, amounts and dates mean nothing by themselves.
    dataset
        The data; names and aliases count. Actors are matched as those of a register are, see `graph.intake.matching`.
    """
    found = {}
    for kind, table in ((Proposed.ACTOR, dataset.actors), (Proposed.PROJECT, dataset.projects)):
        names = dict(_names(table))
        keys: dict[tuple[str, ...], list[str]] = {}
        for name, id in _names(table):
            keys.setdefault(merging_key(name), []).append(id)
        titles = dict(zip(table["id"], table["name"], strict=True))
        places = [place for place, proposal in enumerate(proposals) if proposal.kind is kind]
        near = _actors_near if kind is Proposed.ACTOR else _projects_near
        further = near([proposals[place].text for place in places], names, dataset)
        for place, others in zip(places, further, strict=True):
            proposal = proposals[place]
            exact = next(
                (ids for name in (proposal.text, *proposal.aliases) if (ids := keys.get(merging_key(name)))), []
            )
            likely, told = others
            ids = list(dict.fromkeys((*exact, *likely))) or told
            if ids:
                rest = tuple((id, titles[id]) for id in ids[1:])
                found[place] = Alike(ids[0], titles[ids[0]], bool(exact), bool(exact or likely), rest)
    return found


def _names(table: object) -> Iterator[tuple[str, str]]:
    """Yield every name of every row with its id."""
    for id, name, aliases in zip(table["id"], table["name"], table["aliases"], strict=True):  # type: ignore[index]
        for known in (*aliases, name):
            yield known, id


_Near = tuple[list[str], list[str]]  # ids of what a name probably means, and of what is only near


def _actors_near(texts: Sequence[str], _: Mapping[str, str], dataset: Dataset) -> list[_Near]:
    """Return for each name the actors it may be, best first: the same legal body or several equally likely, and near ones."""
    found: list[_Near] = [([], []) for _ in texts]
    if texts:
        rows = match(texts, None, dataset)
        for query, actor, reason, same in zip(rows["query"], rows["actor"], rows["reason"], rows["same"], strict=True):
            found[query][0 if same or reason == "several" else 1].append(actor)
    return found


def _projects_near(texts: Sequence[str], names: Mapping[str, str], _: Dataset) -> list[_Near]:
    known = list(names)
    close = (
        process.extract(text, known, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_ALIKE, limit=OFFERED)
        for text in texts
    )
    return [([names[name] for name, _, _ in one], []) for one in close]


def contradictions(
    proposals: Sequence[Proposal], dataset: Dataset, meant: Mapping[int, Alike]
) -> dict[int, Contradiction]:
    """Return where the paper says otherwise than the data: status or budget of a project, amount of a funding, a date.

    A further amount or date of another kind or year is no contradiction; neither is one that is only less exact. A term from when to when
    stands against that of the project, whatever its years.

    Parameters
    ----------
    proposals
        All proposals.
    dataset
        The data.
    meant
        See `alike`.
    """
    ids = {proposals[place].text: one.id for place, one in meant.items() if one.likely and (one.sure or not one.others)}
    held = {"status": _statuses(dataset), "amount": _amounts(dataset), "date": _dates(dataset)}
    found = {}
    for place, proposal in enumerate(proposals):
        what, owner, value = _said(proposal)
        rows = held[what].get(ids.get(owner, ""), []) if what and value else []
        comparable = [row for row in rows if _comparable(what, proposal, row)]
        if comparable and not any(_agrees(what, value, row) for row in comparable):
            row = comparable[0]
            found[place] = Contradiction(what, str(row.value), value, row.source)
    return found


def _said(proposal: Proposal) -> tuple[str, str, str]:
    """Return what kind of thing a proposal says, of what, and what."""
    if proposal.kind is Proposed.PROJECT:
        return "status", proposal.text, proposal.status
    if proposal.kind is Proposed.AMOUNT and proposal.basis:
        return "amount", proposal.of, str(proposal.value_eur)
    return ("date", proposal.of, proposal.edtf) if proposal.kind is Proposed.DATE else ("", "", "")


def _comparable(what: str, proposal: Proposal, row: _Held) -> bool:
    """Whether two values speak of the same: amounts of one kind, terms from when to when, dates of one year."""
    if what == "amount":
        return row.basis == proposal.basis
    if what != "date":
        return True
    ours, theirs = _ends(proposal.edtf), _ends(str(row.value))
    if not ours or not theirs:
        return False
    if row.basis == _TERM and len(theirs) == _BOTH:
        if len(ours) == _BOTH and ours[0][:7] != ours[1][:7]:
            return True
        if theirs[0] <= ours[0] and ours[-1][: len(theirs[1])] <= theirs[1]:
            return False  # a day while the project runs
    return ours[0][:4] == theirs[0][:4]


def _agrees(what: str, value: str, row: _Held) -> bool:
    """Whether two values are the same, or one date lies in the other."""
    if what == "amount":
        return Decimal(str(row.value)) == Decimal(value)
    if what == "date":
        return all(starmap(_lies_in, zip(_ends(value), _ends(str(row.value)), strict=False)))
    return str(row.value) == value


def _ends(edtf: str) -> list[str]:
    """Return begin and end of a date as far as they are said."""
    return [end for end in re.sub(r"[?~%]", "", edtf).split("/") if end not in ("", "..")]


def _lies_in(ours: str, theirs: str) -> bool:
    return ours.startswith(theirs) or theirs.startswith(ours) or _SEASON.search(f"{ours} {theirs}") is not None


_TERM, _BOTH = "term", 2
_SEASON = re.compile(r"-2[1-4]\b(?!-)")  # a season has no days to compare


def _titles(dataset: Dataset) -> Mapping[str, str]:
    return dict(zip(dataset.sources["id"], dataset.sources["title"], strict=True))


def _source(titles: Mapping[str, str], reference: str) -> str:
    first = reference.split(";", maxsplit=1)[0].strip()
    return titles.get(first, first)


def _statuses(dataset: Dataset) -> dict[str, list[_Held]]:
    """Return the status of each project that has one."""
    table, titles = dataset.projects, _titles(dataset)
    rows = zip(table["id"], table["status"], table["reference"], strict=True)
    return {id: [_Held(status, "", _source(titles, reference))] for id, status, reference in rows if status}


def _amounts(dataset: Dataset) -> dict[str, list[_Held]]:
    """Return the fundings of each element, and the budgets of projects, whose basis is ``total``."""
    ties, projects, titles = dataset.ties, dataset.projects, _titles(dataset)
    found: dict[str, list[_Held]] = {}
    columns = (ties[name] for name in ("to_id", "kind", "amount_eur", "amount_basis", "reference"))
    for target, kind, value, basis, reference in zip(*columns, strict=True):
        if kind == "funds" and value is not None:
            found.setdefault(target, []).append(_Held(value, basis, _source(titles, reference)))
    for id, value, reference in zip(projects["id"], projects["budget_eur"], projects["reference"], strict=True):
        if value is not None:
            found.setdefault(id, []).append(_Held(value, "total", _source(titles, reference)))
    return found


def _dates(dataset: Dataset) -> dict[str, list[_Held]]:
    """Return the dates of each project: its term and its events."""
    titles = _titles(dataset)
    found: dict[str, list[_Held]] = {}
    for table, name in ((dataset.projects, "id"), (dataset.events, "project_id")):
        for id, start, end, reference in zip(
            table[name], table["start"], table["end"], table["reference"], strict=True
        ):
            if start:
                edtf = f"{start}/{end}" if end else start
                kind = _TERM if name == "id" else ""
                found.setdefault(id, []).append(_Held(edtf, kind, _source(titles, reference)))
    return found
