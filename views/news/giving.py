"""Feeds of a store given and revoked from the command line."""

from __future__ import annotations

import argparse
import sys

import store
from store import is_address
from store.feeds import give_feed, given_feeds, revoke_feed
from store.intake import OPERATOR
from views.exhibit.links import UnknownViewError, has_exhibit, view_of
from views.exhibit.writing import REFUSALS, refusal
from views.fields.question import field_asked
from views.language.words import Words, words
from views.loaded import data_at


def keep_feeds(options: argparse.Namespace) -> int:
    """Give, list or revoke feeds; 0 when that worked, else 1 with the reason on standard error."""
    t, source = words(options.language), str(options.source)
    if not is_address(source):
        print(t("news.no_store", source=source), file=sys.stderr)
        return 1
    try:
        return _kept(options, t, source)
    except REFUSALS as error:
        print(refusal(t, error), file=sys.stderr)
        return 1


def _kept(options: argparse.Namespace, t: Words, source: str) -> int:
    engine = store.shared_store(source).engine
    if options.give is not None:
        _ensure_view(source, options.follow)
        print(t("news.given", path=f"/feed/{give_feed(engine, OPERATOR, options.give, options.follow)}"))
    elif options.given:
        for feed in given_feeds(engine):
            print("\t".join((feed.id, feed.title, feed.view or "–", t.day(feed.at.date()))))
    elif not revoke_feed(engine, OPERATOR, options.revoke):
        print(t("news.no_feed", id=options.revoke), file=sys.stderr)
        return 1
    return 0


def _ensure_view(source: str, link: str) -> None:
    """Refuse a view there is not, which a feed would take for everything.

    Raises
    ------
    UnknownViewError
        If the link leads to no page, or asks for what is not in the data.
    """
    view = view_of(data_at(source), link) if link else None
    if view and (view.unknown or not has_exhibit(view.page, view.query.reiter)):
        raise UnknownViewError(link)
    if view and view.query.id and view.query.id not in view.names and not field_asked(view):
        raise UnknownViewError(link)
