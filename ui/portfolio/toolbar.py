"""What can be done with the portfolio as a whole: name it, fill it, keep it as a file, open one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from ui import controls
from ui.changes.earlier import with_earlier
from ui.portfolio import collection
from views.address.codec import slug
from views.exhibit import mappe_file as file
from views.exhibit.committee import standard_views
from views.exhibit.mappe import LONGEST_NOTE, LONGEST_TITLE, Mappe
from views.language.words import Words, plain
from views.view import View

_DECISION = ("mappe_proposal", "mappe_reasons")


def bar(view: View, held: Mappe) -> None:
    """Show title and tools."""
    t = view.t
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key="mappe_tools"):
        controls.text(
            "mappe_title",
            held.title,
            label=t("mappe.name"),
            placeholder=t("mappe.name_example"),
            most=LONGEST_TITLE,
            take_up=collection.rename,
        )
        standard_button(view)
        with st.popover(t("mappe.decision.add"), icon=":material/gavel:", key="mappe_decision"):
            _decision(t)
        _save(t, held)
        load(t)
        if held.views:
            st.button(t("mappe.empty_it"), icon=":material/delete_sweep:", key="mappe_empty", on_click=collection.empty)
        if collection.can_undo():
            st.button(t("mappe.undo"), icon=":material/undo:", key="mappe_undo", on_click=collection.undo)


def standard_button(view: View, *, primary: bool = False) -> None:
    """Offer the ready portfolio with the present filters and focus."""
    st.button(
        view.t("mappe.standard"),
        icon=":material/library_add:",
        key="mappe_standard",
        type="primary" if primary else "secondary",
        on_click=lambda: collection.take(standard_views(with_earlier(view))),
    )


def _decision(t: Words) -> None:
    with st.form(key="mappe_decision_form", border=False, clear_on_submit=True):
        st.text_area(t("mappe.proposal"), key=_DECISION[0], max_chars=LONGEST_TITLE, height=80)
        st.text_area(t("mappe.reasons"), key=_DECISION[1], max_chars=LONGEST_NOTE, height=120)
        st.form_submit_button(
            t("mappe.decision.take"), type="primary", on_click=collection.add_decision, args=_DECISION
        )


def _save(t: Words, held: Mappe) -> None:
    subject = slug(held.title)[:60].strip("-") if held.title else ""
    name = "_".join(part for part in (date.today().isoformat(), "akteursnetz_mappe", subject) if part)
    st.download_button(
        t("mappe.save"),
        icon=":material/save:",
        data=file.written(held).encode(),
        file_name=f"{name}.json",
        mime="application/json",
        on_click="ignore",
        key="mappe_save",
        disabled=not held.views,
    )


def load(t: Words) -> None:
    """Take in a saved portfolio, after a look at what it holds; say clearly when a file is none."""
    with st.popover(t("mappe.load"), icon=":material/upload_file:", key="mappe_load"):
        uploaded = st.file_uploader(t("mappe.file.choose"), type=["json"], key="mappe_file")
        if uploaded is None:
            return
        try:
            loaded = file.read(uploaded.getvalue())
        except file.UnusableMappeError as error:
            st.error(t(f"mappe.file.{error.code}"))
            return
        st.markdown(t.count("mappe.file.holds", len(loaded.views), title=plain(loaded.title or t("mappe.unnamed"))))
        st.button(
            t("mappe.file.open"),
            type="primary",
            key="mappe_file_open",
            on_click=collection.replace_by,
            args=(loaded,),
        )
