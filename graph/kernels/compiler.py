"""One typed door to the compiler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def compiled(kernel: Kernel) -> Kernel:
    """Compile a kernel at its first call; it runs without the interpreter lock.

    The machine code is kept on disk for the next process: in the directory named by the environment variable
    ``NUMBA_CACHE_DIR``, beside the source, or in the user's cache directory, whichever may be written. It is
    renewed when the kernel's file changes, so a kernel calls only kernels of its own file.
    """
    try:
        return cast(Kernel, numba.njit(nogil=True, cache=True)(kernel))
    except RuntimeError:  # nothing may be written anywhere: each process compiles for itself
        return cast(Kernel, numba.njit(nogil=True)(kernel))
