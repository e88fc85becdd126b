"""A drawing as the browser gets it: columns instead of records, numbers instead of repeated texts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from graph.memory import remembered_of_one
from graph.picture import vis
from graph.picture.drawn import Drawing
from graph.picture.hubs import heading_key
from graph.picture.names import is_measured
from graph.picture.palette import LINES

_MOST = 32  # drawings whose columns are kept, for further clicks and visitors


class _Numbered:
    """Texts or tuples in the order of their first appearance, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def __call__(self, value: Hashable) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[Any]:
        return list(self._numbers)


@remembered_of_one(_MOST)
def message(drawing: Drawing) -> Mapping[str, Any]:
    """Nodes, lines, options and colours: all that a click or a dimming filter does not change.

    It is read from the pyvis network wherever that holds it, so that a picture in a notebook, on screen and in a file
    is one picture; a node's number is its place in the order of importance.
    """
    network = vis.pyvis_network(drawing)
    return {
        **_nodes(drawing, network.nodes),
        **_lines(drawing, network.edges),
        "frame": drawing.frame,
        "ground": drawing.ground,
        "borders": drawing.borders,
        "unconnected": _unconnected(drawing),
        "beside": {str(index): node.beside for index, node in enumerate(drawing.shown) if node.beside},
        "measured": is_measured(drawing.size_name),
        "options": vis.OPTIONS,
        "colours": LINES,
    }


def _unconnected(drawing: Drawing) -> dict[str, Any] | None:
    """Heading of the elements without ties, and which of the nodes stand below it."""
    heading = drawing.unconnected
    if heading is None:
        return None
    apart = [node.id for node in drawing.shown if node.apart]
    word = heading_key(drawing.nodes)
    return {"count": heading.count, "x": heading.x, "top": heading.top, "apart": apart, "word": word}


def emphasis(drawing: Drawing) -> dict[str, Any]:
    """Emphasis of the nodes: what a click or a dimming filter changes."""
    return {
        "focus": next((node.id for node in drawing.nodes if node.focus), None),
        "dimmed": bits(node.dimmed for node in drawing.shown),
    }


def bits(flags: Iterable[bool]) -> str | None:
    """One bit per flag in base64, most significant bit first; ``None`` when no flag is set."""
    text = "".join("1" if flag else "0" for flag in flags)
    if "1" not in text:
        return None
    text += "0" * (-len(text) % 8)
    return b64encode(int(text, 2).to_bytes(len(text) // 8, "big")).decode()


def _nodes(drawing: Drawing, built: list[dict[str, Any]]) -> dict[str, Any]:
    looks, modes, statuses, kinds = _Numbered(), _Numbered(), _Numbered(), _Numbered()
    columns: dict[str, list[Any]] = {
        "id": [node["id"] for node in built],
        "name": [node.name for node in drawing.shown],
        "label": [
            None if node.short_name == node.name else written["label"].strip()
            for node, written in zip(drawing.shown, built, strict=True)
        ],
        "x": [node["x"] for node in built],
        "y": [node["y"] for node in built],
        "size": [node["size"] * 2 for node in built],
        "look": [
            looks((node.shape, node.fill, node.colour, node.ink, node.code, int(node.border_dashed)))
            for node in drawing.shown
        ],
        "mode": [modes(node.mode) for node in drawing.shown],
        "status": [statuses(node.status) for node in drawing.shown],
        "kind": [kinds(node.kind) for node in drawing.shown],
    }
    return {
        "nodes": columns,
        "looks": looks.values(),
        "modes": modes.values(),
        "statuses": statuses.values(),
        "kinds": kinds.values(),
    }


def _lines(drawing: Drawing, built: list[dict[str, Any]]) -> dict[str, Any]:
    looks = _Numbered()
    number = {node.id: index for index, node in enumerate(drawing.shown)}
    columns = {
        "from": [number[edge["from"]] for edge in built],
        "to": [number[edge["to"]] for edge in built],
        "look": [
            looks(
                (
                    edge.kind,
                    line["width"],
                    edge.line,
                    int(bool(line["dashes"])),
                    int(bool(line["arrows"])),
                    int(edge.curved),
                )
            )
            for edge, line in zip(drawing.edges, built, strict=True)
        ],
        "ties": [edge.ties for edge in drawing.edges],
    }
    bends = {str(index): round(edge.bend, 4) for index, edge in enumerate(drawing.edges) if edge.bend}
    # as text: a number of JavaScript would round an exact amount
    amounts = {
        str(index): str(edge.amount_eur) for index, edge in enumerate(drawing.edges) if edge.amount_eur is not None
    }
    return {"lines": columns, "line_looks": looks.values(), "amounts": amounts, "bends": bends}
