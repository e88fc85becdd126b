"""The dialog in which a view or the portfolio is taken away: choose a format, wait, download."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from ui import controls
from ui.changes import earlier
from ui.export.leaving_out import asked_to_leave_out
from ui.export.waiting import offer
from views.exhibit.dialog import contents, ordered
from views.exhibit.mappe import LONGEST_NOTE, LONGEST_TITLE, Mappe, added, decision_of
from views.exhibit.offers import OFFERED, PAGED, TEMPLATED
from views.exhibit.order import Order
from views.exhibit.summary import summary_of
from views.exhibit.words import format_names
from views.language.words import Words
from views.network.places import Position
from views.view import View

_FORMAT = "takeaway_format"


def open_dialog(view: View, choices: Mapping[str, Mappe], address: str, places: Mapping[str, Position]) -> None:
    """Open the dialog.

    Parameters
    ----------
    view
        What is on screen.
    choices
        What can be taken away, the first by default: ``view``, the view on screen, and ``mappe``, the portfolio.
    address
        Where the app stands, for links in the file.
    places
        Where elements of the view were dragged.
    """
    title = view.t("takeaway.title")
    form = st.fragment(_form, key=_FORMAT)
    st.dialog(title, width="medium", icon=":material/download:")(form)(view, choices, address, places)


def _form(view: View, choices: Mapping[str, Mappe], address: str, places: Mapping[str, Position]) -> None:
    t = view.t
    if not any(held.views for held in choices.values()):
        st.info(t("takeaway.nothing"), icon=":material/collections_bookmark:")
        return
    scope = _scope(t, choices)
    mappe = choices[scope]
    st.markdown(contents(t, scope, mappe))
    chosen = st.pills(
        t("takeaway.format"),
        _formats(view, mappe) if scope == "view" else OFFERED,
        key=controls.asking(_FORMAT),
        format_func=lambda name: format_names(t)[name],
    )
    result = st.container(key="takeaway_result")
    order = Order(mappe, chosen or "", t.language, whole=scope == "mappe", address=address, states=earlier.states(view))
    if scope == "view":
        order = replace(order, places=places)
    with st.expander(t("takeaway.options"), icon=":material/tune:", key="takeaway_options"):
        order = _options(view, order)
    with result:
        if chosen and order.format:
            older = earlier.with_earlier(view).older
            offer(t, _FORMAT, ordered(t, order, view.whole, older))
        else:
            st.markdown(t("takeaway.hint"))


def _formats(view: View, mappe: Mappe) -> tuple[str, ...]:
    """Return the formats that would not be empty for the view on screen."""
    older = earlier.with_earlier(view).older
    return summary_of(view.whole, older, mappe.views[0].page, mappe.views[0].asked(view.t.language))[1]


def _scope(t: Words, choices: Mapping[str, Mappe]) -> str:
    if len(choices) == 1:
        return next(iter(choices))
    return st.segmented_control(
        t("takeaway.scope"),
        list(choices),
        default=next(iter(choices)),
        required=True,
        key="takeaway_scope",
        format_func=lambda name: t.count(f"takeaway.scope_{name}", len(choices[name].views)),
    )


def _options(view: View, order: Order) -> Order:
    """Ask what to leave out, and what the chosen format can do besides."""
    t = view.t
    redaction, draft = asked_to_leave_out(view)
    if redaction is None:
        return replace(order, format="")
    order = replace(order, redaction=redaction, draft=draft)
    if order.format in PAGED and not order.whole:
        order = _with_decision(t, order)
    return _with_template(t, order) if order.format == TEMPLATED else order


def _with_decision(t: Words, order: Order) -> Order:
    proposal = st.text_input(t("takeaway.proposal"), key="takeaway_proposal", max_chars=LONGEST_TITLE)
    if not proposal.strip():
        return order
    reasons = st.text_area(t("mappe.reasons"), key="takeaway_reasons", max_chars=LONGEST_NOTE, height=100)
    return replace(order, mappe=added(order.mappe, decision_of(proposal.strip(), reasons.strip())))


def _with_template(t: Words, order: Order) -> Order:
    from graph.export.pptx import layouts_of  # noqa: PLC0415 - see `graph.export.formats`

    template = st.file_uploader(
        t("takeaway.template"), type=["pptx", "potx"], key="takeaway_template", help=t("takeaway.template_help")
    )
    if not template:
        return order
    layouts = layouts_of(template.getvalue())
    if len(layouts) < 2:
        return replace(order, template=template.getvalue())
    layout = st.selectbox(
        t("takeaway.layout"), layouts, index=None, placeholder=t("takeaway.layout_found"), key="takeaway_layout"
    )
    return replace(order, template=template.getvalue(), layout=layout or "")
