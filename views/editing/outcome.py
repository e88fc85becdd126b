"""What came of an attempt to change the data."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from graph.issue import Issue
from store import ChangeSet, Conflict, ConflictError, Edit, NotAllowedError, RefusedError, StoreError

log = logging.getLogger("akteursnetz")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the last attempt to change the data.

    Attributes
    ----------
    code
        ``saved``, ``nothing``, ``refused``, ``conflict``, ``not-allowed``, or one of `store.FAULTS`.
    done
        The change, when there was one.
    draft
        Key of the draft it was about, ``""`` when it was something else.
    edits
        All that was to be saved at once, so that a conflict can be settled; empty when it was no save.
    """

    code: str
    done: ChangeSet | None = None
    issues: tuple[Issue, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    draft: str = ""
    edits: tuple[Edit, ...] = ()


def outcome_of(do: Callable[[], ChangeSet]) -> Outcome:
    """Do something to a store and say what came of it."""
    try:
        done = do()
    except ConflictError as conflict:
        return Outcome("conflict", conflicts=conflict.conflicts)
    except RefusedError as refusal:
        return Outcome("refused", issues=refusal.issues)
    except NotAllowedError:
        return Outcome("not-allowed")
    except StoreError as fault:
        log.error("store: %s", fault.logged)
        return Outcome(fault.code)
    return Outcome("saved" if done.id else "nothing", done)
