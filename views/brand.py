"""The name of the app and its logo, drawn as one picture for the bar."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from pathlib import Path

from graph.picture.labels import text_width
from views.language.words import Words
from views.view import View

_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+")
_LARGEST = 300_000  # bytes of a logo, which every page loads
_HIGH, _SIZE = 32, 17  # px of the bar's line and of its type
_PICTURE = 40  # px of width kept for a logo
_INK = {False: "#1F2937", True: "#F1F5F9"}  # of text in the light and in the dark scheme


def name_of(t: Words, view: View) -> str:
    """Name of the data, else that of the app."""
    return view.whole.about.get("title") or t("frame.title")


def drawn(name: str, logo: str, *, dark: bool) -> str:
    """Draw logo and name as SVG, in the colour of text of a scheme.

    Parameters
    ----------
    name
        The name, as text.
    logo
        Address of the logo as `logo_of` gives it, ``""`` for none.
    dark
        Whether the scheme is the dark one.
    """
    left = _PICTURE + 8 if logo else 0
    long = round(text_width(name, _SIZE) * 1.06)
    wide = left + long + 2
    picture = f'<image href="{logo}" width="{_PICTURE}" height="{_HIGH}"/>' if logo else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{_HIGH}" viewBox="0 0 {wide} {_HIGH}">'
        f'<title>{escape(name)}</title>{picture}<text x="{left}" y="22" textLength="{long}" '
        f'lengthAdjust="spacingAndGlyphs" fill="{_INK[dark]}" font-weight="600" '
        f'font-family="Source Sans, Segoe UI, Arial, sans-serif" font-size="{_SIZE}">{escape(name)}</text></svg>'
    )


def logo_of(view: View, folder: Path) -> str:
    """Address that holds the picture of the logo, from beside the data or the cell; ``""`` without a usable one."""
    said = view.whole.about.get("logo", "").strip()
    if _EMBEDDED.fullmatch(said):
        return said
    file = folder / Path(said).name if said else None
    if file is None or file.suffix.lower() not in _KINDS or not file.is_file() or file.stat().st_size > _LARGEST:
        return ""
    return f"data:{_KINDS[file.suffix.lower()]};base64,{b64encode(file.read_bytes()).decode()}"
