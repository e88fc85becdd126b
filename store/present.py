"""What every page says of a store: how far its data have come, and the states that have a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class State:
    """A name for the data as they were at a revision."""

    id: str
    name: str
    revision: int
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Present:
    """A store at one moment; without a store there is neither a revision nor a state.

    Attributes
    ----------
    revision
        Number of the last change; data of the same revision are the same.
    last_erasure
        Number of the last change that erased something; what was read of earlier revisions before it is stale.
    states
        Named states, the last first.
    """

    revision: int = 0
    last_erasure: int = 0
    states: tuple[State, ...] = ()


# how things stand where the data are read from a folder
NO_STORE = Present()
