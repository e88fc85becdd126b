"""Values of measures and of the whole network as a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from views.language.words import Words
from views.table import Cell, Unit, number_cell, plain_number

# digits after the decimal point; further ones would pretend a precision that recorded data do not have
_DIGITS: Mapping[str, int] = {
    "degree": 0,
    "strength": 0,
    "core_number": 0,
    "projects": 0,
    "projects_led": 0,
    "harmonic": 1,
    "effective_size": 1,
    "effective_size_weighted": 1,
    "clustering": 2,
    "constraint": 2,
    "constraint_weighted": 2,
    "ei_index": 2,
}
_OTHERWISE = 3


def value_text(t: Words, measure: str, value: int | float | Decimal | None) -> str:
    """Value of a measure in words; missing ones are ``–``, missing amounts ``k. A.``.

    Parameters
    ----------
    t
        Words of the language.
    measure
        Name of the measure.
    value
        The value; ``None`` where there is none.
    """
    if measure == "funds_received":
        return t.money(None if value is None else Decimal(str(value)))
    return t("format.missing.none") if value is None else t.number(value, _DIGITS.get(measure, _OTHERWISE))


def _whole(t: Words, value: float) -> str:
    return t.number(value)


def _two(t: Words, value: float) -> str:
    return t.number(value, 2)


def _share(t: Words, value: float) -> str:
    return t.percent(value, 1)


# Figures of `graph.measures.NetworkSummary` in reading order, and how each is written.
FIGURES: Mapping[str, Callable[[Words, float], str]] = {
    "actors": _whole,
    "ties": _whole,
    "density": _share,
    "components": _whole,
    "isolates": _whole,
    "largest_component": _whole,
    "mean_distance": _two,
    "diameter": _whole,
    "reachable": _share,
    "degree_centralisation": _share,
    "betweenness_centralisation": _share,
    "closeness_centralisation": _share,
    "transitivity": _share,
    "clustering": _two,
    "core_share": _share,
    "highest_core": _whole,
    "ei_index": _two,
    "outside_share": _share,
    "funded": _whole,
    "unfunded": _whole,
}


def is_share(figure: str) -> bool:
    """Whether a figure of a network is a share of 1, read as percentage wherever it stands."""
    return FIGURES.get(figure) is _share


def figure_cell(t: Words, figure: str, value: float | None) -> Cell:
    """Cell with a figure of a network, ``–`` where it is not defined.

    Parameters
    ----------
    t
        Words of the language.
    figure
        Name of a field of `graph.measures.NetworkSummary`.
    value
        The value; ``None`` where there is none.
    """
    if value is None:
        return number_cell(t, None)
    unit = Unit.SHARE if is_share(figure) else Unit.NONE
    return Cell(FIGURES[figure](t, value), float(value), datum=plain_number(value), unit=unit)
