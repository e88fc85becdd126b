"""What an exhibit shows: a network, a chart, a matrix, lists or a proposal, each with all its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from graph.export.table import ValueKind
from graph.picture.drawn import Drawing, LineSwatch, NodeSwatch

NO_FACTS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({})
NO_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LegendSample:
    """A sample of a node or line and what it stands for."""

    text: str
    sample: NodeSwatch | LineSwatch


@dataclass(frozen=True, slots=True)
class LegendGroup:
    """What one visual variable says: ``Farbe zeigt: Akteurstyp`` and its entries.

    ``channel`` is that of `graph.picture.drawn.LegendEntry`; circles of ``size`` grow with the picture.
    """

    title: str
    entries: tuple[LegendSample, ...]
    channel: str = ""


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
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
    all_names
        Whether every element is named where there is room, as in a fixed arrangement.
    """

    drawing: Drawing
    legend: tuple[LegendGroup, ...]
    description: str
    note: str = ""
    facts: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=lambda: NO_FACTS)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_FIELDS)
    all_names: bool = False


class ChartForm(StrEnum):
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
class MarkSample:
    """What a mark of a chart looks like, as shapes of SVG 34 px wide and 16 px high, and what it stands for."""

    shapes: str
    text: str


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
        The same as numbers, for charts that stay editable; not needed for `ChartForm.PICTURE`.
    number_format
        How numbers are shown beside the marks, in the notation of Excel.
    least_width
        Width in px that its names need; where there is less room it is drawn that wide and made smaller.
    samples
        Legend of a chart that cannot carry it itself; it stands below a `ChartForm.PICTURE`.
    caption
        What its lengths count, such as ``Projekte je Kompetenzfeld``; it stands above.
    """

    spec: Mapping[str, Any]
    description: str
    form: ChartForm = ChartForm.PICTURE
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    number_format: str = "#,##0"
    samples: tuple[MarkSample, ...] = ()
    least_width: float = 0.0
    caption: str = ""


SHADES = ("#FFFFFF", "#E6F1F0", "#B5D3D1", "#7FB0AD", "#3F7F7C", "#0E3B3A")  # of a matrix, from none to most
DARK_SHADES = 4  # from here on text is white


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a matrix.

    Attributes
    ----------
    header, cells
        What a person reads.
    shades
        Places in `SHADES`, one for each cell.
    values
        Numbers of the cells for programs, ``None`` where nothing is recorded; not needed for pictures.
    """

    header: str
    cells: tuple[str, ...]
    shades: tuple[int, ...]
    values: tuple[int | float | Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix whose cells are shaded by their number.

    Attributes
    ----------
    description
        What it shows, for those who do not see it.
    corner
        What rows and columns are, and the unit of the texts in the cells.
    columns, rows
        Names of the columns; rows with their names.
    kind
        What the values are to a program.
    header
        Corner of the table of values, where the texts have another unit; by default ``corner``.
    """

    description: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    kind: ValueKind = ValueKind.NUMBER
    header: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading and points below it."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Lists instead of a picture: what is new, open points, method and sources."""

    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal to decide on, its reasons and the outcomes to tick."""

    proposal: str
    reasons: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


Picture = DrawnNetwork | Chart | Matrix | Text | Decision
