"""Where the data come from and what part of them is shown, for the line below every page and in every file."""

from __future__ import annotations

from graph.vocabulary import Certainty
from views.language.dates import date_words
from views.view import View

_NAMED = 3  # publishers that a line names; of more it says how many sources there are


def publisher(view: View) -> str:
    """Return who publishes the data, else their name, else whose sources they rest on; text from the data."""
    about = view.whole.about
    return about.get("publisher") or about.get("title") or _of_sources(view)


def data_title(view: View) -> str:
    """Name of the dataset, that of the application where it has none; text from the data."""
    return view.whole.about.get("title") or view.t("frame.title")


def _of_sources(view: View) -> str:
    sources = view.whole.sources
    if sources.empty:
        return view.t("shell.source_unnamed")
    named = tuple(dict.fromkeys(sources["publisher"]))
    return view.t.names(named) if len(named) <= _NAMED and all(named) else view.t.count("shell.sources", len(sources))


def as_of(view: View) -> str:
    """Day the data stand for, in words."""
    return date_words(view.t, view.whole.as_of) or view.t("format.missing.text")


def uncertain(view: View) -> int:
    """Return how many of the ties shown are not confirmed."""
    return int((view.part.ties["certainty"] != Certainty.CONFIRMED).sum())


def shown(view: View) -> str:
    """Say how many of all actors and projects are shown."""
    tables = {"actors": (view.part.actors, view.whole.actors), "projects": (view.part.projects, view.whole.projects)}
    counts = {
        f"{name}{suffix}": view.t.number(len(table))
        for name, pair in tables.items()
        for suffix, table in zip(("", "_all"), pair, strict=True)
    }
    return view.t("shell.shown", **counts)
