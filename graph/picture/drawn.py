"""What is drawn, as plain records: no network, no words, nothing to look up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from graph.picture.encoding import CODE_FROM, Fill, Shape
from graph.picture.placed import NameBeside, PlacedName


class LineRole(StrEnum):
    """Role of a line; the theme gives it a colour (see `graph.picture.palette.LINES`)."""

    TIE = "tie"
    FUNDING = "funding"
    FIELD = "field"  # of a field of competence, see `graph.picture.hubs`
    LOST = "lost"  # before a change only, see `graph.picture.contrast`
    NEW = "new"  # after a change only


@dataclass(frozen=True, slots=True)
class Unconnected:
    """Elements without ties: they stand in a block of their own, or only their number does.

    Attributes
    ----------
    count
        How many there are.
    x, top
        Where the heading of the block begins, in the units of the drawing.
    right
        Where the block ends.
    """

    count: int
    x: float
    top: float
    right: float


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An element of the picture.

    Attributes
    ----------
    id, mode, name, short_name, status
        As in the network; status is ``""`` for actors.
    category
        Value shown by the fill, ``""`` when neutral.
    kind
        Type of an actor, kind of a project.
    code
        Two letters for the category, ``""`` when neutral; written where there is room (`code_shown`).
    shape, fill, colour, ink
        Form, how it is filled, the colour of the fill and of text on it.
    border_dashed
        All of its ties are uncertain.
    size
        Diameter in px at zoom 1; a project's box is a little wider and lower.
    value
        What the size shows; ``None`` when nothing is recorded.
    x, y
        Centre in px at zoom 1.
    rank
        Place in the order of importance for labels, 0 first; does not depend on focus and selection.
    label_shown
        The name is written in the picture (see `graph.picture.labels`).
    neighbours
        Number of nodes it is tied to in this view.
    focus, selected, dimmed
        Emphasis.
    written
        Where the name is written; ``None`` where it is not, or below the node when ``label_shown`` says that it is.
    apart
        Stands in the block of elements without ties.
    listed
        Is in the view but not drawn: the heading of the block counts it, and tables show it.
    beside
        Where its name stands in one of two columns, ``None`` elsewhere.
    """

    id: str
    mode: str
    name: str
    short_name: str
    category: str
    kind: str
    code: str
    shape: Shape
    fill: Fill
    colour: str
    ink: str
    border_dashed: bool
    size: float
    value: float | None
    x: float
    y: float
    status: str
    rank: int
    label_shown: bool
    neighbours: int
    focus: bool
    selected: bool
    dimmed: bool
    written: PlacedName | None = None
    apart: bool = False
    listed: bool = False
    beside: NameBeside | None = None

    @property
    def code_shown(self) -> bool:
        """Whether the code is written in the node at zoom 1."""
        return bool(self.code) and self.size >= CODE_FROM


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A line of the picture; several ties of one pair are one line.

    Attributes
    ----------
    id
        Stable within the view: ``source>target``, for money beside another tie ``source>target>funds``.
    kind
        ``leads``, ``partner``, ``supports``, ``cooperation``, ``funds`` or another kind of tie.
    width_class
        Code of the class the width shows: a role, a number of projects, a class of amounts.
    width
        px at zoom 1.
    line
        Role that gives the colour.
    dashed
        Uncertain: unconfirmed or conflicting.
    arrow
        Points to the target.
    curved
        A second line joins the same two nodes, so this one makes a bow.
    ties
        Number of ties or shared projects behind the line.
    amount_eur
        Known amount, ``None`` when unknown or when the line is not about money.
    weight
        Weight of a cooperation as it was counted, ``None`` for ties.
    bend
        How far the line bends around a foreign node, 0 for a straight one; see `graph.picture.bending`.
    """

    id: str
    source: str
    target: str
    kind: str
    width_class: str
    width: float
    line: LineRole
    dashed: bool
    arrow: bool
    curved: bool
    ties: int
    amount_eur: int | Decimal | None
    dimmed: bool
    weight: float | None = None
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend: something that occurs in the view, and how often.

    Attributes
    ----------
    channel
        What it explains: ``shape``, ``colour``, ``fill``, ``line``, ``width`` or ``size``.
    value
        Code of the vocabulary or value of the data; for ``size`` the number the circle stands for.
    count
        Nodes or lines of the view that look like this; 0 for ``size``.
    node
        Swatch of a node, or ``None`` for lines.
    line
        Swatch of a line, or ``None`` for nodes.
    """

    channel: str
    value: str
    count: int
    node: NodeSwatch | None = None
    line: LineSwatch | None = None


@dataclass(frozen=True, slots=True)
class NodeSwatch:
    """How a node looks, without a place."""

    shape: Shape
    fill: Fill
    colour: str
    ink: str = "#000000"
    code: str = ""
    size: float = 16.0


@dataclass(frozen=True, slots=True)
class LineSwatch:
    """How a line looks, without ends; width in px."""

    width: float
    line: LineRole = LineRole.TIE
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture without words of a language.

    Attributes
    ----------
    nodes
        By importance, the most important first.
    edges
        By their ends.
    legend
        What occurs in the picture, in reading order.
    colour, size_name
        What fill and size show.
    zoom
        Zoom at which the picture fills the canvas it was drawn for. Labels are as large as `graph.picture.labels` says
        at this zoom: in the units of ``x`` and ``y`` their font size is ``ACTOR_FONT / zoom``.
    frame
        Left, top, right and bottom of what the canvas shows, ``None`` for the nodes with a margin around them.
    unconnected
        Elements without ties that stand apart, ``None`` when there are none or they stand among the others.
    ground, borders
        Left, top, right and bottom of the part of the country that a map shows, and the borders in it, each x, y, x,
        y and so on; ``None`` and nothing in other pictures.
    columns
        Stands in two columns, where nearness means nothing.
    """

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    legend: tuple[LegendEntry, ...]
    colour: str
    size_name: str
    zoom: float = 1.0
    frame: tuple[float, float, float, float] | None = None
    unconnected: Unconnected | None = None
    ground: tuple[float, float, float, float] | None = None
    borders: tuple[tuple[float, ...], ...] = ()
    columns: bool = False

    @property
    def shown(self) -> tuple[DrawnNode, ...]:
        """Nodes that are drawn: all but those that are only counted."""
        return tuple(node for node in self.nodes if not node.listed)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all shapes in px; zeros when there are none."""
        return bounds(self.shown)


def bounds(nodes: Sequence[DrawnNode]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all shapes in px; zeros when there are none."""
    if not nodes:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(node.x - node.size / 2 for node in nodes),
        min(node.y - node.size / 2 for node in nodes),
        max(node.x + node.size / 2 for node in nodes),
        max(node.y + node.size / 2 for node in nodes),
    )
