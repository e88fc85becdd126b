"""Rows that look removed and new, but may be the same under another id: suggested, never decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from graph.history.change import ChangeKind, Diff, RowChange

ALIKE = 92  # of 100; below this, different organisations of one kind begin to look alike


class Evidence(StrEnum):
    """Why two ids may mean the same, the strongest first."""

    ALIAS = "alias"  # one names the other among its aliases
    NAME = "name"  # the names are equal but for case and spaces
    ALIKE = "alike"  # the names are nearly equal


@dataclass(frozen=True, slots=True)
class Rename:
    """A suggestion: the removed id may live on under the new one."""

    table: str
    old: str
    new: str
    evidence: Evidence


def suggested_renames(diff: Diff) -> tuple[Rename, ...]:
    """Suggest which removed actors and projects may live on under a new id, at most one new id for each."""
    found = []
    for table in ("actors", "projects"):
        gone, new = (diff.of(table, kind) for kind in (ChangeKind.REMOVED, ChangeKind.NEW))
        taken: set[str] = set()
        for evidence, old, current in sorted(_candidates(gone, new), key=_strength):
            if not taken & {f"old {old}", f"new {current}"}:
                taken |= {f"old {old}", f"new {current}"}
                found.append(Rename(table, old, current, evidence))
    return tuple(found)


def _strength(candidate: tuple[Evidence, str, str]) -> tuple[int, str, str]:
    return list(Evidence).index(candidate[0]), candidate[1], candidate[2]


def _candidates(gone: tuple[RowChange, ...], new: tuple[RowChange, ...]) -> Iterator[tuple[Evidence, str, str]]:
    names = {change.id: _plain(change.row["name"]) for change in new}
    for old in gone:
        for current in new:
            if _words(old) & _aliases(current) or _words(current) & _aliases(old):
                yield Evidence.ALIAS, old.id, current.id
        name = _plain(old.row["name"])
        for other, score, current_id in process.extract(name, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3):
            yield (Evidence.NAME if other == name and score else Evidence.ALIKE), old.id, current_id


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(change: RowChange) -> set[str]:
    return {_plain(change.id), _plain(change.row["name"])}


def _aliases(change: RowChange) -> set[str]:
    return {_plain(alias) for alias in change.row["aliases"]}
