"""The legend of a picture as HTML, with samples drawn as on the canvas."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from itertools import groupby
from math import cos, pi, sin

from graph.picture.drawn import Drawing, LegendEntry, LineSwatch, NodeSwatch
from graph.picture.encoding import TINT, Fill, Shape
from graph.picture.hubs import own_lines
from graph.picture.palette import LINES
from views.language.words import Words
from views.network.legend import entry_name, entry_text, title

_LINE_LENGTH = 34


def line_html(t: Words, drawing: Drawing, *, theme: str = "light") -> str:
    """HTML of the legend as one line: shapes, what is uncertain, then the most frequent colours that find room.

    Parameters
    ----------
    t
        Words of the language.
    drawing
        The drawing.
    theme
        ``light`` or ``dark``.
    """
    shapes = [entry for entry in drawing.legend if entry.channel == "shape"]
    uncertain = [entry for entry in drawing.legend if entry.line and entry.line.dashed]
    colours = sorted((entry for entry in drawing.legend if entry.channel == "colour"), key=lambda e: -e.count)
    items = (
        f"<li>{_sample(entry, theme)}<span>{escape(entry_name(t, entry))}</span></li>"
        for entry in (*shapes, *uncertain[:1], *colours)
    )
    return f'<ul class="legend-line" aria-label="{escape(t("legend.title"))}">{"".join(items)}</ul>'


def legend_html(t: Words, drawing: Drawing, *, theme: str = "light", note: bool = True) -> str:
    """HTML of the legend; every text is escaped, samples are small SVG pictures.

    Parameters
    ----------
    t
        Words of the language.
    drawing
        The picture; its legend holds only what occurs in it.
    theme
        ``light`` or ``dark``: colour of the lines.
    note
        Say what nearness means.
    """
    groups = groupby(drawing.legend, key=lambda entry: entry.channel)
    parts = [_group(t, title(t, drawing, channel), list(entries), theme) for channel, entries in groups]
    said = f'<p class="legend-note">{escape(nearness_note(t, drawing))}</p>' if note else ""
    return f'<section class="legend" aria-label="{escape(t("legend.title"))}">{"".join(parts)}</section>{said}'


def nearness_note(t: Words, drawing: Drawing) -> str:
    """Say what nearness means, whether places of the whole network are held, and that parallel ties are one line."""
    holds = drawing.frame is None and drawing.ground is None and bool(drawing.nodes)
    said = t("legend.columns" if drawing.columns else "legend.held" if holds else "legend.note")
    lines = [edge.ties for edge in own_lines(drawing.edges) if edge.weight is None and not edge.dimmed]
    if sum(lines) == len(lines):
        return said
    return f"{said} {t.count('legend.parallel', len(lines), ties=t.count('legend.entries', sum(lines)))}"


def _group(t: Words, heading: str, entries: list[LegendEntry], theme: str) -> str:
    items = "".join(f"<li>{_sample(entry, theme)}<span>{escape(entry_text(t, entry))}</span></li>" for entry in entries)
    return f"<p>{escape(heading)}</p><ul>{items}</ul>"


def _sample(entry: LegendEntry, theme: str) -> str:
    if entry.node:
        return _image(*node_svg(entry.node, LINES[theme]["ink"]))
    return _image(*line_svg(entry.line, LINES[theme][entry.line.line])) if entry.line else ""


def _image(svg: str, width: float, height: float) -> str:
    """SVG as an image: Streamlit takes inline SVG out of HTML."""
    address = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return f'<img src="{address}" width="{width:g}" height="{height:g}" alt="">'


def node_svg(swatch: NodeSwatch, ink: str) -> tuple[str, float, float]:
    """Sample of a node with its width and height in px; outline and letters in the colour of the ink."""
    side = swatch.size + 4
    middle, r = side / 2, swatch.size / 2
    shade = {Fill.FULL: 1.0, Fill.TINT: TINT}.get(swatch.fill, 0.0)
    style = f'fill="{swatch.colour}" fill-opacity="{shade}" stroke="{ink}" stroke-width="1.5"'
    shape = f"<{_outline(swatch.shape, middle, r)} {style}/>{_sign(swatch, middle, r, ink)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side:g} {side:g}">{shape}</svg>', side, side


def line_svg(swatch: LineSwatch, colour: str) -> tuple[str, float, float]:
    """Sample of a line at its true width, with its width and height in px."""
    middle, end = 8, _LINE_LENGTH - (7 if swatch.arrow else 0)
    dash = ' stroke-dasharray="7 5"' if swatch.dashed else ""
    half = 4 + swatch.width / 2
    head = f'<path d="M{_LINE_LENGTH} {middle}l-9 {-half:g}v{2 * half:g}z" fill="{colour}"/>' if swatch.arrow else ""
    line = f'<path d="M0 {middle}H{end}" stroke="{colour}" stroke-width="{swatch.width:g}"{dash}/>{head}'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LINE_LENGTH} 16">{line}</svg>', _LINE_LENGTH, 16


def _outline(shape: Shape, middle: float, r: float) -> str:
    if shape is Shape.PROJECT:
        w, h = r, r * 0.72
        return f'rect x="{middle - w:g}" y="{middle - h:g}" width="{2 * w:g}" height="{2 * h:g}" rx="3"'
    if shape is Shape.FUNDER:
        return f'path d="M{middle:g} {middle - r:g}l{r:g} {r:g}l{-r:g} {r:g}l{-r:g} {-r:g}z"'
    if shape is Shape.FIELD:
        corners = ((middle + r * cos(i * pi / 3), middle + r * sin(i * pi / 3)) for i in range(6))
        return f'polygon points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in corners)}"'
    return f'circle cx="{middle:g}" cy="{middle:g}" r="{r:g}"'


def _sign(swatch: NodeSwatch, middle: float, r: float, ink: str) -> str:
    """Letter code, cross of a cancelled project or question mark of an unknown status."""
    if swatch.fill is Fill.CROSSED:
        arm = r * 0.4
        path = f"M{middle - arm:g} {middle - arm:g}l{2 * arm:g} {2 * arm:g}m0 {-2 * arm:g}l{-2 * arm:g} {2 * arm:g}"
        return f'<path d="{path}" stroke="{ink}" stroke-width="1.5"/>'
    text, colour = ("?", ink) if swatch.fill is Fill.UNKNOWN else (swatch.code, swatch.ink)
    if not text:
        return ""
    return (
        f'<text x="{middle:g}" y="{middle:g}" dy="0.35em" text-anchor="middle" font-size="10" font-weight="600" '
        f'font-family="sans-serif" fill="{colour}">{escape(text)}</text>'
    )
