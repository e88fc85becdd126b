"""What every answer of the server carries: content security policy, language of the page, security headers.

Streamlit serves one page for all addresses, its own ``static/index.html``. It says ``lang="en"``, whatever
the language of the app, and holds one inline script. Both are dealt with here: the page is rewritten on its
way out, and the script is allowed by its hash, so that no other inline script can run. Our style sheet is put into the
page too: as an element of the app it would come after the first buttons, and move them while somebody clicks.

Opened at ``/netzwerk``, Streamlit would look for its server below that address first, be told 404 twice and go one up.
A second inline script says where the server is, a third (``frame.js``) does what every page needs of keys and panels.
"""

import base64
import hashlib
import html
import os
import re
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers as HeaderList
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.address import base_path
from views.language.words import LANGUAGES, words

INDEX_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
FRAME_ANCESTORS_VARIABLE = "AKTEURSNETZ_FRAME_ANCESTORS"

STYLE, SCRIPT = ((Path(__file__).parent / f"frame.{kind}").read_text("utf-8") for kind in ("css", "js"))

# the folder of the page's address, as for its scripts and pictures: pages have no further level
_SERVER = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL(".", location.href).href}</script>'

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_ANCESTOR = re.compile(r"'self'|'none'|https?://[A-Za-z0-9.*-]+(:[0-9*]+)?")
# Streamlit's own routes; everything else is answered with the page
_NOT_A_PAGE = ("media", "static", "component", "_stcore", "assets")


def script_hashes(page: str) -> list[str]:
    """Policy sources for the inline scripts of a page, in their order.

    Parameters
    ----------
    page
        The HTML text as served; one changed character changes the hash.
    """
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def frame_ancestors(setting: str) -> str:
    """Who may show the app inside a frame, as the policy writes it.

    Parameters
    ----------
    setting
        Origins separated by spaces, such as ``https://intranet.example.de``; empty means the app's own host.

    Raises
    ------
    ValueError
        When a part is no origin: a policy that a browser half understands protects nothing.
    """
    ancestors = setting.split() or ["'self'"]
    for ancestor in ancestors:
        if not _ANCESTOR.fullmatch(ancestor):
            raise ValueError(f"{FRAME_ANCESTORS_VARIABLE}: {ancestor!r} is no origin such as https://example.de")
    return " ".join(ancestors)


def content_security_policy(page: str, ancestors: str) -> str:
    """Give the policy under which Streamlit runs and nothing from elsewhere is loaded.

    ``blob:`` in ``script-src`` serves Streamlit's components, whose script is a blob address (only a script
    that already runs can make one); ``'unsafe-inline'`` for styles and ``'wasm-unsafe-eval'`` serve its
    widgets.
    """
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self' blob: 'wasm-unsafe-eval'", *script_hashes(page))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def security_headers(page: str, setting: str) -> dict[str, str]:
    """Headers of every answer, by name."""
    ancestors = frame_ancestors(setting)
    headers = {
        "Content-Security-Policy": content_security_policy(page, ancestors),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
    if ancestors in ("'self'", "'none'"):
        # for readers of the older header, which has no way to name another host
        headers["X-Frame-Options"] = "SAMEORIGIN" if ancestors == "'self'" else "DENY"
    return headers


def in_language(page: str, language: str) -> str:
    """Streamlit's page with language, title and notice without JavaScript in the language of the app."""
    title, notice = (html.escape(words(language)(f"frame.{key}")) for key in ("title", "noscript"))
    page = re.sub(r'<html lang="[^"]*"', f'<html lang="{language}"', page, count=1)
    page = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", page, count=1, flags=re.DOTALL)
    page = re.sub(r'<link rel="service-desc"[^>]*>', "", page, count=1)  # points at an interface that is shut
    return re.sub(r"<noscript>.*?</noscript>", f"<noscript><p>{notice}</p></noscript>", page, count=1, flags=re.DOTALL)


def with_scripts(page: str) -> str:
    """Streamlit's page with the address of its server, before the scripts that ask for it, and with our own script."""
    return page.replace("<head>", f"<head>{_SERVER}<script>{SCRIPT}</script>", 1)


def with_style(page: str) -> str:
    """Streamlit's page with our style sheet: after what Streamlit writes into its head, before what the app adds."""
    return page.replace("<body>", f"<body><style>{STYLE}</style>", 1)


def asked_language(query_string: bytes) -> str:
    """Language an address asks for with ``lang=``; German when it asks for none that exists."""
    asked = parse_qs(query_string.decode("latin-1")).get("lang", [""])
    return asked[-1] if asked[-1] in LANGUAGES else LANGUAGES[0]


def is_page(path: str) -> bool:
    """Tell whether an address is one of the app's pages, not a file or an interface of the server."""
    parts = path.strip("/").split("/")
    return parts[0] not in _NOT_A_PAGE and ("." not in parts[-1] or parts[-1] == "index.html")


class Headers:
    """Middleware that adds the headers to every answer and rewrites the page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        page = with_scripts(INDEX_PAGE.read_text(encoding="utf-8"))
        self.headers = security_headers(page, os.environ.get(FRAME_ANCESTORS_VARIABLE, ""))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer: _Answer
        if is_page(scope["path"].removeprefix(base_path())):
            scope = {**scope, "headers": without_compression(scope["headers"])}
            answer = _Page(send, self.headers, asked_language(scope["query_string"]))
        else:
            answer = _Answer(send, self.headers)
        await self.app(scope, receive, answer)


def without_compression(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Request headers that ask for a whole and plain page, since only that can be rewritten."""
    unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    return [(name, value) for name, value in headers if name.lower() not in unwanted]


class _Answer:
    """Passes an answer on, with the headers added."""

    def __init__(self, send: Send, headers: dict[str, str]) -> None:
        self.send = send
        self.headers = headers

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(self.headers)
        await self.send(message)


class _Page(_Answer):
    """Holds a page back until it is whole, then passes it on rewritten."""

    def __init__(self, send: Send, headers: dict[str, str], language: str) -> None:
        super().__init__(send, headers)
        self.language = language
        self.start: Message = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        elif self._is_html():
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_rewritten()
        else:
            if self.start:
                await super().__call__(self.start)
            self.start = {}
            await self.send(message)

    def _is_html(self) -> bool:
        return HeaderList(raw=self.start.get("headers", [])).get("content-type", "").startswith("text/html")

    async def _send_rewritten(self) -> None:
        body = with_style(with_scripts(in_language(self.body.decode(), self.language))).encode()
        headers = MutableHeaders(raw=self.start["headers"])
        for name in (
            "etag",
            "last-modified",
            "content-length",
        ):  # of the file on disk, which is not what is sent
            del headers[name]
        if body:  # the answer to HEAD has none
            headers["content-length"] = str(len(body))
        await super().__call__({**self.start, "headers": headers.raw})
        await self.send({"type": "http.response.body", "body": body})
