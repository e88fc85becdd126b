"""The foot line of every page: who is behind the data, how they are reached, and help."""

from __future__ import annotations

import streamlit as st

from ui.key_help import listen
from views import foot
from views.language.words import Words
from views.view import View


def show(view: View) -> None:
    """Show imprint, privacy, accessibility, contact and help, each opened by a click."""
    t = view.t
    with st.container(horizontal=True, gap="small", key="foot"):
        for name in foot.PARTS:
            with st.popover(t(f"shell.foot.{name}"), type="tertiary", key=f"foot_{name}"):
                st.markdown("\n\n".join(foot.said(view, name)))
        with st.popover(t("shell.foot.help"), type="tertiary", key="help"):
            _keys(t)
    listen("help")


def _keys(t: Words) -> None:
    st.markdown(f"**{t('shell.keys.heading')}**")
    st.markdown("\n".join(f"- **{key}** {does}" for key, does in foot.keys(t)))
