"""How much a session and all of a process may hand in; the operator says so."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

_MEGABYTE = 1_000_000
# variable -> what holds without it
DEFAULTS = {
    "AKTEURSNETZ_UPLOAD_SESSION_MB": 60,
    "AKTEURSNETZ_UPLOAD_SESSION_FILES": 40,
    "AKTEURSNETZ_UPLOAD_PROCESS_MB": 400,
}


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
