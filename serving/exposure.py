"""People from elsewhere are turned away while there is no login, see `views.exposure`.

The address is checked when the server starts, and again for every request, since another ASGI server binds where it
likes.
"""

from __future__ import annotations

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from serving.headers import asked_language
from store import region
from ui import accounts
from views.exposure import VARIABLE, ExposedError, is_this_machine
from views.language.words import LANGUAGES, words

# a request that carries one of these came through a proxy, so from elsewhere
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


def check_address() -> None:
    """Refuse to start where others could reach the app without a login, or log in without a store for their rights.

    Raises
    ------
    ExposedError
        Saying what to set.
    """
    address = str(st.get_option("server.address") or "0.0.0.0")
    if not accounts.is_open() and not is_this_machine(address):
        raise ExposedError(words(LANGUAGES[0])("login.exposed.start", address=address, name=VARIABLE))
    if accounts.configured() and not region.address():
        raise ExposedError(words(LANGUAGES[0])("login.exposed.no_store"))


class Exposure:
    """Middleware that turns away whoever comes from elsewhere while there is no login."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.shut = not accounts.is_open()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if self.shut and scope["type"] in ("http", "websocket") and is_from_elsewhere(scope):
            if scope["type"] == "websocket":
                await WebSocketClose()(scope, receive, send)
            else:
                t = words(asked_language(scope["query_string"]))
                refusal = PlainTextResponse(t("login.exposed.request", name=VARIABLE), status_code=403)
                await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_from_elsewhere(scope: Scope) -> bool:
    """Whether a request reached an address that others can reach too, or came through a proxy."""
    reached = (scope.get("server") or ("", None))[0]
    forwarded = any(name in Headers(scope=scope) for name in _FORWARDED)
    return forwarded or not is_this_machine(reached)
