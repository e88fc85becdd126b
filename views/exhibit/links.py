"""From the link of a view to its exhibit, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.selection import select
from views.address import codec
from views.exhibit.pages import EDITING, EXHIBITS
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
    asked, unknown = codec.decode(dict(parse_qsl(urlsplit(link).query, keep_blank_values=True)))
    if language:
        asked = replace(asked, lang=language)
    selection, missing = selection_of(asked, dataset)
    older = states(asked.stand)
    return View(asked, words(asked.lang), dataset, select(dataset, selection), selection, unknown + missing, older)


def has_exhibit(page: str, tab: str) -> bool:
    """Tell whether a page with this tab (`reiter`) shows something that can be taken away."""
    return page in EXHIBITS and tab not in EDITING.get(page, ())


def exhibit_of(view: View, link: str) -> Exhibit:
    """Return the exhibit of the page a link leads to.

    Raises
    ------
    UnknownViewError
        If that page or tab has none.
    """
    page = urlsplit(link).path.strip("/").rpartition("/")[2].replace("-", "_")
    if not has_exhibit(page, view.query.reiter):
        raise UnknownViewError(page)
    return EXHIBITS[page](view, link if link.startswith(("http://", "https://")) else "")
