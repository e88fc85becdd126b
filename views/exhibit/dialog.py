"""What the dialog says in which a view or the portfolio is taken away."""

from __future__ import annotations

from functools import partial

from graph.dataset import Dataset
from views.exhibit.mappe import Mappe
from views.exhibit.offers import TEMPLATED
from views.exhibit.order import Order, carried_out
from views.exhibit.words import format_names
from views.exhibit.writing import REFUSALS, refusal
from views.language.words import Words, plain
from views.making import Making, key_of


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


def ordered(t: Words, order: Order, dataset: Dataset, older: Dataset | None) -> Making:
    """Return how the file of an order is made.

    Parameters
    ----------
    t
        Words of the language.
    order
        What is wanted.
    dataset, older
        All data, and the state they are compared with.
    """
    return Making(
        format_names(t)[order.format],
        key_of(order, order.template, dataset, older),
        partial(carried_out, order, dataset),
        partial(progress, t, order),
        REFUSALS,
        partial(refusal, t),
    )
