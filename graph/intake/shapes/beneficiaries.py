"""Organisations of a list as actors: one for each identifier, else for each name in its place; persons are counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.intake.answers import Answers
from graph.intake.draft import Draft, RowOrigin, own_id
from graph.intake.organisations import Named, NameKind, named
from graph.intake.recipe import Recipe
from graph.intake.records import Record, Writing

_PERSONS = ("Privatperson", "Privatpersonen")  # written into the data, which is German
_PERSONAL = {NameKind.PERSON, NameKind.PERHAPS_PERSON}


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """An organisation, or why there is none."""

    name: str
    place: str
    why: str = ""


class Beneficiaries:
    """Organisations on their way into a draft.

    Parameters
    ----------
    recipe, answers
        How rows are read, and what becomes of persons.
    draft
        Gets the actors.
    known
        Identifier -> row of a table that says more on organisations.
    """

    def __init__(
        self, recipe: Recipe, answers: Answers, draft: Draft, known: Mapping[str, tuple[Record, Writing]]
    ) -> None:
        self._recipe, self._answers, self._draft, self._known = recipe, answers, draft, known
        self._persons: dict[str, RowOrigin] = {}
        self._seats_are_known = bool(recipe.rules.get("seats", False))
        self._scheme = str(recipe.rules.get("scheme", ""))

    def named(self, record: Record) -> Beneficiary:
        """Return the organisation of a row, or why it has none."""
        text = record["name"] or self._more(record, "name") or record["short_name"]
        is_registered = bool(self._recipe.rules.get("identified")) and bool(record.first("organisation_id"))
        found = Named(NameKind.ORGANISATION, text) if is_registered and text else named(text)
        if found.kind is NameKind.PERSON and self._is_business(record, text):
            found = Named(NameKind.ORGANISATION, text)
        if found.kind is NameKind.NOTHING and record["organisation_id"]:
            found = Named(NameKind.ORGANISATION)
        place = record["place"] or self._more(record, "place")
        seat = place if self._seats_are_known else ""
        if found.kind is not NameKind.ORGANISATION:
            return Beneficiary("", "", str(found.kind))
        return Beneficiary(found.name, found.place or seat)

    def _is_business(self, record: Record, text: str) -> bool:
        """Whether a register that numbers its participants writes a name as those of companies, wholly in capitals.

        Such a sole trader is a partner with a share of the grant, without whom a consortium does not add up.
        """
        return bool(self._scheme and record["organisation_id"]) and text.isupper() and "," not in text

    def why(self, record: Record) -> str:
        """Return why the organisation of a row is no actor, ``""`` when it is one."""
        return self.named(record).why

    def take(self, record: Record, found: Beneficiary) -> str:
        """Add the actor of a row and return its id; ``""`` when there is none."""
        if found.why:
            if found.why in _PERSONAL:
                self._persons.setdefault(" ".join(record["name"].split()), record.place)
            return ""
        identifier = record.first("organisation_id")
        # a name stands for one organisation, wherever it works; in a register of seats, for one in each place
        key = f"{self._scheme}-{identifier}" if identifier and self._scheme else own_id(found.name, found.place)
        key = own_id(key) if identifier else key
        cells = {
            "id": key,
            "name": found.name or key,
            "type": self._recipe.rules.get("types", {}).get(record["type"].casefold(), ""),
            "location": found.place.title() if found.place.isupper() else found.place,
            "website": record["org_website"] if "." in record["org_website"] else "",
        }
        if self._draft.add("actors", key, cells, record.place) and identifier and self._scheme:
            row = {"actor_id": key, "scheme": self._scheme, "value": identifier, "says": "is"}
            self._draft.add("identifiers", key, row, record.place, sourced=False)
        elif identifier and found.name:
            self._draft.complete("actors", key, {name: text for name, text in cells.items() if name != "id"})
        return key

    def finish(self) -> None:
        """Add the actor that stands for all private persons, without ties: it would be a hub that does not exist."""
        if self._persons and self._answers.persons == "collective":
            count = len(self._persons)
            key = own_id(f"privatpersonen-{self._draft.source}")
            cells = {"id": key, "name": f"{_PERSONS[count > 1]} ({count})", "collective": "ja"}
            first = next(iter(self._persons.values()))
            self._draft.add("actors", key, cells, replace(first))

    def _more(self, record: Record, field: str) -> str:
        known = self._known.get(record["organisation_id"])
        return known[0][field] if known else ""
