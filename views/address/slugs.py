"""Short stable names, for addresses, of values that come from the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.dataset import Dataset, among
from graph.ledger.dimensions import DIMENSIONS
from graph.places.locating import located, places_in
from views.address.codec import slug
from views.keeping import cached
from views.language.words import Words


@cached
def slug_options(dataset: Dataset) -> dict[str, dict[str, str]]:
    """For each filter whose values come from the data: slug -> value, sorted by value."""
    funders, leaders = (dataset.ties.loc[dataset.ties["kind"] == kind, "from_id"] for kind in ("funds", "leads"))
    fields = {
        name
        for table in (dataset.actors, dataset.projects)
        for row in table["kompetenzfelder"].tolist()
        for name in row
    }
    return {
        "feld": _slugs(fields),
        "typ": _slugs(dataset.actors["type"].unique()),
        "ort": _slugs({place for cell in dataset.actors["location"].unique() for place in places_in(cell)}),
        "kreis": _slugs(places_by_county(dataset)),
        "ausserfeld": _slugs(fields),
        "aussertyp": _slugs(dataset.actors["type"].unique()),
        "programm": {programme: programme for programme in sorted(projects_by_programme(dataset))},
        "art": _slugs(dataset.projects["kind"].unique()),
        "geber": {element: element for element in sorted(funders.unique())},
        "leitung": _slugs(dataset.actors.loc[among(dataset.actors["id"], leaders), "type"].unique()),
    }


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
def projects_by_programme(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Projects of each programme, itself included, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for project, programmes in DIMENSIONS["programme"].categories(dataset).items():
        for programme in programmes:
            found[programme].add(project)
    return {programme: frozenset(projects) for programme, projects in found.items()}


@cached
def search_options(dataset: Dataset) -> dict[str, dict[str, str]]:
    """For each parameter of a partner search whose values come from the data: slug -> value, sorted by value."""
    options = slug_options(dataset)
    return {
        "suchfeld": options["feld"],
        "suchtyp": options["typ"],
        "suchort": _slugs(dataset.actors["location"].unique()),
    }


def _slugs(values: Iterable[str]) -> dict[str, str]:
    options: dict[str, str] = {}
    for value in sorted(value for value in values if value):
        name, again = slug(value), 2
        while name in options:
            name, again = f"{slug(value)}-{again}", again + 1
        options[name] = value
    return options
