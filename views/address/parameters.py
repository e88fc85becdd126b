"""The parameters of an address: what a visitor may ask, with defaults, and which values each may have.

The address is a contract: names, codes and defaults stay, since old links must show what they showed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.ledger.dimensions import DIMENSIONS, Several
from graph.ledger.years import YearRule
from graph.measures import MEASURES
from graph.vocabulary import Certainty, Status


@dataclass(frozen=True, slots=True)
class Query:
    """What a visitor asks: the filters, the view and its options. Field names are the names in the address."""

    lang: str = "de"
    suche: str = ""
    feld: tuple[str, ...] = ()
    typ: tuple[str, ...] = ()
    art: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    geber: tuple[str, ...] = ()
    leitung: tuple[str, ...] = ()
    betrag: str = ""
    von: str = ""
    bis: str = ""
    undatiert: str = ""
    beleg: tuple[str, ...] = ()
    ansicht: str = "alles"
    zaehlung: str = "full"
    gremien: str = ""
    fokus: str = ""
    umkreis: str = "1"
    farbe: str = "typ"
    groesse: str = "projekte"
    rest: str = "aus"
    ganz: str = ""
    liste: str = "akteure"
    id: str = ""
    vergleich: tuple[str, ...] = ()
    reiter: str = ""
    wahl: tuple[str, ...] = ()
    modus: str = ""
    folie: str = ""
    suchfeld: tuple[str, ...] = ()
    suchtyp: tuple[str, ...] = ()
    suchort: tuple[str, ...] = ()
    partnervon: str = ""
    dabei: tuple[str, ...] = ()
    vorgemerkt: tuple[str, ...] = ()
    ausgeblendet: tuple[str, ...] = ()
    vorschlag: str = "1"
    wert: str = "akteure"
    zelle: str = ""
    sortierung: str = "gruppe"
    mehrals: str = "2"
    szenario: str = ""
    bild: str = "unterschied"
    mass: str = "degree"
    mass2: str = "betweenness"
    bezug: str = "gefiltert"
    gruppierung: str = "typ"
    geldvon: str = "funder"
    geldmitte: str = "kompetenzfeld"
    geldnach: str = "recipient"
    anzahl: str = "12"
    mehrfach: str = "combined"
    nach: str = "funder"
    jahresregel: str = "at_start"
    teil: str = ""
    stichtag: str = ""
    horizont: str = "24"
    ordnung: str = "kompetenzfeld"
    auf: tuple[str, ...] = ()
    jahr: str = ""
    ohnedatum: str = ""
    stand: str = ""
    tabelle: str = "akteure"
    eintrag: str = ""
    enden: tuple[str, ...] = ()
    mappe: str = ""


# What a single-valued parameter may be; anything else falls back to the default and is reported.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "lang": ("de", "en"),
    "undatiert": ("", "ja"),
    "ansicht": ("alles", "kooperation", "foerderung"),
    "zaehlung": ("full", "fractional", "binary"),
    "gremien": ("", "ja"),
    "umkreis": ("1", "2"),
    "farbe": ("typ", "feld"),
    "groesse": ("projekte", "partner", "gleich"),
    "rest": ("aus", "blass"),
    "ganz": ("", "ja"),
    "liste": ("akteure", "projekte"),
    "modus": ("", "praesentation"),
    "vorschlag": ("1", "2", "3"),
    "wert": ("akteure", "projekte", "euro"),
    "sortierung": ("gruppe", "typ", "name"),
    "mehrals": ("1", "2", "3", "4", "5"),
    "bild": ("unterschied", "vorher", "nachher"),
    "mass": tuple(MEASURES),
    "mass2": tuple(MEASURES),
    "bezug": ("gefiltert", "gesamt"),
    "gruppierung": ("typ", "gruppe"),
    "geldvon": ("funder", "funder_type"),
    "geldmitte": ("kompetenzfeld", "programme", "area", "kind", "status", ""),
    "geldnach": ("recipient", "recipient_type", "project", "location"),
    "anzahl": ("8", "12", "20", "alle"),
    "mehrfach": tuple(str(code) for code in Several),
    "nach": (*DIMENSIONS, "year"),
    "jahresregel": tuple(str(code) for code in YearRule),
    "horizont": ("12", "24"),
    "ordnung": ("kompetenzfeld", "status", "lead", "kind", ""),
    "ohnedatum": ("", "ja"),
    "tabelle": ("akteure", "projekte", "verbindungen", "termine", "quellen", "datensatz"),
}
CODES: Mapping[str, tuple[str, ...]] = {
    "status": tuple(str(code) for code in Status),
    "beleg": tuple(str(code) for code in Certainty),
}
FILTERS = ("suche", "feld", "typ", "art", "status", "geber", "leitung", "betrag", "von", "bis", "beleg")


def is_allowed(name: str, value: str) -> bool:
    """Tell whether a parameter may have this value; values from the data are looked up later."""
    if name in ("von", "bis", "jahr"):
        return re.fullmatch(r"\d{4}", value) is not None
    if name == "betrag":
        return re.fullmatch(r"[1-9]\d{0,11}", value) is not None
    if name == "folie":
        return re.fullmatch(r"[1-9]\d{0,2}", value) is not None
    if name == "stand" and re.fullmatch(r"[0-9a-f]{8}", value):
        return True  # a named state of a store
    if name in ("stichtag", "stand"):
        return _is_day(value)
    allowed = CHOICES.get(name) or CODES.get(name)
    return allowed is None or value in allowed


def _is_day(text: str) -> bool:
    """Tell whether a text is a day of the 20th to 22nd century; a horizon beyond it is a day too."""
    try:
        return re.fullmatch(r"[0-9-]{10}", text) is not None and 1900 <= date.fromisoformat(text).year < 2200
    except ValueError:
        return False
