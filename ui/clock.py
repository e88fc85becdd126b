"""The clock of the visitor: the store counts in UTC, people read their own time."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def local(moment: datetime) -> datetime:
    """Return a moment as the clock of the visitor shows it; in UTC when the browser does not say where it is."""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return moment.astimezone(UTC)
    return moment.astimezone(zone)


def today() -> datetime:
    """Return the present moment as the clock of the visitor shows it."""
    return local(datetime.now(UTC))
