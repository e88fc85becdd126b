"""Columns about persons. They are left out unless the setting says that the body may keep them."""

from __future__ import annotations

import os

from graph.reading.header import key

SETTING = "AKTEURSNETZ_PERSONS"

_BEGINNINGS = ("contact ", "kontakt", "ansprech", "person ", "private ", "privat")
_HEADERS = frozenset(
    {
        *("contact", "mobile", "mobil", "mobiltelefon", "handy", "durchwahl"),
        *("first name", "last name", "surname", "date of birth", "salutation", "person"),
        *("vorname", "nachname", "familienname", "geburtsdatum", "anrede"),
        *("bearbeiter", "bearbeiterin", "sachbearbeiter", "sachbearbeiterin"),
    }
)


def persons_allowed() -> bool:
    """Whether the server was started to keep columns about persons."""
    return os.environ.get(SETTING, "").casefold() in ("yes", "ja")


def is_personal(header: str) -> bool:
    """Whether a column is known to be about persons rather than organisations."""
    named = key(header)
    return named in _HEADERS or named.startswith(_BEGINNINGS)
