"""Where on the published site a view of the app stands; paths are short, stable, and fit for every file system."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.export.linked.jsonld import WebNames
from graph.slugs import slug
from views.address.codec import address
from views.fields.question import field_profile
from views.view import View

_LONGEST = 80  # characters of a file name
# names of devices, which Windows gives to no file
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))})


def stems(keys: Iterable[str]) -> dict[str, str]:
    """Return a file name without ending for each id; different ids never share one, whatever their case."""
    named: dict[str, str] = {}
    taken: set[str] = set(_DEVICES)
    for key in dict.fromkeys(keys):
        base = stem = slug(key)[:_LONGEST].strip("-") or "x"
        number = 1
        while stem in taken:
            number += 1
            stem = f"{base}-{number}"
        taken.add(stem)
        named[key] = stem
    return named


def profile_paths(view: View) -> Mapping[str, str]:
    """Path of the profile of each actor and project by its id."""
    tables = {"akteure": view.whole.actors, "projekte": view.whole.projects}
    return {
        key: f"{folder}/{stem}.html" for folder, table in tables.items() for key, stem in stems(table["id"]).items()
    }


def field_paths(view: View) -> Mapping[str, str]:
    """Path of the page of each field of competence."""
    return {field: f"felder/{stem}.html" for field, stem in stems(view.field_slugs).items()}


def places(view: View) -> Mapping[str, str]:
    """Address of a view as the tables link it -> path of the page that shows it."""
    profiles = {address("steckbrief", id=key): path for key, path in profile_paths(view).items()}
    fields = {
        place: path
        for field, path in field_paths(view).items()
        for place in (
            address("netzwerk", feld=view.field_slugs[field], ansicht="alles"),
            field_profile(view, field),
        )
    }
    return {**profiles, **fields}


def names_of_site(view: View, address: str) -> WebNames:
    """Return what elements are called in the web: after their pages when the address of the site is known.

    Parameters
    ----------
    view
        The data.
    address
        Of the site, with a slash at its end; ``""`` when it is not known.
    """
    return WebNames(address, profile_paths(view)) if address else WebNames()
