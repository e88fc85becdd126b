"""The part of the dataset a question is about."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from graph.dataset import Dataset, among
from graph.evidence.support import without_sources
from graph.history.projects import days_of_projects, event_spans
from graph.history.spans import Days
from graph.ledger.grants import granted_to
from graph.places.locating import places_in
from graph.vocabulary import Status

NONE: frozenset[str] = frozenset()
_SETS = (
    *("kompetenzfelder", "types", "kinds", "statuses", "funders", "leads", "certainties", "excluded", "locations"),
    *("among", "not_fields", "not_types", "not_locations", "not_sources"),
)

_PAIRS = {"period": ("since", "until"), "ending": ("ends_since", "ends_until")}  # criteria of two days


@dataclass(frozen=True, slots=True)
class Selection:
    """What a visitor filters by; an empty criterion does not restrict.

    Attributes
    ----------
    text
        Part of a name, short name, alias or description, any case.
    locations
        Places of actors, as recorded; an actor with several fits by any of them.
    kompetenzfelder, types, kinds, statuses, funders, leads
        Fields of competence, actor types, project kinds, project statuses, ids of funding actors and types of the
        actors that lead a project. Within one criterion any value fits, between criteria all must fit.
    least_eur
        Euros of known funding a project must have; 0 for any. A project whose funding is not known does not fit.
    since, until
        First and last day; a project fits if its duration may overlap. Dated events count, and a project that is
        called ongoing and has no dates counts as running on the day the data stand for. See `undated`.
    undated
        Whether projects of which no date is known pass a period.
    certainties
        Certainties of ties.
    excluded
        Ids of projects that are left out, such as a large consortium one wants to count without.
    among
        Ids of projects, such as those of a programme; all others are left out.
    not_fields, not_types, not_locations
        Fields of competence whose projects and actors, and types and places whose actors are left out.
    most_eur
        Euros of known funding a project may have; 0 for any. A project whose funding is not known does not fit.
    ends_since, ends_until
        First and last day on which a project may end; one whose end is open or not known does not fit.
    not_sources
        Ids of sources that are left out with all that they alone support in what is left by the other criteria.
    """

    text: str = ""
    kompetenzfelder: AbstractSet[str] = NONE
    types: AbstractSet[str] = NONE
    kinds: AbstractSet[str] = NONE
    statuses: AbstractSet[str] = NONE
    funders: AbstractSet[str] = NONE
    leads: AbstractSet[str] = NONE
    least_eur: int = 0
    since: date | None = None
    until: date | None = None
    undated: bool = False
    certainties: AbstractSet[str] = NONE
    excluded: AbstractSet[str] = NONE
    locations: AbstractSet[str] = NONE
    among: AbstractSet[str] = NONE
    not_fields: AbstractSet[str] = NONE
    not_types: AbstractSet[str] = NONE
    not_locations: AbstractSet[str] = NONE
    most_eur: int = 0
    ends_since: date | None = None
    ends_until: date | None = None
    not_sources: AbstractSet[str] = NONE

    def __post_init__(self) -> None:
        for name in _SETS:
            object.__setattr__(self, name, frozenset(getattr(self, name)))

    @property
    def active(self) -> tuple[str, ...]:
        """Names of the criteria that restrict something; two days are one, ``period`` or ``ending``."""
        apart = {"undated", *(name for names in _PAIRS.values() for name in names)}
        active = [field.name for field in fields(self) if field.name not in apart and getattr(self, field.name)]
        pairs = [pair for pair, names in _PAIRS.items() if any(getattr(self, name) for name in names)]
        return (*active, *pairs)

    def without(self, criterion: str) -> Selection:
        """Return the same selection with one criterion of `active` dropped."""
        names = _PAIRS.get(criterion, (criterion,))
        defaults: dict[str, Any] = {field.name: field.default for field in fields(self)}
        return replace(self, **{name: defaults[name] for name in names})

    @property
    def about_projects_only(self) -> bool:
        """Whether some criterion can only be met by a project."""
        of_its_money = self.funders or self.least_eur or self.most_eur
        of_its_time = self.since or self.until or self.ends_since or self.ends_until
        return bool(self.kinds or self.statuses or self.leads or self.among or of_its_money or of_its_time)


def select(dataset: Dataset, selection: Selection) -> Dataset:
    """Keep what fits the selection; selecting twice gives the same as once, and nothing is ever added.

    A project stays if it fits itself and, when actors are filtered, an actor that stays is tied to it. An actor
    stays if its type and place fit and it is tied to a project that fits; carrying the field of competence or the text
    itself is enough when nothing else restricts projects, so that actors without partners can be seen. A tie
    stays if both its ends do, and the project in which it funds an actor. The table of sources is never filtered; what
    only some sources support is left out last, of what is left (`graph.evidence.firmness` does the same). Who funds or
    leads a project may itself be filtered out by its type; select from the whole data then, not from what was selected.
    """
    if selection.not_sources:
        return without_sources(select(dataset, selection.without("not_sources")), selection.not_sources)
    if not selection.active:
        return dataset
    ties = dataset.ties[_fits_any(dataset.ties["certainty"], selection.certainties)]
    projects = dataset.projects[_project_fits(dataset, selection)]
    actors = dataset.actors[_actor_fits(dataset.actors, projects, ties, selection)]
    if selection.types or selection.locations:
        projects = projects[among(projects["id"], _tied_to(ties, set(actors["id"])))]
    kept = replace(dataset, actors=actors, projects=projects, ties=ties)
    return only(kept, set(actors["id"]) | set(projects["id"]))


def only(dataset: Dataset, ids: AbstractSet[str]) -> Dataset:
    """Keep some actors and projects, and what is recorded between and about them."""
    tables = {
        "actors": among(dataset.actors["id"], ids),
        "projects": among(dataset.projects["id"], ids),
        "ties": _ends_in(dataset.ties, ids),
        "events": among(dataset.events["project_id"], ids),
    }
    kept = {name: getattr(dataset, name)[rows].reset_index(drop=True) for name, rows in tables.items()}
    return replace(dataset, **kept, identifiers=dataset.identifiers_of(ids))


@dataclass(frozen=True, slots=True)
class Loosening:
    """What dropping one criterion would show."""

    criterion: str
    projects: int
    actors: int


def loosenings(dataset: Dataset, selection: Selection) -> list[Loosening]:
    """Say what dropping each single criterion would show, the most helpful first."""
    parts = ((name, select(dataset, selection.without(name))) for name in selection.active)
    found = [Loosening(name, len(part.projects), len(part.actors)) for name, part in parts]
    return sorted(found, key=lambda item: (-item.projects, -item.actors, item.criterion))


def undated_projects(dataset: Dataset) -> pd.DataFrame:
    """Projects of which no date is known, neither of their own nor of an event, and that are not called ongoing.

    They fit no period unless asked for.
    """
    projects = dataset.projects
    undated = (projects["start"] == "") & (projects["end"] == "") & (projects["status"] != Status.ONGOING)
    return projects[undated & ~among(projects["id"], event_spans(dataset).keys())]


def dropped_undated(dataset: Dataset, selection: Selection) -> int:
    """Count the projects that a period leaves out only because no date of them is known."""
    if selection.undated or not (selection.since or selection.until):
        return 0
    shown = len(select(dataset, selection).projects)
    return len(select(dataset, replace(selection, undated=True)).projects) - shown


def matches_text(table: pd.DataFrame, text: str) -> pd.Series:
    """Whether the text stands in name, short name, an alias or the description of each row, any case."""
    wanted = text.casefold().strip()
    columns = (table[name] for name in ("name", "short_name", "aliases", "description"))
    found = [
        any(wanted in part.casefold() for part in (name, short_name, *aliases, description))
        for name, short_name, aliases, description in zip(*columns, strict=True)
    ]
    return pd.Series(found, index=table.index, dtype=bool)


def _project_fits(dataset: Dataset, selection: Selection) -> pd.Series:
    projects = dataset.projects
    status = projects["status"].replace("", Status.UNKNOWN)  # none recorded is none known
    fits = _fits_any(status, selection.statuses) & _fits_any(projects["kind"], selection.kinds)
    fits &= _shares_any(projects["kompetenzfelder"], selection.kompetenzfelder)
    fits &= ~among(projects["id"], selection.excluded)
    if selection.text:
        fits &= matches_text(projects, selection.text)
    if selection.funders:
        fits &= among(projects["id"], funded_by(dataset, selection.funders))
    if selection.leads:
        fits &= among(projects["id"], _led_by(dataset, selection.leads))
    if selection.not_fields:
        fits &= ~_shares_any(projects["kompetenzfelder"], selection.not_fields)
    fits &= _fits_any(projects["id"], selection.among)
    return fits & _money_fits(dataset, selection) & _time_fits(dataset, selection)


def _money_fits(dataset: Dataset, selection: Selection) -> pd.Series:
    if not (selection.least_eur or selection.most_eur):
        return _fits_any(dataset.projects["id"], NONE)
    most = selection.most_eur or float("inf")
    granted = granted_to(dataset)
    fitting = [key for key, amount in granted.items() if selection.least_eur <= amount <= most]
    return among(dataset.projects["id"], fitting)


def _time_fits(dataset: Dataset, selection: Selection) -> pd.Series:
    fits = _fits_any(dataset.projects["id"], NONE)
    if selection.since and selection.until and selection.since > selection.until:
        return ~fits  # no day is in such a period, and what runs from before it until after it is not in it either
    if selection.since or selection.until:
        fits &= np.array([_may_overlap(each, selection) for each in days_of_projects(dataset)], bool)
    if selection.ends_since or selection.ends_until:
        fits &= np.array([_ends_in_time(each, selection) for each in days_of_projects(dataset)], bool)
    return fits


def _actor_fits(actors: pd.DataFrame, projects: pd.DataFrame, ties: pd.DataFrame, selection: Selection) -> pd.Series:
    of_type = _fits_any(actors["type"], selection.types)
    of_type &= ~actors["type"].isin(selection.not_types)
    if selection.not_fields:
        of_type &= ~_shares_any(actors["kompetenzfelder"], selection.not_fields)
    if selection.locations or selection.not_locations:
        places = actors["location"].map(places_in)
        of_type &= _shares_any(places, selection.locations)
        if selection.not_locations:
            of_type &= ~_shares_any(places, selection.not_locations)
    if not (selection.about_projects_only or selection.kompetenzfelder or selection.text):
        return of_type
    fits = among(actors["id"], _tied_to(ties, set(projects["id"])))
    if not selection.about_projects_only:
        fits |= _is_itself(actors, selection)
    return of_type & fits


def _is_itself(actors: pd.DataFrame, selection: Selection) -> pd.Series:
    itself = _shares_any(actors["kompetenzfelder"], selection.kompetenzfelder)
    return itself & matches_text(actors, selection.text) if selection.text else itself


def _ends_in(ties: pd.DataFrame, ids: AbstractSet[str]) -> pd.Series:
    """Whether both ends of ties stay, and the project in which an actor is funded."""
    return among(ties["from_id"], ids) & among(ties["to_id"], ids) & among(ties["within"], {*ids, ""})


def _fits_any(values: pd.Series, wanted: AbstractSet[str]) -> pd.Series:
    return values.isin(wanted) if wanted else pd.Series(True, index=values.index)


def _shares_any(lists: pd.Series, wanted: AbstractSet[str]) -> pd.Series:
    shares = [not wanted or not wanted.isdisjoint(values) for values in lists]
    return pd.Series(shares, index=lists.index, dtype=bool)


def _tied_to(ties: pd.DataFrame, ids: set[str]) -> set[str]:
    outward = ties.loc[among(ties["from_id"], ids), "to_id"]
    inward = ties.loc[among(ties["to_id"], ids), "from_id"]
    return set(outward) | set(inward)


def funded_by(dataset: Dataset, funders: AbstractSet[str]) -> set[str]:
    """Ids of what some actors fund, and of the projects in which they fund an actor."""
    given = dataset.ties[(dataset.ties["kind"] == "funds") & dataset.ties["from_id"].isin(funders)]
    return {*given["to_id"], *given["within"]} - {""}


def _led_by(dataset: Dataset, types: AbstractSet[str]) -> set[str]:
    leaders = dataset.actors.loc[dataset.actors["type"].isin(types), "id"]
    ties = dataset.ties
    return set(ties.loc[(ties["kind"] == "leads") & among(ties["from_id"], leaders), "to_id"])


def _ends_in_time(days: Days | None, selection: Selection) -> bool:
    last = days[1] if days else None
    first_day, last_day = selection.ends_since or date.min, selection.ends_until or date.max
    return last is not None and first_day <= last <= last_day


def _may_overlap(days: Days | None, selection: Selection) -> bool:
    if days is None:
        return selection.undated
    first, last = days
    begins_in_time = selection.until is None or first is None or first <= selection.until
    ends_in_time = selection.since is None or last is None or last >= selection.since
    return begins_in_time and ends_in_time
