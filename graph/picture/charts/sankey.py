"""The funding flow as a Sankey diagram in Vega-Lite: rectangles for nodes, curved areas for bands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.ledger.dimensions import CategoryRole
from graph.ledger.flow import Flow, FlowNode
from graph.picture.charts.flow_places import GAP, HEIGHT, NODE, PLATE, SLOT, FlowPlace, ends_of, level_at, places_of
from graph.picture.charts.theme import (
    FAINT,
    ChartLook,
    Rows,
    Spec,
    Wording,
    framed,
    named,
    of_type,
    picking,
    quantity,
    values,
)

LINE = 1.15  # height of a line of text as a part of its size
LETTER = 0.52  # width of a letter as a part of its size, on average
THINNEST = 0.8  # pixels of a band that would not be seen at its true thickness
STEPS = 24  # straight pieces of a band
LEAVING = 5  # pixels of the edge where bands leave a node
SHADE = 0.12  # of a node where its name stands

# A band stays lit when nothing is picked, or itself, or a node it joins
_LIT = " || ".join(["!part.key", *(f"part.key[0] === datum.{end}" for end in ("key", "source", "target"))])


def sankey(
    flow: Flow,
    wording: Wording,
    look: ChartLook | None = None,
    *,
    colours: Mapping[str, str] | None = None,
    chosen: str = "",
) -> Spec:
    """Draw a flow; the selection ``part`` reports the key of the node or band clicked.

    All heights share one scale, so equal heights are equal amounts everywhere in the picture.

    Parameters
    ----------
    flow
        What flows.
    wording
        Labels and texts (amounts) for the key of every node and band. Words: ``description``, titles ``label``
        and ``text`` of the tooltip, and ``level_0``, ``level_1``, ... above the levels.
    look
        How to draw; light by default.
    colours
        Fill by node key where it shall not be that of funding; a band has the colour of the node it comes from.
    chosen
        Key of the node or band that is picked from the start.
    """
    look = look or ChartLook()
    columns = [[node for node in flow.nodes if node.level == level] for level in range(len(flow.levels))]
    slot = max(SLOT, round(LINE * look.size))
    height = max([HEIGHT, *(len(column) * (slot + GAP) for column in columns)])
    places = places_of(columns, height, slot)
    fills = {node.key: _fill(node, look, colours or {}) for node in flow.nodes}
    last = len(flow.levels) - 1
    y = {"scale": {"domain": [0, height], "reverse": True, "nice": False}, "sort": None}
    body = {
        "params": [
            {"name": of_type("kept"), "value": _amount(look) + 12},  # of an amount, and a little air after a name
            {"name": of_type("letter"), "value": round(LETTER * look.size, 1)},
        ],
        "height": height,
        "padding": {"left": 4, "right": 4, "top": 4, "bottom": 4},
        "encoding": {
            "x": quantity("x", scale={"domain": [-PLATE, level_at(last, last) + PLATE], "nice": False}),
            "y": quantity("y", **y),
        },
        "layer": [
            _bands(_band_rows(flow, places, fills, wording), wording.words, chosen),
            _nodes(_node_rows(flow, places, fills, wording, slot), wording.words, look),
            *_plates(wording.words),
            *_names(last, look, _wraps(look, slot)),
            _headings(wording.words, last, look),
        ],
    }
    return framed(look, wording.words["description"], body)


def _fill(node: FlowNode, look: ChartLook, colours: Mapping[str, str]) -> str:
    special = node.category.role is not CategoryRole.ITEM
    return look.colour("tie" if special else "funding") if node.key not in colours else colours[node.key]


def _node_rows(
    flow: Flow, places: Mapping[str, FlowPlace], fills: Mapping[str, str], wording: Wording, slot: float
) -> Rows:
    last = len(flow.levels) - 1
    return [
        {
            "key": node.key,
            "level": node.level,
            "x": level_at(node.level, last) - NODE,
            "x2": level_at(node.level, last) + NODE,
            "end": ends_of(node.level, last)[1],
            "y": places[node.key].top,
            "y2": max(places[node.key].bottom, places[node.key].top + 1),
            "above": min(places[node.key].top, places[node.key].middle - slot / 2),
            "below": max(places[node.key].bottom, places[node.key].middle + slot / 2),
            "middle": places[node.key].middle,
            "label": wording.labels[node.key],
            "lines": _two_lines(wording.labels[node.key]),
            "text": wording.texts[node.key],
            "fill": fills[node.key],
        }
        for node in flow.nodes
    ]


def _band_rows(flow: Flow, places: Mapping[str, FlowPlace], fills: Mapping[str, str], wording: Wording) -> Rows:
    """List the ends of each band, stacked at both nodes in the order of the nodes at the other end."""
    ends = {node.key: ends_of(node.level, len(flow.levels) - 1) for node in flow.nodes}
    size = {node.key: float(node.amount_eur) for node in flow.nodes}
    used: dict[tuple[str, str], float] = defaultdict(float)
    rows = []
    for band in flow.bands:
        row: dict[str, Any] = {
            "key": band.key,
            "label": wording.labels[band.key],
            "text": wording.texts[band.key],
            "source": band.source,
            "target": band.target,
            "fill": fills[band.source],
        }
        for side, end in (("a", band.source), ("b", band.target)):
            place = places[end]
            thick = (place.bottom - place.top) * float(band.amount_eur) / size[end] if size[end] else 0.0
            row[f"{side}x"] = ends[end][side == "a"]
            row[f"{side}y"] = place.top + used[side, end]
            row["thick"] = max(thick, THINNEST)
            used[side, end] += thick
        rows.append(row)
    return rows


def _bands(rows: Rows, words: Mapping[str, str], chosen: str) -> Spec:
    # the curve is computed by the drawing, so only the ends travel to the browser
    ease = "(3 - 2 * datum.t) * datum.t * datum.t"
    return {
        "data": values(rows),
        "transform": [
            {"calculate": f"sequence(0, {STEPS + 1})", "as": "step"},
            {"flatten": ["step"]},
            {"calculate": f"datum.step / {STEPS}", "as": "t"},
            {"calculate": "datum.ax + datum.t * (datum.bx - datum.ax)", "as": "x"},
            {"calculate": f"datum.ay + {ease} * (datum.by - datum.ay)", "as": "y"},
            {"calculate": "datum.y + datum.thick", "as": "y2"},
        ],
        "params": [picking("part", chosen=chosen)],
        "mark": {"type": "area", "cursor": "pointer"},
        "encoding": {
            "y2": {"field": "y2"},
            "detail": {"field": "key"},
            "color": {"field": "fill", "type": "nominal", "scale": None},
            "opacity": {"condition": {"test": _LIT, "value": 0.42}, "value": FAINT / 2},
            **named(words),
        },
    }


def _nodes(rows: Rows, words: Mapping[str, str], look: ChartLook) -> Spec:
    return {
        "data": {"name": "nodes", "values": rows},
        "mark": {"type": "rect", "cursor": "pointer", "stroke": look.colour("ink"), "strokeWidth": 0.5},
        "encoding": {
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "color": {"field": "fill", "type": "nominal", "scale": None},
            **named(words),
        },
    }


def _plates(words: Mapping[str, str]) -> list[Spec]:
    """Carry nodes on to where bands leave them: room for their names, and their thickness again at its end."""
    shared = {
        "data": {"name": "nodes"},
        "transform": [
            {"filter": "datum.end > datum.x2"},
            {"calculate": f"datum.end - {NODE}", "as": "leaves"},
            {"calculate": "datum.below - datum.above", "as": "high"},
        ],
    }
    fill = {"color": {"field": "fill", "type": "nominal", "scale": None}, **named(words)}
    high = {"field": "high", "type": "quantitative", "scale": None}
    return [
        {
            **shared,
            "mark": {"type": "rule", "cursor": "pointer", "opacity": SHADE},
            "encoding": {
                "x": quantity("x2"),
                "x2": {"field": "leaves"},
                "y": quantity("middle"),
                "strokeWidth": high,
                **fill,
            },
        },
        {
            **shared,
            "mark": {"type": "rule", "cursor": "pointer", "strokeWidth": LEAVING},
            "encoding": {"x": quantity("leaves"), "y2": {"field": "y2"}, **fill},
        },
    ]


def _wraps(look: ChartLook, slot: float) -> bool:
    """Tell whether two lines of a name fit in its slot and the gap below it."""
    return 2 * look.size <= slot + GAP


def _two_lines(name: str) -> list[str]:
    """Return a name in two lines of about the same length, or in one where it has no space.

    >>> _two_lines("Klima, Umwelt, Energie")
    ['Klima, Umwelt,', 'Energie']
    """
    spaces = [place for place, sign in enumerate(name) if sign == " "]
    if not spaces:
        return [name]
    middle = min(spaces, key=lambda place: max(place, len(name) - place - 1))
    return [name[:middle], name[middle + 1 :]]


def _amount(look: ChartLook) -> int:
    """Pixels for an amount, which is never cut."""
    return round(look.size * 5.8)


def _names(last: int, look: ChartLook, wraps: bool) -> list[Spec]:
    """Amounts beside the nodes, and names beside the amounts: left of the first level, right of all others."""
    amount = _amount(look)
    room = f"width * {PLATE / (level_at(last, last) + 2 * PLATE):.4f} - {of_type('kept')}"
    made = []
    for side, which in ((-1, "datum.level === 0"), (1, "datum.level > 0")):
        made += [
            _texts(side, which, {"text": {"field": "text"}}, {"dx": side * 6}, look),
            _texts(side, which, {}, {"dx": side * (6 + amount), **_label(room, look, wraps)}, look),
        ]
    return made


def _label(room: str, look: ChartLook, wraps: bool) -> Spec:
    """Name of a node within its room: in two lines where it is too long for one, cut where it is too long for both."""
    shown: Spec = {"limit": {"expr": room}, "text": {"expr": "datum.label"}}
    if wraps:
        long = f"length(datum.lines) > 1 && length(datum.label) * {of_type('letter')} > {room}"
        shown |= {
            "text": {"expr": f"{long} ? datum.lines : datum.label"},
            "dy": {"expr": f"{long} ? {-look.size // 2} : 0"},
            "lineHeight": look.size,
        }
    return shown


def _texts(side: int, which: str, encoding: Mapping[str, Any], look_of: Spec, look: ChartLook) -> Spec:
    """Texts to the left (-1) or the right (1) of their nodes, with a halo in the colour of the paper."""
    halo = {"stroke": look.colour("paper"), "strokeWidth": 3, "strokeOpacity": 0.85, "strokeJoin": "round"}
    mark = {"type": "text", "aria": False, "align": "right" if side < 0 else "left", **look_of}
    column = quantity("x" if side < 0 else "x2")
    return {
        "data": {"name": "nodes"},
        "transform": [{"filter": which}],
        "encoding": {"x": column, "y": quantity("middle"), **encoding},
        "layer": [{"mark": {**mark, **halo}}, {"mark": mark}],
    }


def _heading_at(level: int, last: int) -> float:
    """Middle of the nodes of a level."""
    return sum(ends_of(level, last)) / 2


def _headings(words: Mapping[str, str], last: int, look: ChartLook) -> Spec:
    align = [{"level": _heading_at(level, last), "title": words[f"level_{level}"]} for level in range(last + 1)]
    return {
        "data": values(align),
        "mark": {"type": "text", "baseline": "bottom", "dy": -8, "fontWeight": "bold", "fill": look.colour("quiet")},
        "encoding": {"x": quantity("level"), "y": {"value": 0}, "text": {"field": "title"}},
    }
