"""Where the app keeps answers: in what its visitors share.

Answers are kept as they are where nobody can change them; of every other each visitor unpacks one of their own. Data
are kept as they are, or each session would hold them once more.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import streamlit as st

from graph.dataset import Dataset
from views import background
from views.unchangeable import answers_alike

_BY_FINGERPRINT: dict[str | type[Any], Callable[[Any], Any]] = {Dataset: attrgetter("fingerprint")}


class Shared:
    """Keep answers for all visitors, see `views.keeping.Keeper`."""

    def answers(self, function: Callable[..., Any], entries: int) -> Callable[..., Any]:
        """Keep the last answers of a function: as they are, or packed."""
        if answers_alike(function):
            return self.data(function, entries)
        return st.cache_data(max_entries=entries, show_spinner=False, hash_funcs=_BY_FINGERPRINT)(function)

    def data(self, function: Callable[..., Any], entries: int) -> Callable[..., Any]:
        """Keep the last data a function returned as they are."""
        return st.cache_resource(max_entries=entries, show_spinner=False, hash_funcs=_BY_FINGERPRINT)(function)

    def forget(self) -> None:
        """Drop everything that is kept."""
        background.forget_all()
        st.cache_data.clear()
        st.cache_resource.clear()
