"""How answers are kept: by the content of the data and plain values, a bounded number of each."""

from operator import attrgetter

import streamlit as st

from graph.dataset import Dataset

_BY_FINGERPRINT = {Dataset: attrgetter("fingerprint")}

# One entry is a few hundred kilobytes for a region of some hundred elements.
cached = st.cache_data(max_entries=64, show_spinner=False, hash_funcs=_BY_FINGERPRINT)
cached_source = st.cache_data(max_entries=8, show_spinner=False)
