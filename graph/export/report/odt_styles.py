"""Looks of an OpenDocument file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import odfdo

from graph.export.report.columns import IN_TABLES, SMALL

LANGUAGES = {"de": ("de", "DE"), "en": ("en", "GB")}
_QUIET, _ACCENT = "#4b5563", "#1e6765"
_FACE = "Liberation Sans"
_CELLS = ("report_cell", "report_number", "report_header", "report_number_header")


def set_styles(file: odfdo.Document, language: str, width: float) -> None:
    """Set typeface, sizes, colours and spaces.

    Parameters
    ----------
    file
        The document.
    language
        ``de`` or ``en``.
    width
        Of the text on a page, in cm.
    """
    spoken, country = LANGUAGES[language]
    looks: dict[str, dict[str, Any]] = {
        "Standard": {"size": "10pt"},
        "Title": {"size": "26pt", "color": _ACCENT, "bold": True},
        "Subtitle": {"size": "14pt", "color": _QUIET},
        "Heading_20_1": {"size": "17pt", "color": _ACCENT, "bold": True},
        "Heading_20_2": {"size": "13pt", "color": _ACCENT, "bold": True},
        "Heading_20_3": {"size": "11pt", "color": _QUIET, "bold": True},
        "Caption": {"size": "9pt", "color": _QUIET},
        "report_quiet": {"size": f"{SMALL}pt", "color": _QUIET},
        "report_point": {"size": "10pt"},
        "report_picture": {"size": "10pt"},
        "report_cell": {"size": f"{IN_TABLES}pt"},
        "report_number": {"size": f"{IN_TABLES}pt"},
        "report_header": {"size": f"{IN_TABLES}pt", "bold": True},
        "report_number_header": {"size": f"{IN_TABLES}pt", "bold": True},
    }
    for name, look in looks.items():
        file.insert_style(_paragraph_style(name, look, spoken, country), default=False)
    strong = odfdo.Style("text", name="report_strong")
    strong.set_properties({"fo:font-weight": "bold"}, area="text")
    file.insert_style(strong, automatic=True)
    cell = odfdo.Style("table-cell", name="report_border", area="table-cell")
    cell.set_properties(
        {
            "fo:border-bottom": "0.4pt solid #c3ccd6",
            "fo:padding-top": "0.04cm",
            "fo:padding-bottom": "0.04cm",
            "fo:padding-left": "0.08cm",
            "fo:padding-right": "0.08cm",
        },
        area="table-cell",
    )
    file.insert_style(cell, automatic=True)
    row = odfdo.Style("table-row", name="report_row", area="table-row")
    row.set_properties({"fo:keep-together": "always"}, area="table-row")
    file.insert_style(row, automatic=True)
    table = odfdo.Style("table", name="report_table", area="table")
    table.set_properties(
        {"style:width": f"{width}cm", "table:align": "left", "fo:margin-bottom": "0.15cm"}, area="table"
    )
    file.insert_style(table, automatic=True)


def do_not_number(file: odfdo.Document) -> None:
    """Leave headings without numbers, which the styles a new file comes with give them."""
    for level in file.styles.root.get_elements("descendant::text:outline-level-style"):
        level.set_attribute("style:num-format", "")
        for name in ("loext:num-list-format", "style:num-suffix", "text:display-levels"):
            if level.get_attribute(name) is not None:
                level.del_attribute(name)


def _paragraph_style(name: str, look: Mapping[str, Any], language: str, country: str) -> odfdo.Style:
    style = odfdo.Style("paragraph", name=name, display_name=name.replace("_20_", " "))
    text = {"fo:font-size": look["size"], "fo:language": language, "fo:country": country, "fo:font-family": _FACE}
    if "color" in look:
        text["fo:color"] = look["color"]
    if look.get("bold"):
        text["fo:font-weight"] = "bold"
    spaces = {"fo:margin-top": "0.06cm", "fo:margin-bottom": "0.1cm"}
    if name.startswith("Heading"):
        spaces |= {"fo:margin-top": "0.42cm", "fo:keep-with-next": "always"}
    if name in ("Caption", "report_picture"):
        spaces["fo:keep-with-next"] = "always"
    if name == "report_point":
        spaces = {"fo:margin-top": "0cm", "fo:margin-bottom": "0.08cm"}
    if name in _CELLS:
        spaces = {"fo:margin-top": "0cm", "fo:margin-bottom": "0cm"}
    if name.startswith("report_number"):
        spaces["fo:text-align"] = "end"
    style.set_properties(spaces, area="paragraph")
    style.set_properties(text, area="text")
    return style
