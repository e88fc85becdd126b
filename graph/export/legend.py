"""Where the parts of a legend stand, the same in every format: one group for each visual variable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.export.pictures import LegendGroup, LegendSample
from graph.picture.drawn import LineSwatch, NodeSwatch
from graph.picture.labels import text_width

TITLE_FONT, FONT = 12.5, 13.0  # px
LINE_SAMPLE = 34.0  # px
_GAP, _BETWEEN, _ASIDE = 6.0, 16.0, 36.0  # px between sample and text, between entries, between groups
_HEAD, _LINE, _BELOW = 21.0, 24.0, 8.0  # px of a title, of a line of entries, and below a group


@dataclass(frozen=True, slots=True)
class PlacedTitle:
    """Title of a group; ``top`` is the upper edge of its line."""

    text: str
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """Sample that begins at ``left`` and text that begins at ``beside``; both have their middle at ``middle``."""

    text: str
    sample: NodeSwatch | LineSwatch
    left: float
    beside: float
    middle: float


@dataclass(frozen=True, slots=True)
class PlacedLegend:
    """All parts in reading order, and the height they take in px."""

    parts: tuple[PlacedTitle | PlacedEntry, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Group:
    title: str
    lines: tuple[tuple[LegendSample, ...], ...]
    width: float
    height: float


def placed(groups: Iterable[LegendGroup], width: float, scale: float = 1.0, font: float = 1.0) -> PlacedLegend:
    """Place all groups within a width.

    Parameters
    ----------
    groups
        Groups in reading order.
    width
        Room in px.
    scale
        How much larger circles of sizes are than in the groups.
    font
        How much larger texts are than `FONT`; at most 1.3, since the lines stay as high as they are.
    """
    parts: list[PlacedTitle | PlacedEntry] = []
    left = top = high = 0.0
    for group in (_group(group, width, scale, font) for group in groups):
        if left and left + group.width > width:
            left, top, high = 0.0, top + high + _BELOW, 0.0
        parts += _parts(group, left, top, font)
        left, high = left + group.width + _ASIDE, max(high, group.height)
    return PlacedLegend(tuple(parts), top + high)


def placed_in_two(groups: Sequence[LegendGroup], width: float, scale: float = 1.0, font: float = 1.0) -> PlacedLegend:
    """Place the groups in two columns of about the same height, for low places.

    Parameters
    ----------
    groups
        Groups in reading order.
    width
        Room of both columns in px.
    scale, font
        As `placed` takes them.
    """
    wide = (width - _ASIDE) / 2
    columns = [
        [placed(part, wide, scale, font) for part in (groups[:cut], groups[cut:])] for cut in range(len(groups) + 1)
    ]
    left, right = min(columns, key=lambda both: max(column.height for column in both))
    moved = tuple(_moved(part, wide + _ASIDE) for part in right.parts)
    return PlacedLegend((*left.parts, *moved), max(left.height, right.height))


def holds_two(groups: Sequence[LegendGroup], width: float, font: float = 1.0) -> bool:
    """Whether each title and each entry finds room in half of a width.

    Parameters
    ----------
    groups
        Groups in reading order.
    width
        Room of both columns in px.
    font
        As `placed` takes it.
    """
    titles = [text_width(group.title, TITLE_FONT * font, bold=True) for group in groups]
    entries = [_entry_width(entry, font) for group in groups for entry in group.entries]
    return max([*titles, *entries], default=0.0) <= (width - _ASIDE) / 2


def _moved(part: PlacedTitle | PlacedEntry, across: float) -> PlacedTitle | PlacedEntry:
    if isinstance(part, PlacedTitle):
        return replace(part, left=part.left + across)
    return replace(part, left=part.left + across, beside=part.beside + across)


def sample_size(sample: NodeSwatch | LineSwatch) -> tuple[float, float]:
    """Width and height of a sample in px."""
    if isinstance(sample, NodeSwatch):
        return sample.size * 1.2 + 2, sample.size * 1.2 + 2
    return LINE_SAMPLE, 16.0


def _group(group: LegendGroup, width: float, scale: float, font: float) -> _Group:
    lines = tuple(_lines(_scaled(group, scale), width, font))
    wide = max([text_width(group.title, TITLE_FONT * font), *(_line_width(line, font) for line in lines)])
    return _Group(group.title, lines, min(wide, width), _HEAD + sum(_line_height(line) for line in lines))


def _scaled(group: LegendGroup, scale: float) -> Sequence[LegendSample]:
    if group.channel != "size":
        return group.entries
    return [
        replace(entry, sample=replace(entry.sample, size=entry.sample.size * scale))
        for entry in group.entries
        if isinstance(entry.sample, NodeSwatch)
    ]


def _lines(entries: Iterable[LegendSample], width: float, font: float) -> Iterator[tuple[LegendSample, ...]]:
    line: list[LegendSample] = []
    for entry in entries:
        if line and _line_width([*line, entry], font) > width:
            yield tuple(line)
            line = []
        line.append(entry)
    if line:
        yield tuple(line)


def _line_width(line: Sequence[LegendSample], font: float) -> float:
    return sum(_entry_width(entry, font) for entry in line) + _BETWEEN * (len(line) - 1)


def _line_height(line: Iterable[LegendSample]) -> float:
    return max([_LINE, *(sample_size(entry.sample)[1] + 2 for entry in line)])


def _entry_width(entry: LegendSample, font: float) -> float:
    return sample_size(entry.sample)[0] + _GAP + text_width(entry.text, FONT * font, bold=False)


def _parts(group: _Group, left: float, top: float, font: float) -> Iterator[PlacedTitle | PlacedEntry]:
    yield PlacedTitle(group.title, left, top)
    top += _HEAD
    for line in group.lines:
        high, at = _line_height(line), left
        for entry in line:
            beside = at + sample_size(entry.sample)[0] + _GAP
            yield PlacedEntry(entry.text, entry.sample, at, beside, top + high / 2)
            at += _entry_width(entry, font) + _BETWEEN
        top += high
