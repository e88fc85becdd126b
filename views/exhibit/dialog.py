"""What the dialog says in which a view or the portfolio is taken away."""

from __future__ import annotations

from views.exhibit.mappe import Mappe
from views.exhibit.offers import TEMPLATED
from views.exhibit.order import Order
from views.language.words import Words, plain


def contents(t: Words, scope: str, mappe: Mappe) -> str:
    """Say what is taken away.

    Parameters
    ----------
    t
        Words of the language.
    scope
        ``view`` for the view on screen, ``mappe`` for the portfolio.
    mappe
        The views that are taken away.
    """
    title = mappe.title if scope == "mappe" else mappe.views[0].title
    return t.count(f"takeaway.what_{scope}", len(mappe.views), title=plain(title or t("mappe.unnamed")))


def progress(t: Words, order: Order, done: int, of: int) -> str:
    """Say which view is being prepared, or which slide or page is being written.

    Parameters
    ----------
    t
        Words of the language.
    order
        What is taken away, in which format.
    done, of
        Steps of the work that are done, and all of them, 0 while that is not known.
    """
    views = len(order.mappe.views)
    if done < views or not of:
        return t("takeaway.preparing", n=t.number(min(done + 1, views)), of=t.number(views))
    key = "takeaway.writing_slide" if order.format == TEMPLATED else "takeaway.writing"
    return t(key, n=t.number(done - views + 1), of=t.number(views))
