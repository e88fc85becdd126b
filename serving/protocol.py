"""Messages that are none: what a page did not send ends the connection, in one line of the log and nothing more."""

from __future__ import annotations

import logging

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

log = logging.getLogger("akteursnetz")

_PROTOCOL_ERROR = 1002
_RECEIVED = "websocket.receive"


class Protocol:
    """Middleware that hands on what pages send, and hangs up on anything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def understood() -> Message:
            message = await receive()
            if message["type"] != _RECEIVED or is_of_a_page(message):
                return message
            log.warning("websocket: a message that no page sends; hung up")
            await send({"type": "websocket.close", "code": _PROTOCOL_ERROR})
            return {"type": "websocket.disconnect", "code": _PROTOCOL_ERROR}

        await self.app(scope, understood, send)


def is_of_a_page(message: Message) -> bool:
    """Whether a page may have sent a message: bytes, and of a kind that Streamlit knows."""
    try:
        return BackMsg.FromString(message.get("bytes") or b"").WhichOneof("type") is not None
    except DecodeError:
        return False
