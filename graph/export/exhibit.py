"""What is taken away: exhibits with their words, before anything is known of a format.

An exhibit is one view of the screen: title, sentence, picture, table and source line. All words come from above, in the
language of the visitor; the writers in this package only arrange them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from graph.dataset import Dataset
from graph.picture.drawn import Drawing, LineSwatch, NodeSwatch

Value = str | int | float | Decimal | date | None

NO_FACTS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({})
NO_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Kind(StrEnum):
    """What the cells of a column are to a program."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # euro
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """Header of a column and what its cells are."""

    header: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes
    ----------
    text
        What a person reads, in the formats of the language.
    value
        What a program reads; ``None`` when nothing is recorded. Text columns use ``text``.
    """

    text: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``caption`` says what it is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample of a node or line and what it stands for."""

    text: str
    sample: NodeSwatch | LineSwatch


@dataclass(frozen=True, slots=True)
class LegendGroup:
    """What one visual variable says: ``Farbe zeigt: Akteurstyp`` and its entries.

    ``channel`` is that of `graph.picture.drawn.LegendEntry`; circles of ``size`` grow with the picture.
    """

    title: str
    entries: tuple[LegendEntry, ...]
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """A drawn network.

    Attributes
    ----------
    drawing
        The drawing on screen.
    legend
        Its legend in words, entry by entry as in ``drawing.legend``.
    description
        What the picture shows, for those who do not see it.
    note
        Remark below the legend.
    facts
        Element id -> facts as term and text, for the details of the web page.
    fields
        Element id -> its fields of competence, for the filter of the web page.
    """

    drawing: Drawing
    legend: tuple[LegendGroup, ...]
    description: str
    note: str = ""
    facts: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=lambda: NO_FACTS)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_FIELDS)


class Form(StrEnum):
    """What a chart becomes in a presentation; a picture cannot be edited there."""

    BARS = "bars"
    COLUMNS = "columns"
    LINES = "lines"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Series:
    """Values of a chart, one for each category; ``None`` is drawn as a gap."""

    name: str
    values: tuple[int | float | Decimal | None, ...]
    colour: str = ""  # ``#RRGGBB``, by default a colour of the palette


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes
    ----------
    spec
        Vega-Lite specification, as on screen (`graph.picture.charts`).
    description
        What the chart shows, for those who do not see it.
    form, categories, series
        The same as numbers, for charts that stay editable; not needed for `Form.PICTURE`.
    number_format
        How numbers are shown beside the marks, in the notation of Excel.
    """

    spec: Mapping[str, Any]
    description: str
    form: Form = Form.PICTURE
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    number_format: str = "#,##0"


SHADES = ("#FFFFFF", "#E6F1F0", "#B5D3D1", "#7FB0AD", "#3F7F7C", "#0E3B3A")  # of a matrix, from none to most
DARK_SHADES = 4  # from here on text is white


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a matrix; ``shades`` are places in `SHADES`, one for each cell."""

    header: str
    cells: tuple[str, ...]
    shades: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix whose cells are shaded by their number; ``corner`` names rows and columns."""

    description: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and points below it."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Lists instead of a picture: what is new, open points, method and sources."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal to decide on, its reasons and the outcomes to tick."""

    proposal: str
    reasons: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its label and what it leaves out."""

    label: str
    value: str
    note: str = ""


Picture = Network | Chart | Matrix | Text | Decision


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One view: the answer first, then what shows it.

    Attributes
    ----------
    title, sentence
        Finding and answer.
    picture, figures, table
        What shows it; each may be missing.
    source
        Source line: source, date, what is uncertain.
    filters
        What the view is restricted to, one line each.
    link
        Address of the view in the app.
    note
        What the speaker wants to say.
    mark
        Word beside the title, such as ``Vorschlag`` for a title nobody has confirmed.
    """

    title: str
    sentence: str = ""
    picture: Picture | None = None
    figures: tuple[Figure, ...] = ()
    table: Table | None = None
    source: str = ""
    filters: tuple[str, ...] = ()
    link: str = ""
    note: str = ""
    mark: str = ""


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
    language
        ``de`` or ``en``.
    as_of
        Day the data stand for, in words.
    day
        Day of the export.
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
    """

    title: str
    exhibits: tuple[Exhibit, ...]
    words: Mapping[str, str]
    language: str = "de"
    subtitle: str = ""
    as_of: str = ""
    day: date | None = None
    author: str = ""
    licence: str = ""
    profile: str = ""
    watermark: str = ""
    cover: bool = False
    dataset: Dataset | None = None
