"""The frozen tables every question is asked of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from types import MappingProxyType

import pandas as pd

from graph.dates import is_plausible

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Dataset:
    """Checked tables with canonical columns and codes; treat every frame as read-only.

    Attributes
    ----------
    actors, projects, sources, events
        One row per valid row of the file, columns as in `graph.schema.TABLES` followed by extra columns.
        Text cells hold ``""`` when nothing is recorded, list cells a tuple, money ``int``,
        ``Decimal`` or ``None``.
    ties
        Columns `graph.schema.TIE_COLUMNS`, index 0..n-1; ids are unique and stable.
    about
        Optional facts on the dataset itself: ``title``, ``region``, ``as_of`` (EDTF day),
        ``publisher``, ``licence``.
    """

    actors: pd.DataFrame
    projects: pd.DataFrame
    ties: pd.DataFrame
    sources: pd.DataFrame
    events: pd.DataFrame
    about: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def as_of(self) -> str:
        """Day the data stand for: as stated, else the latest full date of a source, else ``""``."""
        if stated := self.about.get("as_of", ""):
            return stated
        days = [date for date in self.sources["date"] if len(date) == 10 and is_plausible(date)]
        return max(days, default="")

    @property
    def places(self) -> frozenset[str]:
        """Places that lie in the region, as stated; empty when the dataset does not say."""
        return frozenset(part.strip() for part in self.about.get("places", "").split(";") if part.strip())

    def is_inside(self, location: str) -> bool:
        """Whether a location names a place of the region; several places are separated by ``;``."""
        return not self.places.isdisjoint(part.strip() for part in location.split(";"))

    def lazy_copy(self) -> Dataset:
        """Return a dataset of one's own in no time: cells are copied when one is changed, as pandas does by itself."""
        tables = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "about"}
        copied = replace(self, **{name: table.copy(deep=False) for name, table in tables.items()})
        vars(copied)["fingerprint"] = self.fingerprint  # equal tables, equal digest
        return copied

    @cached_property
    def fingerprint(self) -> str:
        """Hexadecimal digest of all tables: equal tables, equal digest; names a data version."""
        digest = hashlib.sha256(repr(sorted(self.about.items())).encode())
        for table in (self.actors, self.projects, self.ties, self.sources, self.events):
            digest.update(repr(tuple(table.columns)).encode())
            digest.update(repr(table.to_numpy(dtype=object).tolist()).encode())
        return digest.hexdigest()
