"""Which facts rest on which source, and the data without those that rest on one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from graph.dataset import Dataset
from graph.profile import references

_TABLES = ("actors", "projects", "ties", "events")

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
    """

    dataset: Dataset

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Sources that are the only one of a fact, sorted; leaving out any other one changes nothing."""
        alone = {next(iter(own)) for table in self._named.values() for own in table if len(own) == 1}
        return tuple(sorted(alone))

    def ties_on(self, source: str) -> Sequence[Tie]:
        """Kind and both ends of the ties that rest on a source alone."""
        return self._ties_by_source.get(source, ())

    def touches_elements(self, source: str) -> bool:
        """Whether an actor or project rests on a source alone."""
        return source in self._sources_of_elements

    def without(self, source: str) -> Dataset:
        """Leave out all facts whose every source is this one.

        An actor or project stays as long as a fact with another source names it.
        """
        kept = {name: np.array([own != {source} for own in self._named[name]], dtype=bool) for name in _TABLES}
        ties, events = (self._plain[name][kept[name]] for name in ("ties", "events"))
        named = {*ties["from_id"], *ties["to_id"], *events["project_id"]}
        elements = {
            name: table[kept[name] | table["id"].isin(named)]
            for name, table in ((name, self._plain[name]) for name in ("actors", "projects"))
        }
        return replace(
            self.dataset,
            actors=_numbered(elements["actors"]),
            projects=_numbered(elements["projects"]),
            ties=_numbered(ties),
            events=_numbered(events),
            identifiers=self.dataset.identifiers_of(set(elements["actors"]["id"])),
        )

    @cached_property
    def _ties_by_source(self) -> Mapping[str, Sequence[Tie]]:
        ties = self._plain["ties"]
        rows = zip(ties["kind"], ties["from_id"], ties["to_id"], strict=True)
        found: dict[str, list[Tie]] = defaultdict(list)
        for own, tie in zip(self._named["ties"], rows, strict=True):
            if len(own) == 1:
                found[next(iter(own))].append(tie)
        return found

    @cached_property
    def _sources_of_elements(self) -> Sources:
        named = (own for table in ("actors", "projects") for own in self._named[table])
        return frozenset(next(iter(own)) for own in named if len(own) == 1)

    @cached_property
    def _plain(self) -> Mapping[str, pd.DataFrame]:
        """Tables of plain objects: they are read in small pieces, which is slow on text kept in Arrow."""
        return {name: getattr(self.dataset, name).astype(object) for name in _TABLES}

    @cached_property
    def _named(self) -> Mapping[str, list[Sources]]:
        """Independent sources of each row of each table."""
        origins = origins_of(self.dataset.sources)
        return {name: _independent(getattr(self.dataset, name)["reference"], origins) for name in _TABLES}


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


def _numbered(table: pd.DataFrame) -> pd.DataFrame:
    return table.reset_index(drop=True)
