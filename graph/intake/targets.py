"""What a column of a table may mean, for each shape: the fields, headers that say so, and what cannot be missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.intake.recipe import Part
from graph.intake.registry import RECIPES

_SHOWN: Mapping[str, tuple[str, ...]] = {
    "participation": (
        *("name", "project_name", "project_id", "acronym", "organisation_id", "role", "amount", "cost", "currency"),
        *("start", "end", "place", "postcode", "nuts", "ags", "county", "country", "programme", "funder", "type"),
        *("summary", "website"),
    ),
    "project": (
        *("project_name", "project_id", "acronym", "lead", "partners", "supporters", "funders", "status", "kind"),
        *("start", "end", "amount", "cost", "place", "fields", "summary", "website"),
    ),
    "tie": ("from", "to", "kind", "start", "end", "note", "amount_eur", "weight"),
    "pair": ("label", "id", "type", "location", "website", "aliases", "description"),
    "group": ("group", "members"),
    "matrix": ("rows",),
    "answers": ("respondent", "submitted"),
}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "participation": ("name", "project_name|project_id"),
    "project": ("project_name", "lead|partners"),
    "tie": ("from", "to"),
    "pair": ("label|id",),
    "group": ("group", "members"),
    "matrix": (),
    "answers": ("respondent",),
}
# headers of lists that people make for themselves, beside those of the recipes
_PLAIN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "participation": {
        "name": (
            *("Firma", "Organisation", "Einrichtung", "Institution", "Unternehmen", "Akteur", "Verein", "Partner"),
            *("Organization", "Company", "Institution", "Actor"),
        ),
        "project_name": ("Projekt", "Project", "Maßnahme", "Initiative"),
        "role": ("Rolle", "Funktion", "Rolle im Projekt", "Rolle im Verbund", "Beteiligung"),
        "amount": ("Zuschuss", "Förderung", "Fördersumme", "Zuwendung", "Bewilligte Summe", "Betrag", "Grant"),
        "place": ("Sitz",),
    },
    "pair": {
        "label": (
            *("Organisation", "Einrichtung", "Firma", "Unternehmen", "Institution", "Verein", "Name der Organisation"),
            *("Organization", "Company", "Institution", "Actor"),
        ),
        "id": ("Nr", "Nr.", "Nummer", "Kürzel", "Code", "Schlüssel"),
        "type": ("Typ", "Type", "Art", "Kategorie", "Akteurstyp", "Art der Organisation", "Category", "Branche"),
        "location": ("Ort", "Sitz", "Stadt", "Standort", "City", "Location", "Place", "Gemeinde"),
        "website": ("Webseite", "Website", "Internet", "Homepage", "URL"),
        "aliases": ("Abkürzung", "Kurzname", "Auch bekannt als", "Alias", "Abbreviation"),
        "description": ("Beschreibung", "Kurzbeschreibung", "Bemerkung", "Description", "Notes"),
    },
}
# fields whose words are asked for: field -> what a word may mean
CODED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "participation": {"role": ("leads", "partner", "supports")},
    "tie": {"kind": ("cooperates_with", "member_of", "part_of", "shareholder_of", "funds", "related_to")},
}
AMOUNTS = frozenset({"amount", "cost", "amount_eur"})
DATES = frozenset({"start", "end"})


PARTS: Mapping[str, str] = {
    "participation": "participations",
    "project": "projects",
    "tie": "ties",
    "pair": "nodes",  # its ties stand in another table
    "group": "groups",
    "matrix": "matrix",
    "answers": "answers",
}


@dataclass(frozen=True, slots=True)
class Target:
    """What the rows of a table can be.

    Attributes
    ----------
    shape
        Name of the shape.
    words
        Field -> headers that mean it, those of all recipes of the shape; in the order in which fields are offered.
    required
        Fields without which there is nothing to read; ``a|b`` is either.
    """

    shape: str
    words: Mapping[str, tuple[str, ...]] = field(repr=False)
    required: tuple[str, ...]

    @property
    def part(self) -> str:
        """Name of the part of a recipe that reads such a table."""
        return PARTS[self.shape]


def _target(shape: str) -> Target:
    plain = _PLAIN.get(shape, {})
    recipes = [each for each in RECIPES if each.shape == shape and each.parts]
    parts: list[Part] = [each.parts.get(PARTS[shape], next(iter(each.parts.values()))) for each in recipes]
    words = {
        name: tuple(
            dict.fromkeys((*(word for part in parts for word in part.words.get(name, ())), *plain.get(name, ())))
        )
        for name in _SHOWN[shape]
    }
    return Target(shape, words, _REQUIRED[shape])


TARGETS: Mapping[str, Target] = {shape: _target(shape) for shape in _SHOWN}
