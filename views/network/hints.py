"""What stands below the picture of the network: what a click does, how a map or groups are read, whose map it is."""

from __future__ import annotations

from views.network import groups, maps
from views.view import View


def below(view: View, *, presenting: bool, opened: bool) -> str:
    """Return the hint for who sees the picture; a room need not know what a click does.

    Parameters
    ----------
    view
        What is asked.
    presenting
        Whether it is shown to a room.
    opened
        Whether the panel of something that was clicked is open.
    """
    t = view.t
    if maps.is_map(view):
        return t("karte.credit") if presenting else f"{t('karte.hint')} {t('karte.note')} {t('karte.credit')}"
    if presenting:
        return ""
    if groups.groups_by(view) is not None:
        return f"{t('gruppen.hint')} {t('gruppen.note')}"
    return "" if opened else t("netzwerk.panel.hint")
