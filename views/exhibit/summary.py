"""Findings and small pictures of views, cached."""

from __future__ import annotations

from dataclasses import replace

from graph.dataset import Dataset
from graph.export.png import rendered
from graph.export.svg.element import document
from graph.export.svg.page import picture
from views.exhibit.links import UnknownViewError, exhibit_of, view_of
from views.exhibit.offers import fitting
from views.exhibit.words import file_words
from views.keeping import cached

_WIDTH, _HEIGHT = 960.0, 540.0  # px the picture is laid out for
_PIXELS = 400  # twice the width on screen


@cached
def summary_of(dataset: Dataset, older: Dataset | None, link: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return the finding of a view and the formats that fit it; nothing for a page that cannot be taken away.

    ``older`` is the state the view compares with.
    """
    try:
        shown = exhibit_of(replace(view_of(dataset, link, language), older=older), link)
    except UnknownViewError:
        return "", ()
    return shown.title, fitting(shown)


@cached
def thumbnail_of(dataset: Dataset, older: Dataset | None, link: str, language: str) -> bytes:
    """PNG of the picture of a view; nothing when it has none. ``older`` is the state the view compares with."""
    view = replace(view_of(dataset, link, language), older=older)
    try:
        shown = exhibit_of(view, link).picture
    except UnknownViewError:
        return b""
    drawn = picture(shown, file_words(view.t), _WIDTH, _HEIGHT)
    if drawn is None or drawn.height <= 0:
        return b""
    return rendered(document(_WIDTH, min(drawn.height, _HEIGHT), drawn.elements), _PIXELS)
