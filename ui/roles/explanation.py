"""How measures and answers on roles are explained on request."""

from __future__ import annotations

import streamlit as st

from views.view import View


def explanation(view: View, *measures: str) -> None:
    """Offer what measures are, how to read them and where they end."""
    t = view.t
    with st.popover(t("rollen.explain.button"), icon=":material/help:"):
        for measure in dict.fromkeys(measures):
            st.markdown(f"**{t(f'measure.{measure}.name')}**")
            for part in ("what", "read", "limits"):
                st.markdown(t(f"rollen.explain.{part}", text=t(f"measure.{measure}.{part}")))
        st.markdown(t("rollen.explain.range"))


def explained(view: View, answer: str, *parts: str) -> None:
    """Offer how an answer is found and where it ends, paragraph by paragraph."""
    with st.popover(view.t("rollen.explain.button"), icon=":material/help:"):
        for part in parts:
            st.markdown(view.t(f"rollen.{answer}.{part}"))
