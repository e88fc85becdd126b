"""What the columns of a table hold, by their headers; the words stand in ``table_words.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path


class ColumnRole(StrEnum):
    """What a column holds."""

    AREA = "area"
    HOLDER = "holder"
    ITEM = "item"
    TERM = "term"
    MONEY = "money"
    LEAD = "lead"
    PARTNER = "partner"
    FUNDER = "funder"
    STATUS = "status"
    MEMBER = "member"
    GIVEN = "given"
    OTHER = "other"


_FILE = tomllib.loads(Path(__file__).with_name("table_words.toml").read_text(encoding="utf-8"))
_HEADERS: Mapping[ColumnRole, re.Pattern[str]] = {
    ColumnRole(role): re.compile(pattern, re.IGNORECASE) for role, pattern in _FILE["columns"].items()
}
SUM = re.compile(_FILE["sum"]["pattern"], re.IGNORECASE)
_GIVEN = re.compile(_FILE["given"]["pattern"], re.IGNORECASE)
_NO_HEADER = re.compile(_FILE["no_header"]["pattern"], re.IGNORECASE)
_PARTS: Mapping[str, re.Pattern[str]] = {
    tie: re.compile(pattern, re.IGNORECASE) for tie, pattern in _FILE["roles"].items()
}
_UNITS: Mapping[int, re.Pattern[str]] = {
    int(factor): re.compile(pattern, re.IGNORECASE) for factor, pattern in _FILE["unit"].items()
}
_IN_UNITS = re.compile(r"(?:\bin |\()(?=(?P<unit>[^\n()]{2,14}))")
_CAPTION = 200  # characters above a table
LONGEST_HEADER = 48  # characters


def is_of_sittings(header: str) -> bool:
    """Whether a header is that of the sequence of bodies and days at the head of a paper."""
    return _NO_HEADER.search(header) is not None


def role_of(header: str) -> ColumnRole | None:
    """Return what a header says its column holds, or ``None`` when it is no header."""
    plain = header.strip(" :*")
    words = [
        word
        for word in re.findall(r"[^\W\d_-]+", plain)
        if word.lower() not in ("und", "in", "der", "des", "für", "die", "zum")
    ]
    if (
        not plain
        or _NO_HEADER.search(plain)
        or len(plain) > LONGEST_HEADER
        or len(words) > 3
        or not plain[0].isupper()
        or plain.endswith(".")
    ):
        return None
    return next((role for role, pattern in _HEADERS.items() if pattern.search(plain)), None)


PARTIES = frozenset((ColumnRole.LEAD, ColumnRole.PARTNER, ColumnRole.FUNDER, ColumnRole.MEMBER))


def of_parties(headers: Sequence[str], roles: Sequence[ColumnRole]) -> list[ColumnRole] | None:
    """Return the roles of the columns of a table whose rows are those who take part, or ``None`` for another table.

    Parameters
    ----------
    headers
        Words of the headers.
    roles
        What `role_of` makes of each.
    """
    known = [role if role in (*PARTIES, *_BESIDE) else ColumnRole.GIVEN for role in roles]
    fits = all(role is not ColumnRole.GIVEN or is_given(words) for role, words in zip(known, headers, strict=True))
    return known if fits and PARTIES & {*known} and len(known) > 1 else None


_BESIDE = (ColumnRole.MONEY, ColumnRole.TERM, ColumnRole.STATUS)


def is_given(header: str) -> bool:
    """Whether a column says what a party brings in, is or does: "Beitrag", "Rolle im Projekt", "Nr."."""
    return _GIVEN.match(header.strip(" :*")) is not None


_ROLE = re.compile(r"(?i)\w*rolle|\w*funktion|\w*aufgabe|zuständigkeit")


def is_role(header: str) -> bool:
    """Whether a column says what part somebody has: "Rolle", "Funktion im Projekt"."""
    return _ROLE.match(header.strip()) is not None


def part_of_cell(words: str) -> str:
    """Return the code of the tie that a cell in a column of roles states: "Koordination", "Förderer"; empty for none."""
    return next((tie for tie, pattern in _PARTS.items() if pattern.search(words)), "")


def unit_of(words: str) -> int:
    """Return what a header or caption multiplies the numbers below it by: "in T€", "Mio. Euro"; 0 where it says nothing."""
    return next((factor for factor, pattern in _UNITS.items() if pattern.search(words)), 0)


def caption_unit(text: str, start: int) -> int:
    """Return what the words right above a table multiply its numbers by: "(in T€)", "Angaben in Mio. Euro"; 1 for nothing."""
    above = text[max(0, start - _CAPTION) : start].rstrip()
    stated = [unit_of(hit["unit"]) for hit in _IN_UNITS.finditer(above[above.rfind("\n\n") + 1 :])]
    return next(filter(None, reversed(stated)), 1)


def basis_of(header: str) -> str:
    """Return what the amounts under a header are, see `graph.extraction.money`."""
    low = header.lower()
    if "beantragt" in low or "antrags" in low:
        return ""
    if "eigen" in low:
        return "own_funds"
    if "jahr" in low or "p. a" in low:
        return "per_year"
    if any(word in low for word in ("bewilligt", "zuwendung", "förder", "zuschuss", "zuschüsse")):
        return "granted"
    return "total" if any(word in low for word in ("gesamt", "kosten", "volumen", "budget", "ausgaben")) else ""
