"""A document before anything is known of its format: blocks in their order, all words from above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.export.pictures import Chart, DrawnNetwork
from graph.export.table import ExportTable

# Words a document needs beside those of its blocks: "Inhalt", "Abbildung {n}", "Tabelle {n}", "Seite", "von", …
KEYS = ("contents", "figure", "table", "page", "of", "legend", "empty")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph; ``link`` is the address of what they say, ``""`` when there is none."""

    text: str
    link: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a quiet one is a note or a source line."""

    runs: tuple[Run, ...]
    quiet: bool = False

    @property
    def text(self) -> str:
        """Its words without links."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    points: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture with its caption, and what it shows for those who do not see it."""

    shown: DrawnNetwork | Chart
    caption: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A table; its caption says what it lists."""

    table: ExportTable


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Illustration | Listing | NewPage


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A document.

    Attributes
    ----------
    title, subtitle
        On the first page.
    blocks
        In their order.
    words
        Every word of `KEYS`.
    language
        ``de`` or ``en``.
    author, licence
        Who hands it out, and what may be done with it.
    footer
        Stands on every page beside its number.
    day
        Day in the properties of the file; files of the same content and day are the same to the byte.
    watermark
        Word that stands above the title, such as ``Entwurf``; ``""`` for none.
    template
        An organisation's own file, whose styles are used.
    contents
        Whether a table of contents follows the title.
    """

    title: str
    blocks: tuple[Block, ...]
    words: Mapping[str, str]
    language: str = "de"
    subtitle: str = ""
    author: str = ""
    licence: str = ""
    footer: str = ""
    day: date = date(2000, 1, 1)
    watermark: str = ""
    template: bytes | None = None
    contents: bool = True


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with the number of its kind: illustrations, listings and headings are counted from 1."""

    block: Block
    number: int


def numbered(blocks: tuple[Block, ...]) -> Iterator[Numbered]:
    """Count blocks, each kind on its own."""
    counts: dict[type, int] = {}
    for block in blocks:
        counts[type(block)] = counts.get(type(block), 0) + 1
        yield Numbered(block, counts[type(block)])
