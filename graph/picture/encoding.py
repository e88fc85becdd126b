"""One visual variable, one meaning: what colour, size, fill, line and shape say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import sqrt

from graph.apart import Called
from graph.picture.palette import NEUTRAL, Palette, Swatch
from graph.vocabulary import Mode, Status


class Colour(StrEnum):
    """The one question the fill colour answers."""

    TYPE = "type"  # type of organisation; projects stay neutral
    KOMPETENZFELD = "kompetenzfeld"  # first field of a project; actors stay neutral
    GROUP = "group"  # group in the network
    PLAIN = "plain"


class Shape(StrEnum):
    """What kind of element it is."""

    ACTOR = "circle"
    PROJECT = "box"
    FUNDER = "diamond"
    FIELD = "hexagon"


class Fill(StrEnum):
    """How far a project has come; actors are always full."""

    FULL = "full"  # under way or approved
    TINT = "tint"  # completed: 35 % of the colour
    HOLLOW = "hollow"  # not begun
    CROSSED = "crossed"  # cancelled: hollow, grey, with a cross
    UNKNOWN = "unknown"  # status not recorded: hollow with a question mark


FILL_OF_STATUS: Mapping[str, Fill] = {
    Status.IDEA: Fill.HOLLOW,
    Status.APPLIED: Fill.HOLLOW,
    Status.PLANNED: Fill.HOLLOW,
    Status.TENTATIVE: Fill.HOLLOW,
    Status.POSTPONED: Fill.HOLLOW,
    Status.APPROVED: Fill.FULL,
    Status.ONGOING: Fill.FULL,
    Status.COMPLETED: Fill.TINT,
    Status.CANCELLED: Fill.CROSSED,
    Status.UNKNOWN: Fill.UNKNOWN,
}
TINT = 0.35
DIMMED_OPACITY = 0.12
SMALLEST, GROWTH = 18.0, 38.0  # diameter in px: SMALLEST + GROWTH * sqrt(share of the largest value)
EQUAL = 24.0  # diameter in px of actors when the size says nothing
HUB, HUB_SIZE = "field", 30.0  # mode of a node that stands for a field of competence, see `graph.picture.hubs`, and px
CODE_FROM = 22.0  # a node shows its two-letter code from this diameter on

ROLE_WIDTHS: Mapping[str, float] = {"leads": 3.0, "partner": 1.2, "supports": 0.8}
OTHER_WIDTH = 1.2
# (upper bound, name of the class, width in px); the last class is open
WEIGHT_CLASSES = ((1, "1", 1.0), (2, "2", 2.0), (4, "3-4", 3.5), (None, "5+", 5.5))
AMOUNT_CLASSES = ((100_000, "100k", 1.0), (500_000, "500k", 2.0), (2_000_000, "2m", 4.0), (None, "more", 6.0))
UNKNOWN_AMOUNT, UNKNOWN_AMOUNT_WIDTH = "unknown", 1.5


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which attribute is shown by which visual variable.

    Attributes
    ----------
    colour
        Question the fill answers.
    palette
        Swatches for that question, made from the values of the whole dataset (see `graph.picture.palette.palette`).
    groups
        Node id -> name of its group; used with `Colour.GROUP` only.
    size
        Node id -> value shown as area; empty means that all nodes have the same size. Nodes without a value are as
        small as nodes with 0.
    size_name
        Code of the measure behind ``size``, for the legend.
    called
        Node id -> what it is called where another one has its name, see `graph.apart.called`.
    """

    colour: Colour = Colour.TYPE
    palette: Palette = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    size: Mapping[str, float] = field(default_factory=dict)
    size_name: str = ""
    called: Mapping[str, Called] = field(default_factory=dict)

    def category(self, node: str, attributes: Mapping[str, object]) -> str:
        """Value shown by the fill of a node; ``""`` when the node is neutral or has none."""
        if self.colour is Colour.GROUP:
            return str(self.groups.get(node, ""))
        if self.colour is Colour.TYPE and attributes.get("mode") == Mode.ACTOR:
            return str(attributes.get("type", ""))
        if self.colour is Colour.KOMPETENZFELD and attributes.get("mode") == Mode.PROJECT:
            fields = attributes.get("kompetenzfelder") or ()
            return str(fields[0]) if isinstance(fields, tuple) and fields else ""
        if self.colour is Colour.KOMPETENZFELD and attributes.get("mode") == HUB:
            return str(attributes.get("name", ""))  # a field has its own colour
        return ""

    def swatch(self, category: str) -> Swatch:
        """Fill, ink and code of a category; neutral when it has none."""
        return self.palette.get(category, NEUTRAL)


def diameter(value: float, largest: float) -> float:
    """Diameter in px at zoom 1 so that the area grows with the value; the smallest without a largest value."""
    share = max(value, 0.0) / largest if largest > 0 else 0.0
    return SMALLEST + GROWTH * sqrt(min(share, 1.0))


def weight_class(weight: float) -> tuple[str, float]:
    """Class name and line width in px of a cooperation."""
    return next((name, width) for bound, name, width in WEIGHT_CLASSES if bound is None or weight <= bound)


def amount_class(amount_eur: int | Decimal | None) -> tuple[str, float]:
    """Class name and line width in px of a funding tie; an unknown amount is a class of its own, never zero."""
    if amount_eur is None:
        return UNKNOWN_AMOUNT, UNKNOWN_AMOUNT_WIDTH
    return next((name, width) for bound, name, width in AMOUNT_CLASSES if bound is None or amount_eur <= bound)
