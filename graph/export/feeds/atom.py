"""An Atom feed (RFC 4287). Every text is only text."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from graph.export.plain import clean, one_line

_ATOM = "http://www.w3.org/2005/Atom"
MIME = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One piece of news.

    Attributes
    ----------
    id
        IRI that never changes.
    title, summary
        What happened, and more about it.
    updated
        When, as RFC 3339 has it: ``2026-01-22T12:00:00Z``.
    link
        Where more is said; ``""`` for nowhere.
    category
        Code of the kind of news; ``""`` for none.
    author
        Who did it, where it is not the author of the feed.
    """

    id: str
    title: str
    updated: str
    summary: str = ""
    link: str = ""
    category: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes
    ----------
    id
        IRI that never changes.
    title, subtitle
        What it is about.
    updated
        Of its last entry, or of the data.
    author
        Who publishes it; a feed must name somebody.
    language
        ``de`` or ``en``.
    entries
        The latest first.
    link, own, further
        Address of what it is about, of the feed itself, and of its next page; ``""`` for none.
    """

    id: str
    title: str
    updated: str
    author: str
    language: str
    entries: tuple[FeedEntry, ...]
    subtitle: str = ""
    link: str = ""
    own: str = ""
    further: str = ""


def atom(feed: Feed) -> bytes:
    """Write a feed."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _texts(root, id=feed.id, title=feed.title, subtitle=feed.subtitle, updated=feed.updated)
    _texts(ET.SubElement(root, "author"), name=feed.author)
    _link(root, feed.link, "alternate")
    _link(root, feed.own, "self")
    _link(root, feed.further, "next")
    for entry in feed.entries:
        node = ET.SubElement(root, "entry")
        _texts(node, id=entry.id, title=entry.title, updated=entry.updated, summary=entry.summary)
        if entry.author:
            _texts(ET.SubElement(node, "author"), name=entry.author)
        _link(node, entry.link, "alternate")
        if not entry.link:  # an entry that leads nowhere must hold its content (RFC 4287, 4.1.1)
            ET.SubElement(node, "content", {"type": "text"}).text = clean(entry.summary or entry.title)
        if entry.category:
            ET.SubElement(node, "category", {"term": entry.category})
    ET.indent(root, "")
    return b'<?xml version="1.0" encoding="utf-8"?>\n%b\n' % ET.tostring(root, encoding="unicode").encode()


def _texts(node: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        if text:
            ET.SubElement(node, name).text = clean(text) if name == "summary" else one_line(text)


def _link(node: ET.Element, address: str, relation: str) -> None:
    if address:
        ET.SubElement(node, "link", {"rel": relation, "href": one_line(address)})
