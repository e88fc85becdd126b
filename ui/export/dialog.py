"""The dialog in which a view or the portfolio is taken away: choose a format, wait, download."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256

import streamlit as st

from graph.errors import NobodyHiddenError, UnusableTemplateError
from graph.export.formats import File
from graph.redaction import company_types, types_of
from store.pseudonyms import secret
from ui import controls
from ui.changes import earlier
from views.exhibit.dialog import contents, progress
from views.exhibit.mappe import LONGEST_NOTE, LONGEST_TITLE, Mappe, added, decision_of
from views.exhibit.offers import OFFERED, PAGED, PROFILES, TEMPLATED
from views.exhibit.order import GoneError, Order, carried_out, redaction_of
from views.exhibit.summary import summary_of
from views.exhibit.words import format_names, size_words
from views.exhibit.writing import refusal
from views.language.words import Words, plain
from views.network.places import Position
from views.view import View

_FORMAT, _JOB = "takeaway_format", "takeaway"
_GLANCE = 0.2  # seconds between two looks at a file in the making
_PATIENCE = 0.3  # seconds a file may take before there is a word about progress


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
    st.dialog(title, width="medium", icon=":material/download:")(_dialog)(view, choices, address, places)


def _dialog(view: View, choices: Mapping[str, Mappe], address: str, places: Mapping[str, Position]) -> None:
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
        key=_FORMAT,
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
            _result(view, order)
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
    names = {name: t(f"takeaway.profile.{name}") for name in PROFILES}
    parts_out = st.pills(
        t("takeaway.leave_out"), PROFILES, selection_mode="multi", key="takeaway_profile", format_func=names.__getitem__
    )
    key, types = "", frozenset[str]()
    if "companies" in parts_out:
        types = _anonymous_types(view)
        key = st.text_input(t("takeaway.key"), key="takeaway_key", help=t("takeaway.key_help"))
    draft = st.toggle(t("takeaway.draft"), key="takeaway_draft")
    redaction = redaction_of(frozenset(parts_out), t.language, key or secret(), types)
    order = replace(order, redaction=redaction, draft=draft)
    if "companies" in parts_out and not types:  # a file would name everybody
        return replace(order, format="")
    if order.format in PAGED and not order.whole:
        order = _with_decision(t, order)
    return _with_template(t, order) if order.format == TEMPLATED else order


def _anonymous_types(view: View) -> frozenset[str]:
    """Ask which types of actors lose their names; those of companies are proposed."""
    t, proposed = view.t, company_types(view.whole)
    chosen = st.pills(
        t("takeaway.anonymous"),
        types_of(view.whole),
        selection_mode="multi",
        default=sorted(proposed),
        key="takeaway_types",
        format_func=lambda kind: kind or t("export.profile.untyped"),
        help=t("takeaway.anonymous_help"),
    )
    if not chosen:
        st.warning(t("takeaway.anonymous_none"), icon=":material/visibility:")
    return frozenset(chosen)


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


def _result(view: View, order: Order) -> None:
    """Show how far the file is, then offer it; a fault of the template is said."""
    older = earlier.with_earlier(view).older
    data = f"{view.whole.fingerprint}{older.fingerprint if older else ''}"
    key = f"{replace(order, template=None)}{sha256(order.template or b'').hexdigest()}{data}"
    job = controls.job(_JOB, key, partial(carried_out, order, view.whole))
    place = st.empty()
    try:
        file = job.wait(_PATIENCE)
        if file is None:
            with place.container():
                bar = st.progress(0.0)
                st.button(
                    view.t("takeaway.cancel"), key="takeaway_cancel", on_click=controls.end_job, args=(_JOB, _FORMAT)
                )
            while (file := job.wait(_GLANCE)) is None and not job.stopped:
                bar.progress(job.share, progress(view.t, order, job.done, job.of))
    except (UnusableTemplateError, NobodyHiddenError, GoneError) as error:
        place.error(plain(refusal(view.t, error)), icon=":material/draft:")
        return
    if file:
        with place.container():
            _download(view.t, order, file)


def _download(t: Words, order: Order, file: File) -> None:
    name = format_names(t)[order.format]
    st.download_button(
        t("takeaway.download", name=name, size=size_words(t, len(file.content))),
        data=file.content,
        file_name=file.name,
        mime=file.mime,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
        key="takeaway_download",
    )
    st.markdown(t("takeaway.file", name=plain(file.name)))
