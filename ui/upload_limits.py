"""How much may be handed in: nothing before the login, and no more than a session and a process are allowed.

Uploads stay in the memory of the process until their session ends. Streamlit takes them from every open page, one as
often as another, so what is handed in is counted here, on its way in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui import accounts
from ui.address import base_path
from ui.headers import asked_language
from views.language.words import words

_MEGABYTE = 1_000_000
# variable -> what holds without it
DEFAULTS = {
    "AKTEURSNETZ_UPLOAD_SESSION_MB": 60,
    "AKTEURSNETZ_UPLOAD_SESSION_FILES": 40,
    "AKTEURSNETZ_UPLOAD_PROCESS_MB": 400,
}
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")
_admitted: set[str] = set()  # sessions of this process that may hand in files
_refused: dict[str, str] = {}  # session -> why something was refused that its page has not been told of yet


class UploadSettingError(RuntimeError):
    """Raised at the start when a limit is no whole number above zero."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a session and all of a process may hold.

    Attributes
    ----------
    session_bytes, session_files
        Of one session.
    process_bytes
        Of all sessions together.
    """

    session_bytes: int
    session_files: int
    process_bytes: int


def limits() -> Limits:
    """Return what the operator allows.

    Raises
    ------
    UploadSettingError
        Naming the setting that is no whole number above zero.
    """
    session, files, process = (_number(name) for name in DEFAULTS)
    return Limits(session * _MEGABYTE, files, process * _MEGABYTE)


def _number(name: str) -> int:
    text = os.environ.get(name, "") or str(DEFAULTS[name])
    if not re.fullmatch(r"[0-9]{1,9}", text) or not int(text):
        raise UploadSettingError(f"{name}: {text!r} is no whole number above zero")
    return int(text)


def admit() -> None:
    """Let the session of this run hand in files; once a run, by the frame of the pages when the gate is open."""
    if session := _session():
        _admitted.intersection_update({one for one in _admitted if Runtime.instance().is_active_session(one)})
        _admitted.add(session)


def turn_away() -> None:
    """Let the session of this run hand in nothing any more, and give back what it had; by the gate."""
    if session := _session():
        give_back(session)


def refusal() -> str:
    """Return why something was refused in the session of this run, ``""`` when nothing was; it is told once."""
    return _refused.pop(_session(), "")


def give_back(session: str) -> None:
    """Let go of all that was handed in in a session, which may hand in nothing more."""
    _admitted.discard(session)
    _refused.pop(session, None)
    _manager().remove_session_files(session)


def holding() -> list[str]:
    """Return the sessions in which something was handed in."""
    return list(_manager().file_storage)


def _session() -> str:
    """Return the session of this run; nothing where no server runs, as in a test."""
    context = get_script_run_ctx()
    return context.session_id if context and Runtime.exists() else ""


def _manager() -> MemoryUploadedFileManager:
    manager = Runtime.instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    return manager


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
            if session in _admitted:
                _refused[session] = refusal
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
                _manager().remove_session_files(session)

    def _reason_against(self, session: str, size: int) -> str:
        """Return why something of a size may not be handed in, ``""`` when it may."""
        if self.logs_in and session not in _admitted:
            return "login"
        kept = {
            key: [len(file.data) for file in files.values()] for key, files in list(_manager().file_storage.items())
        }
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
