"""Who may do what. Roles are checked here and in every service, never only on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from store.errors import NotAllowedError


class Role(StrEnum):
    """What a person may do; each role may do all that those before it may."""

    VIEWER = "viewer"  # look at everything
    EDITOR = "editor"  # change the data
    ADMIN = "admin"  # erase data, and give roles


_ORDER = tuple(Role)


@dataclass(frozen=True, slots=True)
class Editor:
    """A person at work.

    Attributes
    ----------
    issuer, subject
        Who vouches for the person and how the person is called there; together they are unique.
    name
        What the log of changes shows.
    """

    issuer: str
    subject: str
    name: str
    role: Role = Role.VIEWER


# somebody who has not logged in
NOBODY = Editor("", "", "")


def require(editor: Editor, role: Role) -> None:
    """Let pass who has at least this role.

    Raises
    ------
    NotAllowedError
        For everybody else.
    """
    if _ORDER.index(editor.role) < _ORDER.index(role):
        raise NotAllowedError(f"{role} needed, {editor.role} given")
