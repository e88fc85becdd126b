"""What a topic offers: the forms that what its files hold is called in, so that nobody has to look.

A topic is a folder of `views/`. It has only the files it needs; where it has one, its functions keep to the form that
belongs to the file, and `tests/test_topics.py` asks every topic.
"""

from __future__ import annotations

from typing import Protocol

from graph.export import Exhibit
from views.matrix import MatrixGrid
from views.table import Table
from views.view import View


class AsksView(Protocol):
    """``question.py``: what the parameters of an address mean for the topic; never words and never a table."""

    def __call__(self, view: View, /) -> object:
        """Return what is asked, in terms of the data."""


class AnswersView(Protocol):
    """``answer.py``: the record that answers what a view asks, kept by the content of the data."""

    def __call__(self, view: View, /) -> object:
        """Return the record."""


class SaysInBrief(Protocol):
    """``words.py``: the first sentence of a tab, as Markdown."""

    def __call__(self, view: View, /) -> str:
        """Say what the tab shows."""


class Tabulates(Protocol):
    """``tables.py``: a record as a table, which screen and files show alike."""

    def __call__(self, view: View, /, *records: object) -> Table | MatrixGrid:
        """Return the table."""


class MakesExhibit(Protocol):
    """``exhibit.py``: what a view gives to take away; listed by page and tab in `views.exhibit.pages.TABS`."""

    def __call__(self, view: View, /) -> Exhibit:
        """Return title, sentence, picture and table of the view."""
