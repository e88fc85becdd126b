"""The names the server answers under: a page of somebody else whose name leads here gets nothing.

Streamlit asks for the name only before it opens a websocket. Pages, files and uploads are asked for under it, too.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from serving.headers import asked_language
from ui.address import base_path
from views.language.words import words

_MISDIRECTED = 421
_POLICY_VIOLATION = 1008
# whoever watches over a process asks it at its own address, and learns only that it runs
_ANSWERED_ANYWAY = ("/health", "/_stcore/health")


class Hosts:
    """Middleware that answers under the names of ``server.allowedHosts`` only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] not in ("http", "websocket") or _is_answered(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(code=_POLICY_VIOLATION)(scope, receive, send)
        else:
            t = words(asked_language(scope["query_string"]))
            await PlainTextResponse(t("frame.wrong_host"), status_code=_MISDIRECTED)(scope, receive, send)


def _is_answered(scope: Scope) -> bool:
    hosts = Headers(scope=scope).getlist("host")
    named = hosts[0] if len(hosts) == 1 else None
    return is_host_allowed(named) or scope["path"].removeprefix(base_path()) in _ANSWERED_ANYWAY
