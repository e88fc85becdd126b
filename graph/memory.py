"""Answers remembered for the life of a process, how to forget those that hold texts, and how often to clean up."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

# A full collection follows after some millions of objects instead of 70,000: an answer on a large register makes as
# many rows, none of them garbage, and walking over them again and again took two fifths of its time.
_SELDOM = (20_000, 20, 10)

_FORGETTING: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Remember the last answers of a function that is asked with texts of the data."""

    def remember(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        known = lru_cache(maxsize=most)(function)
        _FORGETTING.append(known.cache_clear)
        return known  # type: ignore[return-value]  # asked as the function is

    return remember


def collect_seldom() -> None:
    """Let the garbage collector of this process walk over many new objects less often."""
    gc.set_threshold(*_SELDOM)


def forget() -> None:
    """Forget all of them: something was erased from the data."""
    for each in _FORGETTING:
        each()
