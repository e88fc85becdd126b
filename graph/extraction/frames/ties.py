"""A tie that was found, and which ties may hold between which things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.extraction.entities import Entity
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace


@dataclass(frozen=True, slots=True)
class FoundTie:
    """A tie that a frame states.

    Attributes
    ----------
    source, target
        Its ends.
    kind
        Code of the kind of tie.
    start, end
        Characters of the copy it rests on.
    rule
        Name of the frame.
    status
        Code, empty when the clause says nothing.
    group
        Number shared by the ties of one list.
    choices
        Names of what an end may mean instead.
    sure
        False when an end is implied, or stands for a noun.
    open_end
        ``source`` or ``target``: which of them the choices are for.
    """

    source: Entity
    target: Entity
    kind: str
    start: int
    end: int
    rule: str
    status: str = ""
    group: int = 0
    sure: bool = True
    choices: tuple[str, ...] = ()
    open_end: str = ""


def ambiguous(source: MentionPlace, target: MentionPlace) -> tuple[tuple[str, ...], str]:
    """Return what an end of a tie may mean instead, and which end; nothing where both or none are ambiguous."""
    if bool(source.others) == bool(target.others):
        return (), ""
    return (source.others, "source") if source.others else (target.others, "target")


def fitting(kind: str, target: Entity) -> str:
    """Return the kind of tie in the words of the data: one takes part in a project, and is a member of a body."""
    bodies = ("Gremium", "Netzwerk", "Programm", "Vereinbarung")
    return "partner" if kind == "member_of" and target.what is What.PROJECT and target.kind not in bodies else kind


_AUTHORITIES = ("Kommune", "Landkreis", "Land")


def is_possible(source: Entity, target: Entity, kind: str) -> bool:
    """Whether a tie of this kind may hold between two things.

    Parameters
    ----------
    source, target
        Its ends.
    kind
        Code of the kind of tie.
    """
    rule = _RULES.get(kind)
    return source.number != target.number and (rule is None or rule(source, target))


def _may_own(source: Entity, target: Entity) -> bool:
    actors = source.what is What.ACTOR and target.what is What.ACTOR
    return actors and not target.collective and target.kind not in _AUTHORITIES


def _may_take_part(source: Entity, target: Entity) -> bool:
    network = source.kind == "Netzwerk" and target.what is What.PROJECT and target.kind != "Netzwerk"
    return network or (
        source.what is What.ACTOR and (target.what is What.PROJECT or target.kind in ("Netzwerk", "Verein"))
    )


def _may_join(source: Entity, target: Entity) -> bool:
    return source.what is What.ACTOR and target.kind not in (*_AUTHORITIES, "Unternehmen")


_RULES: Mapping[str, Callable[[Entity, Entity], bool]] = {
    "shareholder_of": _may_own,
    "leads": _may_take_part,
    "partner": _may_take_part,
    "awarded": _may_take_part,
    "part_of": lambda source, target: (
        source.what is What.ACTOR
        or target.what is What.PROJECT
        or (source.kind in ("Gremium", "Netzwerk", "Einrichtung") and target.kind not in _AUTHORITIES)
    ),
    "member_of": _may_join,
    "cooperates_with": lambda source, target: (
        source.what is target.what or all(end.what is What.ACTOR or end.kind == "Netzwerk" for end in (source, target))
    ),
    "submitted_to": lambda source, target: source.kind != "Programm" and target.kind != "Gremium",
    "continues": lambda source, target: source.what is target.what or "Netzwerk" in (source.kind, target.kind),
    "funds": lambda source, _: source.what is What.ACTOR or source.kind in ("Programm", "Netzwerk"),
}
