"""Findings collected within bounds: a wrong file may have millions, and nobody reads more than some of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.issue import Issue
from graph.reading.codes import finding
from graph.reading.limits import MAX_FINDINGS


class Findings:
    """Findings up to a number per file and code; of the others it is kept how many there are and where they begin."""

    def __init__(self) -> None:
        self._kept: list[Issue] = []
        self._count: Counter[tuple[str, str]] = Counter()
        self._next: dict[tuple[str, str], int] = {}  # line of the first one not kept

    def add(self, issues: Iterable[Issue]) -> None:
        """Take in findings one by one, so that a generator of many needs no room."""
        for issue in issues:
            kind = (issue.file, issue.code)
            self._count[kind] += 1
            if self._count[kind] <= MAX_FINDINGS:
                self._kept.append(issue)
            else:
                self._next.setdefault(kind, issue.line)

    def all(self) -> list[Issue]:
        """Return what was kept, and a finding for each kind of which there are more."""
        return [
            *self._kept,
            *(
                finding("more-findings", file, line, value=str(self._count[file, code] - MAX_FINDINGS), hint=code)
                for (file, code), line in self._next.items()
            ),
        ]
