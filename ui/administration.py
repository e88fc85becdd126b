"""The page of those who administer: who may do what, and what is kept about persons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from store import Role
from ui import accounts, controls, disclosure, pieces, rights
from ui.editing import access
from views.view import View


@dataclass(frozen=True, slots=True)
class AdministrationPart:
    """A part of the page: what it says first, and what it shows."""

    sentence: Callable[[View], str]
    show: Callable[[View], None]
    needs_login: bool = False


PARTS: Mapping[str, AdministrationPart] = {
    "rechte": AdministrationPart(rights.sentence, rights.show, needs_login=True),
    "auskunft": AdministrationPart(disclosure.sentence, disclosure.show),
}


def sentence(view: View) -> str:
    """Say what can be done here, or why it cannot."""
    if access.administered(view.person) is None:
        return view.t("rechte.no_store" if view.person.role is Role.ADMIN else "rechte.not_allowed")
    return PARTS[controls.tab(_offered())].sentence(view)


def show(view: View) -> None:
    """Show the chosen part; nothing to those who do not administer."""
    if access.administered(view.person) is None:
        return
    offered = _offered()
    if len(offered) > 1:
        with pieces.options(view.t, "answer_controls"):
            controls.tabs(view.t("rechte.tab_label"), {name: view.t(f"rechte.tab.{name}") for name in offered})
    PARTS[controls.tab(offered)].show(view)


def _offered() -> list[str]:
    """Return the parts that mean something on this server: where nobody logs in there are no rights to give."""
    return [name for name, part in PARTS.items() if accounts.configured() or not part.needs_login]
