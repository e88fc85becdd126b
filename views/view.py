"""What is asked and what it is asked of: a query, the words, the whole data and the part that fits the filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from graph.answers.candidate import Search
from graph.dataset import Dataset, among
from graph.evidence.rows import Marks
from graph.picture.encoding import Colour
from graph.picture.narrowing import Keep, Narrow
from graph.picture.scene import Network, Scene, Size
from graph.selection import NONE, Selection, funded_by
from graph.vocabulary import Status
from store import NO_STORE, NOBODY, Editor, Present
from views.address.codec import slug
from views.address.parameters import Query
from views.address.slugs import FILTERED, SOUGHT, places_by_county, projects_by_programme, slugs_of
from views.language.words import Words
from views.names import names_of, recorded_short_names_of, short_names_of


@dataclass(frozen=True)
class View:
    """Everything a page reads; made anew on each run.

    Attributes
    ----------
    query
        What the visitor asks.
    t
        Words of the visitor's language.
    whole, part
        All data, and what fits the filters.
    selection
        The filters in terms of the data.
    unknown
        Parts of the link that fit nothing in the data, as ``name=value``.
    older
        Earlier state of the data, where a file compares with it; pages find it by themselves.
    present
        How far the data of the store have come, when they are read from one.
    person
        Who looks, and what they might do when the page was begun; services ask again.
    today
        Day on the calendar of whoever looks.
    page
        Name of the page that is asked, ``""`` for the landing page; a page on screen knows itself.
    marks
        How firmly its sentence and rows stand, once that is known.
    """

    query: Query
    t: Words
    whole: Dataset
    part: Dataset
    selection: Selection
    unknown: tuple[str, ...]
    older: Dataset | None = None
    present: Present = NO_STORE
    person: Editor = NOBODY
    today: date = field(default_factory=date.today)
    page: str = ""
    marks: Marks | None = None

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Full name of each actor and project by id, in the order of a list to search in."""
        return names_of(self.whole)

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """Short name, else full name, of each actor and project, by id."""
        return short_names_of(self.whole)

    @cached_property
    def field_slugs(self) -> Mapping[str, str]:
        """Name in an address of each field of competence; different fields never share one."""
        return {field: name for name, field in slugs_of(self.whole, "feld").items()}

    def called(self, element: str) -> str:
        """Full name of an actor or project, with the short one where that says more."""
        name, short = self.names[element], recorded_short_names_of(self.whole)[element]
        return name if short in name else f"{name} ({short})"

    def known(self, elements: Iterable[str]) -> tuple[str, ...]:
        """Those of some ids that are in the data, filters aside."""
        return tuple(element for element in elements if element in self.names)

    @cached_property
    def actor_names(self) -> Mapping[str, str]:
        """Full name of each actor by id, sorted by name; filters aside."""
        return self._named(self.whole.actors)

    @cached_property
    def project_names(self) -> Mapping[str, str]:
        """Full name of each project by id, sorted by name; filters aside."""
        return self._named(self.whole.projects)

    def _named(self, table: pd.DataFrame) -> dict[str, str]:
        names = {element: self.names[element] for element in table["id"]}
        return dict(sorted(names.items(), key=lambda item: (slug(item[1]), item[0])))

    @cached_property
    def types(self) -> Mapping[str, str]:
        """Type of each actor by id, ``""`` when not recorded."""
        return dict(zip(self.whole.actors["id"], self.whole.actors["type"], strict=True))

    def hidden(self, elements: Iterable[str]) -> tuple[str, ...]:
        """Those of some ids that are in the data but do not fit the filters."""
        shown = {*self.part.actors["id"], *self.part.projects["id"]}
        return tuple(element for element in self.known(elements) if element not in shown)

    @cached_property
    def type_slugs(self) -> Mapping[str, str]:
        """Actor type of each name in an address."""
        return slugs_of(self.whole, "typ")

    def short_list(self, elements: Iterable[str]) -> str:
        """Short names, joined by commas."""
        return ", ".join(self.short_names[element] for element in elements)


def selection_of(asked: Query, dataset: Dataset) -> tuple[Selection, tuple[str, ...]]:
    """Translate the filters of a query to terms of the data, and ``name=value`` of what is not in the data."""
    parts = {name: getattr(asked, name) for name in FILTERED}
    options = {name: slugs_of(dataset, name) for name, some in parts.items() if some}
    values = {name: [options[name].get(part) for part in some] for name, some in parts.items()}
    unknown = tuple(f"{name}={part}" for name, some in parts.items() for part in some if part not in options[name])
    sources = {*dataset.sources["id"]}
    unknown += tuple(f"ohnequelle={source}" for source in asked.ohnequelle if source not in sources)
    known = {name: frozenset(value for value in found if value) for name, found in values.items()}
    return Selection(
        text=asked.suche,
        kompetenzfelder=known["feld"],
        types=known["typ"],
        kinds=known["art"],
        funders=known["geber"],
        excluded=frozenset(asked.ohne) | _excepted(dataset, known, frozenset(asked.ausserstatus)),
        not_sources=sources.intersection(asked.ohnequelle),
        leads=known["leitung"],
        locations=_places(dataset, known["ort"], known["kreis"]),
        not_locations=_places(dataset, known["ausserort"], known["ausserkreis"]),
        least_eur=int(asked.betrag or 0),
        most_eur=int(asked.betragbis or 0),
        among=NONE.union(*(projects_by_programme(dataset)[programme] for programme in known["programm"])),
        not_fields=known["ausserfeld"],
        not_types=known["aussertyp"],
        ends_since=date(int(asked.endetvon), 1, 1) if asked.endetvon else None,
        ends_until=date(int(asked.endetbis), 12, 31) if asked.endetbis else None,
        statuses=frozenset(asked.status),
        certainties=frozenset(asked.beleg),
        since=date(int(asked.von), 1, 1) if asked.von else None,
        until=date(int(asked.bis), 12, 31) if asked.bis else None,
        undated=asked.undatiert == "ja",
    ), unknown


def _places(dataset: Dataset, places: frozenset[str], counties: frozenset[str]) -> frozenset[str]:
    return places.union(*(places_by_county(dataset)[county] for county in counties))


def _excepted(dataset: Dataset, known: Mapping[str, frozenset[str]], statuses: frozenset[str]) -> frozenset[str]:
    """Projects that an exception leaves out: by their kind, status, funders or programmes."""
    projects, of_programmes = dataset.projects, projects_by_programme(dataset)
    out = among(projects["kind"], known["ausserart"])
    out |= among(projects["status"].replace("", Status.UNKNOWN), statuses)
    funded = funded_by(dataset, known["aussergeber"])
    programmes = (of_programmes[programme] for programme in known["ausserprogramm"])
    return frozenset(projects.loc[out, "id"]).union(funded, *programmes)


_NETWORKS = {"alles": Network.ALL, "kooperation": Network.COOPERATION, "foerderung": Network.FUNDING}
_KEPT = {"verbunden": Keep.TIED, "groesste": Keep.LARGEST}
_RATES = {"auffaellig": 0.05, "auffaellig1": 0.01}
_COLOURS = {"typ": Colour.TYPE, "feld": Colour.KOMPETENZFELD}
_COLUMN_ORDERS = {"feld": "field", "zeit": "time"}
_SIZES = {"projekte": Size.PROJECTS, "partner": Size.PARTNERS, "gleich": Size.SAME}


def narrow_of(asked: Query) -> Narrow:
    """Translate what a query leaves out of the picture; only cooperations have a number of common projects."""
    keep, rate = _KEPT.get(asked.zeigen, Keep.ALL), _RATES.get(asked.zeigen, 0.0)
    shared = int(asked.abprojekte) if asked.ansicht == "kooperation" else 1
    return Narrow(keep, int(asked.abpartner), shared, rate, frozenset(asked.zwischen))


def scene_of(asked: Query) -> Scene:
    """Translate what a query says about the picture."""
    return Scene(
        network=_NETWORKS[asked.ansicht],
        counting=asked.zaehlung,
        membership=asked.gremien == "ja",
        focus=asked.fokus,
        distance=int(asked.umkreis),
        colour=_COLOURS[asked.farbe],
        size=_SIZES[asked.groesse],
        keep_rest=asked.rest == "blass",
        hold=asked.fest == "ja",
        narrow=narrow_of(asked),
        columns=asked.form == "spalten",
        column_order=_COLUMN_ORDERS.get(asked.spaltenordnung, ""),
        hubs=asked.feldknoten == "ja" and asked.form == "netz",
    )


def search_of(asked: Query, dataset: Dataset) -> Search:
    """Translate what a query says about wanted partners to terms of the data."""
    values = {
        name: frozenset(value for part in getattr(asked, name) if (value := slugs_of(dataset, name).get(part)))
        for name in SOUGHT
    }
    actors = set(dataset.actors["id"])
    return Search(
        actor=asked.partnervon if asked.partnervon in actors else "",
        members=tuple(actor for actor in asked.dabei if actor in actors),
        kompetenzfelder=values["suchfeld"],
        types=values["suchtyp"],
        locations=values["suchort"],
        dismissed=frozenset(asked.ausgeblendet),
        remembered=frozenset(asked.vorgemerkt),
    )


def unknown_in_answers(asked: Query, dataset: Dataset) -> tuple[str, ...]:
    """List what the answer pages are asked about and what is not in the data, as ``name=value``."""
    lists = {name: getattr(asked, name) for name in ("vergleich", "dabei", "vorgemerkt", "ausgeblendet")}
    lists["partnervon"] = (asked.partnervon,) if asked.partnervon else ()
    actors = set(dataset.actors["id"]) if any(lists.values()) else set()
    named = {name: getattr(asked, name) for name in (*SOUGHT, "zwischen")}
    known = {**dict.fromkeys(lists, actors), **{name: slugs_of(dataset, name) for name, some in named.items() if some}}
    lists |= named
    return tuple(f"{name}={value}" for name, values in lists.items() for value in values if value not in known[name])
