"""Inputs of the filter by place and county."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui.controls import several
from views.language.words import plain
from views.view import View

Options = Mapping[str, Mapping[str, str]]


def places(view: View, options: Options) -> None:
    """Offer places and counties behind a button that says how many are chosen."""
    if not options["ort"]:
        return
    active = len(view.query.ort) + len(view.query.kreis)
    label = view.t("filter.ort.label")
    with st.popover(f"{label}: {active}" if active else label, key="popover_ort"):
        place_lists(view, options)


def place_lists(view: View, options: Options) -> None:
    """Offer places and counties in lists to search in; there may be thousands."""
    for name in ("kreis", "ort"):
        if options[name]:
            words = {part: plain(value) for part, value in options[name].items()}
            question, placeholder = view.t(f"filter.{name}.question"), view.t(f"filter.{name}.placeholder")
            several(name, label=question, options=words, placeholder=placeholder)
