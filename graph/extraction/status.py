"""How far something has come, by the words of its clause; and whether a clause says that it is not so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FILE = tomllib.loads(Path(__file__).with_name("german_status.toml").read_text(encoding="utf-8"))


def _patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    return {status: re.compile(pattern, re.IGNORECASE) for status, pattern in _FILE[name].items()}


_STATUS, _HEADINGS = _patterns("clause"), _patterns("heading")
_EARLIER, _PRESENT, _NOT_PRESENT, _PAST = (
    re.compile(_FILE[name]["pattern"], re.IGNORECASE) for name in ("earlier", "present", "not_present", "past")
)
_GRANT = re.compile(_FILE["grant_title"]["pattern"], re.IGNORECASE)
_FOUNDED = re.compile(_FILE["to_be_founded"]["pattern"], re.IGNORECASE)
_ITSELF, _ASKED = (re.compile(_FILE["about"][name], re.IGNORECASE) for name in ("itself", "asked"))
_NOT = re.compile(
    r"\b(?:(?-i:not|declined|rejected|withdrew)|nicht(?! nur\b| zuletzt\b| entschieden\b| beschieden\b| abschließend\b)|kein(?:e|en|er|em|es)?|ohne|weder|noch nicht(?! entschieden| beschieden| abschließend)|abgelehnt|nie|ausgeschlossen|ausgeschieden|verzichtet|abgesehen von|entgegen(?= (?:de[rmn]|aller|allen|ihre[rmn]|seine[rmn])\b)|statt|anstelle|anstatt|abgesagt hat(?:te)?n?|ausgetreten|gekündigt|Austritt|ehemals|ehemalig\w*(?= (?:\w*[Mm]itglied|\w*[Gg]esellschafter|\w*[Pp]artner|\w*[Tt]räger|⟦)))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:soll(?:en|te|ten)?|könnte[n]?|würde[n]?|kann|eventuell|evtl\.|möglicherweise|ggf\.|beabsichtigt|geplant|vorgesehen|planned|applied|may|might|expected|beantragt|bewirbt|beworben|Bewerbung"
    r"|Förderantrag|in Aussicht|erhofft|angestrebt|prüft|geprüft|vorbehaltlich|unter Vorbehalt|voraussichtlich|erwartet|wünscht|möchte[n]?)\b"
)


_VAGUE = re.compile(
    r"\b(?:geprüft|prüft|prüfen|angedacht|signalisiert|bekundet|denkbar|vorstellbar|angefragt|[Ww]ollten?|[Oo]b|[Ss]oweit|[Ss]ofern|[Ff]alls|[Ww]enn|[Ii]m Falle?|Voraussetzung"
    r"|Interessent(?:en|in|innen)?|Interesse)\b"
)
_CONDITION = re.compile(
    r"\b(?:[Ss]oweit|[Ss]ofern|[Ff]alls|[Ww]enn|[Oo]b|[Ii]m Falle?|[Vv]orausgesetzt|unter der Voraussetzung)\b[^.;:,]*$"
)


# points that end no clause: "40.000 Euro", "rd. 3 Mio. Euro", "Verein Au e. V."
_POINTS = re.compile(
    r"(?<=\d)\.(?=\d)|(?<=\b(?:ca|rd|Nr))\.|(?<=\bM(?:io|rd))\.|(?<=\be)\. ?(?=V\b)|(?<=\be\. V)\.|(?<=\be\.V)\."
)


@lru_cache(maxsize=4_096)  # a sentence is asked for each name in it
def status_of(clause: str) -> str:
    """Return the code of the status a clause states, or an empty text."""
    words = _POINTS.sub("", clause)
    found = next((status for status, pattern in _STATUS.items() if pattern.search(words)), "")
    return str(_FILE["meaning"].get(found, found))


def status_of_heading(words: str) -> str:
    """Return the code that a heading or caption states of all below it: "Bewilligte Projekte"; empty for none."""
    return next((status for status, pattern in _HEADINGS.items() if pattern.search(f"{words} ")), "")


def tells_of_grant(title: str) -> bool:
    """Whether the title of a paper tells of money that was given: what it funds is approved, not only going on."""
    return _GRANT.search(title) is not None


def is_earlier(before: str) -> bool:
    """Whether the words before a name say that something came after it: "das Vorgängerprojekt"."""
    return _EARLIER.search(before) is not None


def is_to_be_founded(clause: str) -> bool:
    """Whether a clause says that a body is still to be set up: "Zur Steuerung wird ein Lenkungskreis eingerichtet"."""
    return _FOUNDED.search(clause) is not None


def is_present(clause: str) -> bool:
    """Whether a clause tells of what is the case now."""
    return _PRESENT.search(clause) is not None and _NOT_PRESENT.search(clause) is None


def is_past(clause: str) -> bool:
    """Whether a clause tells of what was done."""
    return _PAST.search(clause) is not None


def is_about(sentence: str, status: str) -> bool:
    """Whether a sentence without a project says a status of the one named before: "Sie wurde abgesagt", never of a partner."""
    if status not in _OF_OTHERS:
        return True
    return _ITSELF.search(sentence) is not None or (status == "applied" and _ASKED.search(sentence) is not None)


_OF_OTHERS = ("cancelled", "postponed", "applied")  # what is often said of something beside a project


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


def states(clause: str) -> bool:
    """Whether a clause says what is: it denies nothing, and speaks of nothing that may come or is only thought of."""
    return not (is_negated(clause) or is_open(clause) or is_vague(clause))
