"""Findings and small pictures of views, cached."""

from __future__ import annotations

from dataclasses import replace

from graph.dataset import Dataset
from graph.export.png import rendered
from graph.export.svg.element import document
from graph.export.svg.page import picture
from views.address.parameters import Query
from views.exhibit.links import UnknownViewError, exhibit_of, view_asked
from views.exhibit.offers import fitting
from views.exhibit.words import file_words
from views.keeping import cached

_WIDTH, _HEIGHT = 960.0, 540.0  # px the picture is laid out for
_PIXELS = 400  # twice the width on screen


@cached
def summary_of(dataset: Dataset, older: Dataset | None, page: str, asked: Query) -> tuple[str, tuple[str, ...]]:
    """Return the finding of a view and the formats that fit it; nothing for a page that cannot be taken away.

    Parameters
    ----------
    dataset
        All data.
    older
        The state the view compares with.
    page, asked
        The page and what it is asked.
    """
    try:
        shown = exhibit_of(replace(view_asked(dataset, page, asked), older=older))
    except UnknownViewError:
        return "", ()
    return shown.title, fitting(shown)


@cached
def thumbnail_of(dataset: Dataset, older: Dataset | None, page: str, asked: Query) -> bytes:
    """PNG of the picture of a view; nothing when it has none.

    Parameters
    ----------
    dataset
        All data.
    older
        The state the view compares with.
    page, asked
        The page and what it is asked.
    """
    view = replace(view_asked(dataset, page, asked), older=older)
    try:
        shown = exhibit_of(view).picture
    except UnknownViewError:
        return b""
    drawn = picture(shown, file_words(view.t), _WIDTH, _HEIGHT)
    if drawn is None or drawn.height <= 0:
        return b""
    return rendered(document(_WIDTH, min(drawn.height, _HEIGHT), drawn.elements), _PIXELS)
