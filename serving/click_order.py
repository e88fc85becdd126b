"""One click after the other: the next is handed on when the callback of the one before has run.

Streamlit ends a run as soon as it hears of the next click, even while the callback of the first is at work, and what
that callback was about to do is lost (https://github.com/streamlit/streamlit/issues/10578). On a busy server two quick
clicks are enough. So the messages of a browser wait for each other here, on their way to Streamlit.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# a click on something that is gone by now begins no run; the next one need not wait for it for ever
PATIENCE_SECONDS = 4.0
# what a run sends first when callbacks are done, and last at the latest
_AFTER_CALLBACKS = frozenset(
    {"delta", "ref_hash", "page_config_changed", "page_info_changed", "navigation", "script_finished"}
)


class ClickOrder:
    """Middleware that hands on one click after the other."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        turn = _Turn()

        async def handed_on() -> Message:
            message = await receive()
            if _asks_for_a_run(message.get("bytes") or b""):
                await turn.take()
            return message

        async def heard(message: Message) -> None:
            turn.hear(message.get("bytes") or b"")
            await send(message)

        await self.app(scope, handed_on, heard)


class _Turn:
    """The turn of the last click: it is over when its run has begun and its callbacks are done."""

    def __init__(self) -> None:
        self._over = asyncio.Event()
        self._over.set()
        self._has_begun = False
        self._since = 0.0

    async def take(self) -> None:
        """Wait until the turn before is over, and begin another."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._since + PATIENCE_SECONDS):
                await self._over.wait()
        self._over.clear()
        self._has_begun, self._since = False, asyncio.get_running_loop().time()

    def hear(self, data: bytes) -> None:
        """Listen to what Streamlit answers; between turns nothing is read."""
        if self._over.is_set():
            return
        kind = ForwardMsg.FromString(data).WhichOneof("type")
        if kind == "new_session":
            self._has_begun = True
        elif self._has_begun and kind in _AFTER_CALLBACKS:
            self._over.set()


def _asks_for_a_run(data: bytes) -> bool:
    try:
        return bool(BackMsg.FromString(data).WhichOneof("type") == "rerun_script")
    except DecodeError:  # Streamlit says so itself, and ends the connection
        return False
