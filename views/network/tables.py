"""The picture as a table: every element with all it is tied to."""

from __future__ import annotations

from collections import defaultdict

from graph.picture.drawn import Drawing
from graph.picture.folding import BUBBLE
from views.elements.tables import profile_link
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View


def neighbours(view: View, drawing: Drawing) -> Table:
    """List the elements of a picture by number of neighbours, with their neighbours by name."""
    t = view.t
    tied: dict[str, set[str]] = defaultdict(set)
    for edge in drawing.edges:
        if not edge.dimmed:
            tied[edge.source].add(edge.target)
            tied[edge.target].add(edge.source)
    names = {node.id: view.short_names.get(node.id, node.name) for node in drawing.nodes}
    shown = [node for node in drawing.nodes if not node.dimmed]
    shown.sort(key=lambda node: (-len(tied[node.id]), node.name))
    looks = {"name": Look.LINK, "mode": Look.TEXT, "kind": Look.TEXT, "ties": Look.NUMBER, "neighbours": Look.TEXT}
    return Table(
        t.count("netzwerk.table.caption", len(shown)),
        tuple(Column(t(f"netzwerk.table.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                Cell(node.name) if node.mode == BUBBLE else profile_link(view, node.id),
                t.term("mode", node.mode),
                t.recorded(node.kind) or t("format.missing.text"),
                number_cell(t, len(tied[node.id])),
                ", ".join(sorted(names[other] for other in tied[node.id])) or t("format.missing.none"),
            )
            for node in shown
        ),
        ids=tuple(node.id for node in shown),
    )
