"""The frozen tables every question is asked of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.dates import is_plausible
from graph.schema import TABLES

Found = TypeVar("Found")

_FEW = 1_000  # texts up to which pandas compares soonest with its own form of them
NOTHING: Mapping[str, str] = MappingProxyType({})


def kept(table: pd.DataFrame, rows: NDArray[np.bool_]) -> pd.DataFrame:
    """Return the rows of a table that stay, numbered anew; the table itself where all do: nobody changes a table."""
    if rows.all():
        return table
    left = table[rows]
    left.index = pd.RangeIndex(len(left))
    return left


def unpacked(table: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of some columns row by row; a column of texts is read cell by cell ten times as slowly."""
    return zip(*(table[name].tolist() for name in names), strict=True)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table by the names of its columns."""
    names = [str(name) for name in table.columns]
    return [dict(zip(names, row, strict=True)) for row in unpacked(table, *table.columns)]


def among(column: pd.Series, wanted: Iterable[str]) -> pd.Series:
    """Tell which cells of a column of texts are some texts, as `pandas.Series.isin` does, which is slow for many."""
    texts = {*(wanted.tolist() if isinstance(wanted, pd.Series | pd.Index) else wanted)}
    return column.isin(texts) if len(texts) < _FEW else column.astype(object).isin(texts)


def no_identifiers() -> pd.DataFrame:
    """Return the table of identifiers of data that have none."""
    return pd.DataFrame({name: pd.Series([], dtype="str") for name in TABLES["identifiers"].names})


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
    identifiers
        What actors are called in public lists, and names of registers that somebody has decided on.
    """

    actors: pd.DataFrame
    projects: pd.DataFrame
    ties: pd.DataFrame
    sources: pd.DataFrame
    events: pd.DataFrame
    about: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    identifiers: pd.DataFrame = field(default_factory=no_identifiers)

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
        vars(copied)["_found"] = vars(self).setdefault("_found", {})
        return copied

    def once(self, find: Callable[[Dataset], Found]) -> Found:
        """Return what a function finds in the data: found once, and kept as long as they are.

        Parameters
        ----------
        find
            A function of the data alone whose answer nobody changes.
        """
        found = vars(self).setdefault("_found", {})
        if find not in found:
            found[find] = find(self)
        answer: Found = found[find]
        return answer

    def __getstate__(self) -> dict[str, object]:
        """Return what is handed to another process: what was found in the data can be found there."""
        return {name: value for name, value in vars(self).items() if name != "_found"}

    def identifiers_of(self, actors: Collection[str]) -> pd.DataFrame:
        """Return the identifiers of some actors."""
        return self.identifiers[among(self.identifiers["actor_id"], actors)].reset_index(drop=True)

    @cached_property
    def fingerprint(self) -> str:
        """Hexadecimal digest of all tables: equal tables, equal digest; names a data version."""
        digest = hashlib.sha256(repr(sorted(self.about.items())).encode())
        named = (self.identifiers,) if len(self.identifiers) else ()
        for table in (self.actors, self.projects, self.ties, self.sources, self.events, *named):
            digest.update(repr((*table.columns, len(table))).encode())
            for name in table.columns:
                for part in _content(table[name]):
                    digest.update(part)
        return digest.hexdigest()


def _content(cells: pd.Series) -> Iterator[bytes]:
    """Yield what makes up a column: of texts each once and its places, for most of them come again and again."""
    if len(cells) and pd.api.types.infer_dtype(cells, skipna=False) == "string":
        places, texts = pd.factorize(cells if isinstance(cells.dtype, pd.StringDtype) else cells.to_numpy(dtype=object))
        yield b"texts" + places.astype("<i8").tobytes()
        yield repr(texts.tolist()).encode()
    else:
        yield b"cells" + repr(cells.tolist()).encode()
