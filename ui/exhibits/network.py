"""The network page as an exhibit."""

from __future__ import annotations

from collections.abc import Mapping

from graph.export import Exhibit
from graph.export.pictures import Network
from graph.picture.drawn import Drawing, DrawnNode
from graph.picture.scene import drawing_of, positions_of
from ui.exhibits.frame import filters, source_line
from ui.exhibits.tables import exported
from ui.exhibits.words import legend_groups
from ui.tables.picture import neighbours
from ui.view import View, scene_of
from ui.wording import network as wording

Fields = Mapping[str, tuple[str, ...]]

_NAMED = 3


def network(view: View, link: str = "", drawing: Drawing | None = None) -> Exhibit:
    """Return the network a view asks for.

    Parameters
    ----------
    view
        What is asked.
    link
        Address of the view.
    drawing
        The drawing on screen, made anew by default.
    """
    scene = scene_of(view.query)
    drawn = drawing or drawing_of(view.whole, view.part, scene, positions_of(view.whole, scene))
    sentence = wording.sentence(view, drawn)
    own = _own_fields(view)
    return Exhibit(
        title=wording.title(view),
        sentence=sentence,
        picture=Network(
            drawing=drawn,
            legend=legend_groups(view.t, drawn),
            description=_description(view, drawn, sentence),
            note=view.t("legend.note"),
            facts={node.id: _facts(view, node, own) for node in drawn.nodes},
            fields=_fields(drawn, own),
        ),
        table=exported(neighbours(view, drawn)),
        source=source_line(view),
        filters=filters(view),
        link=link,
    )


def _description(view: View, drawing: Drawing, sentence: str) -> str:
    """Say in words what the picture shows, for those who do not see it."""
    best = sorted((node for node in drawing.nodes if not node.dimmed), key=lambda node: (-node.neighbours, node.id))
    names = [node.short_name for node in best[:_NAMED] if node.neighbours]
    if not names:
        return view.t("export.network.alone", sentence=sentence)
    return view.t("export.network.description", sentence=sentence, names=view.t.names(names))


def _facts(view: View, node: DrawnNode, own: Fields) -> tuple[tuple[str, str], ...]:
    """Return what the web page says about an element; nothing that is not in the picture or its filters."""
    t = view.t
    pairs = (
        (t("netzwerk.table.mode"), t.term("mode", node.mode)),
        (t("netzwerk.table.kind"), node.kind),
        (t("filter.status.label"), t.term("status", node.status) if node.status else ""),
        (t("filter.feld.label"), ", ".join(own.get(node.id, ()))),
    )
    return tuple(pair for pair in pairs if pair[1])


def _fields(drawing: Drawing, own: Fields) -> dict[str, tuple[str, ...]]:
    """Fields of each element; an actor also has those of the projects it is tied to in the picture."""
    found = {node.id: set(own.get(node.id, ())) for node in drawing.nodes}
    projects = {node.id for node in drawing.nodes if node.mode == "project"}
    for edge in drawing.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one in found and other in projects:
                found[one] |= set(own.get(other, ()))
    return {element: tuple(sorted(fields)) for element, fields in found.items()}


def _own_fields(view: View) -> dict[str, tuple[str, ...]]:
    tables = (view.whole.actors, view.whole.projects)
    return {key: row for table in tables for key, row in zip(table["id"], table["kompetenzfelder"], strict=True)}
