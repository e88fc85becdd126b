"""What is taken away: exhibits with their words, before anything is known of a format.

An exhibit is one view of the screen: title, sentence, picture, table and source line. All words come from above, in the
language of the visitor; the writers in this package only arrange them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from graph.dataset import Dataset
from graph.export.pictures import Picture
from graph.export.table import ExportTable

NO_WORDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its label and what it leaves out."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One view: the answer first, then what shows it.

    Attributes
    ----------
    title, sentence
        Finding and answer.
    picture, figures, table, further
        What shows it; each may be missing. Further tables stand where there is room for them.
    remarks
        What a reader must know: what a sum leaves out, how something is counted; one sentence or more each.
    source
        Source line: source, date, what is uncertain.
    filters
        What the view is restricted to, one line each.
    link
        Address of the view in the app.
    note
        What the speaker wants to say.
    annotation
        What a person has written on the picture; it stands above it, where it covers nothing.
    sheet
        Short name of what its tables list, for sheets of a workbook; ``""`` takes the title.
    named
        Whether the table stands beside the picture on a slide, since it names what the picture counts.
    mark
        Word beside the title, such as ``Vorschlag`` for a title nobody has confirmed.
    """

    title: str
    sentence: str = ""
    picture: Picture | None = None
    figures: tuple[Figure, ...] = ()
    table: ExportTable | None = None
    further: tuple[ExportTable, ...] = ()
    remarks: tuple[str, ...] = ()
    source: str = ""
    filters: tuple[str, ...] = ()
    link: str = ""
    note: str = ""
    annotation: str = ""
    mark: str = ""
    sheet: str = ""
    named: bool = False

    @property
    def tables(self) -> tuple[ExportTable, ...]:
        """All tables, the one for the picture first."""
        return (*((self.table,) if self.table else ()), *self.further)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """One or more exhibits that leave together.

    Attributes
    ----------
    title, subtitle
        Name of the whole, and a line below it.
    exhibits
        In their order.
    words
        Every word of `graph.export.words.KEYS`.
    canvas_words
        What the live network of the web page shows or reads out, by the names its scripts know.
    language
        ``de`` or ``en``.
    as_of
        Day the data stand for, in words.
    day, made
        Day of the export, and the same in words; without words it is said in ISO 8601.
    author, licence
        Who hands it out, and what may be done with it.
    profile
        Name of the redaction, printed in every footer; ``""`` when nothing was taken out.
    watermark
        Word across every page, such as ``Entwurf``; ``""`` for none.
    cover
        Whether a presentation begins with a title slide.
    dataset
        What the exhibits show, for the formats that carry the data themselves.
    template, layout
        An organisation's own file for presentations, and the name of its layout for views; ```` finds one.
    """

    title: str
    exhibits: tuple[Exhibit, ...]
    words: Mapping[str, str]
    language: str = "de"
    subtitle: str = ""
    as_of: str = ""
    day: date | None = None
    made: str = ""
    author: str = ""
    licence: str = ""
    profile: str = ""
    watermark: str = ""
    cover: bool = False
    dataset: Dataset | None = None
    template: bytes | None = None
    layout: str = ""
    canvas_words: Mapping[str, str] = field(default_factory=lambda: NO_WORDS)

    @property
    def made_on(self) -> str:
        """Day of the export as it is read, ``""`` when there is none."""
        return self.made or (self.day.isoformat() if self.day else "")
