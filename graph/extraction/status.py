"""How far something has come, by the words of its clause; and whether a clause says that it is not so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_STATUS: Mapping[str, re.Pattern[str]] = {
    status: re.compile(pattern, re.IGNORECASE)
    for status, pattern in {
        "cancelled": r"\babgesagt|\bentfällt|\bentfallen\b|\bfällt aus|\bausgefallen|\bgestrichen|\beingestellt\b|\babgebrochen|\bnicht stattfinden|\bnicht (?:mehr |weiter )?(?:weiter)?verfolgt|\bnicht zustande|\bnicht (?:realisiert|umgesetzt)\b|\bgescheitert",
        "postponed": r"\bverschoben|\bvertagt|\bzurückgestellt|\bverlegt auf",
        "tentative": r"\bvoraussichtlich|\bunter vorbehalt|\bvorbehaltlich|\bvorgemerkt|\bmöglicherweise|\bggf\.",
        "completed": r"\babgeschlossen\b|\bbeendet\b|\bdurchgeführt worden|\bwurde durchgeführt|\bfand(?:en)? \b.{0,60}\bstatt\b|\bstattgefunden|\bfertiggestellt|\bveröffentlicht(?:en)?\b|\bendete\b",
        "applied": r"\bbeantragt|\beingereicht|\bförderantrag\b.{0,40}\bgestellt|\bantrag .{0,40}gestellt|\bbewirbt sich|\bbewerbung|\bbeworben",
        "approved": r"\bbewilligt|\bzuwendungsbescheid|\bzuschlag|\bförderzusage|\bgenehmigt|\bbeschlossen\b|\bzugesagt",
        "planned": r"\bgeplant|\bsoll(?:en)?\b|\bvorgesehen|\bbeabsichtigt|\bist für .{0,30}terminiert|\bnoch offen\b|\bwird .{0,80}(?:eingerichtet|gegründet|aufgebaut|eröffnet|stattfinden|starten|beginnen)|\bstartet\b|\bfindet\b.{0,60}\bstatt\b",
        "ongoing": r"\blaufend|\bin umsetzung|\bin arbeit\b|\bbegonnen|\blfd\b|\bläuft\b|\blaufen\b|\bseit\b|\bjährlich|\bkontinuierlich|\bfortlaufend|\bin betrieb\b|\bbesteht\b|\bkoordiniert\b|\bgestartet\b|\barbeitet\b",
        "idea": r"\bprojektidee|\bprojektskizze|\bskizze\b|\bangedacht|\büberlegung",
    }.items()
}
_ORDER = ("cancelled", "postponed", "tentative", "approved", "applied", "completed", "planned", "ongoing", "idea")
_NOT = re.compile(
    r"\b(?:(?-i:not|declined|rejected|withdrew)|nicht(?! nur\b| zuletzt\b| entschieden\b| beschieden\b| abschließend\b)|kein(?:e|en|er|em|es)?|ohne|weder|noch nicht(?! entschieden| beschieden| abschließend)|abgelehnt|nie|ausgeschlossen|ausgeschieden|verzichtet|abgesehen von|entgegen|statt|anstelle|anstatt|ausgetreten|gekündigt|Austritt|ehemals|ehemalig\w*(?= (?:\w*[Mm]itglied|\w*[Gg]esellschafter|\w*[Pp]artner|\w*[Tt]räger|⟦)))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:soll(?:en|te|ten)?|könnte[n]?|würde[n]?|kann|eventuell|evtl\.|möglicherweise|ggf\.|beabsichtigt|geplant|vorgesehen|planned|applied|may|might|expected|beantragt|bewirbt|beworben|Bewerbung"
    r"|Förderantrag|in Aussicht|erhofft|angestrebt|prüft|geprüft|vorbehaltlich|unter Vorbehalt|voraussichtlich|erwartet|wünscht|möchte[n]?)\b"
)


_VAGUE = re.compile(
    r"\b(?:geprüft|prüft|prüfen|angedacht|signalisiert|bekundet|denkbar|vorstellbar|angefragt|[Ww]ollten?|[Oo]b|[Ss]oweit|[Ss]ofern|[Ff]alls|[Ww]enn|im Falle?|Voraussetzung"
    r"|Interessent(?:en|in|innen)?|Interesse)\b"
)
_CONDITION = re.compile(
    r"\b(?:[Ss]oweit|[Ss]ofern|[Ff]alls|[Ww]enn|[Ii]m Falle?|[Vv]orausgesetzt|unter der Voraussetzung)\b[^.;:,]*$"
)


@lru_cache(maxsize=4_096)  # a sentence is asked for each name in it
def status_of(clause: str) -> str:
    """Return the code of the status a clause states, or an empty text."""
    return next((status for status in _ORDER if _STATUS[status].search(clause)), "")


def is_negated(clause: str) -> bool:
    """Whether a clause says that something is not so."""
    return _NOT.search(clause) is not None


def is_open(clause: str) -> bool:
    """Whether a clause speaks of what may come, not of what is."""
    return _NOT_YET.search(clause) is not None


def is_conditional(before: str) -> bool:
    """Whether the words before a statement make it depend on something: "soweit die Stadt ..."."""
    return _CONDITION.search(before) is not None


def is_vague(clause: str) -> bool:
    """Whether a clause speaks of what is only being thought of."""
    return _VAGUE.search(clause) is not None
