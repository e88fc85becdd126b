"""Ways from the other pages to the form of what they show; only for those who may edit."""

from __future__ import annotations

from graph.profile import Profile
from graph.vocabulary import Mode
from ui import parts
from ui.editing import access
from ui.view import View

_TABLES = {Mode.ACTOR: "akteure", Mode.PROJECT: "projekte"}


def edit_element(view: View, shown: Profile, *, key: str) -> None:
    """Offer to edit an actor or project."""
    if access.may_edit(view.person):
        parts.open_button(
            view.t("page.bearbeiten.title"),
            "bearbeiten",
            key=key,
            reiter="",
            tabelle=_TABLES[shown.mode],
            eintrag=shown.id,
        )
