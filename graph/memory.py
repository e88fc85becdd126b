"""Answers remembered for the life of a process, and how to forget those that hold texts of the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

_FORGETTING: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Remember the last answers of a function that is asked with texts of the data."""

    def remember(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        known = lru_cache(maxsize=most)(function)
        _FORGETTING.append(known.cache_clear)
        return known  # type: ignore[return-value]  # asked as the function is

    return remember


def forget() -> None:
    """Forget all of them: something was erased from the data."""
    for each in _FORGETTING:
        each()
