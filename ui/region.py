"""The store of this server: where the data that are edited together live."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from store import Store, StoreError, address_of, is_address, shared_store

VARIABLE = "AKTEURSNETZ_DATA"
EDITABLE = Path(__file__).parent.parent / "var" / "region.db"

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
        log.error("store: %s", error)
        return None
