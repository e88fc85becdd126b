"""The ready portfolio for a steering committee: as views that stay live, and as exhibits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph.export import Portfolio
from views.address.parameters import FILTERS, Query
from views.elements.answer import partners_of
from views.exhibit.links import exhibit_of, view_asked
from views.exhibit.mappe import Kept, asked_view
from views.exhibit.pages import COMPARING
from views.exhibit.portfolio import portfolio
from views.exhibit.summary import summary_of
from views.view import View


def proposal(view: View, page: str) -> str:
    """Return the finding a view proposes as its title, ``""`` for a page that cannot be taken away."""
    return summary_of(view.whole, view.older, page, view.query)[0]


def standard_views(view: View) -> tuple[Kept, ...]:
    """Where we stand, what is new, fields, the network of the focus, funding, open points, method and sources."""
    return tuple(asked_view(page, asked, proposal(replace(view, query=asked), page)) for page, asked in _asked(view))


def standard_portfolio(view: View, day: date | None = None) -> Portfolio:
    """Return the same as exhibits; without an earlier state nothing is said to be new.

    Parameters
    ----------
    view
        Filters, focus and earlier state. Without a focus the actor with most partners is in it.
    day
        Day of the export, by default today.
    """
    pages = [(page, asked) for page, asked in _asked(view) if view.older is not None or page not in COMPARING]
    views = [view_asked(view.whole, page, asked, lambda _: view.older) for page, asked in pages]
    made = portfolio(view, [exhibit_of(each) for each in views], day=day)
    return replace(made, cover=True, subtitle=view.t("export.deck.subtitle"))


def _asked(view: View) -> Iterator[tuple[str, Query]]:
    filtered = Query(lang=view.query.lang, **{name: getattr(view.query, name) for name in FILTERS})
    yield "ueberblick", filtered
    yield "veraenderungen", filtered
    yield "kompetenzfelder", filtered
    focused = in_focus(view).query
    yield "netzwerk", replace(filtered, ansicht=focused.ansicht, fokus=focused.fokus)
    yield "foerderung", filtered
    yield "daten", replace(filtered, reiter="offen")
    yield "daten", replace(filtered, reiter="methodik")


def in_focus(view: View) -> View:
    """Return the view with an actor in its focus, else the one with most partners: the whole could not be read."""
    if view.query.fokus in view.names:
        return view
    partners = partners_of(view.part)
    best = min(partners, key=lambda actor: (-partners[actor], actor), default="")
    return replace(view, query=replace(view.query, ansicht="kooperation", fokus=best))
