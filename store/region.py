"""The store of this server: where the data that are edited together live."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from graph.reading.sources import Source
from store import (
    NO_STORE,
    ChangeSet,
    Editor,
    Present,
    Store,
    StoreError,
    address_of,
    is_address,
    make_store,
    shared_store,
)

VARIABLE = "AKTEURSNETZ_DATA"
_FILE = "sqlite:///"
# where the editable copy is made and found when no data are named; tests keep theirs elsewhere
EDITABLE = Path(os.environ.get("AKTEURSNETZ_COPY") or Path(__file__).parent.parent / "var" / "region.db")

log = logging.getLogger("akteursnetz")


def address() -> str:
    """Address of the store, empty when the data are read from a folder."""
    configured = os.environ.get(VARIABLE, "")
    if is_address(configured):
        return configured
    return address_of(EDITABLE) if not configured and EDITABLE.is_file() else ""


def store_or_none() -> Store | None:
    """Return the store of this server; nothing when there is none, or when it cannot be reached just now."""
    if not address():
        return None
    try:
        return shared_store(address())
    except StoreError as error:
        log.error("store: %s", error.logged)
        return None


def present() -> Present:
    """Return how far the data have come and which states have a name; nothing of it when they are read from a folder.

    Raises
    ------
    StoreError
        While the store cannot be reached.
    """
    return shared_store(address()).present if address() else NO_STORE


def place() -> str:
    """Say where the store is, or where an editable copy would be: as visitors may read it.

    Without a password, and of a path only its end: whoever runs the server knows the rest.
    """
    known = address() or address_of(EDITABLE)
    if known.startswith(_FILE):
        return "/".join(Path(known.removeprefix(_FILE)).parts[-2:])
    return known.rpartition("@")[2]


def can_be_made_editable() -> bool:
    """Whether an editable copy can be made: not where the operator has chosen where the data live."""
    return not os.environ.get(VARIABLE) and not EDITABLE.is_file()


def make_editable(editor: Editor, source: Source) -> ChangeSet:
    """Make the editable copy of files or a folder; from then on the server shows it to everybody.

    It is made beside its place and put there when it is complete.

    Raises
    ------
    NotAllowedError, StoreError
        There is no copy then; ``name-taken`` when somebody else was faster.
    """
    if not can_be_made_editable():
        raise StoreError("name-taken", str(EDITABLE))
    return make_store(EDITABLE, source, editor)
