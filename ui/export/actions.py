"""What can be done with every view, at the right end of the filter bar: collect it, share it, take it away."""

from __future__ import annotations

import streamlit as st

from ui import sharing
from ui.address import home
from ui.changes.earlier import with_earlier
from ui.export.dialog import open_dialog
from ui.picture import places
from ui.portfolio import collection
from views.exhibit.committee import proposal
from views.exhibit.home import public_address
from views.exhibit.links import has_exhibit
from views.exhibit.mappe import Mappe, asked_view
from views.view import View

NETWORK = "netzwerk"  # page whose elements can be dragged


def actions(view: View, page: str) -> None:
    """Show the buttons."""
    t = view.t
    if has_exhibit(page, view.query.reiter):
        st.button(
            t("mappe.collect"),
            icon=":material/create_new_folder:",
            key="collect",
            help=t("mappe.collect_help"),
            on_click=lambda: collection.add(collection.of_this_view(page, proposal(with_earlier(view), page))),
        )
    sharing.share(view)
    if st.button(
        t("takeaway.button"), icon=":material/download:", key="export", shortcut="E", help=t("takeaway.button_help")
    ):
        open_dialog(view, _choices(view, page), app_address(), places() if page == NETWORK else {})


def _choices(view: View, page: str) -> dict[str, Mappe]:
    """Return what can be taken away here: the view on screen if it has an exhibit, and the portfolio."""
    held, choices = collection.current(), {}
    if has_exhibit(page, view.query.reiter):
        title = proposal(with_earlier(view), page)
        choices["view"] = Mappe(views=(asked_view(page, view.query, title),))
    if held.views or not choices:
        choices["mappe"] = held
    return choices


def app_address() -> str:
    """Where others reach the app, with a slash at its end; ``""`` when it only stands on this machine."""
    return public_address(home())
