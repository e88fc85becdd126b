"""What is asked about the matrix of actors, and about a single field of competence."""

from __future__ import annotations

from graph.dataset import Dataset
from views.address.codec import address
from views.address.slugs import slugs_of
from views.view import View

MOST = 120  # rows; more are no longer read, and the browser would hold some 15,000 cells
MOST_NAMED = 60  # elements in the picture of a field, so that all names find room
SORTING_OF = {"gruppe": "group", "typ": "type", "name": "name"}
FIELD = "feld:"  # begins the name of a field where an address could also name an actor or project


def field_asked(view: View) -> str:
    """Return the field of competence whose profile is asked for; ``""`` for none, an element of that name wins."""
    asked = view.query.id
    if asked in view.names or not asked.startswith(FIELD):
        return ""
    return slugs_of(view.whole, "feld").get(asked.removeprefix(FIELD), "")


def field_keys(dataset: Dataset) -> list[str]:
    """Name in an address of the profile of each field of the data; see `field_asked`."""
    return [f"{FIELD}{name}" for name in slugs_of(dataset, "feld")]


def field_ids(view: View) -> dict[str, str]:
    """Name in an address of the profile of each field, by the field; see `field_asked`."""
    return {field: f"{FIELD}{name}" for field, name in view.field_slugs.items()}


def field_profile(view: View, field: str) -> str:
    """Address of the profile of a field."""
    return address("steckbrief", id=field_ids(view)[field])


def profiles_named(view: View) -> dict[str, str]:
    """Name of everything that has a profile, by its id in an address: actors, projects and fields."""
    return {**view.names, **{key: field for field, key in field_ids(view).items()}}
