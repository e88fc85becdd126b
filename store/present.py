"""What every page says of a store: how far its data have come, and the states that have a name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from store.changes import current_revision
from store.engine import reading
from store.erasure import last_erasure
from store.states import State, read_states


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


def read_present(engine: Engine) -> Present:
    """Return all of it with one question."""
    with reading(engine) as connection:
        return Present(current_revision(connection), last_erasure(connection), read_states(connection))
