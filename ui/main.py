"""Page frame: navigation and run."""

import streamlit as st

st.set_page_config(page_title="Akteursnetz", layout="wide")


def overview() -> None:
    """Draw the placeholder of the landing page."""
    st.title("Akteursnetz")


st.navigation([st.Page(overview, title="Überblick", default=True)]).run()
