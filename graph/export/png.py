"""Pictures as PNG, drawn from their SVG without a browser."""

from __future__ import annotations

from pathlib import Path

from graph.export.program import answer
from graph.export.svg.element import FAMILY

PIXELS = 2400  # width

_FOLDER = Path(__file__).parent
_FONTS = tuple(str(path) for path in sorted((_FOLDER / "fonts").glob("*.ttf")))


def rendered(svg: str, pixels: int = PIXELS) -> bytes:
    """Draw an SVG document as PNG of that width, in the shipped typeface and on white.

    The library lets no other thread work while it draws, a second for a large network. So it draws in a process of its
    own, and nobody else waits.
    """
    options = {
        "width": pixels,
        "background": "white",
        "skip_system_fonts": True,
        "font_files": _FONTS,
        "font_family": FAMILY,
        "sans_serif_family": FAMILY,
    }
    return answer(_FOLDER / "rasteriser.py", options, svg.encode())
