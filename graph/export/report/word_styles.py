"""Looks and properties of a Word file."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from graph.export.plain import clean
from graph.export.report import document as model

QUIET, ACCENT = RGBColor(0x4B, 0x55, 0x63), RGBColor(0x1E, 0x67, 0x65)
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
_FACE = "Arial"  # which Liberation Sans of LibreOffice and Linux takes the place of, line by line the same
_SIZES = {
    "Normal": 10,
    "Title": 26,
    "Subtitle": 14,
    "Heading 1": 17,
    "Heading 2": 13,
    "Heading 3": 11,
    "Caption": 9,
}
_AFTER_HYPHENS = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")  # as the format orders them
_BODY = ("Normal", "List Bullet")  # styles of running text, in which words may be divided


def set_styles(file: WordDocument) -> None:
    """Set typeface, sizes and colours where no template does."""
    for name, size in _SIZES.items():
        style = cast("ParagraphStyle", file.styles[name])
        style.font.name, style.font.size = _FACE, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for place in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(place), _FACE)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        if name != "Normal":
            style.font.color.rgb, style.font.italic = ACCENT if size > 12 else QUIET, False
            _keep_words_whole(style)
    for name in _BODY:
        cast("ParagraphStyle", file.styles[name]).paragraph_format.space_after = Pt(4)
    _divide_words(file)


def add_missing_styles(file: WordDocument) -> None:
    """Add the styles that a template lacks, plainly and in its own typeface; Word keeps unused ones in no file."""
    known = {style.name for style in file.styles}
    for name in (*_SIZES, "List Bullet"):
        if name not in known:
            _add_style(file, name)


def _add_style(file: WordDocument, name: str) -> None:
    made = cast("ParagraphStyle", file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True))
    made.quick_style = made.unhide_when_used = True
    if name == "Normal":
        return
    made.base_style = file.styles["Normal"]
    if name in _SIZES:
        made.font.size, made.font.bold = Pt(_SIZES[name]), name.startswith("Heading")
        made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(10), Pt(4)
    if name.startswith("Heading"):
        made.next_paragraph_style = file.styles["Normal"]
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(int(name[-1]) - 1))
        made.element.get_or_add_pPr().append(level)
    if name == "List Bullet":
        made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Pt(18), Pt(-12)


def _keep_words_whole(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:suppressAutoHyphens"), *_AFTER_HYPHENS)


def _divide_words(file: WordDocument) -> None:
    """Have long words divided at the end of a line, as narrow columns need it in German."""
    divided = OxmlElement("w:autoHyphenation")
    divided.set(qn("w:val"), "true")
    settings = file.settings.element
    before = settings.find(qn("w:defaultTabStop"))
    settings.insert(0 if before is None else list(settings).index(before) + 1, divided)


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


def bullet_of(file: WordDocument) -> str:
    """Sign before a point of a list where the style of lists has none of its own."""
    style = file.styles["List Bullet"].element
    return "" if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None else "\N{BULLET}\t"
