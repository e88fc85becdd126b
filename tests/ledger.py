"""Facts that a person wrote down from a paper, and which of them the rows of a review hold.

A ledger is a list of numbered sentences; beside it stands what each fact is as rows, ``NUMBER => row + row``:

    actor NAME
    project NAME [; status]
    tie NAME ; kind/other kind ; NAME
    amount NAME ; euro ; basis/other basis
    date NAME ; EDTF

``a / b`` are two names that are both right. A fact is held when all its rows are. A fact without rows has no row form:
it is said in words only, or fills one cell.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.extraction import PaperRows, Proposal
from graph.extraction.rows import Row
from tests.extraction.score import likeness

_UNDIRECTED = ("cooperates_with", "related_to")
Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Fact:
    """A numbered sentence of the ledger and what it is as rows."""

    number: int
    said: str
    rows: tuple[tuple[str, ...], ...]


def facts_of(ledger: str, rows: str) -> list[Fact]:
    """Read a ledger and the rows of its facts."""
    said = {int(number): text for number, text in re.findall(r"^(\d+)\. (.+)$", ledger, re.MULTILINE)}
    forms = {int(number): form for number, form in re.findall(r"^(\d+) => (.+)$", rows, re.MULTILINE)}
    unknown = forms.keys() - said.keys()
    if unknown:
        raise ValueError(f"rows of facts that the ledger does not have: {sorted(unknown)}")
    return [Fact(number, text, _rows(forms.get(number, ""))) for number, text in sorted(said.items())]


def _rows(form: str) -> tuple[tuple[str, ...], ...]:
    rows = (row.strip().partition(" ") for row in form.split(" + ") if row.strip())
    return tuple((kind, *(part.strip() for part in rest.split(" ; "))) for kind, _, rest in rows)


def names_in(*tables: Path) -> dict[str, list[str]]:
    """Return id -> name and other names of the rows of CSV files, for ledgers that name ids."""
    return {
        row["id"]: [row["name"], *row["aliases"].split(";")]
        for table in tables
        for row in csv.DictReader(table.read_text("utf-8-sig").splitlines())
    }


class Rows:
    """Rows of a review, asked for facts."""

    def __init__(self, tables: Mapping[str, Iterable[Row]], names: Names | None = None) -> None:
        self.known = names or {}
        self.tables = {table: list(rows) for table, rows in tables.items()}
        self.names = {
            row["id"]: [row["name"], *row.get("aliases", "").split(";")]
            for table in ("actors", "projects")
            for row in self.tables.get(table, ())
        }

    def hold(self, fact: Fact) -> bool:
        """Whether every row of a fact is there."""
        return all(self._holds(*row) for row in fact.rows)

    def _means(self, id: str, meant: str) -> bool:
        return any(
            likeness(name, self.known.get(one, [one])) >= 0.75
            for one in meant.split(" / ")
            for name in self.names.get(id, ())
            if name
        )

    def _holds(self, kind: str, name: str, *rest: str) -> bool:
        if kind in ("actor", "project"):
            return any(self._named(table, name, *rest) for table in ("actors", "projects"))
        if kind == "tie":
            return any(self._tie(link, name, *rest) for link in self.tables.get("links", ()))
        if kind == "date":
            return any(
                self._means(event["project_id"], name) and _day(event) == rest[0]
                for event in self.tables.get("events", ())
            )
        return self._amount(name, *rest)

    def _named(self, table: str, name: str, status: str = "") -> bool:
        return any(
            self._means(row["id"], name) and status in ("", row.get("status", "")) for row in self.tables.get(table, ())
        )

    def _tie(self, link: Row, source: str, kinds: str, target: str) -> bool:
        forth = self._means(link["from_id"], source) and self._means(link["to_id"], target)
        back = self._means(link["from_id"], target) and self._means(link["to_id"], source)
        return link["kind"] in kinds.split("/") and (forth or (back and link["kind"] in _UNDIRECTED))

    def _amount(self, name: str, euro: str, bases: str) -> bool:
        paid = [
            (link["to_id"], link.get("amount_eur", ""), link.get("amount_basis", ""))
            for link in self.tables.get("links", ())
        ]
        budgets = [(row["id"], row.get("budget_eur", ""), "total") for row in self.tables.get("projects", ())]
        return any(
            self._means(id, name) and value == euro and basis in bases.split("/")
            for id, value, basis in [*paid, *budgets]
        )


def _day(event: Row) -> str:
    start, end = event["start"], event.get("end", "")
    return f"{start}/{end}" if end and end != start else start


def wanted(proposal: Proposal, facts: Iterable[Fact], names: Names | None = None) -> bool:
    """Whether a person who has the ledger before the eyes accepts a proposal as it stands.

    Parameters
    ----------
    proposal
        A proposal.
    facts
        The ledger.
    names
        Id -> names, for ledgers that name ids.
    """
    known = names or {}

    def means(text: str, meant: str) -> bool:
        return any(likeness(text, known.get(one, [one])) >= 0.75 for one in meant.split(" / "))

    def fits(kind: str, name: str, *rest: str) -> bool:
        if proposal.kind in ("actor", "project"):
            ends = [name, rest[1]] if kind == "tie" else [name]
            return any(means(proposal.text, end) for end in ends)
        if proposal.kind != kind:
            return False
        if kind == "tie":
            forth = means(proposal.source, name) and means(proposal.target, rest[1])
            back = means(proposal.source, rest[1]) and means(proposal.target, name)
            return proposal.type in rest[0].split("/") and (forth or (back and proposal.type in _UNDIRECTED))
        if kind == "date":
            return means(proposal.of, name) and _plain(proposal.edtf) == rest[0]
        return means(proposal.of, name) and f"{proposal.value_eur}" == rest[0] and proposal.basis in rest[1].split("/")

    return any(fits(*row) for fact in facts for row in fact.rows)


def _plain(edtf: str) -> str:
    first, _, last = edtf.partition("/")
    return first if last in ("", first) else edtf


def share(facts: Sequence[Fact], rows: PaperRows | Mapping[str, Iterable[Row]], names: Names | None = None) -> float:
    """Return the part of the facts with a row form that the rows hold.

    Parameters
    ----------
    facts
        The ledger.
    rows
        Rows by table.
    names
        Id -> names, for ledgers that name ids.
    """
    held = Rows(rows.tables if isinstance(rows, PaperRows) else rows, names)
    formed = [fact for fact in facts if fact.rows]
    return sum(map(held.hold, formed)) / len(formed)
