"""Back to the opened link after the login.

The provider of the login sends everybody to the start page. So a page that is opened leaves its own address in a
cookie that lives for some minutes, and the answer that ends the login leads there.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import accounts
from ui.address import base_path
from ui.headers import is_page

COOKIE = "akteursnetz_return"
_SECONDS = 600
_LONGEST = 2_000
# a path of this app and a query; a second slash or a backslash would lead to another host
_OWN_ADDRESS = re.compile(r"/(?![/\\])[\w./~-]*(\?[\w.~%=&+,:;@!*'()/-]*)?", re.ASCII)


class ReturnPath:
    """Middleware that notes the opened page, and leads back to it when the login is done."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.logs_in = accounts.configured()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not self.logs_in:
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _lead_back(scope, message["status"], MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, answer)


def _lead_back(scope: Scope, status: int, headers: MutableHeaders) -> None:
    is_document = status == 200 and headers.get("content-type", "").startswith("text/html")
    path = scope["path"].removeprefix(base_path())
    if path == "/oauth2callback":
        headers["location"] = noted(scope) or headers.get("location", f"{base_path()}/")
        headers.append("set-cookie", f"{COOKIE}=; Path={base_path()}/; Max-Age=0")
    elif is_document and is_page(path):
        attributes = f"Path={base_path()}/; Max-Age={_SECONDS}; HttpOnly; SameSite=Lax"
        headers.append("set-cookie", f"{COOKIE}={quote(opened(scope), safe='')}; {attributes}")


def opened(scope: Scope) -> str:
    """Address of the page that a request opens, without the host."""
    query = scope["query_string"].decode("latin-1")
    return f"{scope['path']}?{query}" if query else str(scope["path"])


def noted(scope: Scope) -> str:
    """Address noted in the cookie of a request; empty when there is none, or when it leads anywhere else."""
    cookies = dict(scope["headers"]).get(b"cookie", b"").decode("latin-1")
    address = unquote(cookie_parser(cookies).get(COOKIE, ""))
    own = address.startswith(f"{base_path()}/") and len(address) <= _LONGEST and _OWN_ADDRESS.fullmatch(address)
    return address if own else ""
