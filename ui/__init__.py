"""Everything a visitor sees; the only part of the program that knows Streamlit and human languages."""
