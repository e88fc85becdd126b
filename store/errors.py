"""What a store can refuse; codes and records only, the words are looked up on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import AkteursnetzError
from graph.issue import Issue
from store.entries import Conflict

# every code a `StoreError` may have
FAULTS = (
    "damaged",
    "disk-full",
    "in-use",
    "locked",
    "name-taken",
    "newer-schema",
    "not-a-store",
    "not-found",
    "read-only",
    "too-short",
    "unreachable",
    "write-failed",
)


class StoreError(AkteursnetzError):
    """The store cannot do what was asked; nothing was changed.

    Attributes
    ----------
    code
        One of `FAULTS`.
    detail
        What the database says, for the log.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail

    @property
    def logged(self) -> str:
        """What may stand in a log: the code, and what a database said of itself; names and ids are data."""
        if self.__cause__ is None or not self.detail:
            return self.code
        # PostgreSQL quotes values from its second line on
        return f"{self.code}: {self.detail.splitlines()[0]}"


class ConflictError(AkteursnetzError):
    """Somebody else changed the same entries since they were seen; nothing was changed."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(", ".join(f"{conflict.mine.table}/{conflict.mine.id}" for conflict in conflicts))
        self.conflicts = tuple(conflicts)


class RefusedError(AkteursnetzError):
    """The reader could not use rows as they would be; nothing was changed.

    Attributes
    ----------
    issues
        Errors only. ``line`` is the place of the edit among the edits, the first being 1, and 0 for a row that was
        not edited but could no longer be used.
    """

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__(", ".join(f"{issue.code} {issue.value}".strip() for issue in issues))
        self.issues = tuple(issues)


class NotAllowedError(AkteursnetzError):
    """The role of a person does not reach for what they asked."""
