"""What a partner search asks for and what it says about an actor, as plain records."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from enum import StrEnum

from graph.answers.similarity import ScorePart

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Search:
    """What a partner is wanted for; an empty criterion does not restrict.

    Attributes
    ----------
    actor
        Id of the asking actor, or ``""`` for a planned project of nobody yet. Its partners are left out.
    members
        Ids of actors already in the planned project; they are left out, their partners are not.
    kompetenzfelder
        Fields of the planned project, of which a partner must have one. By default the fields of the asking
        actor and members serve for the score without restricting.
    types
        Wanted actor types.
    locations
        Wanted locations. Actors without recorded location stay in.
    dismissed, remembered
        Ids the visitor has set aside, and ids always to be shown.
    """

    actor: str = ""
    members: tuple[str, ...] = ()
    kompetenzfelder: AbstractSet[str] = NONE
    types: AbstractSet[str] = NONE
    locations: AbstractSet[str] = NONE
    dismissed: AbstractSet[str] = NONE
    remembered: AbstractSet[str] = NONE

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name not in ("actor", "members"):
                object.__setattr__(self, field.name, frozenset(value))


class Why(StrEnum):
    """Reason for a candidate; the ids of `Reason` say which."""

    SHARED_FIELDS = "shared_fields"  # Kompetenzfelder
    COMMON_PARTNERS = "common_partners"  # actors
    MISSING_TYPE = "missing_type"  # a type that neither asking actor, partners nor members have
    OTHER_TYPE = "other_type"  # a type other than that of asking actor and members
    ACQUAINTED = "acquainted"  # projects and bodies in which both are, without cooperating
    FUNDS_ALREADY = "funds_already"  # funded projects, or the asking actor itself
    SAME_FUNDER = "same_funder"  # funding actors
    SAME_LOCATION = "same_location"  # location
    LOCATION_UNKNOWN = "location_unknown"


class Exclusion(StrEnum):
    """Why an actor is not among the candidates."""

    PARTNER = "partner"  # already a partner of the asking actor
    MEMBER = "member"  # the asking actor itself or in the planned project
    DISMISSED = "dismissed"
    COLLECTIVE = "collective"  # stands for several organisations
    OTHER_FIELD = "other_field"
    OTHER_TYPE = "other_type"
    OTHER_LOCATION = "other_location"
    NOTHING_IN_COMMON = "nothing_in_common"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and what it rests on, the most telling first."""

    code: Why
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible partner.

    Attributes
    ----------
    id
        Actor id.
    score
        0 to 1, the sum of the points of ``parts``.
    parts
        One `ScorePart` per key of `WEIGHTS`.
    reasons
        In the order of `Why`.
    introducers
        Up to three actors that know both sides, the best acquainted first.
    remembered
        Whether the visitor has set it aside to keep.
    """

    id: str
    score: float
    parts: tuple[ScorePart, ...]
    reasons: tuple[Reason, ...]
    introducers: tuple[str, ...]
    remembered: bool
