"""Inputs of filters that are asked for now and then: exceptions, programmes, when projects end, the largest amount."""

from __future__ import annotations

from collections.abc import Mapping

from ui.controls import one, several
from views.address.filters import FIRST_YEAR, LAST_YEAR, LEAST_EUR, RECORDED, most_words
from views.language.words import plain
from views.view import View

NAMES = ("programm", "ausserfeld", "aussertyp", "betragbis", "endetvon", "endetbis")


def rarer(view: View, options: Mapping[str, Mapping[str, str]]) -> None:
    """Offer them below one another."""
    t = view.t
    for name in ("programm", "ausserfeld", "aussertyp"):
        if options[name]:
            words = {part: _word(view, name, value) for part, value in options[name].items()}
            placeholder = t(f"filter.{name}.placeholder")
            several(name, label=t(f"filter.{name}.question"), options=words, placeholder=placeholder)
    amounts = {euros: most_words(t, euros) for euros in sorted({*LEAST_EUR, view.query.betragbis} - {""}, key=int)}
    one("betragbis", label=t("filter.betragbis.label"), options=amounts, placeholder=t("filter.betrag.open"))
    years = {str(year): str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    for name in ("endetvon", "endetbis"):
        one(name, label=t(f"filter.{name}.label"), options=years, placeholder=t("filter.period.open"))


def _word(view: View, name: str, value: str) -> str:
    shown = view.short_names.get(value, value)
    return plain(view.t.recorded(shown) if name in RECORDED else shown)
