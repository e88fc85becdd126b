"""The parameters of an address: what may be asked, with defaults, and which values each may have.

The address is a contract: names, codes and defaults stay, since old links must show what they showed. A parameter is
one line of `Query`, and its meaning in the words (``views/locales/*/address.json``): both make ``docs/address.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from graph.ledger.dimensions import DIMENSIONS, Several
from graph.ledger.years import YearRule
from graph.measures import MEASURES
from graph.vocabulary import Certainty, Status


class Form(StrEnum):
    """What the values of a parameter look like."""

    CHOICE = "choice"  # one of the values listed
    CODES = "codes"  # some of the values listed
    NAMES = "names"  # short names of values of the data
    ELEMENT = "element"  # id of an actor or project
    ELEMENTS = "elements"  # several of them
    TEXT = "text"
    TEXTS = "texts"
    NOTE = "note"  # one line of text
    YEAR = "year"
    DAY = "day"
    AMOUNT = "amount"  # whole euros
    NUMBER = "number"  # 1 to 999
    SOURCES = "sources"  # ids of several sources
    STATE = "state"  # day of a saved state, or id of a named one


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an address.

    Attributes
    ----------
    name
        As written in the address.
    default
        What an address without it means.
    form, values
        What its values look like, and which there are when they are few.
    topic
        Folder of `views` that answers to it; ``filter`` and ``frame`` hold for every view.
    """

    name: str
    default: str | tuple[str, ...]
    form: Form
    values: tuple[str, ...]
    topic: str

    @property
    def is_list(self) -> bool:
        """Whether it takes several values, separated by commas."""
        return isinstance(self.default, tuple)


def _one(topic: str, form: Form = Form.TEXT, default: str = "", values: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    """Describe a parameter with one value."""
    return field(default=default, metadata={"topic": topic, "form": form, "values": values})


def _choice(topic: str, *values: str, default: str | None = None) -> Any:  # noqa: ANN401
    """Describe a choice; the first value is the default."""
    return _one(topic, Form.CHOICE, values[0] if default is None else default, values)


def _some(topic: str, form: Form, values: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    """Describe a parameter with any number of values."""
    return field(default=(), metadata={"topic": topic, "form": form, "values": values})


@dataclass(frozen=True, slots=True)
class Query:
    """What a visitor asks: the filters, the view and its options. Field names are the names in the address."""

    lang: str = _choice("frame", "de", "en")
    suche: str = _one("filter")
    feld: tuple[str, ...] = _some("filter", Form.NAMES)
    typ: tuple[str, ...] = _some("filter", Form.NAMES)
    art: tuple[str, ...] = _some("filter", Form.NAMES)
    ort: tuple[str, ...] = _some("filter", Form.NAMES)
    kreis: tuple[str, ...] = _some("filter", Form.NAMES)
    status: tuple[str, ...] = _some("filter", Form.CODES, tuple(str(code) for code in Status))
    geber: tuple[str, ...] = _some("filter", Form.ELEMENTS)
    leitung: tuple[str, ...] = _some("filter", Form.NAMES)
    betrag: str = _one("filter", Form.AMOUNT)
    betragbis: str = _one("filter", Form.AMOUNT)
    programm: tuple[str, ...] = _some("filter", Form.ELEMENTS)
    ausserfeld: tuple[str, ...] = _some("filter", Form.NAMES)
    aussertyp: tuple[str, ...] = _some("filter", Form.NAMES)
    ausserort: tuple[str, ...] = _some("filter", Form.NAMES)
    ausserkreis: tuple[str, ...] = _some("filter", Form.NAMES)
    ausserart: tuple[str, ...] = _some("filter", Form.NAMES)
    ausserstatus: tuple[str, ...] = _some("filter", Form.CODES, tuple(str(code) for code in Status))
    aussergeber: tuple[str, ...] = _some("filter", Form.ELEMENTS)
    ausserprogramm: tuple[str, ...] = _some("filter", Form.ELEMENTS)
    endetvon: str = _one("filter", Form.YEAR)
    endetbis: str = _one("filter", Form.YEAR)
    von: str = _one("filter", Form.YEAR)
    bis: str = _one("filter", Form.YEAR)
    undatiert: str = _choice("filter", "", "ja")
    beleg: tuple[str, ...] = _some("filter", Form.CODES, tuple(str(code) for code in Certainty))
    ohne: tuple[str, ...] = _some("filter", Form.ELEMENTS)
    ohnequelle: tuple[str, ...] = _some("filter", Form.SOURCES)
    ansicht: str = _choice("network", "alles", "kooperation", "foerderung")
    zaehlung: str = _choice("network", "full", "fractional", "binary")
    gremien: str = _choice("network", "", "ja")
    fokus: str = _one("network", Form.ELEMENT)
    umkreis: str = _choice("network", "1", "2", "3")
    farbe: str = _choice("network", "typ", "feld")
    groesse: str = _choice("network", "projekte", "partner", "gleich")
    rest: str = _choice("network", "aus", "blass")
    fest: str = _choice("network", "", "ja")
    feldknoten: str = _choice("network", "", "ja")
    notiz: str = _one("network", Form.NOTE)
    ganz: str = _choice("network", "", "ja")
    form: str = _choice("network", "netz", "spalten", "karte")
    spaltenordnung: str = _choice("network", "", "feld", "zeit")
    zeigen: str = _choice("network", "", "verbunden", "groesste", "auffaellig", "auffaellig1")
    abpartner: str = _choice("network", "0", "2", "3", "5")
    abprojekte: str = _choice("network", "1", "2", "3", "5")
    zwischen: tuple[str, ...] = _some("network", Form.NAMES)
    gruppen: str = _choice("network", "", "feld", "typ", "ort", "kreis", "netz", "aus")
    offen: tuple[str, ...] = _some("network", Form.TEXTS)
    liste: str = _choice("elements", "akteure", "projekte")
    id: str = _one("elements", Form.ELEMENT)
    vergleich: tuple[str, ...] = _some("partners", Form.ELEMENTS)
    reiter: str = _one("frame")
    wahl: tuple[str, ...] = _some("data", Form.TEXTS)
    modus: str = _choice("frame", "", "praesentation")
    folie: str = _one("frame", Form.NUMBER)
    suchfeld: tuple[str, ...] = _some("partners", Form.NAMES)
    suchtyp: tuple[str, ...] = _some("partners", Form.NAMES)
    suchort: tuple[str, ...] = _some("partners", Form.NAMES)
    partnervon: str = _one("partners", Form.ELEMENT)
    dabei: tuple[str, ...] = _some("partners", Form.ELEMENTS)
    vorgemerkt: tuple[str, ...] = _some("partners", Form.ELEMENTS)
    ausgeblendet: tuple[str, ...] = _some("partners", Form.ELEMENTS)
    vorschlag: str = _choice("partners", "1", "2", "3")
    wert: str = _choice("fields", "akteure", "projekte", "euro")
    zelle: str = _one("fields")
    sortierung: str = _choice("fields", "gruppe", "typ", "name")
    mehrals: str = _choice("fields", "1", "2", "3", "4", "5", default="2")
    szenario: str = _one("whatif")
    bild: str = _choice("whatif", "unterschied", "vorher", "nachher")
    mass: str = _choice("roles", *MEASURES, default="degree")
    mass2: str = _choice("roles", *MEASURES, default="betweenness")
    bezug: str = _choice("roles", "gefiltert", "gesamt")
    gruppierung: str = _choice("roles", "typ", "gruppe")
    geldvon: str = _choice("funding", "funder", "funder_type")
    geldmitte: str = _choice("funding", "kompetenzfeld", "programme", "area", "kind", "status", "")
    geldnach: str = _choice("funding", "recipient", "recipient_type", "project", "location")
    anzahl: str = _choice("funding", "8", "12", "20", "alle", default="12")
    mehrfach: str = _choice("funding", *(str(code) for code in Several), default="combined")
    nach: str = _choice("funding", *DIMENSIONS, "year", default="funder")
    jahresregel: str = _choice("funding", *(str(code) for code in YearRule), default="at_start")
    teil: str = _one("funding")
    bleibtnach: str = _choice("funding", "", "kompetenzfeld", "types", "programme", "size")
    stichtag: str = _one("funding", Form.DAY)
    horizont: str = _choice("funding", "12", "24", default="24")
    ordnung: str = _choice("time", "kompetenzfeld", "status", "lead", "kind", "")
    auf: tuple[str, ...] = _some("time", Form.TEXTS)
    jahr: str = _one("time", Form.YEAR)
    ohnedatum: str = _choice("time", "", "ja")
    stand: str = _one("changes", Form.STATE)
    tabelle: str = _choice(
        "editing", "akteure", "projekte", "verbindungen", "termine", "quellen", "kennungen", "datensatz"
    )
    eintrag: str = _one("editing")
    enden: tuple[str, ...] = _some("editing", Form.ELEMENTS)
    mappe: str = _one("editing")


def _parameter(described: Field[Any]) -> Parameter:
    return Parameter(name=described.name, default=getattr(Query(), described.name), **described.metadata)


PARAMETERS: Mapping[str, Parameter] = MappingProxyType({each.name: _parameter(each) for each in fields(Query)})

# What a parameter may be where its values are few; anything else falls back to the default and is reported.
CHOICES: Mapping[str, tuple[str, ...]] = {p.name: p.values for p in PARAMETERS.values() if p.form is Form.CHOICE}
CODES: Mapping[str, tuple[str, ...]] = {p.name: p.values for p in PARAMETERS.values() if p.form is Form.CODES}
# Filters a visitor can drop; to show what has no date is an option of the period, not a filter.
FILTERS = tuple(p.name for p in PARAMETERS.values() if p.topic == "filter" and p.name != "undatiert")


def is_allowed(name: str, value: str) -> bool:
    """Tell whether a parameter may have this value; values from the data are looked up later."""
    parameter = PARAMETERS[name]
    if parameter.values:
        return value in parameter.values
    return _READABLE.get(parameter.form, _anything)(value)


def _anything(_: str) -> bool:
    return True


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


def _is_day(text: str) -> bool:
    """Tell whether a text is a day of the 20th to 22nd century; a horizon beyond it is a day too."""
    try:
        return re.fullmatch(r"[0-9-]{10}", text) is not None and 1900 <= date.fromisoformat(text).year < 2200
    except ValueError:
        return False


def _is_state(text: str) -> bool:
    """Tell whether a text is the id of a named state of a store, or the day of a saved one."""
    return re.fullmatch(r"[0-9a-f]{8}", text) is not None or _is_day(text)


LONGEST_NOTE = 200  # characters

_READABLE: Mapping[Form, Callable[[str], bool]] = {
    Form.NOTE: _matches(rf"[^\x00-\x1f\x7f]{{0,{LONGEST_NOTE}}}"),
    Form.YEAR: _matches(r"(?!0000)[0-9]{4}"),
    Form.AMOUNT: _matches(r"[1-9]\d{0,11}"),
    Form.NUMBER: _matches(r"[1-9]\d{0,2}"),
    Form.DAY: _is_day,
    Form.STATE: _is_state,
}
