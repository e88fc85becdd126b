"""One typed door to the compiler, which takes a while to load and stays shut until a kernel is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Any, TypeVar, cast

from graph.lazy import later

numba = later("numba")

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

_LOCK = RLock()
_waiting: defaultdict[str, list[Callable[..., Any]]] = defaultdict(list)  # by the name of their module


def compiled(kernel: Kernel) -> Kernel:
    """Compile a kernel at its first call; it runs without the interpreter lock.

    The machine code is kept on disk for the next process: in the directory named by the environment variable
    ``NUMBA_CACHE_DIR``, beside the source, or in the user's cache directory, whichever may be written. It is
    renewed when the kernel's file changes, so a kernel calls only kernels of its own file.
    """
    _waiting[kernel.__module__].append(kernel)
    ready: list[Callable[..., Any]] = []

    @wraps(kernel)
    def first_compiled(*args: Any) -> Any:  # noqa: ANN401  # as the kernel
        if not ready:
            ready.append(_compiled_with_its_file(kernel))
        return ready[0](*args)

    return cast(Kernel, first_compiled)


def _compiled_with_its_file(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the kernels of a file to the compiler, which must find them where they call each other."""
    with _LOCK:
        for each in _waiting.pop(kernel.__module__, ()):
            each.__globals__[each.__name__] = _DISPATCHED[each] = _dispatcher(each)
    return _DISPATCHED[kernel]


_DISPATCHED: dict[Callable[..., Any], Callable[..., Any]] = {}


def _dispatcher(kernel: Callable[..., Any]) -> Callable[..., Any]:
    try:
        return cast(Callable[..., Any], numba.njit(nogil=True, cache=True)(kernel))
    except RuntimeError:  # nothing may be written anywhere: each process compiles for itself
        return cast(Callable[..., Any], numba.njit(nogil=True)(kernel))
