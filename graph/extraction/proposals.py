"""What extraction hands out: proposals in the words of the data contract, each with the place it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.money import Money


class Proposed(StrEnum):
    """Kinds of proposals, in the order in which they are reviewed."""

    ACTOR = "actor"
    PROJECT = "project"
    TIE = "tie"
    AMOUNT = "amount"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row that a person may accept.

    Attributes
    ----------
    kind
        What it would become.
    span
        ``[start, end)`` in characters of the text as given, line ends as one character.
    text
        Name of an actor or project; the words in the text otherwise.
    type
        Kind of organisation or project; code of the kind of tie.
    status
        Code, empty when the paper says nothing.
    collective
        A group named as such.
    source, target
        Names of the ends of a tie.
    value_eur, basis
        Amount in euro and the code of what it is; ``total`` is a budget for the whole.
    edtf
        A date.
    of
        Name of what an amount or date belongs to.
    aliases
        Other names.
    spans
        All places of an actor or project, the first one included.
    rule
        Name of the recogniser or frame.
    sure
        False: to be looked at, never chosen beforehand.
    group
        Number shared by the proposals of one list; 0 for none.
    choices
        Names of what an end of a tie may be instead, where a noun such as "die Gesellschaft" may mean several.
    open_end
        ``source`` or ``target``: the end the choices are for.
    """

    kind: Proposed
    span: tuple[int, int]
    text: str = ""
    type: str = ""
    status: str = ""
    collective: bool = False
    source: str = ""
    target: str = ""
    value_eur: Money | None = None
    basis: str = ""
    edtf: str = ""
    of: str = ""
    aliases: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = field(default=())
    rule: str = ""
    sure: bool = True
    group: int = 0
    choices: tuple[str, ...] = ()
    open_end: str = ""


def as_record(proposal: Proposal) -> Mapping[str, object]:
    """Return a proposal as one object of the lines that ``akteursnetz extract --json`` writes; nothing empty is written."""
    record: dict[str, object] = {"kind": str(proposal.kind), "span": list(proposal.span), "text": proposal.text}
    value = proposal.value_eur
    rest: dict[str, object] = {
        "type": proposal.type,
        "status": proposal.status,
        "collective": proposal.collective,
        "from": proposal.source,
        "to": proposal.target,
        "value_eur": value if value is None or isinstance(value, int) else float(value),
        "basis": proposal.basis,
        "edtf": proposal.edtf,
        "of": proposal.of,
        "aliases": list(proposal.aliases),
        "choices": list(proposal.choices),
        "rule": proposal.rule,
        "sure": proposal.sure,
    }
    return record | {name: value for name, value in rest.items() if value not in ("", False, None, [])}
