"""Pictures as PNG, drawn from their SVG without a browser."""

from __future__ import annotations

from pathlib import Path

import resvg_py

from graph.export.svg.element import FAMILY

PIXELS = 2400  # width

_FONTS = tuple(str(path) for path in sorted((Path(__file__).parent / "fonts").glob("*.ttf")))


def rendered(svg: str, pixels: int = PIXELS) -> bytes:
    """Draw an SVG document as PNG of that width, in the shipped typeface and on white."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=pixels,
        background="white",
        skip_system_fonts=True,
        font_files=list(_FONTS),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
