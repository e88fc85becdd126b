"""The picture as a table: every element with all it is tied to."""

from __future__ import annotations

from collections import defaultdict

from graph.picture.drawn import Drawing
from graph.picture.folding import BUBBLE
from graph.picture.hubs import own_lines, without_hubs
from graph.picture.mapped import PLACE
from views.elements.tables import profile_link
from views.evidence.expected import drawn_pairs, expected_cell
from views.network import hubs, maps
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View


def neighbours(view: View, drawing: Drawing) -> Table:
    """List the elements of a picture by number of neighbours, with their neighbours by name."""
    t = view.t
    tied: dict[str, set[str]] = defaultdict(set)
    for edge in own_lines(drawing.edges):
        if not edge.dimmed:
            tied[edge.source].add(edge.target)
            tied[edge.target].add(edge.source)
    names = {node.id: view.short_names.get(node.id, node.name) for node in drawing.nodes}
    shown = [node for node in without_hubs(drawing.nodes) if not node.dimmed]
    shown.sort(key=lambda node: (-len(tied[node.id]), node.name))
    looks = {"name": Look.LINK, "mode": Look.TEXT, "kind": Look.TEXT, "ties": Look.NUMBER, "neighbours": Look.TEXT}
    return Table(
        t.count("netzwerk.table.caption", len(shown)),
        tuple(Column(t(f"netzwerk.table.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                Cell(node.name) if node.mode in {BUBBLE, PLACE} else profile_link(view, node.id),
                t.term("mode", node.mode),
                t.recorded(node.kind) or t("format.missing.text"),
                number_cell(t, len(tied[node.id])),
                ", ".join(sorted(names[other] for other in tied[node.id])) or t("format.missing.none"),
            )
            for node in shown
        ),
        ids=tuple(node.id for node in shown),
    )


def of_picture(view: View, drawing: Drawing) -> dict[str, Table]:
    """Tables for a picture by name: its elements, fields that are nodes, and collaborations, each beside chance."""
    found = {"table": neighbours(view, drawing)}
    if (fields := hubs.tied(view, drawing)).rows:
        found["fields"] = fields
    compared = collaborations(view, drawing) if view.query.ansicht == "kooperation" and not drawing.ground else None
    return {**found, "ties": compared} if compared and compared.rows else found


def collaborations(view: View, drawing: Drawing) -> Table:
    """List the lines between actors with the number of projects they share and the one that chance would give."""
    t, known = view.t, drawn_pairs(view)
    pairs = {(min(one.source, one.target), max(one.source, one.target)) for one in drawing.edges if not one.dimmed}
    shown = sorted(pairs & known.keys(), key=lambda pair: (known[pair].expected - known[pair].seen, pair))
    looks = {"one": Look.LINK, "other": Look.LINK, "shared": Look.BAR, "expected": Look.NUMBER}
    return Table(
        t.count("netzwerk.ties.caption", len(shown)),
        tuple(Column(t(f"netzwerk.ties.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                *(profile_link(view, actor) for actor in pair),
                number_cell(t, known[pair].seen),
                expected_cell(t, known[pair]),
            )
            for pair in shown
        ),
    )


def off_the_map(view: View) -> Table:
    """List the actors that a map does not show, with their place as recorded and the reason."""
    t, off = view.t, maps.off_the_map(view)
    return Table(
        t.count("karte.off.caption", len(off)),
        tuple(Column(t(f"karte.off.{name}"), look) for name, look in _OFF.items()),
        tuple(
            (profile_link(view, one.actor), one.location or t("format.missing.text"), t(f"karte.reason.{one.reason}"))
            for one in off
        ),
        ids=tuple(one.actor for one in off),
    )


_OFF = {"name": Look.LINK, "place": Look.TEXT, "why": Look.TEXT}
