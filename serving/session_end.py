"""What a session was given is given back when it ends, and not when somebody else comes.

Streamlit keeps a session for ``server.disconnectedSessionTTL`` seconds after its page is gone, so that a page that lost
its connection finds it again. After that nobody can reach it, but it is only let go when another one is put aside, and
what was uploaded in it stays until the garbage collector comes by. Here its end is waited for.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterable
from time import monotonic

import streamlit as st
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime

from ui import admission

_BEFORE_THE_END = 1.0  # seconds in which Streamlit still hands out the session, so that it can be ended
_PLACE_OF_SESSION = 2  # among the subprotocols of a websocket, in which a page names the session it had


class SessionEnd:
    """Middleware that ends sessions with uploads when their page does not come back."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._left: dict[str, float] = {}  # session with uploads -> when its page was gone
        self._waiting: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, and look after it when it is over."""
        for session in scope.get("subprotocols", ())[_PLACE_OF_SESSION:]:
            self._left.pop(session, None)  # its page is back
        try:
            await self.app(scope, receive, send)
        finally:
            if scope["type"] == "websocket" and Runtime.exists():
                self._wait()

    def _wait(self) -> None:
        """Note which sessions have lost their page, and come back when they end."""
        gone = self._without_page()
        if not gone:
            return
        self._left = {session: self._left.get(session, monotonic()) for session in gone}
        task = asyncio.create_task(self._end_later())
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    async def _end_later(self) -> None:
        patience = max(float(st.get_option("server.disconnectedSessionTTL")) - _BEFORE_THE_END, 0)
        await asyncio.sleep(patience)
        ended = [one for one in self._without_page() if monotonic() - self._left.get(one, monotonic()) >= patience]
        for session in ended:
            Runtime.instance().close_session(session)
            admission.give_back(session)
            self._left.pop(session, None)
        if ended:
            # what a session holds refers to itself
            await asyncio.to_thread(gc.collect)

    def _without_page(self) -> Iterable[str]:
        is_active = Runtime.instance().is_active_session
        return [session for session in admission.handed_in() if not is_active(session)]
