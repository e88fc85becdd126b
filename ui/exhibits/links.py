"""From the link of a view to its exhibit, without a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qsl, urlsplit

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.load import load
from graph.selection import select
from ui import query
from ui.exhibits.pages import EXHIBITS
from ui.text import words
from ui.view import View, selection_of

NO_STATES: Mapping[str, Path] = MappingProxyType({})


class UnknownViewError(ValueError):
    """A link leads to a page that has no exhibit."""


def view_of(dataset: Dataset, link: str, language: str = "", states: Mapping[str, Path] = NO_STATES) -> View:
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
        Saved earlier states by day, the earliest first; the link names one, else the last is compared with.
    """
    asked, unknown = query.decode(dict(parse_qsl(urlsplit(link).query, keep_blank_values=True)))
    if language:
        asked = replace(asked, lang=language)
    selection, missing = selection_of(asked, dataset)
    saved = states.get(asked.stand) or next(reversed(states.values()), None)
    older = load(saved).dataset if saved else None
    return View(asked, words(asked.lang), dataset, select(dataset, selection), selection, unknown + missing, older)


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
