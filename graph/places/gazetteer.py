"""The table of German places and counties that the package holds."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.slugs import slug

DATA = Path(__file__).parent / "data"

# "Heidenheim an der Brenz", "Ellwangen (Jagst)", "Weil am Rhein": what people leave out
_ADDITION = re.compile(r"(?: (?:an|am|auf|bei|im|in|ob|vor|unter|unterm|zu|zum)\b| ?\(|/).*")
_POSTAL_CODE = re.compile(r"^(?:D[- ])?\d{5}\s+")
_COUNTY = re.compile(r"^(?:landkreis|lkr\.?|kreis|kr\.?|stadtkreis)\s+|\s*\((?:land)?kreis\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Locality:
    """A place or county.

    Attributes
    ----------
    name
        As in the table.
    lat, lon
        Degrees north and east.
    people
        Inhabitants; 0 for a county.
    county
        Name of the county it lies in, or is.
    """

    name: str
    lat: float
    lon: float
    people: int
    county: str


def candidates(text: str) -> tuple[Locality, ...]:
    """Sites that a recorded place may mean, in the order of the table; a county only where no place is called so.

    A postal code before the name and what stands in brackets after it are not looked at.
    """
    name = _POSTAL_CODE.sub("", text.strip())
    places, counties = _index()
    found = places.get(slug(name)) or places.get(slug(re.sub(r"\(.*", "", name)))
    return found or counties.get(_county_key(name)) or ()


def counties_called(text: str) -> list[str]:
    """Return the Gemeindeschlüssel of the counties of a name; none where no county is called so.

    >>> counties_called("Landkreis Heidenheim")
    ['08135']
    """
    return [row["county"] for row in _rows("counties.csv") if _county_key(row["name"]) == _county_key(text)]


def places_of(county: str) -> frozenset[str]:
    """Return the names of the places in a county; "Heidenheim", too, where it is the largest of all that are called so.

    Parameters
    ----------
    county
        Its Gemeindeschlüssel.
    """
    places, _ = _index()
    inside = [row["name"] for row in _rows("places.csv") if row["county"] == county]
    short = {_ADDITION.sub("", name) for name in inside}
    counties = {row["county"]: row["name"] for row in _rows("counties.csv")}
    largest = {name: max(places.get(slug(name), ()), key=lambda site: site.people, default=None) for name in short}
    ours = (name for name, site in largest.items() if site and site.county == counties.get(county))
    return frozenset((*inside, *ours))


def _county_key(name: str) -> str:
    return slug(_COUNTY.sub("", name))


@lru_cache(maxsize=1)
def _index() -> tuple[Mapping[str, tuple[Locality, ...]], Mapping[str, tuple[Locality, ...]]]:
    """Places by name and by name without addition, and counties by name."""
    counties = {row["county"]: Locality(row["name"], *_at(row), 0, row["name"]) for row in _rows("counties.csv")}
    places: dict[str, list[Locality]] = {}
    for row in _rows("places.csv"):
        site = Locality(row["name"], *_at(row), int(row["people"]), counties[row["county"]].name)
        for key in {slug(site.name), slug(_ADDITION.sub("", site.name))} - {""}:
            places.setdefault(key, []).append(site)
    named: dict[str, list[Locality]] = {}
    for county in counties.values():
        named.setdefault(_county_key(county.name), []).append(county)
    return {key: tuple(found) for key, found in places.items()}, {key: tuple(found) for key, found in named.items()}


def _at(row: Mapping[str, str]) -> tuple[float, float]:
    return float(row["lat"]), float(row["lon"])


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
