"""Components of our own: each a script, and a style where it needs one, beside the module that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def component(name: str, module: str, html: str | None = None) -> ComponentRenderer:
    """Register a component and return what shows it.

    Parameters
    ----------
    name
        Its name, and that of its files: ``table`` for table.js and, where there is one, table.css.
    module
        ``__file__`` of the module that shows it; the files stand beside it.
    html
        Markup it begins with.
    """
    script, style = (Path(module).with_name(f"{name}.{kind}") for kind in ("js", "css"))
    css = style.read_text("utf-8") if style.exists() else None
    return st.components.v2.component(f"akteursnetz_{name}", html=html, css=css, js=script.read_text("utf-8"))
