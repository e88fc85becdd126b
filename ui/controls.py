"""Inputs of the pages; with `ui.widget_keys` and `ui.query` the only place that touches the session.

Each input shows a parameter of the query and changes it; options are codes or slugs, never words.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any, TypeVar, cast

import streamlit as st

from ui import query
from ui.widget_keys import chosen, seed, typed
from views.address.parameters import CHOICES
from views.background import Job
from views.language.words import Words
from views.progress import Progress

Result = TypeVar("Result")


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
    query.change(reiter=chosen("reiter"), wahl=(), zelle="", teil="")


def pick(name: str, *, label: str, options: Mapping[str, str], place: str = "") -> None:
    """Offer several values of a list parameter as pills; ``options`` maps values to words.

    ``place`` tells apart two inputs of the same parameter on a page.
    """
    active = [value for value in getattr(query.current(), name) if value in options]
    widget = f"{name}_{place}" if place else name
    st.pills(
        label,
        list(options),
        selection_mode="multi",
        key=seed(widget, active),
        format_func=lambda value: options[value],
        on_change=take,
        args=(name, widget),
    )


def one(name: str, *, label: str, options: Mapping[str, str], placeholder: str) -> None:
    """Offer the values of a parameter in a list to search in; nothing need be chosen."""
    st.selectbox(
        label,
        list(options),
        index=None,
        key=seed(name, getattr(query.current(), name) or None),
        format_func=lambda value: options.get(value, value),
        placeholder=placeholder,
        on_change=take,
        args=(name, "", options),
    )


def menu(name: str, *, label: str, options: Mapping[str, str], width: int = 300) -> None:
    """Offer the values of a parameter in a list; one of them is always chosen."""
    st.selectbox(
        label,
        list(options),
        key=seed(name, getattr(query.current(), name)),
        format_func=lambda value: options.get(value, value),
        on_change=take,
        args=(name,),
        width=width,
    )


def several(name: str, *, label: str, options: Mapping[str, str], placeholder: str) -> None:
    """Offer several values of a list parameter in a list to search in."""
    st.multiselect(
        label,
        list(options),
        key=seed(name, [value for value in getattr(query.current(), name) if value in options]),
        format_func=lambda value: options[value],
        placeholder=placeholder,
        on_change=take,
        args=(name, "", options),
        select_all=False,
    )


def place(name: str, index: int, *, label: str, options: Mapping[str, str], placeholder: str) -> None:
    """Offer one place of a list parameter in a list to search in; the place after the last adds a value."""
    values = getattr(query.current(), name)
    key = f"{name}_{index}"
    st.selectbox(
        label,
        list(options),
        index=None,
        key=seed(key, values[index] if index < len(values) else None),
        format_func=lambda value: options.get(value, value),
        placeholder=placeholder,
        on_change=_take_place,
        args=(name, index, options),
    )


def _take_place(name: str, index: int, options: Container[str]) -> None:
    values, value = list(getattr(query.current(), name)), chosen(f"{name}_{index}")
    if value and value not in options:  # an old name, see `take`
        return
    values[index : index + 1] = [value] if value else []
    query.change(**{name: tuple(dict.fromkeys(values))})


def open_profile(element: str) -> None:
    """Open the profile of an actor or project; for callbacks."""
    query.go_to("steckbrief", id=element)


def once(
    name: str, *, label: str, options: Mapping[str, str], placeholder: str, take_up: Callable[[str], None]
) -> None:
    """Offer a list to search in whose choice is taken up at once; the list is empty again afterwards."""

    def choose() -> None:
        if value := chosen(name):
            take_up(str(value))

    st.selectbox(
        label,
        list(options),
        index=None,
        key=seed(name, None),
        format_func=lambda value: options.get(value, value),
        placeholder=placeholder,
        on_change=choose,
    )


def text(name: str, value: str, *, label: str, placeholder: str, most: int, take_up: Callable[[str], None]) -> None:
    """Offer a line of text that is no parameter of its own; its label is read out only."""
    st.text_input(
        label,
        value,
        key=typed(name, value),
        placeholder=placeholder,
        max_chars=most,
        label_visibility="collapsed",
        width=260,
        on_change=lambda: take_up(str(chosen(name) or "")),
    )


def filled_in(*names: str) -> list[Any]:
    """Return what was filled in in the fields of a form, by their keys; for callbacks."""
    return [st.session_state.get(name) for name in names]


def job(name: str, key: str, compute: Callable[[Progress], Result]) -> Job[Result]:
    """Start a computation beside the page, once for each ``key``; a newer one of the same name ends the older.

    One that was given up, as all are once something was erased, is started anew.
    """
    before, running = st.session_state.get(f"job_{name}", ("", None))
    if running is None or before != key or running.stopped:
        if running is not None:
            running.stop()
        running = Job(compute)
        st.session_state[f"job_{name}"] = key, running
    return cast("Job[Result]", running)


def finished(name: str, key: str) -> Any:  # noqa: ANN401  # what the computation of that name returns
    """Return the result of the last computation of a name, if it was the one for ``key`` and has ended; else None."""
    before, running = st.session_state.get(f"job_{name}", ("", None))
    return running.wait(0) if running is not None and before == key else None


def asking(name: str) -> str:
    """Return the key for the input that asks for a computation: each time one is given up another, empty one."""
    return f"{name}_{st.session_state.get(f'given_up_{name}', 0)}"


def end_job(name: str) -> None:
    """Give up the computation of this name, and empty the input that asked for it; for callbacks."""
    if (running := st.session_state.pop(f"job_{name}", ("", None))[1]) is not None:
        running.stop()
    st.session_state[f"given_up_{name}"] = st.session_state.get(f"given_up_{name}", 0) + 1


def add(name: str, value: str) -> None:
    """Add a value to a list parameter; for callbacks."""
    query.change(**{name: tuple(dict.fromkeys((*getattr(query.current(), name), value)))})


def drop(name: str, value: str) -> None:
    """Take a value out of a list parameter; for callbacks."""
    query.change(**{name: tuple(known for known in getattr(query.current(), name) if known != value)})


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


def choose_cell(key: str) -> Callable[[], None]:
    """Return a callback that makes the cell clicked in the matrix ``key`` part of the query; again, and it goes."""

    def choose() -> None:
        cell = event(key, "choose")
        query.change(zelle="" if cell == query.current().zelle else cell)

    return choose


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


def take(name: str, widget: str = "", options: Container[str] | None = None) -> None:
    """Take over what was chosen in the widget of a parameter; for callbacks.

    A list shown by names reports the name it shows. When an element got another name meanwhile, that is none of the
    ``options`` any more, and nothing was chosen.
    """
    value = chosen(widget or name)
    if options is None or are_in(value, options):
        query.change(**{name: tuple(value) if isinstance(value, list) else value or ""})


def are_in(value: Any, options: Container[str]) -> bool:  # noqa: ANN401  # each widget has values of its own
    """Whether a choice, or each of several, is among the options; nothing chosen is."""
    return all(each in options for each in (value if isinstance(value, list) else [value]) if each)


def _take_toggle(name: str) -> None:
    query.change(**{name: "ja" if chosen(name) else ""})
