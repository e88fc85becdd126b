"""Where the places lie that data name: found in the table, or said why not, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from graph.places.gazetteer import Locality, candidates

LARGE_CITY = 100_000  # inhabitants; of several places of a name the only large city is meant


class Unplaced(StrEnum):
    """Why a place has no site."""

    UNKNOWN = "unknown"  # not in the table of German places
    AMBIGUOUS = "ambiguous"  # several places are called so, and nothing says which


@dataclass(frozen=True, slots=True)
class Localities:
    """Places of data.

    Attributes
    ----------
    sites
        Place as recorded -> where it lies.
    unplaced
        Place as recorded -> why it has no site.
    """

    sites: Mapping[str, Locality]
    unplaced: Mapping[str, Unplaced]

    @property
    def named(self) -> dict[str, str]:
        """Place as recorded -> the shortest way in which the data write the same site."""
        order = sorted(self.sites, key=lambda name: (len(name), name))
        shortest: dict[Locality, str] = {}
        for name in order:
            shortest.setdefault(self.sites[name], name)
        return {name: shortest[site] for name, site in self.sites.items()}


def places_in(location: str) -> tuple[str, ...]:
    """Places that a cell names, separated by ``;``.

    >>> places_in("Aalen; Heidenheim")
    ('Aalen', 'Heidenheim')
    """
    return tuple(dict.fromkeys(part for part in map(str.strip, location.split(";")) if part))


def home_of(locations: Iterable[str]) -> frozenset[str]:
    """Counties in which a place that cells name lies for certain."""
    return _certain({name: candidates(name) for location in set(locations) for name in places_in(location)})


def located(locations: Iterable[str], home: Set[str] = frozenset()) -> Localities:
    """Find every place that cells name.

    A name that several places have means the only one in a county in which another place of the same data lies for
    certain, else the only one with at least `LARGE_CITY` inhabitants; else it stays open.

    Parameters
    ----------
    locations
        Cells, each with any number of places.
    home
        Further counties that count as such, from `home_of`: of what is selected those of all data, since a filter
        moves no place.
    """
    names = sorted({name for location in set(locations) for name in places_in(location)})
    found = {name: candidates(name) for name in names}
    counties = home | _certain(found)
    meant = {name: _meant(sites, counties) for name, sites in found.items()}
    sites = {name: site for name, site in meant.items() if site}
    open_ = {name: Unplaced.AMBIGUOUS if found[name] else Unplaced.UNKNOWN for name in names if name not in sites}
    return Localities(sites, open_)


def _certain(found: Mapping[str, tuple[Locality, ...]]) -> frozenset[str]:
    return frozenset(sites[0].county for sites in found.values() if sites and _is_one(sites))


def _meant(sites: tuple[Locality, ...], home: Set[str]) -> Locality | None:
    large = tuple(site for site in sites if site.people >= LARGE_CITY)
    for some in (sites, tuple(site for site in sites if site.county in home), large):
        if some and _is_one(some):
            return max(some, key=lambda site: site.people)
    return None


def _is_one(sites: tuple[Locality, ...]) -> bool:
    """Whether all lie in one county; a table of places has some twice."""
    return len({site.county for site in sites}) == 1
