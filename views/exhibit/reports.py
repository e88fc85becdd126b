"""What a steering committee gets besides pages: what is new, and how to read it all."""

from __future__ import annotations

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.export.pictures import Block, Decision, Text
from graph.history.change import compare_states
from views.changes import words as wording
from views.changes.exhibit import lists_of
from views.exhibit.frame import source_line
from views.exhibit.source import data_title
from views.view import View

_SOURCES = 8
_RULES = ("1", "2", "3", "4")


def news(view: View, older: Dataset) -> Exhibit:
    """Return what is new, changed, ended and removed since an earlier state of the data, as lists."""
    t, found = view.t, compare_states(older, view.whole)
    return Exhibit(
        title=t("change.since", date=wording.day(t, found.older)),
        sentence=wording.sentence(t, found),
        picture=lists_of(t, found),
        source=source_line(view),
    )


def method(view: View) -> Exhibit:
    """Return how things are counted, and the sources with most entries."""
    t = view.t
    used = [key for table in (view.part.actors, view.part.projects, view.part.ties) for key in table["reference"]]
    titles = dict(zip(view.whole.sources["id"], view.whole.sources["title"], strict=True))
    order = sorted(titles, key=lambda key: (-used.count(key), key))
    sources = [titles[key] for key in order[:_SOURCES]]
    if len(order) > _SOURCES:
        sources.append(t.count("export.method.more", len(order) - _SOURCES))
    rules = tuple(t(f"export.method.rule.{number}") for number in _RULES)
    return Exhibit(
        title=t("export.method.title"),
        sentence=data_title(view),
        picture=Text((Block(t("export.method.rules"), rules), Block(t("export.method.sources"), tuple(sources)))),
        source=source_line(view),
    )


def decision(view: View, proposal: str, reasons: tuple[str, ...] = ()) -> Exhibit:
    """Return a proposal to decide on, with its reasons."""
    outcomes = tuple(view.t(f"export.outcome.{name}") for name in ("accepted", "changed", "postponed"))
    return Exhibit(
        title=view.t("export.file.proposal"),
        picture=Decision(proposal, reasons, outcomes),
        source=source_line(view),
    )
