"""What the page on changes says, and the choice of the earlier state."""

from __future__ import annotations

import streamlit as st

from graph.history.renames import suggested_renames
from ui import controls, query, uploading, widget_keys
from ui.changes import earlier
from views.changes import words as wording
from views.changes.states import Earlier, label
from views.data import words as data
from views.language.words import plain
from views.speaking import speech
from views.view import View

_MENU = 240  # px of the list of states


def sentence(view: View, found: Earlier | None) -> str:
    """Say how much changed; without an earlier state, what to do."""
    return wording.sentence(view.t, found.diff) if found else view.t("veraenderungen.prompt")


def choose(view: View) -> None:
    """Offer the saved states and the way to bring one's own."""
    t, saved = view.t, earlier.saved(view)
    if saved and not query.earlier_files():
        names = {key: wording.day(t, label(view, key)) for key in reversed(list(saved))}
        st.selectbox(
            t("veraenderungen.since"),
            list(names),
            key=widget_keys.seed("stand", earlier.chosen(view)),
            format_func=names.__getitem__,
            on_change=controls.take,
            args=("stand",),
            width=_MENU,
        )
    if query.earlier_files():
        st.markdown(t("veraenderungen.own", names=plain(", ".join(query.earlier_files()))))
        st.button(t("veraenderungen.back"), key="saved_again", on_click=query.use_earlier_files, args=({},))
    with st.popover(t("veraenderungen.upload")):
        st.markdown(t("veraenderungen.text"))
        if files := uploading.tables(view, "earlier"):
            st.button(
                t("veraenderungen.use"),
                key="use_earlier",
                type="primary",
                on_click=query.use_earlier_files,
                args=(files,),
            )


def notes(view: View, found: Earlier) -> None:
    """Say what a link asks for in vain, what could not be read, how many links moved, and what may be renamed."""
    t = view.t
    if view.query.stand and view.query.stand not in earlier.saved(view):
        st.warning(t("shell.unknown", parts=plain(f"stand={view.query.stand}")), icon=":material/link_off:")
    if query.earlier_files() and found.report.issues:
        st.warning(data.checked(t, found.report.issues), icon=":material/rule:")
    for line in wording.details(speech(view), found.diff, suggested_renames(found.diff)):
        st.markdown(f"- {line}")
    with st.expander(t("shell.minutes")):
        st.code(wording.sentence(t, found.diff), language=None, wrap_lines=True)
