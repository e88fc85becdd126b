"""What changed between two states of the data as a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from graph.dataset import Dataset
from graph.export.feeds.atom import Feed, FeedEntry
from graph.export.linked.jsonld import WebNames
from graph.history.activity import as_of_day
from graph.history.change import RowChange
from graph.slugs import slug
from views.changes import words as wording
from views.changes.answer import changes_between
from views.changes.tables import names_of_both, source_titles
from views.exhibit.source import data_title, publisher
from views.language.speech import Speech
from views.language.words import capitalised
from views.view import View

URN = "urn:akteursnetz:"
_NO_DAY = "2000-01-01"  # feeds must say when; the data do not


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """Where the feed stands: names of elements, and its own address, ``""`` when not known."""

    names: WebNames
    own: str = ""


def changes_feed(view: View, place: FeedPlace) -> Feed:
    """Return what changed since the earlier state of a view; without one a feed that has no entry yet.

    Parameters
    ----------
    view
        The data, the words and the earlier state.
    place
        Where the feed stands.
    """
    t, home = view.t, place.names.base
    return Feed(
        id=f"{URN}feed:{slug(data_title(view)) or 'x'}",
        title=t("news.changes.title", title=data_title(view)),
        subtitle=_subtitle(view),
        updated=moment_of(view.whole),
        author=publisher(view),
        language=t.language,
        entries=tuple(_entries(view, view.older, place)) if view.older is not None else (),
        link=home if home.startswith("http") else "",
        own=place.own,
    )


def moment_of(dataset: Dataset) -> str:
    """Return the day the data stand for as feeds write a time."""
    day = as_of_day(dataset)
    return f"{day.isoformat() if day else _NO_DAY}T12:00:00Z"


def _subtitle(view: View) -> str:
    if view.older is None:
        return view.t("news.changes.no_state")
    return wording.sentence(view.t, changes_between(view.older, view.whole))


def _entries(view: View, older: Dataset, place: FeedPlace) -> Iterator[FeedEntry]:
    found = changes_between(older, view.whole)
    say, titles = names_of_both(view, older), source_titles(view.whole, older)
    updated = moment_of(view.whole)
    for change in found.changes:
        key = "\0".join((found.older, found.newer, change.table, change.kind, change.id))
        yield FeedEntry(
            id=f"{URN}change:{sha256(key.encode()).hexdigest()[:32]}",
            title=change_title(say, change),
            updated=updated,
            summary=wording.fields(say, change, titles),
            link=next((page for element in change.elements if (page := place.names.page(element))), ""),
            category=str(change.kind),
        )


def change_title(say: Speech, change: RowChange) -> str:
    """Say in a few words what happened to what.

    Parameters
    ----------
    say
        Names of the elements of both states.
    change
        What happened.
    """
    t, row = say.t, change.row
    return t("news.entry", kind=capitalised(t(f"change.kind.{change.kind}")), what=_what(say, change, row))


def _what(say: Speech, change: RowChange, row: object) -> str:
    t = say.t
    if change.table in ("actors", "projects"):
        return str(row["name"])  # type: ignore[index]
    if change.table == "sources":
        return t("news.source", title=str(row["title"] or change.id))  # type: ignore[index]
    names = [say.name(element) for element in change.elements]
    if change.table == "ties":
        return t("news.tie", start=names[0], kind=t.term("tie_kind", str(row["kind"])), end=names[-1])  # type: ignore[index]
    label = row["label"] if change.table == "events" else row["scheme"]  # type: ignore[index]
    return t("news.detail", name=names[0] if names else change.id, label=str(label) or t("news.unnamed"))
