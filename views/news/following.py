"""What a feed of the store can follow: everything, open points, the view on screen, saved views, fields, actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from store import Store
from store.feeds import GivenFeed
from views.address import codec
from views.address.filters import active_filters
from views.exhibit.links import view_of
from views.fields.question import field_asked
from views.language.words import LANGUAGES, Words
from views.news.history import named_elements
from views.view import View

SAVED = ("partners", "scenario")  # kinds of documents that are views
OPEN_POINTS = "daten?reiter=offen"


def followed(view: View, store: Store) -> Mapping[str, str]:
    """Return what can be followed: address of each view, ``""`` for everything, and its name.

    Parameters
    ----------
    view
        The view on screen, offered where it is about a part of the data.
    store
        Where saved views are.
    """
    t = view.t
    found = {"": t("news.follow.all"), OPEN_POINTS: t("news.follow.open")}
    pairs = [*_here(view), *_saved(view, store), *_fields(view), *_elements(view)]
    return found | {address: name for address, name in pairs if address not in found}


def following(view: View, feed: GivenFeed) -> str:
    """Say what a feed that was given follows, who gave it, and when.

    Parameters
    ----------
    view
        The data and the words.
    feed
        The feed.
    """
    t = view.t
    what = {"": t("news.follow.all"), OPEN_POINTS: t("news.follow.open")}.get(feed.view)
    return t(
        "news.follow.given",
        title=feed.title or t("news.follow.untitled"),
        what=what or _about(view_of(view.whole, feed.view, t.language)) or feed.view,
        who=feed.who or t("news.follow.nobody"),
        day=t.day(feed.at.date()),
    )


def address_of(t: Words, home: str, token: str) -> str:
    """Return the address of a feed, in the language of whoever gives it.

    Parameters
    ----------
    t
        Words of the language.
    home
        Where the app stands, with a slash at its end.
    token
        Token of the feed.
    """
    return f"{home}feed/{token}" + ("" if t.language == LANGUAGES[0] else f"?lang={t.language}")


def _here(view: View) -> Iterator[tuple[str, str]]:
    """Yield the view on screen, where it leaves something out or is about somebody."""
    if about := _about(view):
        asked = replace(view.query, lang="de", modus="", folie="")
        address = codec.address(view.page or "ueberblick", **codec.encode(asked))
        yield address, view.t("news.follow.view", what=about)


def _about(view: View) -> str:
    """Name whom a view is about, else its filters; ``""`` for one of everything."""
    named = view.known(named_elements(view.query))
    return field_asked(view) or view.short_list(named) or ", ".join(words for _, _, words in active_filters(view))


def _saved(view: View, store: Store) -> Iterator[tuple[str, str]]:
    for document in (each for kind in SAVED for each in store.documents(kind)):
        if _about(view_of(view.whole, document.content)):
            yield document.content, view.t("news.follow.saved", title=document.title)


def _fields(view: View) -> Iterator[tuple[str, str]]:
    for field, name in view.field_slugs.items():
        yield codec.address("ueberblick", feld=name), view.t("news.follow.field", field=field)


def _elements(view: View) -> Iterator[tuple[str, str]]:
    for element, name in view.names.items():
        yield codec.address("steckbrief", id=element), name
