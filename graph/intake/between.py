"""Organisations that several files name which were handed in together: the same ones become one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.intake.file_actors import FileActor
from graph.intake.judging import Judgement
from graph.intake.matching import Index

# equal but for spelling; anything less is for a person to say
SURE = frozenset({"equal", "alias"})
SURE_SCORE = 100


def is_sure(found: Judgement) -> bool:
    """Whether two names are one organisation without anybody being asked."""
    return found.same and found.reason in SURE and found.score == SURE_SCORE


def between(rows: Sequence[FileActor]) -> Iterator[tuple[FileActor, str, Judgement]]:
    """Yield actors of one file that may be actors of a larger one: the row, the other's id, and why.

    Parameters
    ----------
    rows
        Actors of which nobody knows yet who they are.
    """
    by_source: dict[str, list[FileActor]] = defaultdict(list)
    for row in rows:
        by_source[row.source].append(row)
    first, *others = sorted(by_source.values(), key=len, reverse=True) if by_source else [[]]
    earlier = list(first)
    for group in others:
        index = Index((row.own, row.name, "", (), row.place) for row in earlier)
        for row in group:
            yield from ((row, own, found) for own, found in index.candidates(row.name, row.place) if own != row.own)
        earlier += group
