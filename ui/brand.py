"""The name of the app and its logo in the bar."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from pathlib import Path

import streamlit as st

from graph.picture.labels import text_width
from ui import view as views
from views.language.words import Words
from views.view import View

_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+")
_LARGEST = 300_000  # bytes of a logo, which every page loads
_HIGH, _SIZE = 32, 17  # px of the bar's line and of its type
_PICTURE = 40  # px of width kept for a logo


def show(t: Words, view: View) -> None:
    """Put the name of the app, and the logo that about.csv names, at the left of the bar."""
    st.logo(_drawn(_name(t, view), _logo(view)), size="large")


def mark_section(inside: bool) -> None:
    """Mark the menu of the bar while a page inside it is open, as the bar marks its own pages."""
    look = "background: rgba(128, 128, 128, 0.16); font-weight: 600;" if inside else ""
    st.html(f'<style>[data-testid="stTopNavSection"] {{ {look} }}</style>')


def _name(t: Words, view: View) -> str:
    return view.whole.about.get("title") or t("frame.title")


def _logo(view: View) -> str:
    """Address of the logo that holds the picture itself; ``""`` without a usable one."""
    said = view.whole.about.get("logo", "").strip()
    if _EMBEDDED.fullmatch(said):
        return said
    file = views.data_folder() / Path(said).name if said else None
    if file is None or file.suffix.lower() not in _KINDS or not file.is_file() or file.stat().st_size > _LARGEST:
        return ""
    return f"data:{_KINDS[file.suffix.lower()]};base64,{b64encode(file.read_bytes()).decode()}"


def _drawn(name: str, logo: str) -> str:
    """Draw logo and name as SVG, in the colour of text of the visitor's scheme."""
    ink = "#F1F5F9" if st.context.theme.type == "dark" else "#1F2937"
    left = _PICTURE + 8 if logo else 0
    long = round(text_width(name, _SIZE) * 1.06)
    wide = left + long + 2
    picture = f'<image href="{logo}" width="{_PICTURE}" height="{_HIGH}"/>' if logo else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{_HIGH}" viewBox="0 0 {wide} {_HIGH}">'
        f'<title>{escape(name)}</title>{picture}<text x="{left}" y="22" textLength="{long}" '
        f'lengthAdjust="spacingAndGlyphs" fill="{ink}" font-weight="600" '
        f'font-family="Source Sans, Segoe UI, Arial, sans-serif" font-size="{_SIZE}">{escape(name)}</text></svg>'
    )
