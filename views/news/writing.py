"""Feeds and calendars for the command line."""

from __future__ import annotations

import argparse
import sys

from graph.export.feeds.atom import atom
from graph.export.linked.jsonld import WebNames
from views.exhibit.writing import REFUSALS, refusal
from views.language.words import words
from views.news.changes import FeedPlace, changes_feed
from views.news.days import coming_calendar, coming_days
from views.publishing.places import names_of_site
from views.publishing.site import seen
from views.publishing.writing import asked_publication
from views.view import View


def write_feed(options: argparse.Namespace) -> int:
    """Write the feed; 0 when that worked, else 1 with the reason on standard error."""
    t, ending = words(options.language), options.to.suffix.lower()
    if ending not in (".atom", ".ics"):
        print(t("news.unknown_format", name=ending or "–"), file=sys.stderr)
        return 1
    try:
        asked = asked_publication(options)
        view = seen(asked, options.language)
    except REFUSALS as error:
        print(refusal(t, error), file=sys.stderr)
        return 1
    content, count = _written(view, ending, names_of_site(view, asked.address))
    options.to.write_bytes(content)
    print(t.count("news.written", count, name=options.to))
    return 0


def _written(view: View, ending: str, names: WebNames) -> tuple[bytes, int]:
    if ending == ".atom":
        feed = changes_feed(view, FeedPlace(names))
        return atom(feed), len(feed.entries)
    return coming_calendar(view, names), len(coming_days(view, names))
