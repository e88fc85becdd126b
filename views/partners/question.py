"""Who is compared, and who is searched for."""

from __future__ import annotations

from graph.answers.candidate import Search
from views.view import View, search_of


def search(view: View) -> Search:
    """Return what is searched for."""
    return search_of(view.query, view.whole)


def is_searching(view: View) -> bool:
    """Whether anything is searched for yet."""
    wanted = search(view)
    return bool(wanted.actor or wanted.members or wanted.kompetenzfelder or wanted.types or wanted.locations)


MOST_COMPARED = 6  # actors; the drawing has room for no more


def needs_cover(view: View) -> bool:
    """Whether anything has to be covered."""
    return bool(search(view).kompetenzfelder or search(view).types)
