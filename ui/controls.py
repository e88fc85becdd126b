"""Inputs of the pages; the only place besides `ui.query` that touches the session.

Each input shows a parameter of the query and changes it; options are codes or slugs, never words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from ui import query
from ui.query import CHOICES
from ui.text import Words


def choice(t: Words, name: str, *, label: str, options: Iterable[str] = (), help_text: str | None = None) -> None:
    """Offer the values of a single-valued parameter as segments; the label is read out and shown."""
    key = seed(name, getattr(query.current(), name))
    st.segmented_control(
        label,
        list(options or CHOICES[name]),
        key=key,
        required=True,
        format_func=lambda value: t(f"choice.{name}.{value or 'nein'}"),
        on_change=take,
        args=(name,),
        help=help_text,
    )


def tabs(label: str, options: Mapping[str, str]) -> None:
    """Offer the parts of a page as segments; ``options`` maps names to words, the choice is part of the address."""
    st.segmented_control(
        label,
        list(options),
        key=seed("reiter", tab(options)),
        required=True,
        format_func=lambda name: options[name],
        on_change=_take_tab,
        label_visibility="collapsed",
    )


def tab(names: Iterable[str]) -> str:
    """Return the part of the page asked for, the first by default."""
    options = list(names)
    asked = query.current().reiter
    return asked if asked in options else options[0]


def _take_tab() -> None:
    query.change(reiter=chosen("reiter"), wahl=())


def pick(name: str, *, label: str, options: Mapping[str, str]) -> None:
    """Offer several values of a list parameter as pills; ``options`` maps values to words."""
    active = [value for value in getattr(query.current(), name) if value in options]
    st.pills(
        label,
        list(options),
        selection_mode="multi",
        key=seed(name, active),
        format_func=lambda value: options[value],
        on_change=take,
        args=(name,),
    )


def toggle(name: str, *, label: str, help_text: str | None = None) -> None:
    """Offer a yes/no parameter as a switch."""
    key = seed(name, getattr(query.current(), name) == "ja")
    st.toggle(label, key=key, on_change=_take_toggle, args=(name,), help=help_text)


def follow_link(key: str) -> Callable[[], None]:
    """Return a callback that opens the page a link in the component ``key`` leads to."""

    def follow() -> None:
        if target := event(key, "open"):
            query.follow(target)

    return follow


def focus_on(key: str) -> Callable[[], None]:
    """Return a callback that puts the element double-clicked on the canvas ``key`` into focus."""

    def focus() -> None:
        if element := event(key, "focus"):
            query.go_to("netzwerk", fokus=element)

    return focus


def clear_selection(key: str) -> None:
    """Close the details of the element selected on a canvas; for callbacks."""
    st.session_state[key] = {**(st.session_state.get(key) or {}), "selected": None}


def leave_focus(t: Words) -> None:
    """Offer to show everything again."""
    st.button(t("netzwerk.control.leave_focus"), key="leave_focus", on_click=query.change, kwargs={"fokus": ""})


def event(key: str, name: str) -> str:
    """Return what the component ``key`` last said for ``name``; for callbacks."""
    state = st.session_state.get(key) or {}
    return str(state.get(name) or "")


def seed(name: str, value: object) -> str:
    """Make the widget of a parameter show the query's value; return the key for the widget.

    When the query was changed by something else than the widget (a link, the way back, a chip), the widget gets a
    new key. A widget in a closed popover would otherwise keep its old value in the browser, which sends it again
    with the next click and so undoes the change.
    """
    state, now = st.session_state, f"key_{name}"
    key = state.get(now, f"w_{name}_0")
    if key not in state or state[key] != value:
        key = f"w_{name}_{int(key.rsplit('_', 1)[1]) + 1}"
        state[key], state[now] = value, key
    return str(key)


def chosen(name: str) -> Any:  # noqa: ANN401  # each widget has values of its own
    """Return what was chosen in the widget of a parameter; for callbacks."""
    return st.session_state[st.session_state[f"key_{name}"]]


def take(name: str) -> None:
    """Take over what was chosen in the widget of a parameter; for callbacks."""
    value = chosen(name)
    query.change(**{name: tuple(value) if isinstance(value, list) else value or ""})


def _take_toggle(name: str) -> None:
    query.change(**{name: "ja" if chosen(name) else ""})
