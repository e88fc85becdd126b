"""Which table of the data an address names."""

from __future__ import annotations

from collections.abc import Mapping

# table in the address -> table of the data
ADDRESSES: Mapping[str, str] = {
    "akteure": "actors",
    "projekte": "projects",
    "verbindungen": "links",
    "termine": "events",
    "quellen": "sources",
    "kennungen": "identifiers",
    "datensatz": "about",
}
