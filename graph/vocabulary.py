"""The closed vocabularies of the tables: codes, and the words a file may use instead of them.

A file may write a code (``ongoing``), the German word (``laufend``) or the English word (``in progress``).
The dataset holds codes only. What the screen calls a code is decided above the glass floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Mode(StrEnum):
    """The two kinds of element in the network."""

    ACTOR = "actor"
    PROJECT = "project"


class Status(StrEnum):
    """How far a project, tie or event has come."""

    IDEA = "idea"
    APPLIED = "applied"
    PLANNED = "planned"
    TENTATIVE = "tentative"
    APPROVED = "approved"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    COMPLETED = "completed"
    UNKNOWN = "unknown"


# The order of a project's life, in which people look for a status
LIFE = (
    Status.IDEA,
    Status.PLANNED,
    Status.APPLIED,
    Status.TENTATIVE,
    Status.APPROVED,
    Status.ONGOING,
    Status.POSTPONED,
    Status.COMPLETED,
    Status.CANCELLED,
    Status.UNKNOWN,
)


class Certainty(StrEnum):
    """How well a tie is supported by its sources."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    CONFLICTING = "conflicting"


class AmountBasis(StrEnum):
    """What an amount is; only `SUMMABLE` amounts may be added up."""

    GRANTED = "granted"
    OWN_FUNDS = "own_funds"
    PER_YEAR = "per_year"
    CEILING = "ceiling"
    OVERLAP = "overlap"


SUMMABLE = frozenset({AmountBasis.GRANTED, AmountBasis.OWN_FUNDS})


class Identity(StrEnum):
    """Whether an identifier is that of an actor; what is not recorded is."""

    IS = "is"
    IS_NOT = "is-not"


@dataclass(frozen=True, slots=True)
class TieKind:
    """A kind of tie and what it means for the network.

    Attributes
    ----------
    code
        Canonical value of the column ``kind``.
    words
        Other spellings a file may use, German and English, lower case.
    participation
        The tie says that an actor takes part in a project (an edge of the two-mode network).
    cooperates
        Two actors with such a tie to the same project cooperate.
    directed
        False when the order of the two ends means nothing.
    """

    code: str
    words: tuple[str, ...]
    participation: bool = False
    cooperates: bool = False
    directed: bool = True


TIE_KINDS: Mapping[str, TieKind] = {
    kind.code: kind
    for kind in (
        TieKind(
            "leads",
            (
                "leitet",
                "leitung",
                "koordiniert",
                "koordination",
                "organisiert",
                "federführend",
                "lead",
                "coordinates",
                "organises",
                "organizes",
            ),
            participation=True,
            cooperates=True,
        ),
        TieKind(
            "partner",
            (
                "beteiligt",
                "beteiligung",
                "nimmt teil",
                "participates",
                "participant",
                "ist partner von",
                "is a partner in",
            ),
            participation=True,
            cooperates=True,
        ),
        TieKind(
            "supports",
            (
                "unterstützt",
                "berät",
                "gastgeber",
                "assoziiert",
                "assoziierter partner",
                "advises",
                "hosts",
                "associated",
                "associated partner",
                "unterstützung",
                "support",
            ),
            participation=True,
        ),
        TieKind("funds", ("fördert", "fördergeber", "finanziert", "funder")),
        TieKind(
            "awarded",
            (
                "ausgezeichnet",
                "preisträger",
                "recipient_of",
                "award",
                "wurde ausgezeichnet bei",
                "auszeichnung",
                "was awarded at",
            ),
        ),
        TieKind(
            "shareholder_of",
            (
                "gesellschafter",
                "gesellschafter von",
                "shareholder",
                "shareholder of",
                "ist gesellschafter von",
                "is a shareholder of",
            ),
        ),
        TieKind(
            "member_of",
            (
                "mitglied",
                "mitglied in",
                "mitglied von",
                "member",
                "member of",
                "ist mitglied von",
                "mitgliedschaft",
                "is a member of",
                "membership",
            ),
        ),
        TieKind("part_of", ("teil von", "gehört zu", "part of", "zugehörigkeit", "is part of", "part")),
        TieKind(
            "cooperates_with",
            (
                "kooperiert",
                "kooperiert mit",
                "kooperation",
                "cooperation",
                "cooperates",
                "cooperates with",
                "collaboration",
            ),
            directed=False,
        ),
        TieKind("continues", ("setzt fort", "folgt auf", "continuation of", "fortsetzung", "continuation")),
        TieKind(
            "submitted_to",
            ("eingereicht bei", "submitted to", "wurde eingereicht bei", "antrag", "was submitted to", "application"),
        ),
        TieKind(
            "related_to",
            ("bezug", "bezug zu", "verwandt mit", "related to", "steht in bezug zu", "is related to", "relation"),
            directed=False,
        ),
    )
}

PARTICIPATION_KINDS = tuple(code for code, kind in TIE_KINDS.items() if kind.participation)
COOPERATING_KINDS = tuple(code for code, kind in TIE_KINDS.items() if kind.cooperates)
UNDIRECTED_KINDS = frozenset(code for code, kind in TIE_KINDS.items() if not kind.directed)

_STATUS_WORDS = {
    Status.IDEA: ("idee", "projektidee", "skizze"),
    Status.APPLIED: ("beantragt", "eingereicht", "antrag gestellt", "applied for", "submitted"),
    Status.PLANNED: ("geplant", "terminiert", "noch offen", "in planung", "in vorbereitung", "scheduled"),
    Status.TENTATIVE: ("unter vorbehalt", "voraussichtlich", "vorläufig"),
    Status.APPROVED: ("bewilligt", "genehmigt", "beschlossen", "zugesagt", "granted"),
    Status.ONGOING: (
        "laufend",
        "läuft",
        "lfd.",
        "lfd",
        "in betrieb",
        "in umsetzung",
        "running",
        "in progress",
        "active",
    ),
    Status.POSTPONED: ("verschoben", "ruht", "pausiert", "delayed"),
    Status.CANCELLED: ("abgesagt", "abgebrochen", "abgelehnt", "zurückgezogen", "gestoppt", "canceled", "terminated"),
    Status.COMPLETED: ("abgeschlossen", "beendet", "durchgeführt", "fertiggestellt", "erledigt", "closed", "finished"),
    Status.UNKNOWN: ("unbekannt", "keine angabe", "k. a."),
}
_CERTAINTY_WORDS = {
    Certainty.CONFIRMED: ("belegt", "bestätigt", "sicher"),
    Certainty.UNCONFIRMED: ("unbestätigt", "unsicher", "uncertain"),
    Certainty.CONFLICTING: ("widersprüchlich", "strittig", "contradictory"),
}
_BASIS_WORDS = {
    AmountBasis.GRANTED: ("bewilligt", "förderung", "zuwendung", "grant"),
    AmountBasis.OWN_FUNDS: ("eigenmittel", "own funds"),
    AmountBasis.PER_YEAR: ("pro jahr", "jährlich", "per year", "annual"),
    AmountBasis.CEILING: ("bis zu", "obergrenze", "höchstbetrag", "up to"),
    AmountBasis.OVERLAP: (
        "enthalten in",
        "überschneidung",
        "nicht addieren",
        "contained",
        "in anderem betrag enthalten",
        "contained in another amount",
    ),
}


_IDENTITY_WORDS = {
    Identity.IS: ("ist", "ja", "yes"),
    Identity.IS_NOT: ("ist nicht", "nein", "no", "is not"),
}


def _by_word(words: Mapping[Any, Iterable[str]]) -> dict[str, str]:
    return {word: str(code) for code, spellings in words.items() for word in (str(code), *spellings)}


# vocabulary name -> lower-case word -> code
VOCABULARIES: Mapping[str, Mapping[str, str]] = {
    "tie_kind": {word: kind.code for kind in TIE_KINDS.values() for word in (kind.code, *kind.words)},
    "status": _by_word(_STATUS_WORDS),
    "certainty": _by_word(_CERTAINTY_WORDS),
    "amount_basis": _by_word(_BASIS_WORDS),
    "identity": _by_word(_IDENTITY_WORDS),
}
