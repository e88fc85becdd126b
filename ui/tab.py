"""What a tab of a page offers to its page."""

from __future__ import annotations

from typing import Protocol

from views.view import View


class Tab(Protocol):
    """A module of `ui/<topic>/` that shows one tab."""

    def sentence(self, view: View, /) -> str:
        """Say first what the tab answers, as Markdown."""

    def options(self, view: View, /) -> None:
        """Offer what may be chosen."""

    def show(self, view: View, /) -> None:
        """Show the answer."""


def nothing_to_choose(_: View, /) -> None:
    """Offer nothing above the answer: what may be chosen stands beside it, or nothing may."""
