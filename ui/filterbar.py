"""The filter bar above every page: search, filters, sharing, language, and what is active."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from graph.vocabulary import LIFE
from ui import login, query, search
from ui.controls import choice, event, take, toggle
from ui.place_filter import place_lists, places
from ui.presentation import slides
from ui.rarer_filters import NAMES, rarer
from ui.widget_keys import seed, typed
from views.address import codec
from views.address.filters import (
    FIRST_YEAR,
    LAST_YEAR,
    LEAST_EUR,
    PARAMETERS_OF,
    RECORDED,
    active_filters,
    field_counts,
    least_words,
)
from views.address.parameters import CHOICES, Query
from views.address.slugs import slug_options
from views.elements.search import findable
from views.exhibit.frame import undated
from views.exposure import is_this_machine
from views.language.words import Words, plain
from views.network.narrowing import default_of, narrowings
from views.view import View


def filter_bar(view: View, actions: Callable[[], None]) -> None:
    """Show search, filters, what can be done with the view, what is active, and the way back."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key="filterbar"):
        _search(view)
        options = slug_options(view.whole)
        _pills(view, "feld", options["feld"], field_counts(view))
        _pills(view, "typ", options["typ"], Counter(view.whole.actors["type"]))
        places(view, options)
        _statuses(view, _pills)
        _period(view)
        _more(view, options)
        actions()
        _present(view.t)
        _language(view.t)
        login.account(view.t, view.person)
    _chips(view)


def all_filters(view: View) -> None:
    """Show search, every filter and the language below one another, for a place that opens and closes."""
    options = slug_options(view.whole)
    _search(view)
    _chips(view)
    _pill_list(view, "feld", options["feld"], field_counts(view))
    _pill_list(view, "typ", options["typ"], Counter(view.whole.actors["type"]))
    place_lists(view, options)
    _statuses(view, _pill_list)
    _years(view)
    _further(view, options)
    _language(view.t)


def _search(view: View) -> None:
    with st.container(key="search_line", width=260):
        found = findable(view)
        on_open = _take_search({entry.id for entry in found})
        search.show(view.t, found, key="treffer", on_open=on_open)


def _pills(view: View, name: str, options: Mapping[str, str], counts: Mapping[str, int], term: str = "") -> None:
    active = len(getattr(view.query, name))
    label = view.t(f"filter.{name}.label")
    with st.popover(f"{label}: {active}" if active else label, key=f"popover_{name}"):
        _pill_list(view, name, options, counts, term)


def _statuses(view: View, show: Callable[..., None]) -> None:
    used = set(view.whole.projects["status"])
    statuses = {str(code): str(code) for code in LIFE if code in used}
    show(view, "status", statuses, Counter(view.whole.projects["status"]), "status")


def _pill_list(view: View, name: str, options: Mapping[str, str], counts: Mapping[str, int], term: str = "") -> None:
    def words(part: str) -> str:
        value = options[part]
        shown = view.t.term(term, value) if term else view.t.recorded(value) if name in RECORDED else value
        return f"{plain(shown)} ({view.t.number(counts[value])})" if value in counts else plain(shown)

    key = seed(name, [part for part in getattr(view.query, name) if part in options])
    st.pills(
        view.t(f"filter.{name}.question"),
        list(options),
        selection_mode="multi",
        key=key,
        format_func=words,
        on_change=take,
        args=(name,),
    )


def _period(view: View) -> None:
    t, asked = view.t, view.query
    label = t("filter.period.label")
    if asked.von or asked.bis:
        label = f"{label}: {asked.von or '…'}–{asked.bis or '…'}"
    with st.popover(label, key="popover_period"):
        _years(view)


def _years(view: View) -> None:
    t, years = view.t, [str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    for name in ("von", "bis"):
        st.selectbox(
            t(f"filter.{name}.label"),
            years,
            index=None,
            key=seed(name, getattr(view.query, name) or None),
            placeholder=t("filter.period.open"),
            on_change=take,
            args=(name,),
        )
    toggle("undatiert", label=t("filter.undatiert.label"), help_text=t("filter.undatiert.help"))


def _more(view: View, options: Mapping[str, Mapping[str, str]]) -> None:
    active = sum(
        bool(getattr(view.query, name)) for name in ("suche", "art", "geber", "leitung", "betrag", "beleg", *NAMES)
    )
    label = view.t("filter.more.label")
    with st.popover(f"{label}: {active}" if active else label, key="popover_more"):
        _further(view, options)


def _further(view: View, options: Mapping[str, Mapping[str, str]]) -> None:
    st.text_input(
        view.t("filter.suche.label"),
        view.query.suche,
        key=typed("suche", view.query.suche),
        placeholder=view.t("filter.suche.placeholder"),
        on_change=take,
        args=("suche",),
    )
    _pill_list(view, "art", options["art"], Counter(view.whole.projects["kind"]))
    certainties = {code: code for code in ("confirmed", "unconfirmed", "conflicting")}
    _pill_list(view, "beleg", certainties, Counter(view.whole.ties["certainty"]), "certainty")
    _funders(view, options["geber"])
    _pill_list(view, "leitung", options["leitung"], {})
    _least(view)
    rarer(view, options)
    choice(view.t, "rest", label=view.t("filter.rest.label"))


def _funders(view: View, options: Mapping[str, str]) -> None:
    st.multiselect(
        view.t("filter.geber.question"),
        sorted(options, key=lambda element: view.short_names.get(element, element).casefold()),
        key=seed("geber", [part for part in view.query.geber if part in options]),
        format_func=lambda element: view.short_names.get(element, element),
        placeholder=view.t("filter.geber.placeholder"),
        on_change=take,
        args=("geber",),
        select_all=False,
    )


def _least(view: View) -> None:
    st.selectbox(
        view.t("filter.betrag.label"),
        sorted({*LEAST_EUR, view.query.betrag} - {""}, key=int),
        index=None,
        key=seed("betrag", view.query.betrag or None),
        format_func=lambda euros: least_words(view.t, euros),
        placeholder=view.t("filter.betrag.open"),
        on_change=take,
        args=("betrag",),
    )


def link(view: View) -> str:
    """Return the full address of the present view, as one opens it at one's own screen."""
    base = str(st.context.url or "").split("?")[0]
    return codec.address(base, **codec.encode(replace(view.query, modus="", folie="")))


def opens_only_here(link: str) -> bool:
    """Whether a link leads to this machine, so that nobody else can open it."""
    return is_this_machine(urlsplit(link).hostname or "")


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
    """Show what is active, what a period leaves out, and the way back; the row keeps its place when it is empty."""
    chips = list(active_filters(view))
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="chips"):
        for name, value, shown in chips:
            _chip(view.t, f"{name}_{value}", shown, on_click=_drop, args=(name, value))
        for name, shown in narrowings(view).items() if query.here() == "netzwerk" else ():
            _chip(view.t, name, shown, on_click=query.change, kwargs=default_of((name,)))
        if chips:
            st.button(view.t("filter.reset"), key="reset", on_click=query.reset, type="tertiary")
        st.button(
            view.t("filter.back"),
            key="back",
            on_click=query.back,
            type="tertiary",
            icon=":material/undo:",
            disabled=not query.can_go_back(),
        )
        _undated(view)


def _chip(t: Words, name: str, shown: str, **clicked: Any) -> None:  # noqa: ANN401  # what a button is told of a click
    """Show what is left out; a click takes it in again."""
    shown = plain(shown)
    st.button(t("filter.chip", name=shown), key=f"chip_{name}", help=t("filter.drop", name=shown), **clicked)


def _undated(view: View) -> None:
    """Say how many projects a period leaves out only because no date of them is known, and take them in."""
    if left_out := undated(view):
        st.markdown(left_out)
        st.button(
            view.t("filter.undatiert.include"),
            key="include_undated",
            on_click=query.change,
            kwargs={"undatiert": "ja"},
            type="tertiary",
        )


def _take_search(names: Container[str]) -> Callable[[], None]:
    def take_up() -> None:
        if (found := event("treffer", "open")) in names:
            query.go_to("steckbrief", id=found)

    return take_up


def _drop(name: str, value: str) -> None:
    before = getattr(query.current(), name)
    query.change(**{name: tuple(part for part in before if part != value) if isinstance(before, tuple) else ""})


def drop_criterion(criterion: str) -> None:
    """Drop one filter altogether; for callbacks."""
    default = Query()
    query.change(**{name: getattr(default, name) for name in PARAMETERS_OF[criterion]})
