"""Inputs of the filters: behind buttons that say what is chosen, or below one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from ui import query
from ui.controls import choice, once, one, pick, several, take, toggle
from ui.widget_keys import typed
from views.address.filter_choices import BUTTONS, button_label, is_offered, offered, running_since
from views.address.filters import EXCEPTED
from views.view import View


def behind_buttons(view: View) -> None:
    """Show a button for each of the usual filters, and one for all that are asked for now and then."""
    for button, names in BUTTONS.items():
        if is_offered(view, button):
            with st.popover(button_label(view, button), key=f"popover_{button}"):
                if button == "period":
                    _running_since(view)
                _inputs(view, names)


def below_one_another(view: View) -> None:
    """Show every input, first what a room asks for most."""
    _running_since(view)
    for names in BUTTONS.values():
        _inputs(view, names)


def _inputs(view: View, names: tuple[str, ...]) -> None:
    for name in names:
        _INPUTS[name](view)


def _running_since(view: View) -> None:
    """Offer ongoing projects since a year: status and period in one choice."""
    label, placeholder = view.t("filter.running.label"), view.t("filter.running.open")
    once("running", label=label, options=running_since(view), placeholder=placeholder, take_up=_show_running)


def _show_running(year: str) -> None:
    query.change(status=("ongoing",), von=year, bis="")


def _pills(name: str, view: View) -> None:
    pick(name, label=view.t(f"filter.{name}.question"), options=offered(view, name))


def _list(name: str, view: View) -> None:
    """Offer values to search among: there may be thousands of places."""
    if options := offered(view, name):
        question, placeholder = view.t(f"filter.{name}.question"), view.t(f"filter.{name}.placeholder")
        several(name, label=question, options=options, placeholder=placeholder)


def _single(name: str, placeholder: str, view: View) -> None:
    label = view.t(f"filter.{name}.label")
    one(name, label=label, options=offered(view, name), placeholder=view.t(f"filter.{placeholder}.open"))


def _undated(view: View) -> None:
    toggle("undatiert", label=view.t("filter.undatiert.label"), help_text=view.t("filter.undatiert.help"))


def _text(view: View) -> None:
    st.text_input(
        view.t("filter.suche.label"),
        view.query.suche,
        key=typed("suche", view.query.suche),
        placeholder=view.t("filter.suche.placeholder"),
        on_change=take,
        args=("suche",),
    )


def _rest(view: View) -> None:
    choice(view.t, "rest", label=view.t("filter.rest.label"))


# Parameter -> its input.
_INPUTS: Mapping[str, Callable[[View], None]] = {
    **{name: partial(_pills, name) for name in ("feld", "typ", "status", "art", "beleg", "leitung")},
    **{name: partial(_list, name) for name in ("kreis", "ort", "geber", "programm", "ausserstatus", *EXCEPTED)},
    **{name: partial(_single, name, "period") for name in ("von", "bis", "endetvon", "endetbis")},
    **{name: partial(_single, name, "betrag") for name in ("betrag", "betragbis")},
    "undatiert": _undated,
    "suche": _text,
    "rest": _rest,
}
