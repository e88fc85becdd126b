"""The link to the view on screen, with a button that copies it and says what it holds."""

from __future__ import annotations

import streamlit as st

from ui.address import home
from ui.component import component
from ui.filterbar import link
from ui.sharing import feeds
from views.address.filters import holds, opens_only_here
from views.exhibit.home import public_address
from views.view import View

_component = component("sharing", __file__, '<div class="an-share"><button></button><p role="status"></p></div>')


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
        feeds.button(view, public_address() or home())
