"""What the reader finds in the data, remembered for the last revisions: finding it takes longer than saving."""

from __future__ import annotations

from threading import Lock

from store.checking import Located, findings
from store.entries import Snapshot

_KEPT = 4  # revisions


class KnownFindings:
    """Findings by revision, shared by all who work with a store."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[Located, ...]] = {}
        self._lock = Lock()

    def of(self, snapshot: Snapshot) -> tuple[Located, ...]:
        """Return what the reader finds in a snapshot of what is kept."""
        known = self._found.get(snapshot.revision)
        if known is None:
            known = findings(snapshot)
            self.remember(snapshot.revision, known)
        return known

    def remember(self, revision: int, found: tuple[Located, ...]) -> None:
        """Keep what was found in the data of a revision."""
        with self._lock:
            self._found = dict([*self._found.items(), (revision, found)][-_KEPT:])

    def forget(self) -> None:
        """Forget everything, since findings quote the data."""
        with self._lock:
            self._found = {}
