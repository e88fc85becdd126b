"""Where the app stands on its host: every address of its own begins here."""

from urllib.parse import urlsplit

import streamlit as st


def base_path() -> str:
    """``/netz`` when ``server.baseUrlPath`` says so, else nothing; never ends with a slash."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def home() -> str:
    """Where the browser sees the app, with a slash at its end; ``""`` when it does not say."""
    here = urlsplit(str(st.context.url or ""))
    return f"{here.scheme}://{here.netloc}{base_path()}/" if here.netloc else ""
