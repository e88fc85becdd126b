"""How much may be handed in: nothing before the login, and no more than a session and a process are allowed.

Uploads stay in the memory of the process until their session ends. Streamlit takes them from every open page, one as
often as another, so what is handed in is counted here, on its way in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime

from serving.headers import asked_language
from store.upload_limits import limits
from ui import accounts, admission
from ui.address import base_path
from views.language.words import words

_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")


class UploadLimits:
    """Middleware that counts what is handed in, and refuses what is too much before it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.limits = limits()
        self.logs_in = accounts.configured()
        self._arriving: dict[object, tuple[str, int]] = {}  # request -> session and size; not kept yet

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        session = handed_in_by(scope)
        if not session:
            await self.app(scope, receive, send)
            return
        size = _announced(scope)
        if refusal := self._reason_against(session, size):
            t = words(asked_language(scope["query_string"]))
            status = 403 if refusal == "login" else 413
            admission.refuse(session, refusal)
            await PlainTextResponse(t(f"uploads.{refusal}"), status_code=status)(scope, receive, send)
            return
        request = object()
        self._arriving[request] = session, size
        try:
            await self.app(scope, receive, send)
        finally:
            del self._arriving[request]
            if not Runtime.instance().is_active_session(session):
                # the session ended meanwhile, and nobody would give back what came after that
                admission.let_go(session)

    def _reason_against(self, session: str, size: int) -> str:
        """Return why something of a size may not be handed in, ``""`` when it may."""
        if self.logs_in and not admission.is_admitted(session):
            return "login"
        kept = admission.handed_in()
        arriving = list(self._arriving.values())
        mine = [*kept.get(session, ()), *(bytes_ for key, bytes_ in arriving if key == session)]
        everything = sum(map(sum, kept.values())) + sum(bytes_ for _, bytes_ in arriving)
        checks: dict[str, Callable[[], bool]] = {
            "files": lambda: len(mine) >= self.limits.session_files,
            "session": lambda: sum(mine) + size > self.limits.session_bytes,
            "process": lambda: everything + size > self.limits.process_bytes,
        }
        return next((reason for reason, is_beyond in checks.items() if is_beyond()), "")


def handed_in_by(scope: Scope) -> str:
    """Return the session a request hands in a file for, ``""`` when it does nothing of the kind."""
    if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS", "DELETE"):
        return ""
    found = _UPLOAD.fullmatch(scope["path"].removeprefix(base_path()))
    return found[1] if found else ""


def _announced(scope: Scope) -> int:
    """Return how large a request says that it is; one that does not say so may be as large as any."""
    text = Headers(scope=scope).get("content-length", "")
    largest = int(st.get_option("server.maxUploadSize")) * 1024 * 1024
    return int(text) if re.fullmatch("[0-9]{1,15}", text) else largest
