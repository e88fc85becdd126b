"""Proposals beside what the data hold already: who is probably the same, and where the paper says something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.dataset import Dataset
from graph.extraction.entities import merging_key
from graph.extraction.proposals import Proposal, Proposed

LEAST_ALIKE = 88  # of 100, by the words of two names in any order


@dataclass(frozen=True, slots=True)
class Alike:
    """An element of the data that a proposal probably means; ``sure`` when the names are the same but for their form."""

    id: str
    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the data say otherwise: ``status`` or ``amount``, and the code or number they hold."""

    what: str
    value: str


def alike(proposals: Sequence[Proposal], dataset: Dataset) -> dict[int, Alike]:
    """Return for places in the list of proposals the element of the data each probably means.

    Parameters
    ----------
    proposals
        All proposals; those of ties, amounts and dates mean nothing by themselves.
    dataset
        The data; names and aliases count.
    """
    found = {}
    for kind, table in ((Proposed.ACTOR, dataset.actors), (Proposed.PROJECT, dataset.projects)):
        names = dict(_names(table))
        keys = {merging_key(name): (id, name) for name, id in names.items()}
        titles = dict(zip(table["id"], table["name"], strict=True))
        for place, proposal in enumerate(proposals):
            if proposal.kind is kind and (meant := _meant(proposal, names, keys)):
                id, sure = meant
                found[place] = Alike(id, titles[id], sure)
    return found


def _names(table: object) -> Iterator[tuple[str, str]]:
    """Yield every name of every row with its id."""
    for id, name, aliases in zip(table["id"], table["name"], table["aliases"], strict=True):  # type: ignore[index]
        for known in (*aliases, name):
            yield known, id


def _meant(
    proposal: Proposal, names: Mapping[str, str], keys: Mapping[tuple[str, ...], tuple[str, str]]
) -> tuple[str, bool] | None:
    for name in (proposal.text, *proposal.aliases):
        if merging_key(name) in keys:
            return keys[merging_key(name)][0], True
    close = process.extractOne(proposal.text, list(names), scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_ALIKE)
    return (names[close[0]], False) if close else None


def contradictions(
    proposals: Sequence[Proposal], dataset: Dataset, meant: Mapping[int, Alike]
) -> dict[int, Contradiction]:
    """Return where the paper says otherwise than the data: the status of a project, the amount of a funding.

    Parameters
    ----------
    proposals
        All proposals.
    dataset
        The data.
    meant
        See `alike`.
    """
    ids = {proposals[place].text: one.id for place, one in meant.items()}
    statuses = dict(zip(dataset.projects["id"], dataset.projects["status"], strict=True))
    amounts = _amounts(dataset)
    found = {}
    for place, proposal in enumerate(proposals):
        known = statuses.get(ids.get(proposal.text, ""), "") if proposal.kind is Proposed.PROJECT else ""
        if known and proposal.status and known != proposal.status:
            found[place] = Contradiction("status", known)
        held = amounts.get(ids.get(proposal.of, ""), []) if proposal.kind is Proposed.AMOUNT else []
        if (
            held
            and proposal.basis
            and proposal.value_eur not in [value for basis, value in held if basis == proposal.basis]
        ):
            others = [value for basis, value in held if basis == proposal.basis]
            if others:
                found[place] = Contradiction("amount", str(others[0]))
    return found


def _amounts(dataset: Dataset) -> dict[str, list[tuple[str, object]]]:
    """Return basis and amount of the fundings of each element."""
    amounts: dict[str, list[tuple[str, object]]] = {}
    ties = dataset.ties
    for target, kind, value, basis in zip(
        ties["to_id"], ties["kind"], ties["amount_eur"], ties["amount_basis"], strict=True
    ):
        if kind == "funds" and value is not None:
            amounts.setdefault(target, []).append((basis, value))
    return amounts
