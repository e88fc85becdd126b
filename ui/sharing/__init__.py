"""The link to the view on screen, with a button that copies it and says what it holds."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.filterbar import link, opens_only_here
from views.address.filters import holds
from views.view import View

_HERE = Path(__file__).parent

_component = st.components.v2.component(
    "akteursnetz_sharing",
    html='<div class="an-share"><button></button><p role="status"></p></div>',
    css=(_HERE / "sharing.css").read_text("utf-8"),
    js=(_HERE / "sharing.js").read_text("utf-8"),
)


def share(view: View) -> None:
    """Offer the link."""
    t, address = view.t, link(view)
    with st.popover(t("filter.share.label"), key="popover_share", icon=":material/link:", help=t("filter.share.help")):
        st.markdown(t("filter.share.text"))
        _component(
            key="share_copy",
            data={
                "link": address,
                "copy": t("filter.share.copy"),
                "copied": t("filter.share.copied", what=holds(view)),
                "refused": t("filter.share.refused"),
            },
        )
        st.code(address, language=None, wrap_lines=True)
        if opens_only_here(address):
            st.markdown(t("filter.share.local"))
