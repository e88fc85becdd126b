"""Which organisation a visitor belongs to: chosen on its profile, kept in the visitor's own browser (``localStorage``).

The server learns of it only from the links that start there, as of any other link; one click forgets it.
"""

from __future__ import annotations

from functools import partial

from ui import controls, query
from ui.component import component
from views.overview import home
from views.view import View

_component = component("home", __file__, '<section class="an-home" hidden></section>')


def show(view: View, place: str, own: str = "") -> None:
    """Offer to start from the visitor's own organisation, or to choose it.

    Parameters
    ----------
    view
        What is asked.
    place
        Key of `views.overview.home.WAYS`: where the offer stands.
    own
        Actor whose profile is open, who may be chosen.
    """
    if not query.presenting():
        key = f"home_{place}"
        _component(key=key, data=home.offer(view, place, own), on_open_change=partial(_follow, view, key))


def _follow(view: View, key: str) -> None:
    if target := controls.event(key, "open"):
        query.follow(home.reached(view, target))
