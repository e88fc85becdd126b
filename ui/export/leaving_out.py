"""Inputs of everything that leaves as a file: what is left out of it, and whether it is a draft."""

from __future__ import annotations

import streamlit as st

from graph.redaction import Redaction, company_types, types_of
from store.pseudonyms import secret
from views.exhibit.offers import PROFILES
from views.exhibit.order import redaction_of
from views.view import View


def asked_to_leave_out(view: View) -> tuple[Redaction | None, bool]:
    """Ask what to leave out, nothing known while nobody says whose names are to go, and whether it is a draft."""
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
    return (redaction if types or "companies" not in parts_out else None), draft


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
