"""The legend on a slide: native samples and texts in one group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Emu

from graph.export.legend import (
    LINE_SAMPLE,
    TITLE_FONT,
    PlacedEntry,
    PlacedLegend,
    PlacedTitle,
    holds_two,
    placed,
    placed_in_two,
    sample_size,
)
from graph.export.pictures import DrawnNetwork, LegendGroup
from graph.export.pptx.lines import point
from graph.export.pptx.network import SHAPES, paint, write_sign
from graph.export.pptx.parts import Part, Shapes, Slide
from graph.export.pptx.texts import QUIET, SlideLine, colour, describe, measured, textbox, without_style
from graph.export.pptx.units import EMU, SlideBox, emu
from graph.export.svg.paragraph import shortened
from graph.picture.drawn import LineSwatch, NodeSwatch
from graph.picture.labels import text_width
from graph.picture.outline import halves
from graph.picture.palette import LINES

_CLOSEST = 0.9  # lines are moved that close before groups are left out
_MARGIN = 24.0  # px right of the legend into which a text may reach
_WIDEST = 400.0  # px that a legend takes from its network for the sake of a long name
_MORE = 22.0  # px of the line that says where the legend goes on
SIZE = 16.0 / TITLE_FONT  # of texts: none is smaller than 12 pt


def add_legend(
    slide: Slide, shown: DrawnNetwork, box: SlideBox, zoom: float, words: Mapping[str, str]
) -> tuple[LegendGroup, ...]:
    """Add the legend to a box, and return the groups that find no room there.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The picture.
    box
        Where it stands, in px of the slide.
    zoom
        Scale at which the drawing is shown.
    words
        ``legend`` names it in the list of shapes, ``legend_further`` says that it goes on.
    """
    fitting, left = _fitting(shown, box, zoom, words["legend_further"])
    whole = _closed_up(fitting, box.height)
    made = [shape for part in whole.parts for shape in _add(slide.shapes, part, box)]
    if made:
        describe(slide.shapes.add_group_shape(made), alternative(shown, words["legend"]), words["legend"])
    return left


def height_in(shown: DrawnNetwork, box: SlideBox, zoom: float) -> float:
    """Height in px that the legend needs in a box of that width, its lines moved as close as they may be.

    Parameters
    ----------
    shown
        The picture.
    box
        Where it stands, in px of the slide.
    zoom
        Scale at which the drawing is shown.
    """
    return _CLOSEST * _placed(shown, shown.legend, box, zoom).height


def least_width(shown: DrawnNetwork) -> float:
    """Width in px in which the titles and entries of a legend stand whole whatever face a program has, or a limit."""
    titles = [(group.title, 0.0, True) for group in shown.legend]
    entries = [(e.text, LINE_SAMPLE, False) for group in shown.legend for e in group.entries]
    widths = [
        aside + text_width(text, measured(TITLE_FONT * SIZE, bold=bold).size, bold=bold)
        for text, aside, bold in (*titles, *entries)
    ]
    return min(max(widths, default=0.0) - _MARGIN + 12, _WIDEST)


def alternative(shown: DrawnNetwork, name: str) -> str:
    """Return the legend in words."""
    groups = (f"{group.title}: {', '.join(entry.text for entry in group.entries)}" for group in shown.legend)
    return f"{name}. {'; '.join(groups)}"


def _placed(shown: DrawnNetwork, groups: Sequence[LegendGroup], box: SlideBox, zoom: float) -> PlacedLegend:
    """Place the groups below each other, in two columns where that is lower and needed."""
    scale = zoom / min(shown.drawing.zoom, 1.0)
    one = placed(groups, box.width, scale, SIZE)
    if one.height <= box.height or not holds_two(groups, box.width, SIZE):
        return one
    return min((one, placed_in_two(groups, box.width, scale, SIZE)), key=lambda made: made.height)


def _fitting(
    shown: DrawnNetwork, box: SlideBox, zoom: float, further: str
) -> tuple[PlacedLegend, tuple[LegendGroup, ...]]:
    """Place the groups that fit, and return those that follow on a slide of their own, which the last line says."""
    whole = _placed(shown, shown.legend, box, zoom)
    if whole.height * _CLOSEST <= box.height or len(shown.legend) < 2:
        return whole, ()
    for count in range(len(shown.legend) - 1, 0, -1):
        made = _placed(shown, shown.legend[:count], box, zoom)
        if made.height + _MORE <= box.height:
            break
    more = PlacedTitle(further, 0.0, made.height)
    return PlacedLegend((*made.parts, more), made.height + _MORE), shown.legend[count:]


def _closed_up(legend: PlacedLegend, high: float) -> PlacedLegend:
    """Move lines closer together where a legend is higher than its box, so that it stays above the foot."""
    part = min(1.0, high / max(legend.height, 1.0))

    def moved(piece: PlacedTitle | PlacedEntry) -> PlacedTitle | PlacedEntry:
        if isinstance(piece, PlacedTitle):
            return replace(piece, top=piece.top * part)
        return replace(piece, middle=piece.middle * part)

    return PlacedLegend(tuple(moved(piece) for piece in legend.parts), legend.height * part)


def _add(shapes: Shapes, part: PlacedTitle | PlacedEntry, box: SlideBox) -> list[Part]:
    if isinstance(part, PlacedTitle):
        line = SlideLine(part.text, TITLE_FONT * SIZE, bold=True)
        return [_text(shapes, line, box.left + part.left, box.top + part.top, box)]
    line = SlideLine(part.text, TITLE_FONT * SIZE, colour=QUIET)
    text = _text(shapes, line, box.left + part.beside, box.top + part.middle - line.size * 0.62, box)
    left, middle = box.left + part.left, box.top + part.middle
    if isinstance(part.sample, NodeSwatch):
        return [_node(shapes, part.sample, left, middle), text]
    return [_line(shapes, part.sample, left, middle), text]


def _text(shapes: Shapes, line: SlideLine, left: float, top: float, box: SlideBox) -> Part:
    # as wide as the widest typeface needs: else a program breaks the text, or pushes it over its sample
    style, most = measured(line.size, bold=line.bold), max(box.right + _MARGIN - left, 20.0)
    wide = min(text_width(line.text, style.size, bold=line.bold) + 12, most)
    said = replace(line, text=shortened(line.text, style, wide))
    return textbox(shapes, SlideBox(left, top, wide, line.size * 1.25), [said], name=line.text)


def _node(shapes: Shapes, swatch: NodeSwatch, left: float, middle: float) -> Part:
    wide, high = halves(swatch.shape, swatch.size)
    centre = left + sample_size(swatch)[0] / 2
    made = shapes.add_shape(SHAPES[swatch.shape], *SlideBox(centre - wide, middle - high, 2 * wide, 2 * high).emu)
    paint(made, swatch.fill, swatch.colour)
    write_sign(made, swatch.fill, swatch.code, swatch.ink, 2 * wide)
    return made


def _line(shapes: Shapes, swatch: LineSwatch, left: float, middle: float) -> Part:
    ends = emu(left), emu(middle), emu(left + LINE_SAMPLE), emu(middle)
    made = without_style(shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    made.line.color.rgb = colour(LINES["light"][swatch.line])
    made.line.width = Emu(round(swatch.width * EMU))
    if swatch.dashed:
        made.line.dash_style = MSO_LINE.DASH
    if swatch.arrow:
        point(made)
    return made
