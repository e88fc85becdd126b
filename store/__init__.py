"""The data edited together: entries with versions, history, undo, states. Nothing acknowledged is ever lost.

Stands above `graph`, whose reader checks everything that is saved, and below the screen; it knows codes, not words.

Examples
--------
>>> import store
>>> region = store.open_store("sqlite:///var/region.db")
>>> report = graph.load(region.files())
"""

from typing import TYPE_CHECKING

from graph.lazy import public

if TYPE_CHECKING:
    from store.address import address_of, is_address
    from store.changes import Change, ChangeSet, FieldChange
    from store.comparing import Incoming
    from store.copying import back_up, make_store, restore
    from store.disclosure import Holding
    from store.documents import Document
    from store.entries import Conflict, Edit, Entry, Snapshot
    from store.erasure import Erasure
    from store.errors import FAULTS, ConflictError, NotAllowedError, RefusedError, StoreError
    from store.importing import ImportPreview
    from store.loading import load
    from store.merging import Merge, Pair
    from store.moving import Joined
    from store.people import NOBODY, Editor, Role, require
    from store.places import Place, places_of
    from store.present import NO_STORE, Present, State
    from store.references import Reference
    from store.store import Store, open_store, shared_store
else:
    __getattr__, __dir__ = public(__name__, __file__)

__all__ = [
    "FAULTS",
    "NOBODY",
    "NO_STORE",
    "Change",
    "ChangeSet",
    "Conflict",
    "ConflictError",
    "Document",
    "Edit",
    "Editor",
    "Entry",
    "Erasure",
    "FieldChange",
    "Holding",
    "ImportPreview",
    "Incoming",
    "Joined",
    "Merge",
    "NotAllowedError",
    "Pair",
    "Place",
    "Present",
    "Reference",
    "RefusedError",
    "Role",
    "Snapshot",
    "State",
    "Store",
    "StoreError",
    "address_of",
    "back_up",
    "is_address",
    "load",
    "make_store",
    "open_store",
    "places_of",
    "require",
    "restore",
    "shared_store",
]
