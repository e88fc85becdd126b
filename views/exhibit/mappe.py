"""The portfolio as a record, and what can be done with it: every operation returns a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from graph.export.plain import readable
from views.address import codec
from views.address.parameters import Query

LANDING = "ueberblick"  # stands at the address of the app itself
MOST_VIEWS = 100
LONGEST_TITLE, LONGEST_NOTE = 300, 4_000
# how it is looked at is not part of a view: a portfolio speaks the language of whoever opens it
NOT_KEPT = ("lang", "modus", "folie")
_NOTHING: Mapping[str, str] = MappingProxyType({})


class KeptKind(StrEnum):
    """What stands at a place of the portfolio."""

    VIEW = "view"
    DECISION = "decision"


@dataclass(frozen=True)
class Kept:
    """One place of the portfolio: a view, or a proposal to decide on.

    Attributes
    ----------
    id
        Number that stays the same when the order changes.
    page, parameters
        Page of a view by its name, and the parameters of its link; empty for a decision.
    title
        Finding of a view, or the proposal itself.
    confirmed
        Whether a person has taken over the title; until then it is a suggestion.
    note
        What the speaker wants to say; the reasons of a decision, one a line.
    question
        What the parameters ask, where it is at hand: a view on screen need not be read from its own address.
    """

    id: int
    page: str = ""
    parameters: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    title: str = ""
    confirmed: bool = False
    note: str = ""
    kind: KeptKind = KeptKind.VIEW
    question: Query | None = field(default=None, compare=False, repr=False)

    def asked(self, language: str) -> Query:
        """Return the question of the view in a language: a portfolio speaks that of whoever opens it."""
        return replace(self.question or codec.decode(self.parameters)[0], lang=language)

    @property
    def link(self) -> str:
        """Address of the view within the app; that of the landing page, and ``""`` for a decision, names no page."""
        return codec.address("" if self.page == LANDING else self.page, **self.parameters)

    @property
    def place(self) -> str:
        """The same to be read: without the note, which stands on the picture, and with letters instead of codes."""
        said = {name: value for name, value in self.parameters.items() if name != "notiz"}
        return readable(replace(self, parameters=said).link)


@dataclass(frozen=True)
class Mappe:
    """A title and the views in their order."""

    title: str = ""
    views: tuple[Kept, ...] = ()

    def place_of(self, view: int) -> int | None:
        """Return where the view with this id stands, from 0; ``None`` if it is not here."""
        return next((place for place, kept in enumerate(self.views) if kept.id == view), None)


def view_of(page: str, parameters: Mapping[str, str], title: str) -> Kept:
    """Return a view as it is kept, its title being a suggestion; `added` gives it its id.

    Parameters
    ----------
    page
        Name of the page.
    parameters
        Parameters of the address.
    title
        Title that is suggested.
    """
    kept = {name: value for name, value in sorted(parameters.items()) if name not in NOT_KEPT}
    return Kept(0, page, kept, title[:LONGEST_TITLE])


def asked_view(page: str, asked: Query, title: str) -> Kept:
    """Return a view at hand as it is kept.

    Parameters
    ----------
    page
        Name of the page.
    asked
        What is asked of it.
    title
        Title that is suggested.
    """
    return replace(view_of(page, codec.encode(asked), title), question=replace(asked, modus="", folie=""))


def decision_of(proposal: str, reasons: str = "") -> Kept:
    """Return a proposal to decide on as it is kept; `added` gives it its id."""
    return Kept(0, title=proposal[:LONGEST_TITLE], confirmed=True, note=reasons[:LONGEST_NOTE], kind=KeptKind.DECISION)


def added(mappe: Mappe, *views: Kept) -> Mappe:
    """Return the portfolio with views at its end; beyond `MOST_VIEWS` nothing is added."""
    after = mappe.views
    for kept in views[: MOST_VIEWS - len(after)]:
        after = (*after, replace(kept, id=max((other.id for other in after), default=0) + 1))
    return replace(mappe, views=after)


def moved(mappe: Mappe, view: int, by: int) -> Mappe:
    """Return the portfolio with a view some places further down, or up with a negative number; ends hold.

    Parameters
    ----------
    mappe
        The portfolio.
    view
        Number of the view in the portfolio.
    by
        How many places on, negative for back.
    """
    place = mappe.place_of(view)
    if place is None:
        return mappe
    others = [kept for kept in mappe.views if kept.id != view]
    others.insert(max(place + by, 0), mappe.views[place])
    return replace(mappe, views=tuple(others))


def edited(mappe: Mappe, view: int, *, title: str, note: str) -> Mappe:
    """Return the portfolio with title and note of a view as a person wrote them; the title is then confirmed.

    Parameters
    ----------
    mappe
        The portfolio.
    view
        Number of the view in the portfolio.
    title
        Title.
    note
        Note below the title.
    """

    def after(kept: Kept) -> Kept:
        written = title.strip()[:LONGEST_TITLE] or kept.title
        return replace(kept, title=written, note=note.strip()[:LONGEST_NOTE], confirmed=True)

    return replace(mappe, views=tuple(after(kept) if kept.id == view else kept for kept in mappe.views))


def removed(mappe: Mappe, view: int) -> Mappe:
    """Return the portfolio without a view."""
    return replace(mappe, views=tuple(kept for kept in mappe.views if kept.id != view))


def renamed(mappe: Mappe, title: str) -> Mappe:
    """Return the portfolio under another title."""
    return replace(mappe, title=title.strip()[:LONGEST_TITLE])
