"""What a person sees when the app itself has a fault: one calm panel with a short id.

The kind of the fault and its place in the code go to the log, beside the same id, so that a screenshot is enough to
find it. The text of the fault goes nowhere: it may quote a name, an amount or a whole cell of the visitor's data.
"""

import logging

import streamlit as st

from store import StoreError
from ui.address import base_path
from views.faults import new_reference, without_text
from views.language.words import words

log = logging.getLogger("akteursnetz")


def _quiet(record: logging.LogRecord) -> bool:
    """Take the text of the fault from the line that Streamlit itself logs; ours follows it."""
    record.exc_info = None
    return True


logging.getLogger("streamlit.error_util").addFilter(_quiet)


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
    log.error("fault %s: %s", reference, without_text(error))
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
