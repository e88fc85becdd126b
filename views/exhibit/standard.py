"""The ready portfolio for a steering committee: seven exhibits in one click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from graph.dataset import Dataset
from graph.export import Exhibit, Portfolio
from views.address.parameters import FILTERS, Query
from views.elements.answer import partners_of
from views.exhibit import pages, reports
from views.exhibit.portfolio import portfolio
from views.loaded import SHIPPED
from views.network.exhibit import network
from views.view import View


def standard(
    view: View, older: Dataset | None = None, *, links: Mapping[str, str] | None = None, day: date | None = None
) -> Portfolio:
    """Collect where we stand, what is new, fields, the network of the focus, funding, open points, method.

    Parameters
    ----------
    view
        Filters and focus. Without a focus the actor with most partners is in it.
    older
        Earlier state of the data, for what is new; left out without one.
    links
        Page -> address of its view in the app, see `views.exhibit.pages.EXHIBITS`.
    day
        Day of the export.
    """
    to = links or {}
    exhibits = [
        _of(view, "ueberblick", to),
        *([reports.news(view, older)] if older else []),
        _of(view, "kompetenzfelder", to),
        network(in_focus(view), to.get("netzwerk", "")),
        _of(view, "foerderung", to, reiter="balken"),
        _of(view, "daten", to, reiter="offen"),
        reports.method(view),
    ]
    made = portfolio(view, exhibits, day=day)
    return replace(made, cover=True, subtitle=view.t("export.deck.subtitle"))


def _of(view: View, page: str, links: Mapping[str, str], reiter: str = "") -> Exhibit:
    """Make the exhibit of a page as a visitor finds it, with the filters of the view."""
    asked = replace(
        Query(), reiter=reiter, **{name: getattr(view.query, name) for name in ("lang", "undatiert", *FILTERS)}
    )
    return pages.EXHIBITS[page](replace(view, query=asked), links.get(page, ""))


def in_focus(view: View) -> View:
    """Return the view with an actor in its focus; without one the picture could not be read."""
    if view.query.fokus in view.names:
        return view
    partners = partners_of(view.part)
    best = min(partners, key=lambda actor: (-partners[actor], actor), default="")
    return replace(view, query=replace(view.query, ansicht="kooperation", fokus=best))


def earlier_state() -> Path | None:
    """Folder of the latest earlier state that is shipped, if there is one."""
    states = sorted(path for path in (SHIPPED / "states").glob("*") if path.is_dir())
    return states[-1] if states else None
