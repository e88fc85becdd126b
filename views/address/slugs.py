"""Short stable names, for addresses, of values that come from the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from graph.dataset import Dataset, among
from graph.ledger.dimensions import DIMENSIONS
from graph.places.locating import home_of, located, places_in
from views.address.codec import slug
from views.keeping import cached
from views.language.words import Words


@cached
def slugs_of(dataset: Dataset, name: str) -> dict[str, str]:
    """Return the values of a parameter that come from the data, sorted: slug -> value."""
    return _SLUGS[name](dataset)


def recorded_options(t: Words, options: Mapping[str, str]) -> dict[str, str]:
    """Return options whose values are types or kinds, with words of the language where it has some."""
    return {name: t.recorded(value) for name, value in options.items()}


@cached
def places_by_county(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Places of actors, as recorded, that lie in each county, by its name."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, site in located(dataset.actors["location"]).sites.items():
        found[site.county].add(place)
    return {county: frozenset(places) for county, places in found.items()}


@cached
def home_counties(dataset: Dataset) -> frozenset[str]:
    """See `graph.places.locating.home_of`."""
    return home_of(dataset.actors["location"])


@cached
def projects_by_programme(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Projects of each programme, itself included, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for project, programmes in DIMENSIONS["programme"].categories(dataset).items():
        for programme in programmes:
            found[programme].add(project)
    return {programme: frozenset(projects) for programme, projects in found.items()}


def _fields(dataset: Dataset) -> dict[str, str]:
    columns = (table["kompetenzfelder"].tolist() for table in (dataset.actors, dataset.projects))
    return _slugs({name for column in columns for row in column for name in row})


def _types(dataset: Dataset) -> dict[str, str]:
    return _slugs(dataset.actors["type"].unique())


def _kinds(dataset: Dataset) -> dict[str, str]:
    return _slugs(dataset.projects["kind"].unique())


def _places(dataset: Dataset) -> dict[str, str]:
    return _slugs({place for cell in dataset.actors["location"].unique() for place in places_in(cell)})


def _locations(dataset: Dataset) -> dict[str, str]:
    """Return places as recorded, which may name several."""
    return _slugs(dataset.actors["location"].unique())


def _counties(dataset: Dataset) -> dict[str, str]:
    return _slugs(places_by_county(dataset))


def _programmes(dataset: Dataset) -> dict[str, str]:
    return {programme: programme for programme in sorted(projects_by_programme(dataset))}


def _funders(dataset: Dataset) -> dict[str, str]:
    return {funder: funder for funder in sorted(_beginning(dataset, "funds").unique())}


def _types_of_leaders(dataset: Dataset) -> dict[str, str]:
    leads = among(dataset.actors["id"], _beginning(dataset, "leads"))
    return _slugs(dataset.actors.loc[leads, "type"].unique())


def _beginning(dataset: Dataset, kind: str) -> pd.Series:
    """Return those from whom ties of a kind go out."""
    return dataset.ties.loc[dataset.ties["kind"] == kind, "from_id"]


def _slugs(values: Iterable[str]) -> dict[str, str]:
    options: dict[str, str] = {}
    for value in sorted(value for value in values if value):
        name, again = slug(value), 2
        while name in options:
            name, again = f"{slug(value)}-{again}", again + 1
        options[name] = value
    return options


# Parameter -> its values.
_SLUGS: Mapping[str, Callable[[Dataset], dict[str, str]]] = {
    "feld": _fields,
    "typ": _types,
    "ort": _places,
    "kreis": _counties,
    "ausserfeld": _fields,
    "aussertyp": _types,
    "ausserort": _places,
    "ausserkreis": _counties,
    "ausserart": _kinds,
    "aussergeber": _funders,
    "ausserprogramm": _programmes,
    "programm": _programmes,
    "art": _kinds,
    "geber": _funders,
    "leitung": _types_of_leaders,
    "suchfeld": _fields,
    "suchtyp": _types,
    "suchort": _locations,
    "zwischen": _types,
}
SOUGHT = ("suchfeld", "suchtyp", "suchort")  # of a partner search
FILTERED = tuple(name for name in _SLUGS if name not in (*SOUGHT, "zwischen"))
