"""What the list of a portfolio says of each place in it."""

from __future__ import annotations

from views.exhibit.frame import filters
from views.exhibit.links import view_asked
from views.exhibit.mappe import Kept, KeptKind
from views.language.words import plain
from views.view import View


def about(view: View, kept: Kept) -> str:
    """Say what a place shows: its page and its filters."""
    t = view.t
    if kept.kind is KeptKind.DECISION:
        return t("mappe.decision.kind")
    title = t(f"page.{kept.page}.title") if t.has(f"page.{kept.page}.title") else plain(kept.page)
    return " · ".join(
        (title, *(plain(shown) for shown in filters(view_asked(view.whole, kept.page, kept.asked(t.language)))))
    )
