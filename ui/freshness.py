"""Changes of others appear by themselves: an open page asks the store whether there is something newer.

Every click reads the present data anyway. For a page that is only looked at, the browser asks once a second; the
question goes to the store at most twice a second for all visitors of a process together.
"""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from store import StoreError, shared_store
from ui import accounts, cache, region

_EVERY_SECONDS = 1.0


def watch() -> None:
    """Draw the page again when the data change; to be called before the data are read, so that nothing is missed."""
    with st.container(key="fresh"):  # always there, so that what stands below it keeps its place
        if address := region.address():
            _ask(address, shared_store(address).revision)


@st.fragment(run_every=_EVERY_SECONDS)
def _ask(address: str, drawn: int) -> None:
    if _has_news(address, drawn) or _is_over():
        st.rerun()


def _has_news(address: str, drawn: int) -> bool:
    """Whether the store holds another revision; a store that cannot be reached has no news."""
    try:
        return cache.recent_revision(address) > drawn
    except StoreError:
        return False


def _is_over() -> bool:
    """Whether the visitor has to log in again, so that an unattended screen does not show the data for ever."""
    session = accounts.session() if accounts.configured() else None
    return session is not None and session.is_over(datetime.now(UTC))
