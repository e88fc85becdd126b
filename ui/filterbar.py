"""The filter bar above every page: search, filters, sharing, language, and what is active."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from ui import filter_inputs, login, query, search
from ui.controls import event, take
from ui.presentation import slides
from ui.widget_keys import seed
from views.address import codec
from views.address.filters import PARAMETERS_OF, active_filters
from views.address.hints import hints
from views.address.parameters import CHOICES, FILTERS, Query
from views.elements.search import findable
from views.fields.question import field_ids
from views.language.words import Words, plain
from views.network.narrowing import default_of, narrowings
from views.view import View


def filter_bar(view: View, actions: Callable[[], None]) -> None:
    """Show search, filters, what can be done with the view, what is active, and the way back."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key="filterbar"):
        _search(view)
        filter_inputs.behind_buttons(view)
        actions()
        _present(view.t)
        _language(view.t)
        login.account(view.t, view.person)
    _chips(view)


def all_filters(view: View) -> None:
    """Show search, every filter and the language below one another, for a place that opens and closes."""
    _search(view)
    _chips(view)
    filter_inputs.below_one_another(view)
    _language(view.t)


def _search(view: View) -> None:
    with st.container(key="search_line", width=260):
        search.show(view.t, findable(view), key="treffer", on_open=partial(_take_search, view))


def link(view: View) -> str:
    """Return the full address of the present view, as one opens it at one's own screen."""
    base = str(st.context.url or "").split("?")[0]
    return codec.address(base, **codec.encode(replace(view.query, modus="", folie="")))


def _present(t: Words) -> None:
    st.button(
        t("presentation.begin"),
        key="present",
        shortcut="P",
        icon=":material/slideshow:",
        on_click=slides.begin,
    )


def _language(t: Words) -> None:
    st.segmented_control(
        t("filter.language.label"),
        list(CHOICES["lang"]),
        key=seed("lang", query.current().lang),
        required=True,
        format_func=str.upper,
        on_change=take,
        args=("lang",),
        label_visibility="collapsed",
    )


def _chips(view: View) -> None:
    """Show what is active, what must be known of it, and the way back; the row keeps its place when it is empty."""
    chips = list(active_filters(view))
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="chips"):
        for name, value, shown in chips:
            _chip(view.t, f"{name}_{value}", shown, on_click=_drop, args=(name, value))
        narrowed = narrowings(view) if query.here() == "netzwerk" else {}
        for name, shown in narrowed.items():
            _chip(view.t, name, shown, on_click=query.change, kwargs=default_of((name,)))
        if chips or narrowed:
            all_dropped = default_of((*FILTERS, *narrowed))
            st.button(view.t("filter.reset"), key="reset", on_click=query.change, kwargs=all_dropped, type="tertiary")
        st.button(
            view.t("filter.back"),
            key="back",
            on_click=query.back,
            type="tertiary",
            icon=":material/undo:",
            disabled=not query.can_go_back(),
        )
        for hint in hints(view):
            st.markdown(hint.text)
            st.button(hint.button, key=hint.name, on_click=query.change, kwargs={**hint.changes})


def _chip(t: Words, name: str, shown: str, **clicked: Any) -> None:  # noqa: ANN401  # what a button is told of a click
    """Show what is left out; a click takes it in again."""
    shown = plain(shown)
    st.button(t("filter.chip", name=shown), key=f"chip_{name}", help=t("filter.drop", name=shown), **clicked)


def _take_search(view: View) -> None:
    if (found := event("treffer", "open")) in view.names or found in field_ids(view).values():
        query.go_to("steckbrief", id=found)


def _drop(name: str, value: str) -> None:
    before = getattr(query.current(), name)
    query.change(**{name: tuple(part for part in before if part != value) if isinstance(before, tuple) else ""})


def drop_criterion(criterion: str) -> None:
    """Drop one filter altogether; for callbacks."""
    default = Query()
    query.change(**{name: getattr(default, name) for name in PARAMETERS_OF[criterion]})
