"""The map: which places, what they are called, who stands on none, and what a click means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import networkx as nx

from graph.dataset import Dataset, among, unpacked
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Encoding
from graph.picture.folding import Bubble, By, Folding, fold, located_in
from graph.picture.mapped import PREFIX, MapSection, chart_of, draw_map
from graph.picture.scene import network_of
from graph.places.gazetteer import Locality
from graph.places.locating import Localities, places_in
from views.address.slugs import home_counties, slugs_of
from views.keeping import cached
from views.view import View, scene_of

MOST_SITES = 60  # places shown one by one; of more the map shows counties
MOST_COUNTIES = 450  # more than there are


@dataclass(frozen=True, slots=True)
class MapContents:
    """What a map shows.

    Attributes
    ----------
    by
        Whether its circles are places or counties.
    folding
        The groups.
    sites
        Key of a group -> where it lies.
    chart
        Part of the country; ``None`` where no place is known.
    """

    by: By
    folding: Folding
    sites: Mapping[str, Locality]
    chart: MapSection | None


def is_map(view: View) -> bool:
    """Whether a view shows the map."""
    return view.query.form == "karte"


def shown_part(view: View) -> Dataset:
    """Return what fits the filters, around the focus where there is one."""
    if not view.query.fokus:
        return view.part
    near = set(network_of(view.part, scene_of(view.query)))
    part = view.part
    ties = part.ties[among(part.ties["from_id"], near) & among(part.ties["to_id"], near)]
    actors, projects = (
        table[among(table["id"], near)].reset_index(drop=True) for table in (part.actors, part.projects)
    )
    return replace(part, actors=actors, projects=projects, ties=ties.reset_index(drop=True))


def placed(view: View) -> MapContents:
    """Places of a view, or counties where it asks for them or has too many places."""
    return _placed(shown_part(view), view.query.gruppen, home_counties(view.whole))


@cached
def _placed(part: Dataset, grouping: str, home: frozenset[str]) -> MapContents:
    located = located_in(part, home)
    many = len(set(located.named.values())) > MOST_SITES
    by = By.COUNTY if grouping == "kreis" or (many and grouping != "ort") else By.SITE
    if by is By.SITE:
        found = fold(part, by, MOST_SITES, home)
        sites = {key: located.sites[key] for key in set(located.named.values())}
    else:
        found = fold(part, by, MOST_COUNTIES, home)
        sites = _middles(located.sites, part)
    return MapContents(by, found, sites, chart_of(found, sites))


def _middles(sites: Mapping[str, Locality], part: Dataset) -> dict[str, Locality]:
    """Point of each county: the middle of its places, each as often as it has actors."""
    counts = Counter(place for cell in part.actors["location"] for place in places_in(cell))
    found: dict[str, list[tuple[Locality, int]]] = {}
    for place, site in sites.items():
        found.setdefault(site.county, []).append((site, counts[place]))
    return {county: _middle(county, inside) for county, inside in found.items()}


def _middle(county: str, inside: list[tuple[Locality, int]]) -> Locality:
    total = sum(count for _, count in inside) or 1
    lat, lon = (sum(getattr(site, axis) * count for site, count in inside) / total for axis in ("lat", "lon"))
    return Locality(county, lat, lon, 0, county)


def drawing_of(view: View) -> Drawing:
    """Return the map of a view; without any known place it is empty."""
    found = placed(view)
    if found.chart is None:
        return draw(nx.Graph(), {}, Encoding())
    names = {bubble.key: labels(view, bubble, found.chart) for bubble in found.folding.bubbles if bubble.key}
    return _drawing_of(shown_part(view), tuple(sorted(names.items())), found)


@cached
def _drawing_of(part: Dataset, names: tuple[tuple[str, tuple[str, str]], ...], _found: MapContents) -> Drawing:  # noqa: ARG001
    """Draw a map; part and names make out what it shows."""
    assert _found.chart is not None
    return draw_map(_found.folding, _found.chart, dict(names))


def labels(view: View, bubble: Bubble, chart: MapSection) -> tuple[str, str]:
    """Name of a place, and its label: the name above how many actors are there in brief, and how far away it is.

    Parameters
    ----------
    view
        What is asked.
    bubble
        The actors of the place.
    chart
        Part of the country that is shown.
    """
    t, far = view.t, chart.beyond.get(bubble.key)
    counts = [t.count(key, len(bubble.actors)) for key in ("count.actors", "gruppen.brief_actors")]
    counted, brief = (t("karte.beyond", actors=each, km=t.number(far)) if far else each for each in counts)
    return f"{bubble.key}: {counted}", f"{bubble.key}\n{brief}"


@dataclass(frozen=True, slots=True)
class OffTheMap:
    """An actor that no place on the map stands for: why, a code, and its place as recorded."""

    actor: str
    location: str
    reason: str


def off_the_map(view: View) -> tuple[OffTheMap, ...]:
    """Actors of a view that are on no place of the map, by name."""
    names = view.short_names
    return tuple(
        sorted(
            _off(shown_part(view), home_counties(view.whole)),
            key=lambda one: names.get(one.actor, one.actor).casefold(),
        )
    )


@cached
def _off(part: Dataset, home: frozenset[str]) -> tuple[OffTheMap, ...]:
    located = located_in(part, home)
    rows = unpacked(part.actors, "id", "location")
    return tuple(
        OffTheMap(actor, location, _reason(places_in(location), located))
        for actor, location in rows
        if not any(place in located.sites for place in places_in(location))
    )


def _reason(places: tuple[str, ...], located: Localities) -> str:
    return str(located.unplaced[places[0]]) if places else "none"


def filter_for(view: View, clicked: str) -> dict[str, tuple[str, ...]] | None:
    """Return the filter that a click on a place means; ``None`` where it is none."""
    found = placed(view)
    key = clicked.removeprefix(PREFIX)
    if not clicked.startswith(PREFIX) or key not in found.sites:
        return None
    name = "kreis" if found.by is By.COUNTY else "ort"
    wanted = (
        {key}
        if name == "kreis"
        else {place for place, same in _named(view.part, home_counties(view.whole)).items() if same == key}
    )
    return {name: tuple(part for part, value in slugs_of(view.whole, name).items() if value in wanted)}


@cached
def _named(part: Dataset, home: frozenset[str]) -> dict[str, str]:
    return located_in(part, home).named
