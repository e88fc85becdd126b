"""From the link of a view to its exhibit, without a browser."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.selection import select
from ui import query
from ui.exhibits.pages import EXHIBITS
from ui.text import words
from ui.view import View, selection_of


class UnknownViewError(ValueError):
    """A link leads to a page that has no exhibit."""


def view_of(dataset: Dataset, link: str, language: str = "") -> View:
    """Return the view a link asks for; a language given wins over that of the link."""
    asked, unknown = query.decode(dict(parse_qsl(urlsplit(link).query)))
    if language:
        asked = replace(asked, lang=language)
    selection, missing = selection_of(asked, dataset)
    return View(asked, words(asked.lang), dataset, select(dataset, selection), selection, unknown + missing)


def exhibit_of(view: View, link: str) -> Exhibit:
    """Return the exhibit of the page a link leads to.

    Raises
    ------
    UnknownViewError
        If that page has none.
    """
    page = urlsplit(link).path.strip("/").rpartition("/")[2].replace("-", "_")
    if page not in EXHIBITS:
        raise UnknownViewError(page)
    return EXHIBITS[page](view, link if link.startswith(("http://", "https://")) else "")
