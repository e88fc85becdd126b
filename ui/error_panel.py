"""What a person sees when the app itself has a fault: one calm panel with a short id.

The traceback goes to the log and nowhere else, beside the same id, so that a screenshot is enough to find it.
"""

import logging
import secrets

import streamlit as st

from store import StoreError
from ui.address import base_path
from views.language.words import words

log = logging.getLogger("akteursnetz")

# no 0/O, 1/I/L: the id is read aloud on the telephone
_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def show(error: Exception) -> bool:
    """Log a fault of the app and draw the panel in place of Streamlit's own.

    Returns
    -------
    bool
        True, which tells Streamlit not to show its own panel.
    """
    reference = new_reference()
    t = words(st.query_params.get("lang", ""))
    if isinstance(error, StoreError):
        log.error("store %s: %s", reference, error.logged)
        st.error(f"**{t('store.title')}**\n\n{t(f'store.{error.code}')}", icon=":material/database_off:")
        return True
    log.error("fault %s", reference, exc_info=error)
    st.error(
        "\n\n".join(
            (
                f"**{t('frame.error.title')}**",
                t("frame.error.text", start=f"{base_path()}/"),
                t("frame.error.id", id=reference),
            )
        ),
        icon=":material/error:",
    )
    return True


def new_reference() -> str:
    """Six signs that name one fault in the log."""
    return "".join(secrets.choice(_SIGNS) for _ in range(6))
