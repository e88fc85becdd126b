"""What the columns of a table hold, by their headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


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
    OTHER = "other"


_HEADERS: Mapping[ColumnRole, re.Pattern[str]] = {
    role: re.compile(pattern, re.IGNORECASE)
    for role, pattern in {
        ColumnRole.HOLDER: r"gesellschafter|anteilseigner|aktionär|genosse",
        ColumnRole.TERM: r"zeitraum|termine?\b|datum|laufzeit|zeitplan|zeit\b|dauer|beginn|jahr\b|umsetzung bis|zeitschiene",
        ColumnRole.MONEY: r"kosten|betrag|zuschuss|zuschüsse|fördersumme|förderhöhe|fördermittel|mittel\b|budget|\beuro\b|€|eigenanteil|eigenmittel|anteil in|volumen|zuwendung(?!sempf|sgeber)|förderung(?! durch)|finanzbedarf|ausgaben|haushaltsansatz",
        ColumnRole.LEAD: r"träger|zuwendungsempfänger|förderempfänger|federführ|verantwortlich|koordinat|antragsteller|leitung|zuständig|lead|veranstalter|ansprechstelle|konsortialführ",
        ColumnRole.PARTNER: r"partner|beteiligte|dienststelle|gesellschaft\b|mitwirkende|akteure?\b|organisation|einrichtung|institution|empfänger|amt\b|stelle\b|unternehmen|mitglied",
        ColumnRole.FUNDER: r"programm\b|fördergeber|förderprogramm|fördermittelgeber|förderlinie|förderung durch|zuwendungsgeber|fonds|förderkulisse|mittelgeber|finanzierung durch",
        ColumnRole.STATUS: r"status|sachstand|stand\b|umsetzungsstand|ergebnis",
        ColumnRole.AREA: r"bereich|handlungsfeld|themenfeld|schwerpunkt|kategorie|thema\b|feld\b|ziel\b",
        ColumnRole.ITEM: r"art\b|beschreibung|maßnahme|projekt|veranstaltung|titel|vorhaben|bezeichnung|name\b|aktivität|messe|inhalt|aufgabe|teilprojekt|akronym",
    }.items()
}
SUM = re.compile(r"(?i)\s*(?:summe|gesamt|insgesamt|zusammen|total|gesamtsumme)\b")
_NO_HEADER = re.compile(r"(?i)gremium|beratungsfolge|vorlage|\btop\b|sitzung|betreff|beschluss|öffentlich|auswirkung")
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


def basis_of(header: str) -> str:
    """Return what the amounts under a header are, see `graph.extraction.money`."""
    low = header.lower()
    if "eigen" in low:
        return "own_funds"
    if "jahr" in low or "p. a" in low:
        return "per_year"
    if "bewilligt" in low or "zuwendung" in low:
        return "granted"
    return "total" if any(word in low for word in ("gesamt", "kosten", "volumen", "budget", "ausgaben")) else ""
