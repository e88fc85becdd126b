"""Which facts rest on which source, and the data without those that rest on one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.answers.contacts import CONTACT_KINDS
from graph.dataset import Dataset, kept, unpacked
from graph.memory import remembered
from graph.profile import references

_ELEMENTS = ("actors", "projects")
_FACTS = ("ties", "events")
_TABLES = (*_ELEMENTS, *_FACTS)
_NONE = -1  # no single source

Sources = frozenset[str]
Tie = tuple[str, str, str]  # kind, from, to


@dataclass(frozen=True, eq=False)
class Support:
    """The sources of every fact of a dataset.

    A fact is a row. Where one of its sources is based on another one that it names too, the two count once: as the
    one they both rest on.

    Attributes
    ----------
    dataset
        Checked tables.
    together
        Sources that are taken for one, the first of them.
    """

    dataset: Dataset
    together: Sources = frozenset()

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Sources that are the only one of a fact, sorted; leaving out any other one changes nothing."""
        alone = {next(iter(own)) for table in self._named.values() for own in table if len(own) == 1}
        return tuple(sorted(alone))

    def ties_on(self, source: str) -> Sequence[Tie]:
        """Kind and both ends of the ties that rest on a source alone."""
        return self._ties_by_source.get(source, ())

    def may_count(self, kind: str, start: str) -> bool:
        """Whether any statement can depend on such a tie: one of a project to a larger one is no contact."""
        return kind not in CONTACT_KINDS or start in self._actors

    def loses(self, source: str) -> frozenset[str]:
        """Tables, ``actors`` and ``projects``, of which rows go with a source."""
        number = self._numbers.get(source, _NONE)
        return frozenset(name for name in _ELEMENTS if self._lost(name, number))

    def without(self, source: str) -> Dataset:
        """Leave out all facts whose every source is this one.

        An actor or project stays as long as a fact with another source names it.
        """
        if source not in self._numbers:
            return self.dataset
        number = self._numbers[source]
        stays = {name: self._alone[name] != number for name in _FACTS}
        for name in _ELEMENTS:
            stays[name] = np.ones(len(self._plain[name]), dtype=np.bool_)
            stays[name][self._lost(name, number)] = False
        left = {name: kept(self._plain[name], rows) for name, rows in stays.items()}
        return replace(
            self.dataset,
            actors=left["actors"],
            projects=left["projects"],
            ties=left["ties"],
            events=left["events"],
            identifiers=self._identifiers(left["actors"]),
        )

    def _identifiers(self, actors: pd.DataFrame) -> pd.DataFrame:
        if len(actors) == len(self.dataset.actors):
            return self.dataset.identifiers
        return self.dataset.identifiers_of(set(actors["id"]))

    def _lost(self, name: str, number: int) -> list[int]:
        """Rows of actors or projects that rest on a source alone and that nothing else names."""
        ids, alone = self._ids[name], self._alone[name] == number
        if number == _NONE or not alone.any():
            return []
        return [row for row in np.flatnonzero(alone).tolist() if self._others(ids[row], number) == 0]

    def _others(self, element: str, number: int) -> int:
        """Count the facts that name an element and do not rest on this source alone."""
        return sum(alone != number for alone in self._naming.get(element, ()))

    @cached_property
    def _actors(self) -> frozenset[str]:
        return frozenset(self._ids["actors"])

    @cached_property
    def _ids(self) -> Mapping[str, list[str]]:
        return {name: self._plain[name]["id"].tolist() for name in _ELEMENTS}

    @cached_property
    def _naming(self) -> Mapping[str, list[int]]:
        """For each element, the source each tie and event that names it rests on alone."""
        found: dict[str, list[int]] = defaultdict(list)
        for table, column in (("ties", "from_id"), ("ties", "to_id"), ("events", "project_id")):
            for element, alone in zip(self._plain[table][column], self._alone[table].tolist(), strict=True):
                found[element].append(alone)
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {source: number for number, source in enumerate(self.sources)}

    @cached_property
    def _alone(self) -> Mapping[str, NDArray[np.int64]]:
        """Number of the source that each row of each table rests on alone, or `_NONE`."""
        numbers = {frozenset({source}): number for source, number in self._numbers.items()}
        rows = {name: [numbers.get(own, _NONE) for own in self._named[name]] for name in _TABLES}
        return {name: np.array(own, dtype=np.int64) for name, own in rows.items()}

    @cached_property
    def _ties_by_source(self) -> Mapping[str, Sequence[Tie]]:
        ties = self._plain["ties"]
        rows = unpacked(ties, "kind", "from_id", "to_id")
        found: dict[str, list[Tie]] = defaultdict(list)
        for own, tie in zip(self._named["ties"], rows, strict=True):
            if len(own) == 1:
                found[next(iter(own))].append(tie)
        return found

    @cached_property
    def _plain(self) -> Mapping[str, pd.DataFrame]:
        """Tables of plain objects: they are read in small pieces, which is slow on text kept in Arrow."""
        return {name: getattr(self.dataset, name).astype(object) for name in _TABLES}

    @cached_property
    def _named(self) -> Mapping[str, list[Sources]]:
        """Independent sources of each row of each table."""
        origins = origins_of(self.dataset.sources)
        one, together = frozenset(sorted(self.together)[:1]), self.together
        named = {name: _independent(getattr(self.dataset, name)["reference"], origins) for name in _TABLES}
        if not together:
            return named
        return {name: [one if own and own <= together else own for own in rows] for name, rows in named.items()}


def origins_of(sources: pd.DataFrame) -> dict[str, Sources]:
    """Find the sources that each source is based on, through any number of others."""
    if "based_on" not in sources.columns:
        return {}
    direct = {
        key: frozenset(references(_text(cell))) for key, cell in zip(sources["id"], sources["based_on"], strict=True)
    }
    return {key: _reached(key, direct) for key, own in direct.items() if own}


def _text(cell: str | Iterable[str]) -> str:
    return cell if isinstance(cell, str) else ";".join(cell)


def _reached(source: str, direct: Mapping[str, Sources]) -> Sources:
    found: set[str] = set()
    ahead = [source]
    while ahead:
        new = direct.get(ahead.pop(), frozenset()) - found
        found |= new
        ahead += new
    return frozenset(found - {source})


def _independent(cells: Iterable[str], origins: Mapping[str, Sources]) -> list[Sources]:
    known: dict[str, Sources] = {}
    return [known[cell] if cell in known else known.setdefault(cell, _roots(cell, origins)) for cell in cells]


def _roots(cell: str, origins: Mapping[str, Sources]) -> Sources:
    """Return the sources of a cell without those that are based on another one of it."""
    named = frozenset(references(cell))
    return frozenset(source for source in named if not origins.get(source, frozenset()) & named) or named


def without_sources(dataset: Dataset, sources: Iterable[str]) -> Dataset:
    """Leave out all facts whose every source is one of these; see `Support.without`."""
    together = frozenset(sources)
    if len(together) < 2:
        return support_of(dataset).without(next(iter(together), ""))
    return Support(dataset, together).without(min(together))


@remembered(4)
def support_of(dataset: Dataset) -> Support:
    """Return the sources of every fact of a dataset, read once for all statements on it."""
    return Support(dataset)
