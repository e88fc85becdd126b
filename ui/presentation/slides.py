"""Which slide of the portfolio is shown to the room, and the ways to the others."""

from __future__ import annotations

from ui import query
from ui.portfolio import collection
from views.exhibit.slides import SlidePlace, number_of, place_of, view_of


def place() -> SlidePlace:
    """Return the place of what this visitor shows."""
    return place_of(query.current(), query.here(), collection.current().views)


def begin() -> None:
    """Show to the room what is open: as the slide it is, else alone; for callbacks."""
    number = number_of(query.current(), query.here(), collection.current().views)
    query.begin_presentation()
    if number:
        go(number)


def go(number: int) -> None:
    """Show a slide as it was saved; for callbacks."""
    slides = collection.current().views
    if 1 <= number <= len(slides):
        query.turn_to(*view_of(query.current(), slides[number - 1], number))
