"""Whether a visitor may edit just now, and if not, why: a code, whose words tell what to do.

The services of the store ask for the role again; this only spares people from buttons that would be refused.
"""

from __future__ import annotations

from store import Editor, Role, Store, region
from ui import query

_ABLE = (Role.EDITOR, Role.ADMIN)


def barrier(person: Editor) -> str:
    """Return what keeps this visitor from editing: ``own-files``, ``viewer``, ``no-store``; ``""`` for nothing."""
    if person.role not in _ABLE:
        return "viewer"
    if query.own_files():
        return "own-files"
    return "" if region.address() else "no-store"


def open_store(person: Editor) -> Store | None:
    """Return the store when this visitor may edit it now."""
    return None if barrier(person) else region.store_or_none()


def administered(person: Editor) -> Store | None:
    """Return the store when this visitor administers it."""
    return region.store_or_none() if person.role is Role.ADMIN else None


def may_edit(person: Editor) -> bool:
    """Whether pages offer this visitor to edit what they show."""
    return not query.presenting() and not barrier(person)


def may_copy(person: Editor) -> bool:
    """Whether this visitor may make the data that are shown editable."""
    return person.role in _ABLE and region.can_be_made_editable()
