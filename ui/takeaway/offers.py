"""What can be chosen when something is taken away: formats that fit, and what may be left out."""

from __future__ import annotations

from graph.export import FORMATS, Exhibit
from graph.export.formats import Content
from graph.export.xlsx import tables_of
from ui.exhibits.links import exhibit_of
from ui.portfolio.mappe import Kind, Mappe
from ui.view import View

# parts of a redaction, in the order they are offered
PROFILES = ("amounts", "companies", "types", "confirmed")
# formats whose pages can hold a proposal to decide on, and the one that takes an organisation's own layouts
PAGED = ("pptx", "pdf", "html")
TEMPLATED = "pptx"
_PICTURES = ("svg", "png")
_ALL_DATA = ("data_xlsx", "data_csv")  # offered on the page Daten & Methodik, where they can be read again


def fitting(view: View, mappe: Mappe) -> tuple[str, ...]:
    """Return the formats that fit: all for a portfolio of several views, else those that would not be empty."""
    if len(mappe.views) != 1 or mappe.views[0].kind is Kind.DECISION:
        return tuple(name for name in FORMATS if name not in _ALL_DATA)
    shown = exhibit_of(view, mappe.views[0].link)
    return tuple(name for name in FORMATS if _fits(name, shown))


def _fits(name: str, shown: Exhibit) -> bool:
    if FORMATS[name].content is Content.TABLES:
        return bool(tables_of(shown))
    if name in _PICTURES:
        return bool(shown.picture or shown.figures)
    return name not in _ALL_DATA
