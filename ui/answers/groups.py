"""Groups in the network, how stable they are, and who belongs to its core."""

from __future__ import annotations

import streamlit as st

from ui import cache, parts, picture
from ui.answers import speech
from ui.answers.reference import measured
from ui.legend import legend
from ui.tables import roles as tables
from ui.view import View
from ui.wording import gaps as group_wording
from ui.wording import roles as wording


def sentence(view: View) -> str:
    """Say how many groups there are."""
    return group_wording.groups_sentence(speech(view), cache.groups_of(measured(view)))


def options(view: View) -> None:
    """Offer how groups are found."""
    with st.popover(view.t("rollen.explain.button"), icon=":material/help:"):
        for part in ("what", "stability", "ambiguous", "core"):
            st.markdown(view.t(f"rollen.group.{part}"))


def show(view: View) -> None:
    """Show groups as table and picture, then the core."""
    t, data = view.t, measured(view)
    parts.open_table(t, tables.groups(view, cache.groups_of(data)), key="groups")
    drawing = cache.standing_drawing(view.whole, data, "degree", by_group=True)
    picture.steady(view, drawing, key="group_picture")
    legend(t, drawing)
    parts.section(t("rollen.core.heading"))
    st.markdown(wording.core(speech(view), cache.core_of(data)))
