"""Back to the opened link after the login.

The provider of the login sends everybody to the start page. So a page that is opened leaves its own address in
cookies that live for some minutes, and the answer that ends the login leads there. They are sent with that one request
only. A browser takes 4,096 bytes a cookie: a long address is packed, and cut into several.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.headers import asked_language, is_page
from ui import accounts
from ui.address import base_path
from views.language.words import LANGUAGES, words

COOKIE = "akteursnetz_return"
LONGEST = 8_000  # characters of an address that survives the login
_SECONDS = 600
_CALLBACK = "/oauth2callback"
_PLAIN = 1_500  # bytes of an address that is written as it is
_PIECE = 3_600  # bytes of a cookie
_PIECES = 3  # what LONGEST takes at most, however badly it packs
_TOO_LONG = 414
# a path of this app and a query; a second slash or a backslash would lead to another host
_OWN_ADDRESS = re.compile(r"/(?![/\\])[\w./~-]*(\?[\w.~%=&+,:;@!*'()$/?|{}^[\]-]*)?", re.ASCII)


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
        if is_page(_path(scope)) and len(opened(scope)) > LONGEST:
            t = words(asked_language(scope["query_string"]))
            text = t("login.too_long", length=t.number(len(opened(scope))), most=t.number(LONGEST))
            await PlainTextResponse(text, status_code=_TOO_LONG)(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _lead_back(scope, message["status"], MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, answer)


def _lead_back(scope: Scope, status: int, headers: MutableHeaders) -> None:
    is_document = status == 200 and headers.get("content-type", "").startswith("text/html")
    path = _path(scope)
    if path == _CALLBACK:
        headers["location"] = noted(scope) or headers.get("location", f"{base_path()}/")
        for name in _names(_PIECES):
            headers.append("set-cookie", f"{name}=; Path={base_path()}{_CALLBACK}; Max-Age=0")
    elif is_document and _is_known(path):
        attributes = f"Path={base_path()}{_CALLBACK}; Max-Age={_SECONDS}; HttpOnly; SameSite=Lax"
        for name, piece in cookies_of(opened(scope)).items():
            headers.append("set-cookie", f"{name}={piece}; {attributes}")


def _path(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(base_path())


def opened(scope: Scope) -> str:
    """Address of the page that a request opens, without the host."""
    query = scope["query_string"].decode("latin-1")
    return f"{scope['path']}?{query}" if query else str(scope["path"])


def cookies_of(address: str) -> dict[str, str]:
    """Return the cookies that hold an address: one as it is, or the pieces of a packed one, the first with a number."""
    plain = quote(address, safe="")
    if len(plain) <= _PLAIN:
        return {COOKIE: plain}
    packed = base64.urlsafe_b64encode(zlib.compress(address.encode("latin-1", "replace"), 9)).decode().rstrip("=")
    pieces = [packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE)]
    pieces[0] = f"{len(pieces)}.{pieces[0]}"
    return dict(zip(_names(len(pieces)), pieces, strict=True))


def noted(scope: Scope) -> str:
    """Address noted in the cookies of a request; empty when there is none, or when it is no page of this app."""
    cookies = cookie_parser(dict(scope["headers"]).get(b"cookie", b"").decode("latin-1"))
    address = _unpacked(cookies) if "." in cookies.get(COOKIE, "")[:2] else unquote(cookies.get(COOKIE, ""))
    own = address.startswith(f"{base_path()}/") and len(address) <= LONGEST and _OWN_ADDRESS.fullmatch(address)
    return address if own and _is_known(address.partition("?")[0].removeprefix(base_path())) else ""


def _unpacked(cookies: Mapping[str, str]) -> str:
    """Return the address that was packed into several cookies; empty when a piece is missing or is none of ours."""
    count, _, first = cookies[COOKIE].partition(".")
    if not re.fullmatch(f"[1-{_PIECES}]", count):
        return ""
    packed = "".join([first, *(cookies.get(name, "") for name in list(_names(int(count)))[1:])])
    try:
        data = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        return zlib.decompressobj().decompress(data, LONGEST + 1).decode("latin-1")
    except (binascii.Error, zlib.error, ValueError):
        return ""


def _names(count: int) -> Iterator[str]:
    return (COOKIE if place == 1 else f"{COOKIE}_{place}" for place in range(1, count + 1))


def _is_known(path: str) -> bool:
    """Whether a path is a page: one that has a title. A login, a logout, a file and an interface have none."""
    name = path.strip("/")
    if not re.fullmatch("[a-z-]*", name):
        return False
    return not name or words(LANGUAGES[0]).has(f"page.{name.replace('-', '_')}.title")
