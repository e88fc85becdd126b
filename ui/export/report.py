"""The dialog "Bericht erstellen": a report, profiles, a draft, all tables or a website; choose, wait, download."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from ui import controls, query
from ui.changes import earlier
from ui.export.leaving_out import asked_to_leave_out
from ui.export.waiting import offer
from views.changes.states import label
from views.changes.words import day
from views.fields.question import profiles_named
from views.language.words import plain
from views.report.chapters import CHAPTERS, USUAL
from views.report.order import KINDS, LONGEST_PROPOSAL, TEMPLATED, ReportOrder, kinds_for
from views.report.words import format_name, ordered, scope_sentence
from views.view import View

_FORMAT = "report_format"


def report_button(view: View, address: str) -> None:
    """Offer the dialog; the filters of the view are the scope, and the address of the app is for links in the file."""
    title, about = view.t("bericht.screen.button"), view.t("bericht.screen.button_help")
    if st.button(title, icon=":material/summarize:", key="report", help=about):
        form = st.fragment(_form, key=_FORMAT)
        st.dialog(title, width="medium", icon=":material/summarize:")(form)(view, address)


def _form(view: View, address: str) -> None:
    t, kinds = view.t, kinds_for(view.person)
    names = {name: t(f"bericht.screen.kinds.{name}") for name in kinds}
    kind = st.pills(
        t("bericht.screen.kind"),
        kinds,
        default=kinds[0],
        required=True,
        key="report_kind",
        format_func=names.__getitem__,
    )
    st.markdown(plain(scope_sentence(view, kind)))
    formats = KINDS[kind].formats
    chosen = st.pills(
        t("takeaway.format"), formats, key=controls.asking(_FORMAT), format_func=lambda name: format_name(t, name)
    )
    result = st.container(key="report_result")
    order = ReportOrder(kind, chosen or "", view.query, address=address, states=earlier.states(view))
    with st.expander(t("bericht.screen.contents"), icon=":material/toc:", key="report_contents", expanded=True):
        order = _CONTENTS[kind](view, _since(view, order))
    with st.expander(t("takeaway.options"), icon=":material/tune:", key="report_options"):
        redaction, draft = asked_to_leave_out(view)
        order = replace(order, redaction=redaction or order.redaction, draft=draft, template=_template(view, order))
    with result:
        if chosen in formats and redaction and (kind != "bericht" or order.sections):
            older = earlier.with_earlier(replace(view, query=order.query)).older
            offer(t, _FORMAT, ordered(t, order, view.whole, older))
        else:
            st.markdown(t("takeaway.hint"))


def _since(view: View, order: ReportOrder) -> ReportOrder:
    """Ask for the state to compare with, where there is more than the one a visitor brought."""
    t, saved = view.t, list(earlier.saved(view))[::-1]
    if order.kind == "steckbriefe":
        return order
    if files := query.earlier_files():
        st.markdown(t("veraenderungen.own", names=plain(", ".join(files))))
    elif saved:
        names = {key: day(t, label(view, key)) for key in saved}
        asked = saved.index(earlier.chosen(view) or saved[0])
        title = t("bericht.screen.since")
        state = st.selectbox(title, saved, index=asked, key="report_since", format_func=names.__getitem__)
        return replace(order, query=replace(order.query, stand=state or saved[0]))
    else:
        st.markdown(t("bericht.screen.no_states"))
    return order


def _report(view: View, order: ReportOrder) -> ReportOrder:
    t, names = view.t, {name: view.t(f"bericht.chapter.{name}") for name in CHAPTERS}
    title = t("bericht.screen.sections")
    chosen = st.pills(
        title,
        list(names),
        selection_mode="multi",
        default=list(USUAL),
        key="report_sections",
        format_func=names.__getitem__,
    )
    if not chosen:
        st.warning(t("bericht.screen.no_section"), icon=":material/toc:")
    return replace(order, sections=tuple(name for name in names if name in chosen))


def _booklet(view: View, order: ReportOrder) -> ReportOrder:
    t, names = view.t, profiles_named(view)
    every = t("bericht.screen.all_profiles")
    title = t("bericht.screen.profiles")
    ids = st.multiselect(title, list(names), key="report_ids", format_func=names.__getitem__, placeholder=every)
    by_field = st.toggle(t("bericht.screen.by_field"), key="report_by_field")
    return replace(order, ids=tuple(ids), by_field=by_field)


def _motion(view: View, order: ReportOrder) -> ReportOrder:
    title, about = view.t("bericht.screen.proposal"), view.t("bericht.screen.proposal_help")
    text = st.text_area(title, key="report_proposal", max_chars=LONGEST_PROPOSAL, height=100, help=about)
    return replace(order, proposals=tuple(line.strip() for line in text.splitlines() if line.strip()))


def _website(view: View, order: ReportOrder) -> ReportOrder:
    about = view.t("bericht.screen.site_help")
    return replace(order, site=st.text_input(view.t("bericht.screen.site"), key="report_site", help=about))


def _tables(_: View, order: ReportOrder) -> ReportOrder:
    return order


_CONTENTS = {
    "bericht": _report,
    "steckbriefe": _booklet,
    "vorlage": _motion,
    "tabellen": _tables,
    "webseite": _website,
}


def _template(view: View, order: ReportOrder) -> bytes | None:
    if order.format != TEMPLATED:
        return None
    title, about = view.t("bericht.screen.template"), view.t("bericht.screen.template_help")
    template = st.file_uploader(title, type=[TEMPLATED], key="report_template", help=about)
    return template.getvalue() if template else None
