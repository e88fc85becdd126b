"""The legend on a slide: native samples and texts in one group."""

from __future__ import annotations

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Emu

from graph.export.legend import (
    FONT,
    LINE_SAMPLE,
    TITLE_FONT,
    PlacedEntry,
    PlacedLegend,
    PlacedTitle,
    placed,
    sample_size,
)
from graph.export.pictures import Network
from graph.export.pptx.network import SHAPES, paint, point, write_sign
from graph.export.pptx.parts import Part, Shapes, Slide
from graph.export.pptx.texts import QUIET, Line, colour, describe, textbox, without_style
from graph.export.pptx.units import EMU, Box, emu
from graph.picture.drawn import LineSwatch, NodeSwatch
from graph.picture.labels import text_width
from graph.picture.outline import halves
from graph.picture.palette import LINES

SIZES = (1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)  # of texts and samples, the largest that fits is taken


def add_legend(slide: Slide, shown: Network, box: Box, zoom: float, name: str) -> float:
    """Add the legend as large as fits a box, and return its height in px; ``zoom`` is that of the picture."""
    scale = zoom / min(shown.drawing.zoom, 1.0)
    size, whole = _fitting(shown, box, scale)
    made = [shape for part in whole.parts for shape in _add(slide.shapes, part, box, size)]
    if made:
        describe(slide.shapes.add_group_shape(made), alternative(shown, name), name)
    return whole.height * size


def size_in(shown: Network, box: Box, zoom: float) -> float:
    """Size of texts and samples with which the legend fits a box."""
    return _fitting(shown, box, zoom / min(shown.drawing.zoom, 1.0))[0]


def alternative(shown: Network, name: str) -> str:
    """Return the legend in words."""
    groups = (f"{group.title}: {', '.join(entry.text for entry in group.entries)}" for group in shown.legend)
    return f"{name}. {'; '.join(groups)}"


def _fitting(shown: Network, box: Box, scale: float) -> tuple[float, PlacedLegend]:
    for size in SIZES:
        # circles show real sizes, so they do not shrink with the texts
        whole = placed(shown.legend, box.width / size, scale / size)
        if whole.height * size <= box.height:
            return size, whole
    return SIZES[-1], whole


def _add(shapes: Shapes, part: PlacedTitle | PlacedEntry, box: Box, size: float) -> list[Part]:
    if isinstance(part, PlacedTitle):
        line = Line(part.text, TITLE_FONT * size, bold=True)
        return [_text(shapes, line, box.left + part.left * size, box.top + (part.top + 2) * size, box)]
    line = Line(part.text, FONT * size, colour=QUIET)
    top = box.top + part.middle * size - FONT * size * 0.62
    text = _text(shapes, line, box.left + part.beside * size, top, box)
    left, middle = box.left + part.left * size, box.top + part.middle * size
    if isinstance(part.sample, NodeSwatch):
        return [_node(shapes, part.sample, left, middle, size), text]
    return [_line(shapes, part.sample, left, middle, size), text]


def _text(shapes: Shapes, line: Line, left: float, top: float, box: Box) -> Part:
    wide = min(text_width(line.text, line.size, bold=line.bold) + 12, max(box.right - left, 20.0))
    return textbox(shapes, Box(left, top, wide, line.size * 1.25), [line], name=line.text)


def _node(shapes: Shapes, swatch: NodeSwatch, left: float, middle: float, size: float) -> Part:
    wide, high = (half * size for half in halves(swatch.shape, swatch.size))
    centre = left + sample_size(swatch)[0] * size / 2
    made = shapes.add_shape(SHAPES[swatch.shape], *Box(centre - wide, middle - high, 2 * wide, 2 * high).emu)
    paint(made, swatch.fill, swatch.colour)
    write_sign(made, swatch.fill, swatch.code, swatch.ink, 2 * wide)
    return made


def _line(shapes: Shapes, swatch: LineSwatch, left: float, middle: float, size: float) -> Part:
    ends = emu(left), emu(middle), emu(left + LINE_SAMPLE * size), emu(middle)
    made = without_style(shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    made.line.color.rgb = colour(LINES["light"][swatch.line])
    made.line.width = Emu(round(swatch.width * EMU))
    if swatch.dashed:
        made.line.dash_style = MSO_LINE.DASH
    if swatch.arrow:
        point(made)
    return made
