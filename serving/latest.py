"""The number of the last change, for pages that ask once a second.

All visitors of a process share one answer, which is up to a quarter of a second old: the store is asked at most four
times a second, however many look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from store import StoreError, region, shared_store
from ui.freshness import PATH

_FRESH_SECONDS = 0.25


class Latest:
    """The last answer of the store, and when it came."""

    def __init__(self, ask: Callable[[], int]) -> None:
        self._ask = ask
        self._lock = asyncio.Lock()
        self._at = -_FRESH_SECONDS
        self._revision = 0

    async def revision(self) -> int:
        """Return the number of the last change, from the store when the last answer is too old."""
        async with self._lock:
            if monotonic() - self._at >= _FRESH_SECONDS:
                self._revision = await run_in_threadpool(self._ask)
                self._at = monotonic()
        return self._revision


def routes() -> list[Route]:
    """Route of the number, without the base path."""
    latest = Latest(_revision)

    async def revision(_request: Request) -> JSONResponse:
        return JSONResponse({"revision": await latest.revision()}, headers={"Cache-Control": "no-store"})

    return [Route(PATH, revision)]


def _revision() -> int:
    """Ask the store; where there is none, or while it cannot be reached, there is no news."""
    address = region.address()
    try:
        return shared_store(address).revision if address else 0
    except StoreError:
        return 0
