"""What can be chosen when something is taken away: formats that fit, and what may be left out."""

from __future__ import annotations

from graph.export import FORMATS, Exhibit
from graph.export.formats import Content
from graph.export.sheets import tables_of

# parts of a redaction, in the order they are offered
PROFILES = ("amounts", "companies", "types", "confirmed")
# formats whose pages can hold a proposal to decide on, and the one that takes an organisation's own layouts
PAGED = ("pptx", "pdf", "html")
TEMPLATED = "pptx"
_PICTURES = ("a3", "a0", "svg", "png")
_ALL_DATA = ("data_xlsx", "data_csv")  # offered on the page Daten & Methodik, where they can be read again


OFFERED = tuple(name for name in FORMATS if name not in _ALL_DATA)


def fitting(shown: Exhibit) -> tuple[str, ...]:
    """Return the formats that would not be empty for one view."""
    return tuple(name for name in OFFERED if _fits(name, shown))


def _fits(name: str, shown: Exhibit) -> bool:
    if FORMATS[name].content is Content.TABLES:
        return bool(tables_of(shown))
    return name not in _PICTURES or bool(shown.picture or shown.figures)
