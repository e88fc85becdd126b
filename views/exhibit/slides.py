"""Where one is among the slides of a portfolio, and which view each slide shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from views.address import codec
from views.address.parameters import Query
from views.exhibit.mappe import Kept, KeptKind
from views.language.words import Words

PORTFOLIO = "mappe"  # the page that keeps the slides; it also shows those that are only text


@dataclass(frozen=True, slots=True)
class SlidePlace:
    """Where one is among the slides.

    Attributes
    ----------
    number, slides
        Number of the slide, 0 for a view that is none, and how many there are.
    slide
        What was saved, ``None`` for a view that is no slide.
    changed
        Filters or page are no longer those of the slide.
    """

    number: int
    slides: int
    slide: Kept | None = None
    changed: bool = False

    @property
    def saved(self) -> Kept | None:
        """The slide while what is shown is as it was saved."""
        return None if self.changed else self.slide


def place_of(asked: Query, page: str, slides: Sequence[Kept]) -> SlidePlace:
    """Return the place of a view among slides.

    Parameters
    ----------
    asked
        What the visitor asks for.
    page
        Name of the page that is open.
    slides
        Places of the portfolio in their order.
    """
    number = int(asked.folie or 0)
    if not 1 <= number <= len(slides):
        return SlidePlace(0, len(slides))
    slide = slides[number - 1]
    return SlidePlace(number, len(slides), slide, changed=(page, asked) != view_of(asked, slide, number))


def view_of(asked: Query, slide: Kept, number: int) -> tuple[str, Query]:
    """Return page and query of a slide, in the language the room is shown.

    Parameters
    ----------
    asked
        What the visitor asks for.
    slide
        Place of the portfolio.
    number
        Number of the slide.
    """
    saved, _ = codec.decode(dict(slide.parameters))
    page = PORTFOLIO if slide.kind is KeptKind.DECISION else slide.page
    return page, replace(saved, lang=asked.lang, modus="praesentation", folie=str(number))


def number_of(asked: Query, page: str, slides: Sequence[Kept]) -> int:
    """Return the number of the slide that shows this view, 0 when none does; on the portfolio's page, the first.

    Parameters
    ----------
    asked
        What the visitor asks for.
    page
        Name of the page that is open.
    slides
        Places of the portfolio in their order.
    """
    if page == PORTFOLIO:
        return min(1, len(slides))
    for number, slide in enumerate(slides, 1):
        if view_of(asked, slide, number) == (page, replace(asked, modus="praesentation", folie=str(number))):
            return number
    return 0


def spoken(t: Words, place: SlidePlace) -> str:
    """Say for those who listen which slide is shown."""
    if not place.slide:
        return t("presentation.begun")
    values = {"number": t.number(place.number), "slides": t.number(place.slides), "title": place.slide.title}
    return t("presentation.spoken", **values)
