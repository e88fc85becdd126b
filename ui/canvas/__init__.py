"""The clickable network: a drawing on a vis-network canvas that stays where it is while the page is run again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import streamlit as st

from graph.picture.drawn import Drawing
from graph.picture.message import emphasis
from ui import query
from ui.canvas.assets import library_address, script_address
from views.language.words import Words
from views.network.canvas_words import worded
from views.network.places import Position

_FONT = 13  # px of the names of actors; those of projects are 2 px smaller
_ROOM_FONT = 20  # px of names that are read from the back row; those of projects are 18 px
_ROOM_NAMES = 15
_PAINTING = 0.07  # s in which a browser takes over a picture of a thousand elements and paints it

_component = st.components.v2.component(
    "akteursnetz_canvas", js=(Path(__file__).parent / "loader.js").read_text(encoding="utf-8")
)


def canvas(
    t: Words,
    drawing: Drawing,
    *,
    key: str,
    height: int,
    all_names: bool = False,
    on_focus: Callable[[], None] | None = None,
    on_pair: Callable[[], None] | None = None,
    on_select: Callable[[], None] | None = None,
) -> str | None:
    """Show a drawing; call it inside ``st.fragment``, so that a click runs only the fragment.

    The selection is state of the component: it survives runs of the page, is returned here and can be read and set by
    callbacks as ``st.session_state[key]["selected"]``. Nodes and lines are an element of their own that a click does
    not change, so a click sends a few hundred bytes. Dragged positions are kept by the browser until the page is
    loaded again; see `moved`.

    Parameters
    ----------
    t
        Words of the visitor's language.
    drawing
        From `graph.picture.drawing.draw`. Nodes that stay keep their place on the screen, and the zoom stays too; when
        most nodes have other positions than before (another network, another focus), the picture is fitted in again.
    key
        Name of the canvas; keep it, and the canvas stays the same.
    height
        Largest height in px; in lower windows the canvas leaves room for what stands above it. In presentation
        mode the canvas takes all the height there is, and writes fewer and larger names.
    all_names
        Write every name that finds room; otherwise only as many as can be read at a glance.
    on_focus
        Called before the next run. ``st.session_state[key]`` then holds ``selected`` (id or ``None``), or ``focus``
        (id of the node that was double-clicked or on which F was pressed).
    on_pair
        Called when a second node is clicked with Ctrl or Shift: ``pair`` is then the node selected before, ``selected``
        the second one.
    on_select
        Called when the selection changes.

    Returns
    -------
    str or None
        Id of the selected node.
    """
    common = {"name": key, "script": script_address()}
    told = {
        **emphasis(drawing),
        "selected": selected(key),
        "height": height,
        "font_size": _ROOM_FONT if query.presenting() else _FONT,
        "all_names": all_names,
        "most_names": _ROOM_NAMES if query.presenting() else None,
        "room": query.presenting(),
        "slide": query.current().folie,
    }
    with st.container(gap=None):
        picture = {**worded(drawing, t.entries), "library": library_address()}
        _component(key=f"{key}_picture", data={**common, "role": "picture", **picture})
        result = _component(
            key=key,
            data={**common, "role": "view", **told},
            on_selected_change=on_select or _nothing,
            on_focus_change=on_focus or _nothing,
            on_pair_change=on_pair or _nothing,
            on_moved_change=_nothing,
        )
    return result.get("selected")


def paint_first(key: str, drawing: Drawing) -> None:
    """Give the browser the time to paint a picture that has changed, before the rest of the page keeps it busy.

    Nothing waits for the first picture of a canvas, nor while the picture stays as it is.
    """
    before = st.session_state.get(f"{key}_painted")
    st.session_state[f"{key}_painted"] = now = id(drawing)
    if before not in (None, now):
        sleep(_PAINTING)


def selected(key: str) -> str | None:
    """Id of the node selected on a canvas."""
    return _state(key).get("selected")


def moved(key: str) -> dict[str, Position]:
    """Positions a person has given to nodes of a canvas, for exports that show the same picture."""
    return {str(node): (float(x), float(y)) for node, (x, y) in (_state(key).get("moved") or {}).items()}


def _state(key: str) -> dict[str, Any]:
    return st.session_state.get(key) or {}


def _nothing() -> None:
    """Make a state or trigger known to Streamlit, which knows only those with a callback."""
