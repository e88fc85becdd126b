"""Whether a visitor may edit just now, and if not, why: a code, whose words tell what to do."""

from __future__ import annotations

from store import Role, Store
from ui import login, query, region

_ABLE = (Role.EDITOR, Role.ADMIN)


def barrier() -> str:
    """Return what keeps this visitor from editing: ``own-files``, ``viewer``, ``no-store``; ``""`` for nothing.

    The services of the store check the role again; this only spares people from buttons that would be refused.
    """
    if login.editor().role not in _ABLE:
        return "viewer"
    if query.own_files():
        return "own-files"
    return "" if region.address() else "no-store"


def open_store() -> Store | None:
    """Return the store when this visitor may edit it now."""
    return None if barrier() else region.store_or_none()


def administered() -> Store | None:
    """Return the store when this visitor administers it; its services ask for the role again."""
    return region.store_or_none() if login.editor().role is Role.ADMIN else None


def may_edit() -> bool:
    """Whether pages offer this visitor to edit what they show."""
    return not query.presenting() and not barrier()


def may_copy() -> bool:
    """Whether this visitor may make the data that are shown editable."""
    return login.editor().role in _ABLE and region.can_be_made_editable()
