"""EDTF dates in words: ``Herbst 2021``, ``etwa 2023``, ``01.03.2024 – 28.02.2027``."""

from __future__ import annotations

from datetime import date

from graph.dates import period
from views.language.words import Words

_SIGNS = {"?": "uncertain", "~": "about", "%": "about_uncertain"}


def date_words(t: Words, edtf: str) -> str:
    """One EDTF date or interval in words; ``""`` for ``""``."""
    if "/" in edtf:
        return duration_words(t, *edtf.split("/", 1))
    if edtf in ("", ".."):
        return ""
    body, sign = (edtf[:-1], edtf[-1]) if edtf[-1] in _SIGNS else (edtf, "")
    words = _certain_words(t, body)
    return t(f"format.date.{_SIGNS[sign]}", date=words) if sign else words


def duration_words(t: Words, start: str, end: str) -> str:
    """Start and end in words; ``seit`` and ``bis`` where one side is open or not recorded.

    Parameters
    ----------
    t
        Words of the language.
    start
        Beginning of the period in EDTF, ``""`` when none is recorded.
    end
        End of the period in EDTF, ``""`` when none is recorded.
    """
    start, end = period(start, end)
    first, last = date_words(t, start), date_words(t, end)
    if first and last:
        return first if first == last else t("format.date.range", first=first, last=last)
    if first:
        return t("format.date.since", date=first) if end == ".." else t("format.date.from", date=first)
    return t("format.date.until", date=last) if last else ""


def _certain_words(t: Words, body: str) -> str:
    if body.startswith(("-", "Y")):  # years no calendar of ours has words for
        return body
    parts = [part for part in body.split("-") if part != "XX"]  # month or day not known
    if len(parts) == 3:
        return t.day(date.fromisoformat(body))
    if len(parts) == 1:
        return parts[0]
    year, part = parts
    if int(part) in (21, 22, 23, 24):
        return t(f"format.season.{part}", year=year)
    return t("format.date.month", month=part, year=year)
