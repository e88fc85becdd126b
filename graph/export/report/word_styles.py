"""Looks and properties of a Word file."""

from __future__ import annotations

from datetime import UTC, datetime, time

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from graph.export.plain import clean
from graph.export.report import document as model

QUIET, ACCENT = RGBColor(0x4B, 0x55, 0x63), RGBColor(0x1E, 0x67, 0x65)
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
_FACE = "Calibri"


def set_styles(file: WordDocument) -> None:
    """Set typeface, sizes and colours where no template does."""
    sizes = {
        "Normal": 10.5,
        "Title": 26,
        "Subtitle": 14,
        "Heading 1": 17,
        "Heading 2": 13,
        "Heading 3": 11,
        "Caption": 9,
    }
    for name, size in sizes.items():
        style = file.styles[name]
        style.font.name, style.font.size = _FACE, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for place in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(place), _FACE)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        if name != "Normal":
            style.font.color.rgb, style.font.italic = ACCENT if size > 12 else QUIET, False


def known_style(file: WordDocument, style: str, other: str) -> str | None:
    """Return a style if the file has it: templates need not have all.

    Parameters
    ----------
    file
        The document.
    style
        Name of the style.
    other
        Name of the style that takes its place.
    """
    names = {each.name for each in file.styles}
    return style if style in names else other if other in names else None


def describe(file: WordDocument, document: model.ReportDocument) -> None:
    """Write title, author, language and day into the properties."""
    about, moment = file.core_properties, datetime.combine(document.day, time(12), UTC).replace(tzinfo=None)
    about.title, about.author, about.subject = (
        clean(text) for text in (document.title, document.author, document.subtitle)
    )
    about.language, about.comments = _LANGUAGES[document.language], clean(document.licence)
    about.created = about.modified = about.last_printed = moment
    about.last_modified_by, about.revision = clean(document.author), 1
    properties = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if properties is not None:
        language = properties.find(qn("w:lang"))
        language = language if language is not None else OxmlElement("w:lang")
        properties.append(language)
        language.set(qn("w:val"), _LANGUAGES[document.language])
