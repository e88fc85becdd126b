"""Shapes of a slide wherever they are grouped, templates of organisations, and texts where type is wide."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE_TYPE

from graph.picture.labels import text_width

EMU = 9525  # per px


def every_shape(shapes: Any) -> Iterator[Any]:
    """Yield shapes in the order they are drawn in, those of groups instead of the groups."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every_shape(shape.shapes)
        else:
            yield shape


def groups_within(shapes: Any) -> Iterator[Any]:
    """Yield the groups among shapes, the outer ones first."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield shape
            yield from groups_within(shape.shapes)


WIDER, WIDER_BOLD = 1.14, 1.22  # of `text_width`, that DejaVu Sans needs: the widest face LibreOffice takes for another
LINE = 1.17  # height of its lines as a part of its size


def house_templates() -> dict[str, bytes]:
    """Templates of organisations: of 4:3, dark with layouts of other names, and with titles as high as two lines."""
    narrow = pptx.Presentation()
    dark = _in_16_to_9()
    ground = dark.slide_master.background.fill
    ground.solid()
    ground.fore_color.rgb = RGBColor(0x10, 0x20, 0x40)
    for number, layout in enumerate(dark.slide_layouts, 1):
        layout.name = f"Haus {number}"
    large = _in_16_to_9()
    title = next(s for s in large.slide_layouts.get_by_name("Title Only").placeholders if s.placeholder_format.idx == 0)
    title.left, title.top, title.width, title.height = 457_200, 274_638, 11_277_600, 1_600_000
    return {"4:3": _saved(narrow), "dark": _saved(dark), "large titles": _saved(large)}


def _in_16_to_9() -> Any:
    made = pptx.Presentation()
    made.slide_width, made.slide_height = 12_192_000, 6_858_000
    return made


def _saved(made: Any) -> bytes:
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def overrunning(slide: Any, source: str = "Quelle") -> list[str]:
    """Names of texts and tables that reach into the source line where a program has a wide face only."""
    top = next(shape.top for shape in slide.shapes if shape.name == source)
    shown = (s for s in slide.shapes if s.name != source and not s.is_placeholder and s.rotation == 0 and s.top < top)
    return [shape.name for shape in shown if shape.top + _height(shape) > top + EMU]


def _height(shape: Any) -> float:
    if getattr(shape, "has_table", False) and shape.has_table:
        widths = [column.width for column in shape.table.columns]
        return sum(_row_height(row, widths) for row in shape.table.rows)
    if shape.shape_type == MSO_SHAPE_TYPE.TEXT_BOX:
        return _text_height(shape.text_frame, shape.width)
    return float(shape.height)


def _row_height(row: Any, widths: list[int]) -> float:
    cells = [(cell, wide) for cell, wide in zip(row.cells, widths, strict=True) if not cell._tc.xpath("a:tcPr/@vert")]
    around = [cell.margin_top + cell.margin_bottom for cell, _ in cells]
    inner = (_text_height(cell.text_frame, wide - cell.margin_left - cell.margin_right) for cell, wide in cells)
    return max([row.height, *(high + edge for high, edge in zip(inner, around, strict=True))])


def _text_height(frame: Any, wide: float) -> float:
    paragraphs = [paragraph for paragraph in frame.paragraphs if paragraph.runs]
    return sum(_lines(p, wide) * p.runs[0].font.size * LINE + (p.space_after or 0) for p in paragraphs)


def _lines(paragraph: Any, wide: float) -> int:
    run = paragraph.runs[0]
    bold = bool(run.font.bold)
    factor = run.font.size * (WIDER_BOLD if bold else WIDER)
    lines, used = 1, 0.0
    for piece in re.findall(r"[^ \u00ad-]+[ \u00ad-]?|[ \u00ad-]", run.text):
        need = text_width(piece.rstrip(" \u00ad"), 1.0, bold=bold) * factor
        if used and used + need > wide:
            lines, used = lines + 1, 0.0
        while need > wide:  # a program breaks it anywhere
            lines, need = lines + 1, need - wide
        used += need + (text_width(" ", 1.0, bold=bold) * factor if piece.endswith(" ") else 0.0)
    return lines
