"""The data contract: which tables there are, their columns, and how a cell is understood.

One record per column drives reading, checking, templates, column help and exports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """How the text of a cell is understood, and what the dataset holds for it."""

    ID = "id"  # str
    TEXT = "text"  # str, "" when not recorded
    LIST = "list"  # tuple[str, ...], separated by ";"
    ACTORS = "actors"  # tuple of actor ids
    DATE = "date"  # EDTF str, "" when not recorded
    MONEY = "money"  # int, Decimal or None
    CODE = "code"  # code of a closed vocabulary, "" when not recorded
    URL = "url"  # str
    REFERENCE = "reference"  # str: source ids as in the file, several separated by ";"
    FLAG = "flag"  # bool


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    name
        Canonical English name, stable in files, links and exports.
    cell
        How its cells are understood.
    headers
        Other headers a file may use, lower case.
    required
        The table is unusable without the column.
    vocabulary
        Name in `graph.vocabulary.VOCABULARIES` when the cell is a code.
    """

    name: str
    cell: Cell = Cell.TEXT
    headers: tuple[str, ...] = ()
    required: bool = False
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the dataset, a file ``<name>.csv`` or a worksheet ``<name>``."""

    name: str
    columns: tuple[Column, ...]
    headers: tuple[str, ...] = ()  # German names of the file or worksheet
    required: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical column names in their order."""
        return tuple(column.name for column in self.columns)


_ID = Column("id", Cell.ID, ("kennung", "kürzel", "nr"), required=True)
_NAME = Column("name", Cell.TEXT, ("bezeichnung", "titel"), required=True)
_SHORT_NAME = Column("short_name", Cell.TEXT, ("kurzname", "kurzbezeichnung"))
_FIELDS = Column("kompetenzfelder", Cell.LIST, ("kompetenzfeld", "felder", "fields of competence"))
_LOCATION = Column("location", Cell.TEXT, ("ort", "standort", "sitz"))
_WEBSITE = Column("website", Cell.URL, ("webseite", "internet", "url"))
_ALIASES = Column("aliases", Cell.LIST, ("auch bekannt als", "alias", "weitere namen"))
_DESCRIPTION = Column("description", Cell.TEXT, ("beschreibung", "erläuterung"))
_REFERENCE = Column("reference", Cell.REFERENCE, ("quelle", "quellen", "source"))
_LOCATOR = Column("locator", Cell.TEXT, ("fundstelle", "stelle"))
_STATUS = Column("status", Cell.CODE, ("stand der umsetzung",), vocabulary="status")
_START = Column("start", Cell.DATE, ("beginn", "anfang", "von"))
_END = Column("end", Cell.DATE, ("ende", "bis"))
_DATE_TEXT = Column("date_text", Cell.TEXT, ("zeitangabe", "termin", "laufzeit"))

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            "actors",
            (
                _ID,
                _NAME,
                _SHORT_NAME,
                Column("type", Cell.TEXT, ("akteurstyp", "typ", "art")),
                _FIELDS,
                _LOCATION,
                _WEBSITE,
                _ALIASES,
                _DESCRIPTION,
                _REFERENCE,
                _LOCATOR,
                Column("collective", Cell.FLAG, ("sammelakteur", "gruppe")),
            ),
            headers=("akteure",),
            required=True,
        ),
        Table(
            "projects",
            (
                _ID,
                _NAME,
                _SHORT_NAME,
                Column("kind", Cell.TEXT, ("projektart", "art")),
                Column("area", Cell.TEXT, ("bereich", "handlungsfeld")),
                _FIELDS,
                _STATUS,
                _START,
                _END,
                _DATE_TEXT,
                _LOCATION,
                Column("lead", Cell.ACTORS, ("leitung", "federführung", "koordination")),
                Column("partners", Cell.ACTORS, ("partner", "beteiligte")),
                Column("funders", Cell.ACTORS, ("fördergeber", "gefördert durch")),
                Column("budget_eur", Cell.MONEY, ("budget", "gesamtkosten", "volumen")),
                _WEBSITE,
                _ALIASES,
                _DESCRIPTION,
                _REFERENCE,
                _LOCATOR,
            ),
            headers=("projekte",),
            required=True,
        ),
        Table(
            "links",
            (
                Column("from_id", Cell.ID, ("von_id", "quelle_id", "from", "source_id"), required=True),
                Column("to_id", Cell.ID, ("zu_id", "nach_id", "ziel_id", "to", "target_id"), required=True),
                Column("kind", Cell.CODE, ("art", "beziehung"), required=True, vocabulary="tie_kind"),
                Column("amount_eur", Cell.MONEY, ("betrag", "betrag_eur", "fördersumme")),
                Column("amount_basis", Cell.CODE, ("betragsart",), vocabulary="amount_basis"),
                _START,
                _END,
                _STATUS,
                Column("certainty", Cell.CODE, ("sicherheit", "beleglage"), vocabulary="certainty"),
                Column("note", Cell.TEXT, ("hinweis", "anmerkung", "bemerkung")),
                _REFERENCE,
                _LOCATOR,
                # the project in which an actor is funded; the amount is a partner's part of it
                Column("within", Cell.ID, ("im projekt", "innerhalb", "in projekt")),
            ),
            headers=("beziehungen", "verbindungen"),
        ),
        Table(
            "sources",
            (
                _ID,
                Column("title", Cell.TEXT, ("titel",), required=True),
                Column("publisher", Cell.TEXT, ("herausgeber",)),
                Column("date", Cell.DATE, ("datum",)),
                Column("url", Cell.URL, ("adresse", "link")),
                # sources a source rests on itself, so that two of one origin do not count as two
                Column("based_on", Cell.REFERENCE, ("beruht auf", "stützt sich auf")),
                Column("checked", Cell.DATE, ("geprüft", "geprüft am", "zuletzt geprüft")),
            ),
            headers=("quellen",),
        ),
        Table(
            "events",
            (
                Column("project_id", Cell.ID, ("projekt_id", "projekt"), required=True),
                _START,
                _END,
                Column("label", Cell.TEXT, ("bezeichnung", "art")),
                _STATUS,
                _DATE_TEXT,
                _REFERENCE,
                _LOCATOR,
            ),
            headers=("termine",),
        ),
        Table(
            "identifiers",
            (
                Column("actor_id", Cell.ID, ("akteur_id", "akteurskennung"), required=True),
                # a public list of organisations, or ``name@recipe`` for a name as a register writes it
                Column("scheme", Cell.TEXT, ("kennungsart", "verzeichnis"), required=True),
                Column("value", Cell.TEXT, ("kennungswert",), required=True),
                Column("says", Cell.CODE, ("zuordnung",), vocabulary="identity"),
            ),
            headers=("kennungen",),
        ),
        Table(
            "about",
            (
                Column("key", Cell.ID, ("schlüssel",), required=True),
                Column("value", Cell.TEXT, ("wert",), required=True),
            ),
            headers=("über", "datensatz"),
        ),
    )
}

# Facts on the dataset that mean something: rows of about.csv, by key; a file may have others, which are text.
FACTS: Mapping[str, Column] = {
    fact.name: fact
    for fact in (
        Column("title", headers=("titel",)),
        Column("region"),
        Column("places", Cell.LIST, ("orte",)),
        Column("as_of", Cell.DATE, ("stand",)),
        Column("publisher", headers=("herausgeber",)),
        Column("licence", headers=("license", "lizenz")),
        Column("logo"),
        Column("imprint", headers=("impressum",)),
        Column("privacy", headers=("datenschutz",)),
        Column("accessibility", headers=("barrierefreiheit",)),
        Column("contact", headers=("kontakt",)),
    )
}
_KEYS = {key: fact for fact in FACTS.values() for key in (fact.name, *fact.headers)}


def fact_of(key: str) -> Column:
    """Return the fact a key of about.csv stands for; an unknown key is a text of its own."""
    return _KEYS.get(key.casefold()) or Column(key)


# Columns of `Dataset.ties`, made from links.csv and from lead, partners and funders of projects.csv.
TIE_COLUMNS = ("id", *TABLES["links"].names)
