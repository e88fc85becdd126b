"""Ways from the other pages to the form of what they show; only for those who may edit."""

from __future__ import annotations

from collections.abc import Mapping

from graph.profile import Profile
from graph.vocabulary import Mode
from ui import pieces
from ui.editing import access
from views.editing.draft import NEW
from views.view import View

_TABLES = {Mode.ACTOR: "akteure", Mode.PROJECT: "projekte"}
# what a list of the directory grows by: the table it is called after, and where that is made
_NEW: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "akteure": ("actors", {"reiter": "", "tabelle": "akteure", "eintrag": NEW}),
    "projekte": ("projects", {"reiter": "projekt"}),
}


def edit_element(view: View, shown: Profile, *, key: str) -> None:
    """Offer to edit an actor or project."""
    if access.may_edit(view.person):
        row = {"reiter": "", "tabelle": _TABLES[shown.mode], "eintrag": shown.id}
        pieces.open_button(view.t("page.bearbeiten.title"), "bearbeiten", key=key, primary=False, **row)


def new_element(view: View, listed: str) -> None:
    """Offer to add to a list of the directory, ``akteure`` or ``projekte``."""
    if access.may_edit(view.person):
        table, changes = _NEW[listed]
        pieces.open_button(view.t(f"bearbeiten.new.{table}"), "bearbeiten", key="new_element", primary=False, **changes)
