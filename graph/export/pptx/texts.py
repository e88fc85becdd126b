"""Text on slides, with the language every reader and spelling check needs, and names for what has no text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from graph.export.plain import clean
from graph.export.pptx.parts import Frame, Paragraph, Part, RGBColor, Root, Run, Shapes
from graph.export.pptx.units import SlideBox, points
from graph.export.svg.paragraph import QUIET, Style

INK = "#1F2937"
# widths beside those of `text_width` that type needs where a program has not the face of a template: DejaVu Sans, the
# widest of those LibreOffice takes instead
_WIDER, _WIDER_BOLD = 1.14, 1.22


@dataclass(frozen=True, slots=True)
class SlideLine:
    """One paragraph: its text, size in px, and look."""

    text: str
    size: float
    bold: bool = False
    colour: str = INK
    bullet: bool = False
    after: float = 0.0  # px below
    link: str = ""  # address behind ``linked``
    linked: str = ""  # text after the line that leads to the address


def measured(size: float, *, bold: bool = False) -> Style:
    """Style with which a text is measured so that it fits whatever face a program has; its own size is ``size``."""
    return Style(size * (_WIDER_BOLD if bold else _WIDER), bold=bold)


def colour(value: str) -> Part:
    """Colour of ``#RRGGBB``."""
    return RGBColor.from_string(value[1:])


def mixed(value: str, part: float) -> str:
    """Mix a colour with white, so that nothing shines through on any program."""
    channels = (int(value[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * part):02X}" for channel in channels)


def textbox(
    shapes: Shapes, box: SlideBox, lines: Sequence[SlideLine], *, name: str, align: PP_ALIGN = PP_ALIGN.LEFT
) -> Part:
    """Add a box of text without margins.

    Parameters
    ----------
    shapes
        Shapes of the slide.
    box
        Where it stands, in px of the slide.
    lines
        Lines of the text.
    name
        Name in the list of shapes.
    align
        How the lines are set.
    """
    made = shapes.add_textbox(*box.emu)
    made.name = name
    write(made.text_frame, lines, align=align)
    return made


def write(
    frame: Frame, lines: Sequence[SlideLine], *, align: PP_ALIGN = PP_ALIGN.LEFT, wrap: bool = True, margin: int = 0
) -> None:
    """Fill a frame with paragraphs.

    Parameters
    ----------
    frame
        Frame of the text.
    lines
        Lines of the text.
    align
        How the lines are set.
    wrap
        Whether long lines are broken.
    margin
        Margin in px.
    """
    frame.word_wrap = wrap
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = margin
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = align
        paragraph.space_after = points(line.after)
        if line.bullet:
            _bullet(paragraph, line.size)
        _run(paragraph, line)


def add_slide_number(box: Part, number: int, after: str, line: SlideLine) -> None:
    """Add the number of the slide, which follows the slide when it is moved, and what is written after it.

    Parameters
    ----------
    box
        Placeholder of the number.
    number
        Number of the slide now.
    after
        Words after the number.
    line
        The line the number is written like.
    """
    paragraph = box.text_frame.paragraphs[0]
    model = paragraph.runs[0]._r
    field = model.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    field.append(deepcopy(model.find(qn("a:rPr"))))
    text = field.makeelement(qn("a:t"), {})
    text.text = str(number)
    field.append(text)
    model.addnext(field)
    if after:
        field.addnext(_add_run(paragraph, after, line)._r)


def write_in_middle(frame: Frame, line: SlideLine) -> None:
    """Write one line in the middle of a shape, however small."""
    write(frame, [line], align=PP_ALIGN.CENTER, wrap=False)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def describe(shape: Part, text: str, name: str = "") -> None:
    """Set the alternative text of a shape, and its name in the list of shapes.

    Parameters
    ----------
    shape
        Shape on the slide.
    text
        Alternative text, which is read out.
    name
        Name in the list of shapes.
    """
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", clean(text))
    if name:
        properties.set("name", clean(name))


def without_style(shape: Part) -> Part:
    """Take from a shape what the theme would add, such as shadows."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    return shape


def set_language(root: Root, language: str) -> None:
    """State the language of every run below an element."""
    for run in root.iter(qn("a:r"), qn("a:fld")):
        properties = run.get_or_add_rPr() if hasattr(run, "get_or_add_rPr") else run.find(qn("a:rPr"))
        if properties is not None:
            properties.set("lang", {"de": "de-DE", "en": "en-GB"}.get(language, language))


def joined(lines: Iterable[str]) -> str:
    """Return lines that are not empty, below each other."""
    return "\n".join(clean(line) for line in lines if line)


def _run(paragraph: Paragraph, line: SlideLine) -> None:
    _add_run(paragraph, line.text, line)
    if line.link.startswith(("https://", "http://")):
        if line.text:
            _add_run(paragraph, " · ", line)
        _add_run(paragraph, line.linked, line).hyperlink.address = line.link


def _add_run(paragraph: Paragraph, text: str, line: SlideLine) -> Run:
    run = paragraph.add_run()
    run.text = clean(text).replace("\n", " ")
    run.font.size = points(line.size)
    run.font.bold = line.bold
    run.font.color.rgb = colour(line.colour)
    return run


def _bullet(paragraph: Paragraph, size: float) -> None:
    properties = paragraph._p.get_or_add_pPr()
    indent = round(size * 0.9 * 9525)
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    sign = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.append(sign)


__all__ = [
    "INK",
    "QUIET",
    "SlideLine",
    "add_slide_number",
    "colour",
    "describe",
    "joined",
    "measured",
    "set_language",
    "textbox",
    "without_style",
    "write",
    "write_in_middle",
]
