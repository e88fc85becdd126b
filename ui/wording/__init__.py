"""Sentences that answer, made from records of the domain; no Streamlit here."""
