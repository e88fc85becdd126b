"""All measures of single actors; menus, tables, help and documentation follow from this list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from numpy.typing import NDArray

from graph.measures.contacts import clustering, core_number, degree, ei_index, strength
from graph.measures.holes import constraint, constraint_weighted, effective_size, effective_size_weighted
from graph.measures.reach import (
    betweenness,
    betweenness_estimate,
    betweenness_weighted,
    closeness,
    harmonic,
    weighted_betweenness_estimate,
)
from graph.measures.records import funds_received, projects, projects_led
from graph.measures.sample import Estimate
from graph.measures.spectral import eigenvector, pagerank
from graph.measures.study import Study
from graph.measures.two_mode import (
    betweenness_estimate_two_mode,
    betweenness_two_mode,
    closeness_two_mode,
    degree_two_mode,
)


class On(StrEnum):
    """Networks a measure says something on."""

    COOPERATION = "cooperation"
    TWO_MODE = "two_mode"
    FUNDING = "funding"


class Strong(StrEnum):
    """Which values stand for a strong position."""

    HIGH = "high"
    LOW = "low"
    NEITHER = "neither"


class Missing(StrEnum):
    """Who has no value; the words for it are looked up elsewhere."""

    NOBODY = "nobody"
    ISOLATES = "isolates"  # without ties there is nothing to measure
    WITHOUT_TYPED_TIES = "without_typed_ties"  # no tie between actors whose types are recorded
    NOT_RECORDED = "not_recorded"  # the dataset says nothing
    UNSETTLED = "unsettled"  # a directed network without circles
    WITHOUT_OTHER_MODE = "without_other_mode"  # nothing is possible between two modes


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of each actor.

    Attributes
    ----------
    id
        Stable identifier: column of tables and exports, part of links.
    compute
        Value of each node.
    cite
        Where it is defined.
    on
        Networks on which it says something.
    strong
        Which values stand for a strong position; actors are ranked by it.
    missing
        Who has no value.
    weighted
        Whether strong ties count more.
    estimate
        Its values with their sampling error, where it is estimated from a sample in very large networks
        (`graph.measures.sample.Sampling`); ``None`` for what is always exact.
    """

    id: str
    compute: Callable[[Study], NDArray[Any]]
    cite: str
    on: frozenset[On] = frozenset({On.COOPERATION})
    strong: Strong = Strong.HIGH
    missing: Missing = Missing.NOBODY
    weighted: bool = False
    estimate: Callable[[Study], Estimate] | None = None


def by_id(measures: Iterable[Measure]) -> Mapping[str, Measure]:
    """Index measures by their identifier."""
    return {measure.id: measure for measure in measures}


_ALL = frozenset(On)
_AMONG_ACTORS = frozenset({On.COOPERATION, On.FUNDING})
_TWO_MODE = frozenset({On.TWO_MODE})
_BURT = "Burt (1992), Structural Holes, ch. 2"

MEASURES: Mapping[str, Measure] = by_id(
    (
        Measure("degree", degree, "Freeman (1978), Social Networks 1, 215-239", _ALL),
        Measure("strength", strength, "Barrat et al. (2004), PNAS 101, 3747-3752", weighted=True),
        Measure(
            "betweenness",
            betweenness,
            "Freeman (1977), Sociometry 40, 35-41; Brandes (2001), J. Math. Sociol. 25, 163-177",
            _AMONG_ACTORS,
            estimate=betweenness_estimate,
        ),
        Measure(
            "betweenness_weighted",
            betweenness_weighted,
            "Brandes (2001), J. Math. Sociol. 25, 163-177; Newman (2001), Phys. Rev. E 64, 016132",
            weighted=True,
            estimate=weighted_betweenness_estimate,
        ),
        Measure(
            "closeness",
            closeness,
            "Sabidussi (1966), Psychometrika 31, 581-603; Wasserman & Faust (1994), p. 201",
            _AMONG_ACTORS,
        ),
        Measure(
            "harmonic",
            harmonic,
            "Marchiori & Latora (2000), Physica A 285, 539-546; Boldi & Vigna (2014), Internet Math. 10, 222-262",
            _AMONG_ACTORS,
        ),
        Measure("eigenvector", eigenvector, "Bonacich (1972), J. Math. Sociol. 2, 113-120", missing=Missing.UNSETTLED),
        Measure(
            "pagerank", pagerank, "Page et al. (1999), The PageRank citation ranking", _AMONG_ACTORS, weighted=True
        ),
        Measure("core_number", core_number, "Seidman (1983), Social Networks 5, 269-287", _ALL),
        Measure(
            "clustering",
            clustering,
            "Watts & Strogatz (1998), Nature 393, 440-442; directed: Fagiolo (2007), Phys. Rev. E 76, 026107",
            strong=Strong.NEITHER,
        ),
        Measure("constraint", constraint, _BURT, strong=Strong.LOW, missing=Missing.ISOLATES),
        Measure(
            "constraint_weighted",
            constraint_weighted,
            _BURT,
            strong=Strong.LOW,
            missing=Missing.ISOLATES,
            weighted=True,
        ),
        Measure(
            "effective_size",
            effective_size,
            f"{_BURT}; Borgatti (1997), Connections 20(1), 35-38",
            missing=Missing.ISOLATES,
        ),
        Measure("effective_size_weighted", effective_size_weighted, _BURT, missing=Missing.ISOLATES, weighted=True),
        Measure(
            "ei_index",
            ei_index,
            "Krackhardt & Stern (1988), Social Psychology Quarterly 51, 123-140",
            strong=Strong.NEITHER,
            missing=Missing.WITHOUT_TYPED_TIES,
        ),
        Measure(
            "degree_two_mode",
            degree_two_mode,
            "Borgatti & Everett (1997), Social Networks 19, 243-269",
            _TWO_MODE,
            missing=Missing.WITHOUT_OTHER_MODE,
        ),
        Measure(
            "closeness_two_mode",
            closeness_two_mode,
            "Borgatti & Everett (1997), Social Networks 19, 243-269",
            _TWO_MODE,
        ),
        Measure(
            "betweenness_two_mode",
            betweenness_two_mode,
            "Borgatti & Everett (1997), Social Networks 19, 243-269",
            _TWO_MODE,
            missing=Missing.WITHOUT_OTHER_MODE,
            estimate=betweenness_estimate_two_mode,
        ),
        Measure("projects", projects, "count of records", _ALL, missing=Missing.NOT_RECORDED),
        Measure("projects_led", projects_led, "count of records", _ALL, missing=Missing.NOT_RECORDED),
        Measure(
            "funds_received",
            funds_received,
            "sum of records",
            _ALL,
            strong=Strong.NEITHER,
            missing=Missing.NOT_RECORDED,
        ),
    )
)

# Measures that count records of the dataset, not ties of the network.
RECORDS = frozenset({"projects", "projects_led", "funds_received"})


def on_network(kind: On, *, with_records: bool = True) -> tuple[str, ...]:
    """Ids of the measures that say something on a kind of network, in the order of the registry."""
    return tuple(
        key for key, measure in MEASURES.items() if kind in measure.on and (with_records or key not in RECORDS)
    )
