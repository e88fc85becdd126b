"""Fields of competence as nodes of the network: what is said of them, and what a click on one means."""

from __future__ import annotations

from graph.picture.drawn import Drawing
from graph.picture.encoding import HUB
from graph.picture.hubs import field_of
from graph.profile import references
from views.elements.answer import profile_of
from views.fields.question import field_profile
from views.language.dates import duration_words
from views.language.words import plain
from views.network.between import source_names
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View


def clicked_field(view: View, clicked: str | None) -> str:
    """Return the field of competence of a hub that was clicked; ``""`` for anything else."""
    field = field_of(clicked) if clicked and ">" not in clicked and clicked not in view.names else ""
    return field if field in view.field_slugs else ""


def clicked_line(view: View, clicked: str) -> tuple[str, str] | None:
    """Return field and element of a line from a hub; ``None`` for any other line."""
    for one, sign, other in (clicked.partition(">"), clicked.rpartition(">")):
        for hub, element in ((one, other), (other, one)):
            if sign and element in view.names and (field := field_of(hub)) in view.field_slugs:
                return field, element
    return None


def line_facts(view: View, element: str) -> list[tuple[str, str]]:
    """Say of a line from a hub when the element runs, how it stands, and what names its fields; safe as Markdown."""
    shown = profile_of(view.whole, element)
    if shown is None:
        return []
    t, facts = view.t, shown.facts
    when = duration_words(t, str(facts.get("start", "")), str(facts.get("end", "")))
    status = t.term("status", str(facts["status"])) if facts.get("status") else ""
    sources = source_names(view, references(str(facts["reference"])))
    found = [
        (t("netzwerk.line.when"), ", ".join(part for part in (when, status) if part)),
        (t("netzwerk.line.source"), sources or t("netzwerk.line.no_source")),
    ]
    return [(term, plain(text)) for term, text in found if text]


def filter_for(view: View, clicked: str) -> dict[str, tuple[str, ...]]:
    """Return the changes of the address that show the field of a hub alone; none for another element."""
    field = clicked_field(view, clicked)
    return {"feld": (view.field_slugs[field],)} if field else {}


def sentence(view: View, drawing: Drawing) -> str:
    """Say that fields are nodes and count as nothing else; ``""`` where none is one."""
    hubs = sum(node.mode == HUB and not node.dimmed for node in drawing.nodes)
    return view.t.count("netzwerk.hubs.sentence", hubs) if hubs else ""


def tied(view: View, drawing: Drawing) -> Table:
    """List the fields that are nodes of a picture, with the actors and projects there that carry them."""
    t, names = view.t, {node.id: node.name for node in drawing.nodes if node.mode == HUB and not node.dimmed}
    carrying: dict[str, list[str]] = {hub: [] for hub in names}
    for edge in drawing.edges:
        for hub, element in ((edge.source, edge.target), (edge.target, edge.source)):
            if hub in carrying and not edge.dimmed:
                carrying[hub].append(view.short_names.get(element, element))
    rows = sorted(carrying.items(), key=lambda item: (-len(item[1]), names[item[0]]))
    return Table(
        t.count("netzwerk.hubs.caption", len(rows)),
        (
            Column(t("kompetenzfelder.field"), Look.LINK),
            Column(t("netzwerk.hubs.number"), Look.BAR),
            Column(t("netzwerk.hubs.who")),
        ),
        tuple(
            (Cell(names[hub], target=field_profile(view, names[hub])), number_cell(t, len(own)), ", ".join(sorted(own)))
            for hub, own in rows
        ),
    )
