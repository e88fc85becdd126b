"""Which sessions may hand in files, what they handed in, and what was refused them.

Uploads stay in the memory of the process until their session ends; `serving.upload_limits` refuses what is too much.
"""

from __future__ import annotations

from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

_admitted: set[str] = set()  # sessions of this process that may hand in files
_refused: dict[str, str] = {}  # session -> why something was refused that its page has not been told of yet


def admit() -> None:
    """Let the session of this run hand in files; once a run, by the frame of the pages when the gate is open."""
    if session := _session():
        _admitted.intersection_update({one for one in _admitted if Runtime.instance().is_active_session(one)})
        _admitted.add(session)


def turn_away() -> None:
    """Let the session of this run hand in nothing any more, and give back what it had; by the gate."""
    if session := _session():
        give_back(session)


def is_admitted(session: str) -> bool:
    """Whether a session may hand in files."""
    return session in _admitted


def refuse(session: str, reason: str) -> None:
    """Remember why something was refused in a session, until its page is told."""
    if session in _admitted:
        _refused[session] = reason


def refusal() -> str:
    """Return why something was refused in the session of this run, ``""`` when nothing was; it is told once."""
    return _refused.pop(_session(), "")


def give_back(session: str) -> None:
    """Let go of all that was handed in in a session, which may hand in nothing more."""
    _admitted.discard(session)
    _refused.pop(session, None)
    let_go(session)


def let_go(session: str) -> None:
    """Let go of all that was handed in in a session."""
    _manager().remove_session_files(session)


def handed_in() -> dict[str, list[int]]:
    """Return the sizes in bytes of all that was handed in, by session."""
    return {key: [len(file.data) for file in files.values()] for key, files in list(_manager().file_storage.items())}


def _session() -> str:
    """Return the session of this run; nothing where no server runs, as in a test."""
    context = get_script_run_ctx()
    return context.session_id if context and Runtime.exists() else ""


def _manager() -> MemoryUploadedFileManager:
    manager = Runtime.instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    return manager
