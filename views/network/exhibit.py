"""Networks as exhibits: the page itself, and every other drawing of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.dataset import unpacked
from graph.export import Exhibit
from graph.export.pictures import DrawnNetwork
from graph.picture.drawn import Drawing, DrawnNode
from graph.picture.folding import BUBBLE
from graph.picture.hubs import own_lines, without_hubs
from graph.vocabulary import Mode
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.exhibit.words import legend_groups
from views.language.words import unmarked
from views.network import maps
from views.network import picture as pictures
from views.network import words as wording
from views.network.legend_html import nearness_note
from views.network.narrowing import narrowings
from views.network.tables import of_picture, off_the_map
from views.table import Table
from views.view import View

Fields = Mapping[str, tuple[str, ...]]

_NAMED = 3


def network(view: View, drawing: Drawing | None = None) -> Exhibit:
    """Return the network a view asks for.

    Parameters
    ----------
    view
        What is asked.
    drawing
        The drawing on screen, made anew by default.
    """
    drawn = drawing or pictures.drawing_of(view)
    sentence = wording.sentence(view, drawn)
    made = framed(
        view,
        _finding(view, drawn),
        sentence,
        picture=drawn_network(view, drawn, sentence),
        tables=[exported(table) for table in _tables(view, drawn)],
        remarks=[view.t("karte.credit") if drawn.ground else "", wording.beside_chance(view)],
    )
    return replace(made, filters=(*made.filters, *narrowings(view).values()), annotation=view.query.notiz)


def _tables(view: View, drawn: Drawing) -> list[Table]:
    """Table for the picture, and beside a map the list of who is not on it."""
    return [*of_picture(view, drawn).values(), *([off_the_map(view)] if maps.is_map(view) else [])]


def _finding(view: View, drawn: Drawing) -> str:
    """Say what is around the focus or whom a field ties together; else what the page says."""
    if not maps.is_map(view) and view.query.fokus in view.names and (near := wording.near_title(view)):
        return view.t("exhibit.title.focus", name=view.names[view.query.fokus], what=near)
    tied = {end for edge in own_lines(drawn.edges) for end in (edge.source, edge.target)}
    actors = sum(node.mode == Mode.ACTOR and node.id in tied and not node.dimmed for node in drawn.nodes)
    if maps.is_map(view) or not actors or len(view.selection.kompetenzfelder) != 1:
        return wording.title(view)
    return view.t.count("exhibit.title.network", actors, field=next(iter(view.selection.kompetenzfelder)))


def drawn_network(view: View, drawn: Drawing, sentence: str, *, arranged: bool = False) -> DrawnNetwork:
    """Take a drawing of the screen away, with its legend and what the web page says about each element.

    Parameters
    ----------
    view
        What is asked.
    drawn
        The drawing.
    sentence
        The answer, for those who do not see the picture.
    arranged
        Whether the drawing has a fixed arrangement: nearness means nothing, and every name is written.
    """
    own, drawn = _own_fields(view), pictures.told_apart(view, drawn)
    return DrawnNetwork(
        drawing=drawn,
        legend=legend_groups(view.t, drawn),
        description=_description(view, drawn, unmarked(sentence)),
        note="" if arranged else _note(view, drawn),
        facts={node.id: _facts(view, node, own) for node in drawn.nodes},
        fields=_fields(drawn, own),
        all_names=arranged,
    )


def _note(view: View, drawn: Drawing) -> str:
    """Say how to read nearness, or what lines between groups are."""
    if drawn.ground:
        return view.t("karte.note")
    of_groups = any(node.mode == BUBBLE for node in drawn.nodes)
    return view.t("gruppen.note") if of_groups else nearness_note(view.t, drawn)


def _description(view: View, drawing: Drawing, sentence: str) -> str:
    """Say in words what the picture shows, for those who do not see it."""
    shown = [node for node in without_hubs(drawing.nodes) if not node.dimmed]
    best = sorted(shown, key=lambda node: (-node.neighbours, node.id))
    names = [node.short_name for node in best[:_NAMED] if node.neighbours]
    if not names:
        return view.t("export.network.alone", sentence=sentence)
    return view.t("export.network.description", sentence=sentence, names=view.t.names(names))


def _facts(view: View, node: DrawnNode, own: Fields) -> tuple[tuple[str, str], ...]:
    """Return what the web page says about an element; nothing that is not in the picture or its filters."""
    t = view.t
    pairs = (
        (t("netzwerk.table.mode"), t.term("mode", node.mode)),
        (t("netzwerk.table.kind"), t.recorded(node.kind)),
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
    return {key: row for table in tables for key, row in unpacked(table, "id", "kompetenzfelder")}
