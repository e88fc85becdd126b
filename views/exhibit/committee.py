"""The ready portfolio for a steering committee, as views that stay live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from views.address import codec
from views.address.parameters import FILTERS, Query
from views.exhibit.mappe import Kept, view_of
from views.exhibit.standard import in_focus
from views.exhibit.summary import summary_of
from views.view import View


def proposal(view: View, page: str) -> str:
    """Return the finding a view proposes as its title, ``""`` for a page that cannot be taken away."""
    link = codec.address(page, **codec.encode(view.query))
    return summary_of(view.whole, view.older, link, view.t.language)[0]


def standard_views(view: View) -> tuple[Kept, ...]:
    """Where we stand, what is new, fields, the network of the focus, funding, open points, method and sources."""
    return tuple(
        view_of(page, codec.encode(asked), proposal(replace(view, query=asked), page)) for page, asked in _asked(view)
    )


def _asked(view: View) -> Iterator[tuple[str, Query]]:
    filtered = Query(lang=view.query.lang, **{name: getattr(view.query, name) for name in FILTERS})
    yield "ueberblick", filtered
    yield "veraenderungen", filtered
    yield "kompetenzfelder", filtered
    yield "netzwerk", _network(view, filtered)
    yield "foerderung", filtered
    yield "daten", replace(filtered, reiter="offen")
    yield "daten", replace(filtered, reiter="methodik")


def _network(view: View, filtered: Query) -> Query:
    asked = in_focus(view).query
    return replace(filtered, ansicht=asked.ansicht, fokus=asked.fokus)
