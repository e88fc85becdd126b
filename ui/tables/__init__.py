"""Records of the domain as tables for reading; no Streamlit here."""
