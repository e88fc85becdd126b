"""What an input shows: keys under which widgets begin with a value, and what was chosen in them."""

from __future__ import annotations

from typing import Any

import streamlit as st

from ui import query


def seed(name: str, value: object) -> str:
    """Make the widget of a parameter show the query's value; return the key for the widget.

    When the query was changed by something else than the widget (a link, the way back, a chip), the widget gets a
    new key. A widget in a closed popover would otherwise keep its old value in the browser, which sends it again
    with the next click and so undoes the change. So does a widget that moves to another place of the page, as all of
    them do in presentation mode.
    """
    # On every run, not only with a new key: a run that follows at once takes the place of the one that said the value,
    # and the browser would show, and send, an empty widget.
    key = typed(name, value)
    st.session_state[key] = value
    return key


def typed(name: str, value: object) -> str:
    """Return the key for an input that people type into; give it ``value`` as its own first value, too.

    Unlike `seed` this says nothing on later runs: text typed while a run was on its way would be taken back by it.
    """
    state, now, place = st.session_state, f"key_{name}", "room" if query.presenting() else "page"
    key = str(state.get(now, f"{place}_{name}_0"))
    if key not in state or state[key] != value or not key.startswith(f"{place}_"):
        key = f"{place}_{name}_{int(key.rsplit('_', 1)[1]) + 1}"
    state[now] = key
    return key


def chosen(name: str) -> Any:  # noqa: ANN401  # each widget has values of its own
    """Return what was chosen in the widget of a parameter; for callbacks."""
    return st.session_state[st.session_state[f"key_{name}"]]
