"""What became of a file: rows, cents and names that were taken, and those left out by reason. It always adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Tally:
    """A count that is split into taken and left out; ``file`` is their sum by construction."""

    taken: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def file(self) -> int:
        """All of it."""
        return self.taken + self.left_out.total()

    def add(self, amount: int, reason: str = "") -> None:
        """Count something, as taken when there is no reason to leave it out."""
        if reason:
            self.left_out[reason] += amount
        else:
            self.taken += amount

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(self.taken + other.taken, self.left_out + other.left_out)

    def as_json(self) -> dict[str, Any]:
        """Return plain values; reasons in order."""
        return {"file": self.file, "taken": self.taken, "left_out": dict(sorted(self.left_out.items()))}


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can say.

    Attributes
    ----------
    code
        ``not-recognised``, ``missing-column``, ``decimal-sign``, ``day-or-month`` or ``kind-of-tie``.
    file, column
        Where it comes up.
    option
        Option of the command that answers it.
    values
        What could be the answer, or what is missing.
    """

    code: str
    file: str
    column: str = ""
    option: str = "--recipe"
    values: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        stated = {"code": self.code, "file": self.file, "column": self.column, "option": self.option}
        return {**stated, "values": list(self.values)}


@dataclass(slots=True)
class TranslationReport:
    """What became of the files of one translation.

    Attributes
    ----------
    recipe
        Name of the recipe, several joined by ``+``; empty when nothing was recognised.
    rows
        Rows below the headers; footers are counted on their own.
    euros
        Cents of the amounts that the recipe counts.
    names
        Names of organisations: ``new`` are taken.
    existing
        Names that are actors of the data already.
    recorded, unreadable, other_currency
        Cells of amounts: with an amount, with a text that is none, and in another currency than euro.
    footers
        Rows that are no data: sums, legends.
    """

    recipe: str = ""
    rows: Tally = field(default_factory=Tally)
    euros: Tally = field(default_factory=Tally)
    names: Tally = field(default_factory=Tally)
    existing: int = 0
    recorded: int = 0
    unreadable: int = 0
    other_currency: Counter[str] = field(default_factory=Counter)
    footers: list[str] = field(default_factory=list)
    ties: Tally = field(default_factory=Tally)
    questions: list[Question] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values, as ``report.json`` has it; money in cents."""
        return {
            "recipe": self.recipe,
            "rows": self.rows.as_json(),
            "euros": self.euros.as_json(),
            "organisations": {
                "names": self.names.file,
                "existing": self.existing,
                "new": self.names.taken - self.existing,
                "left_out": self.names.left_out.total(),
                "reasons": dict(sorted(self.names.left_out.items())),
            },
            "ties": self.ties.as_json(),
            "amounts": {
                "recorded": self.recorded,
                "unreadable": self.unreadable,
                "other_currency": dict(sorted(self.other_currency.items())),
            },
            "footers": len(self.footers),
            "questions": [question.as_json() for question in self.questions],
        }

    def facts(self) -> dict[str, str]:
        """Return what became of rows and euros as cells of the table of sources."""
        left_out = "; ".join(f"{reason}: {count}" for reason, count in sorted(self.rows.left_out.items()) if count)
        euros = {"amount_taken_eur": self.euros.taken, "amount_left_out_eur": self.euros.left_out.total()}
        return {
            "rows_taken": str(self.rows.taken),
            "rows_left_out": left_out,
            **({name: _euros(cents) for name, cents in euros.items()} if self.euros.file else {}),
        }

    def plus(self, other: TranslationReport) -> TranslationReport:
        """Return what became of both."""
        return TranslationReport(
            recipe="+".join(dict.fromkeys(name for name in (self.recipe, other.recipe) if name)),
            rows=self.rows.plus(other.rows),
            euros=self.euros.plus(other.euros),
            names=self.names.plus(other.names),
            existing=self.existing + other.existing,
            recorded=self.recorded + other.recorded,
            unreadable=self.unreadable + other.unreadable,
            other_currency=self.other_currency + other.other_currency,
            footers=[*self.footers, *other.footers],
            ties=self.ties.plus(other.ties),
            questions=[*self.questions, *other.questions],
        )


def _euros(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def left_out_names(kinds: Mapping[str, str]) -> Tally:
    """Return names counted by why they are left out; ``""`` is taken."""
    tally = Tally()
    for reason in kinds.values():
        tally.add(1, reason)
    return tally
