"""Whether a visitor's page is still open, for long work that nobody needs once it is closed."""

from __future__ import annotations

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx


def is_open() -> bool:
    """Whether the page for which this thread works is open; work for no page goes on."""
    context = get_script_run_ctx(suppress_warning=True)
    return context is None or not runtime.exists() or runtime.get_instance().is_active_session(context.session_id)
