"""Where the app stands, for links in files that leave: as it is told, never this machine."""

from __future__ import annotations

import os
from ipaddress import ip_address
from urllib.parse import urlsplit

SETTING = "AKTEURSNETZ_ADDRESS"


def public_address(here: str = "") -> str:
    """Return the address under which others reach the app, with a slash at its end, ``""`` when there is none.

    Parameters
    ----------
    here
        Address the visitor's browser shows; it counts when nothing is set and others can reach it.
    """
    address = os.environ.get(SETTING, "").strip() or (here if is_public(here) else "")
    return f"{address.rstrip('/')}/" if urlsplit(address).scheme in ("http", "https") else ""


def is_public(address: str) -> bool:
    """Whether an address is more than the name a machine has for itself."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    if not host or host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        number = ip_address(host)
    except ValueError:
        return True
    return not (number.is_loopback or number.is_unspecified)
