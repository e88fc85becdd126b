"""From a question, or the link that asks it, to a view, and from the view to its exhibit; without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.selection import select
from views.address import codec
from views.address.parameters import Query
from views.exhibit.pages import COMPARING, EDITING, EXHIBITS
from views.language.words import words
from views.view import View, selection_of

States = Callable[[str], Dataset | None]  # day in a link, "" for the last -> earlier state of the data


def no_state(_: str) -> None:
    """Know no earlier state."""


class UnknownViewError(ValueError):
    """A link leads to a page that has no exhibit."""


def view_of(dataset: Dataset, link: str, language: str = "", states: States = no_state) -> View:
    """Return the view a link asks for.

    Parameters
    ----------
    dataset
        All data.
    link
        Address of the view.
    language
        Wins over that of the link.
    states
        Finds the earlier state that is compared with.
    """
    parts = urlsplit(link)
    asked, unknown = codec.decode(dict(parse_qsl(parts.query, keep_blank_values=True)))
    if language:
        asked = replace(asked, lang=language)
    view = view_asked(dataset, codec.page_of(parts.path), asked, states)
    return replace(view, unknown=unknown + view.unknown)


def view_asked(dataset: Dataset, page: str, asked: Query, states: States = no_state) -> View:
    """Return the view of a question.

    Parameters
    ----------
    dataset
        All data.
    page
        Name of the page.
    asked
        The question.
    states
        Finds the earlier state; asked only by pages that compare with one.
    """
    selection, missing = selection_of(asked, dataset)
    older = states(asked.stand) if page in COMPARING else None
    part = select(dataset, selection)
    return View(asked, words(asked.lang), dataset, part, selection, missing, older, page=page)


def has_exhibit(page: str, tab: str) -> bool:
    """Tell whether a page with this tab (`reiter`) shows something that can be taken away."""
    return page in EXHIBITS and tab not in EDITING.get(page, ())


def exhibit_of(view: View, link: str = "") -> Exhibit:
    """Return the exhibit of a view.

    Parameters
    ----------
    view
        The view, which knows its page.
    link
        Address at which the view stands; only one that begins with ``http`` is of use outside the app.

    Raises
    ------
    UnknownViewError
        If that page or tab has none.
    """
    if not has_exhibit(view.page, view.query.reiter):
        raise UnknownViewError(view.page)
    made = EXHIBITS[view.page](view)
    return replace(made, link=link) if link.startswith(("http://", "https://")) else made
