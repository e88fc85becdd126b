"""How answers are kept: by the content of the data and plain values, a bounded number of each.

Where answers are kept is told by `keep_with`: a shell or a notebook keeps them in its own process (`OwnProcess`), the
app in what its visitors share. Data are handed out as a copy that shares the cells until somebody changes one.
"""

from __future__ import annotations

import inspect
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, ParamSpec, Protocol, TypeVar

import store
from graph import memory
from graph.dataset import Dataset
from graph.issue import Report

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Function = Callable[..., Any]

# One entry is a few hundred kilobytes for a region of some hundred elements.
_ANSWERS, _SOURCES = 64, 8


class Keeper(Protocol):
    """Where answers are kept; arguments whose names begin with ``_`` are no part of the key."""

    def answers(self, function: Function, entries: int) -> Function:
        """Return the function with its last answers kept, so that nobody can change what others are given."""

    def data(self, function: Function, entries: int) -> Function:
        """Return the function with the last data it returned kept as they are."""

    def forget(self) -> None:
        """Drop everything that is kept."""


class OwnProcess:
    """Keep answers in this process, for a shell or a notebook: who asks again is given the same record."""

    def __init__(self) -> None:
        self._kept: list[OrderedDict[Hashable, Any]] = []
        self._lock = Lock()

    def answers(self, function: Function, entries: int) -> Function:
        """Keep the last answers of a function."""
        return self._keeping(function, entries)

    def data(self, function: Function, entries: int) -> Function:
        """Keep the last data a function returned."""
        return self._keeping(function, entries)

    def forget(self) -> None:
        """Drop everything that is kept."""
        with self._lock:
            for known in self._kept:
                known.clear()

    def _keeping(self, function: Function, entries: int) -> Function:
        known: OrderedDict[Hashable, Any] = OrderedDict()
        self._kept.append(known)
        signature = inspect.signature(function)

        def asked(*args: object, **kwargs: object) -> object:
            key = _key(signature, args, kwargs)
            with self._lock:
                if key in known:
                    known.move_to_end(key)
                    return known[key]
            answer = function(*args, **kwargs)
            with self._lock:
                known[key] = answer
                if len(known) > entries:
                    known.popitem(last=False)
            return answer

        return asked


def _key(signature: inspect.Signature, args: tuple[object, ...], kwargs: dict[str, object]) -> Hashable:
    given = signature.bind(*args, **kwargs)
    given.apply_defaults()
    return tuple(_plain(value) for name, value in given.arguments.items() if not name.startswith("_"))


def _plain(value: object) -> Hashable:
    """Return what stands for an argument in a key: data by their content, and what cannot be a key by its text."""
    if isinstance(value, Dataset):
        return value.fingerprint
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value


_keeper: Keeper = OwnProcess()


def keep_with(keeper: Keeper) -> None:
    """Keep every answer with this keeper from now on."""
    global _keeper  # noqa: PLW0603  # one for the process, chosen once by what composes it
    _keeper = keeper


def cached(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keep the last answers of a function."""
    return _kept(function, lambda keeper: keeper.answers(function, _ANSWERS))


def cached_source(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keep the last answers of a function that reads whole sources."""
    return _kept(function, lambda keeper: keeper.answers(function, _SOURCES))


def shared_source(function: Callable[Asked, Report]) -> Callable[Asked, Report]:
    """Keep the last sources a function read, and hand out a lazy copy of them."""
    return _shared(function, _SOURCES, _copy_of_report)


def shared_part(function: Callable[Asked, Dataset]) -> Callable[Asked, Dataset]:
    """Keep the last parts of the data a function returned, and hand out a lazy copy of them."""
    return _shared(function, _ANSWERS, Dataset.lazy_copy)


def _shared(
    function: Callable[Asked, Answer], entries: int, copied: Callable[[Answer], Answer]
) -> Callable[Asked, Answer]:
    known = _kept(function, lambda keeper: keeper.data(function, entries))

    @wraps(function)
    def given(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        return copied(known(*args, **kwargs))

    return given


def _copy_of_report(report: Report) -> Report:
    return replace(report, dataset=report.dataset.lazy_copy(), issues=list(report.issues))


def _kept(function: Callable[Asked, Answer], keep: Callable[[Keeper], Function]) -> Callable[Asked, Answer]:
    """Return the function as the present keeper keeps it; each keeper is asked once, when it is first needed."""
    by_keeper: dict[int, Function] = {}
    lock = Lock()

    @wraps(function)
    def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        keeper = _keeper
        with lock:
            known = by_keeper.get(id(keeper)) or by_keeper.setdefault(id(keeper), keep(keeper))
        answer: Answer = known(*args, **kwargs)
        return answer

    return asked


@lru_cache(maxsize=8)
def forget_before(address: str, erased: int) -> None:  # noqa: ARG001  # is a key
    """Empty everything this process remembers, once for each erasure: it may hold what was erased."""
    _keeper.forget()
    memory.forget()
    store.shared_store(address).forget()
