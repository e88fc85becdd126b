"""How answers are kept: by the content of the data and plain values, a bounded number of each.

Answers are kept packed, and each visitor unpacks one of their own. Data are kept as they are, or each session would
hold them once more: each visitor is given a copy that shares the cells until somebody changes one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps
from operator import attrgetter
from typing import ParamSpec, TypeVar

import streamlit as st

from graph import memory
from graph.dataset import Dataset
from graph.issue import Report
from store import shared_store

Asked = ParamSpec("Asked")
Data = TypeVar("Data", Dataset, Report)

_BY_FINGERPRINT = {Dataset: attrgetter("fingerprint")}

# One entry is a few hundred kilobytes for a region of some hundred elements.
cached = st.cache_data(max_entries=64, show_spinner=False, hash_funcs=_BY_FINGERPRINT)
cached_source = st.cache_data(max_entries=8, show_spinner=False)


def shared(entries: int) -> Callable[[Callable[Asked, Data]], Callable[Asked, Data]]:
    """Keep the last data a function returned, and hand out a lazy copy of them."""
    kept = st.cache_resource(max_entries=entries, show_spinner=False, hash_funcs=_BY_FINGERPRINT)

    def keep(function: Callable[Asked, Data]) -> Callable[Asked, Data]:
        known = kept(function)

        @wraps(function)
        def given(*args: Asked.args, **kwargs: Asked.kwargs) -> Data:
            return _lazy_copy(known(*args, **kwargs))

        return given

    return keep


def _lazy_copy(data: Data) -> Data:
    if isinstance(data, Dataset):
        return data.lazy_copy()
    return replace(data, dataset=data.dataset.lazy_copy(), issues=list(data.issues))


@lru_cache(maxsize=8)
def forget_before(address: str, erased: int) -> None:  # noqa: ARG001  # is a key
    """Empty everything this process remembers, once for each erasure: it may hold what was erased."""
    st.cache_data.clear()
    st.cache_resource.clear()
    memory.forget()
    shared_store(address).forget()


shared_source = shared(entries=8)
shared_part = shared(entries=64)
