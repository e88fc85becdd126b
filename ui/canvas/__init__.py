"""The clickable network: a drawing on a vis-network canvas that stays where it is while the page is run again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import streamlit as st

from graph.drawn import Drawing
from ui.canvas import payload
from ui.canvas.assets import script_address

Position = tuple[float, float]

NOT_MOVED: Mapping[str, Position] = MappingProxyType({})

_component = st.components.v2.component(
    "akteursnetz_canvas", js=(Path(__file__).parent / "loader.js").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class CanvasEvent:
    """What a person has just done on the canvas; every field is empty on the next run.

    Attributes
    ----------
    clicked
        The selection has changed by a click or by Enter.
    selected
        Id of the node selected now, ``None`` when the background was clicked.
    focus
        Id of the node that was double-clicked (or ``F`` pressed on), ``None`` without.
    moved
        Node id -> (x, y) of nodes that were just dragged.
    """

    clicked: bool = False
    selected: str | None = None
    focus: str | None = None
    moved: Mapping[str, Position] = field(default_factory=dict)


def canvas(
    drawing: Drawing,
    *,
    key: str,
    height: int,
    words: Mapping[str, str],
    frame: str = "",
    moved: Mapping[str, Position] = NOT_MOVED,
    font_size: int = 13,
    on_select: Callable[[str | None], None] | None = None,
    on_focus: Callable[[str], None] | None = None,
    on_move: Callable[[Mapping[str, Position]], None] | None = None,
) -> CanvasEvent:
    """Show a drawing; call it inside ``st.fragment``, so that a click runs only the fragment.

    The page holds the selection and the focus. It passes them to `graph.drawing.draw`, so they are in the drawing;
    the canvas reports a click as an event, the page changes its state (in ``on_select``, before it runs again), and
    the next drawing carries the new selection. Such a run sends some hundred bytes, because nodes and lines are an
    element of their own that has not changed.

    Parameters
    ----------
    drawing
        From `graph.drawing.draw`.
    key
        Name of the canvas; keep it, and the canvas keeps zoom and place on the screen.
    height
        Largest height in px; the canvas is never higher than 72 % of the window.
    words
        All words of the language by dotted key; those below ``canvas.`` and the terms of status and role are used.
    frame
        Name of the view, such as network and focus. When it changes, the picture is fitted into the canvas again;
        filters leave it as it is.
    moved
        Positions a person has given to nodes in this session.
    font_size
        px of the names of actors; projects are 2 px smaller.
    on_select, on_focus, on_move
        Called before the next run, with what `CanvasEvent` holds.

    Returns
    -------
    CanvasEvent
        What happened since the last run.
    """
    common = {"name": key, "script": script_address()}
    handlers = {
        "on_selected_change": _handler(key, "selected", lambda value: on_select and on_select(value.get("id"))),
        "on_focus_change": _handler(key, "focus", lambda value: on_focus and on_focus(value)),
        "on_moved_change": _handler(key, "moved", lambda value: on_move and on_move(_positions(value))),
    }
    with st.container(gap=None):
        _component(key=f"{key}_picture", data={**common, "role": "picture", **payload.picture(drawing, words)})
        result = _component(
            key=key,
            data={
                **common,
                "role": "view",
                **payload.view(drawing),
                "frame": frame,
                "moved": {node: list(at) for node, at in moved.items()},
                "height": height,
                "font_size": font_size,
            },
            **handlers,
        )
    clicked = result.get("selected")
    return CanvasEvent(
        clicked=clicked is not None,
        selected=clicked["id"] if clicked else None,
        focus=result.get("focus"),
        moved=_positions(result.get("moved") or {}),
    )


def _handler(key: str, event: str, act: Callable[[Any], object]) -> Callable[[], None]:
    def handle() -> None:
        value = st.session_state[key].get(event)
        if value is not None:
            act(value)

    return handle


def _positions(value: Mapping[str, list[float]]) -> dict[str, Position]:
    return {str(node): (float(x), float(y)) for node, (x, y) in value.items()}
