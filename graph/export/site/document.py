"""A website before it is written: editions of one language each, their pages, and the sections of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from graph.export.exhibit import Exhibit

# words of the shell that are the same on every page
KEYS = (
    "menu",
    "search",
    "search_hint",
    "search_go",
    "search_none",
    "search_hits",  # {n}
    "search_script",
    "filter",
    "filter_hint",
    "all",
    "rows",  # {n}, {all}
    "other_language",
    "profile",
    "embed",
    "embed_frame",
    "embed_image",
    "embed_address",
    "download_picture",
    "app",
    "moved",
)

NOWHERE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text and a note behind it; ``href`` is a path of the edition, of the site, or a web address."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A choice that filters the rows of a table.

    Attributes
    ----------
    label
        What is chosen.
    values
        For each row what it has; a row is shown if the chosen value is among them.
    """

    label: str
    values: tuple[tuple[str, ...], ...]

    @property
    def options(self) -> list[str]:
        """All values, sorted."""
        return sorted({value for row in self.values for value in row if value}, key=str.casefold)


@dataclass(frozen=True, slots=True)
class SiteSection:
    """A view on a page.

    Attributes
    ----------
    exhibit
        What it shows.
    view
        Address of the view in the app, which shows the same.
    name
        Stem of the files of its picture; ``""`` for a picture that nobody embeds.
    facets
        Choices that filter its first table; a table with any has a search line too.
    whole
        Whether it is the page itself: its title is that of the page.
    live
        Whether one can walk through its network.
    """

    exhibit: Exhibit
    view: str
    name: str = ""
    facets: tuple[Facet, ...] = ()
    whole: bool = False
    live: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes
    ----------
    path
        Within the edition, such as ``akteure/wiro.html``.
    title
        Its heading.
    sections
        Views it shows.
    paragraphs
        Plain text above them.
    links
        Groups of links below them, by heading.
    searches
        Whether it is the page of the search.
    data
        JSON-LD about what it shows; ``None`` for none.
    """

    path: str
    title: str
    sections: tuple[SiteSection, ...] = ()
    paragraphs: tuple[str, ...] = ()
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    searches: bool = False
    data: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """Something to be found: its name, further names, what it is, and the path of its page."""

    name: str
    others: tuple[str, ...]
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language.

    Attributes
    ----------
    language, base
        Code, and the folder of its pages with a slash at its end; ``""`` for the first.
    title, subtitle
        Name of the site, and whose data they are on which day.
    words, file_words, canvas_words
        Words of `KEYS`, of `graph.export.words.KEYS`, and of the live network.
    menu, foot
        Links of every page.
    pages
        In their order.
    places
        Address of a view -> path of the page that shows it.
    entries
        What the search finds.
    lines
        Lines of the foot: date, licence, what was taken out.
    moved
        Paths of earlier days -> the page that stands for them now.
    watermark
        Word for a draft; ``""`` for none.
    feeds
        Feeds of the edition; the note of each is its media type.
    """

    language: str
    base: str
    title: str
    subtitle: str
    words: Mapping[str, str]
    file_words: Mapping[str, str]
    canvas_words: Mapping[str, str]
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    pages: tuple[Page, ...]
    places: Mapping[str, str]
    entries: tuple[IndexEntry, ...]
    lines: tuple[str, ...]
    moved: Mapping[str, str] = field(default_factory=lambda: NOWHERE)
    watermark: str = ""
    feeds: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site.

    Attributes
    ----------
    editions
        The first stands at the root.
    files
        Path -> content of what is there to download, the same for all languages.
    address
        Where it will stand, with a slash at its end; ``""`` when that is not known.
    """

    editions: tuple[Edition, ...]
    files: Mapping[str, bytes]
    address: str = ""
