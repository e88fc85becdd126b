"""Where the app stands on its host: every address of its own begins here."""

import streamlit as st


def base_path() -> str:
    """``/netz`` when ``server.baseUrlPath`` says so, else nothing; never ends with a slash."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
