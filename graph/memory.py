"""Answers remembered for the life of a process, how to forget those that hold texts, and how often to clean up."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

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


def remembered_of_one(most: int) -> Callable[[Callable[[Any], Answer]], Callable[[Any], Answer]]:
    """Remember the last answers of a function that is asked with one large record, which is known as the object it is.

    An equal one is asked about anew: to compare two would take as long as the answer.
    """

    def remember(function: Callable[[Any], Answer]) -> Callable[[Any], Answer]:
        known = remembered(most)(lambda one: function(one.record))
        return wraps(function)(lambda record: known(_One(record)))

    return remember


class _One:
    """A record that equals only itself."""

    def __init__(self, record: object) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and self.record is other.record


def collect_seldom() -> None:
    """Let the garbage collector of this process walk over many new objects less often."""
    gc.set_threshold(*_SELDOM)


def forget() -> None:
    """Forget all of them: something was erased from the data."""
    for each in _FORGETTING:
        each()
