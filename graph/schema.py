"""The data contract: which tables there are, their columns, and how a cell is understood.

One record per column drives reading, checking, templates, column help and exports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
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
class ContractColumn:
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
    cell: CellKind = CellKind.TEXT
    headers: tuple[str, ...] = ()
    required: bool = False
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class ContractTable:
    """One table of the dataset, a file ``<name>.csv`` or a worksheet ``<name>``."""

    name: str
    columns: tuple[ContractColumn, ...]
    headers: tuple[str, ...] = ()  # German names of the file or worksheet
    required: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical column names in their order."""
        return tuple(column.name for column in self.columns)


_ID = ContractColumn("id", CellKind.ID, ("kennung", "kürzel", "nr"), required=True)
_NAME = ContractColumn("name", CellKind.TEXT, ("bezeichnung", "titel"), required=True)
_SHORT_NAME = ContractColumn("short_name", CellKind.TEXT, ("kurzname", "kurzbezeichnung"))
_FIELDS = ContractColumn("kompetenzfelder", CellKind.LIST, ("kompetenzfeld", "felder", "fields of competence"))
_LOCATION = ContractColumn("location", CellKind.TEXT, ("ort", "standort", "sitz"))
_WEBSITE = ContractColumn("website", CellKind.URL, ("webseite", "internet", "url"))
_ALIASES = ContractColumn("aliases", CellKind.LIST, ("auch bekannt als", "alias", "weitere namen"))
_DESCRIPTION = ContractColumn("description", CellKind.TEXT, ("beschreibung", "erläuterung"))
_REFERENCE = ContractColumn("reference", CellKind.REFERENCE, ("quelle", "quellen", "source"))
_LOCATOR = ContractColumn("locator", CellKind.TEXT, ("fundstelle", "stelle"))
_STATUS = ContractColumn("status", CellKind.CODE, ("stand der umsetzung",), vocabulary="status")
_START = ContractColumn("start", CellKind.DATE, ("beginn", "anfang", "von"))
_END = ContractColumn("end", CellKind.DATE, ("ende", "bis"))
_DATE_TEXT = ContractColumn("date_text", CellKind.TEXT, ("zeitangabe", "termin", "laufzeit"))

TABLES: Mapping[str, ContractTable] = {
    table.name: table
    for table in (
        ContractTable(
            "actors",
            (
                _ID,
                _NAME,
                _SHORT_NAME,
                ContractColumn("type", CellKind.TEXT, ("akteurstyp", "typ", "art")),
                _FIELDS,
                _LOCATION,
                _WEBSITE,
                _ALIASES,
                _DESCRIPTION,
                _REFERENCE,
                _LOCATOR,
                ContractColumn("collective", CellKind.FLAG, ("sammelakteur", "gruppe")),
            ),
            headers=("akteure",),
            required=True,
        ),
        ContractTable(
            "projects",
            (
                _ID,
                _NAME,
                _SHORT_NAME,
                ContractColumn("kind", CellKind.TEXT, ("projektart", "art")),
                ContractColumn("area", CellKind.TEXT, ("bereich", "handlungsfeld")),
                _FIELDS,
                _STATUS,
                _START,
                _END,
                _DATE_TEXT,
                _LOCATION,
                ContractColumn("lead", CellKind.ACTORS, ("leitung", "federführung", "koordination")),
                ContractColumn("partners", CellKind.ACTORS, ("partner", "beteiligte")),
                ContractColumn("funders", CellKind.ACTORS, ("fördergeber", "gefördert durch")),
                ContractColumn("budget_eur", CellKind.MONEY, ("budget", "gesamtkosten", "volumen")),
                _WEBSITE,
                _ALIASES,
                _DESCRIPTION,
                _REFERENCE,
                _LOCATOR,
            ),
            headers=("projekte",),
            required=True,
        ),
        ContractTable(
            "links",
            (
                ContractColumn("from_id", CellKind.ID, ("von_id", "quelle_id", "from", "source_id"), required=True),
                ContractColumn("to_id", CellKind.ID, ("zu_id", "nach_id", "ziel_id", "to", "target_id"), required=True),
                ContractColumn("kind", CellKind.CODE, ("art", "beziehung"), required=True, vocabulary="tie_kind"),
                ContractColumn("amount_eur", CellKind.MONEY, ("betrag", "betrag_eur", "fördersumme")),
                ContractColumn("amount_basis", CellKind.CODE, ("betragsart",), vocabulary="amount_basis"),
                _START,
                _END,
                _STATUS,
                ContractColumn("certainty", CellKind.CODE, ("sicherheit", "beleglage"), vocabulary="certainty"),
                ContractColumn("note", CellKind.TEXT, ("hinweis", "anmerkung", "bemerkung")),
                _REFERENCE,
                _LOCATOR,
                # the project in which an actor is funded; the amount is a partner's part of it
                ContractColumn("within", CellKind.ID, ("im projekt", "innerhalb", "in projekt")),
            ),
            headers=("beziehungen", "verbindungen"),
        ),
        ContractTable(
            "sources",
            (
                _ID,
                ContractColumn("title", CellKind.TEXT, ("titel",), required=True),
                ContractColumn("publisher", CellKind.TEXT, ("herausgeber",)),
                ContractColumn("date", CellKind.DATE, ("datum",)),
                ContractColumn("url", CellKind.URL, ("adresse", "link")),
                # sources a source rests on itself, so that two of one origin do not count as two
                ContractColumn("based_on", CellKind.REFERENCE, ("beruht auf", "stützt sich auf")),
                ContractColumn("checked", CellKind.DATE, ("geprüft", "geprüft am", "zuletzt geprüft")),
            ),
            headers=("quellen",),
        ),
        ContractTable(
            "events",
            (
                ContractColumn("project_id", CellKind.ID, ("projekt_id", "projekt"), required=True),
                ContractColumn("start", CellKind.DATE, (*_START.headers, "datum", "date", "am")),
                _END,
                ContractColumn("label", CellKind.TEXT, ("bezeichnung", "art")),
                _STATUS,
                _DATE_TEXT,
                _REFERENCE,
                _LOCATOR,
            ),
            headers=("termine",),
        ),
        ContractTable(
            "identifiers",
            (
                ContractColumn("actor_id", CellKind.ID, ("akteur_id", "akteurskennung"), required=True),
                # a public list of organisations, or ``name@recipe`` for a name as a register writes it
                ContractColumn("scheme", CellKind.TEXT, ("kennungsart", "verzeichnis"), required=True),
                ContractColumn("value", CellKind.TEXT, ("kennungswert",), required=True),
                ContractColumn("says", CellKind.CODE, ("zuordnung",), vocabulary="identity"),
            ),
            headers=("kennungen",),
        ),
        ContractTable(
            "about",
            (
                ContractColumn("key", CellKind.ID, ("schlüssel",), required=True),
                ContractColumn("value", CellKind.TEXT, ("wert",), required=True),
            ),
            headers=("über", "datensatz"),
        ),
    )
}

# Facts on the dataset that mean something: rows of about.csv, by key; a file may have others, which are text.
FACTS: Mapping[str, ContractColumn] = {
    fact.name: fact
    for fact in (
        ContractColumn("title", headers=("titel",)),
        ContractColumn("region"),
        ContractColumn("places", CellKind.LIST, ("orte",)),
        ContractColumn("as_of", CellKind.DATE, ("stand",)),
        ContractColumn("publisher", headers=("herausgeber",)),
        ContractColumn("licence", headers=("license", "lizenz")),
        ContractColumn("logo"),
        ContractColumn("imprint", headers=("impressum",)),
        ContractColumn("privacy", headers=("datenschutz",)),
        ContractColumn("accessibility", headers=("barrierefreiheit",)),
        ContractColumn("contact", headers=("kontakt",)),
    )
}
_KEYS = {key: fact for fact in FACTS.values() for key in (fact.name, *fact.headers)}


def fact_of(key: str) -> ContractColumn:
    """Return the fact a key of about.csv stands for; an unknown key is a text of its own."""
    return _KEYS.get(key.casefold()) or ContractColumn(key)


# what a translation notes of a register in the table of sources; `graph.answers.coverage` shows it
SOURCE_FACTS = frozenset(
    {"recipe", "licence", "rows_taken", "rows_left_out", "amount_taken_eur", "amount_left_out_eur"}
)

# Columns of `Dataset.ties`, made from links.csv and from lead, partners and funders of projects.csv.
TIE_COLUMNS = ("id", *TABLES["links"].names)
